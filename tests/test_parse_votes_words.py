"""What a legend's words mean, which lines are legends, and how bill numbers are printed."""

from __future__ import annotations

import pytest
from vote_outline import grid_of

from council.location import Location
from council.model.bill_numbers import BillNumber, bill_numbers_in, odd_bill_number, parse_bill_number
from council.model.votes import Requirement
from council.parse.votes.footnotes import requirement_in, speaks_of_report, without_report
from council.parse.votes.legend import read_legend
from council.parse.votes.lines import Line, flat, is_note, is_total, session_in
from council.parse.votes.meanings import meaning_of
from council.parse.votes.symbols import Symbols


@pytest.mark.parametrize(
    ("words", "option", "role"),
    [
        ("賛成", "yes", "member"),
        ("原案に賛成した議員", "yes", "member"),
        ("継続審査に賛成", "yes", "member"),
        ("反対（起立しなかった者）", "no", "member"),
        ("棄権", "abstain", "member"),
        ("白票", "abstain", "member"),
        ("公務のため欠席", "absent", "member"),
        ("早退", "absent", "member"),
        ("退席（採決に加わらず）", "not voting", "member"),
        ("議場に不在", "not voting", "member"),
        ("表決に参加していない", "not voting", "member"),
        ("除斥（地方自治法第117条）", "excused", "member"),
        ("除斥により退席", "excused", "member"),
        ("議長", "not voting", "chair"),
        ("議長のため採決に加わりません", "not voting", "chair"),
        ("副議長（議長の職務を代行）", "not voting", "vice-chair"),
        ("継続審査", "other", "member"),
        ("賛否双方", "other", "member"),
        ("賛成でない", "other", "member"),
        ("欠席・退席・棄権", "other", "member"),
        ("議長又は欠席", "other", "member"),
        ("absent when vote taken", "absent", "member"),
        ("Recused", "excused", "member"),
        ("In favour", "yes", "member"),
    ],
)
def test_words_of_a_legend(words: str, option: str, role: str):
    meaning = meaning_of(words)
    assert meaning
    assert (meaning.option, meaning.role) == (option, role)


def test_words_that_say_there_is_no_member_or_no_vote():
    for words in ("在職していない", "議員でない", "欠員", "採決なし", "not a member"):
        meaning = meaning_of(words)
        assert meaning
        assert meaning.option is None


def test_words_of_no_vote_mean_nothing_here():
    assert [meaning_of(words) for words in ("態度保留", "除席", "起立しなかった者", "no vote recorded", "")] == [
        None
    ] * 5


def legend(*lines: str) -> dict[str, str]:
    read = read_legend(Line(Location("votes/表.csv", at), line) for at, line in enumerate(lines, start=1))
    return {symbol: str(meaning.option) for symbol, meaning in read.value.items() if meaning}


@pytest.mark.parametrize(
    "line",
    [
        "○：賛成　×：反対　△：退席",
        "○:賛成 ×:反対 △:退席",
        "凡例　○＝賛成、×＝反対、△＝退席",
        "【凡例】○…賛成　×…反対　△…退席",
        "※　○は賛成、×は反対、△は退席を表す。",
        "○印は賛成、×印は反対、△印は退席",
        "「○」は賛成、「×」は反対、「△」は退席です",
        "○→賛成　×→反対　△→退席",
        "(○賛成　×反対　△退席)",
        "○（賛成）×（反対）△（退席）",
        "○：賛成／×：反対／△：退席",
        "○\t賛成\t×\t反対\t△\t退席",
        "賛成：○　反対：×　退席：△",
        "賛成は○、反対は×、退席は△",
        "○－賛成　×－反対　△－退席",
        "○・・・賛成　×・・・反対　△・・・退席",
    ],
)
def test_separators_of_a_legend(line: str):
    assert legend(line) == {"○": "yes", "×": "no", "△": "not voting"}


def test_a_legend_over_several_lines_with_letters_and_kanji():
    assert legend("Y = yes; N = no", "欠 欠席", "「議」は議長", "空欄：欠席　斜線：議長　－：欠席") == {
        "Y": "yes",
        "y": "yes",
        "N": "no",
        "n": "no",
        "欠": "absent",
        "議": "not voting",
        "": "absent",
        "／": "not voting",
        "/": "not voting",
        "－": "absent",
        "-": "absent",
    }


@pytest.mark.parametrize(
    "line",
    [
        "※議長は採決に加わりません",
        "議長　高橋次郎",
        "賛成：20　反対：1",
        "注1：議案第16号は特別多数議決",
        "請願については、○は不採択に賛成、×は採択に賛成",
        "採決の方法：起立",
        "A：総務委員会",
        "令和7年第4回定例会　賛否一覧",
        "●議案第1号",
    ],
)
def test_lines_that_explain_no_symbol(line: str):
    assert legend(line) == {}


def test_footnotes_sums_and_titles_among_the_rows():
    rows = grid_of("※議長は除く\n（注1）備考\n注文住宅の条例,○\n合計,3\n賛成者数,3\n※議案第1号,○\n").rows
    assert [is_note(row) for row in rows] == [True, True, False, False, False, False]
    assert [is_total(row) for row in rows] == [False, False, False, True, True, False]
    named = session_in(Line(Location("votes/表.csv"), "令和7年　第4回　定例会　議案の賛否"))
    assert named
    assert (named.printed, named.number) == ("令和7年第4回定例会", 4)
    assert [flat(text) for text in ("補正\n予算", "Main \n street", "条例\n(案)", "\n一\n")] == [
        *("補正予算", "Main street", "条例(案)", "一")
    ]


def test_what_a_majority_and_a_report_are_called():
    assert requirement_in("出席議員の３分の２以上") is Requirement.TWO_THIRDS
    assert requirement_in("特別多数議決") is Requirement.TWO_THIRDS
    assert requirement_in("議員の除名（特別多数）") is Requirement.THREE_QUARTERS
    assert requirement_in("4分の3以上の同意") is Requirement.THREE_QUARTERS
    assert requirement_in("2/3 議決") is None
    assert requirement_in("起立多数") is None
    assert speaks_of_report("委員長報告のとおり")
    assert speaks_of_report("○は委員会の審査報告に賛成")
    assert not speaks_of_report("常任委員長の報告について")
    assert without_report("委員長報告のとおり不採択") == "不採択"
    assert without_report("不採択（委員長報告のとおり）") == "不採択"


@pytest.mark.parametrize(
    ("printed", "kind", "number", "shown"),
    [
        ("議案第３２号", "議案", "32", "議案第32号"),
        ("議 案 第 三十二 号", "議案", "32", "議案第32号"),
        ("第32号議案", "議案", "32", "第32号議案"),
        ("市第54号議案", "市議案", "54", "市第54号議案"),
        ("議会議案第7－10号", "議会議案", "7-10", "議会議案第7-10号"),
        ("請5", "請", "5", "請5"),
        ("Item 4", "item", "4", "item 4"),
        ("陳情05年-27", "陳情", "05年-27", "陳情05年-27"),
        ("7-10", "item", "7-10", "7-10"),
        ("Z4", "item", "z4", "Z4"),
    ],
)
def test_forms_of_bill_numbers(printed: str, kind: str, number: str, shown: str):
    read = parse_bill_number(printed) or odd_bill_number(printed)
    assert read == BillNumber(kind, number)
    assert read.printed == shown


def test_two_forms_of_one_number_are_one_bill():
    assert parse_bill_number("第32号議案") == parse_bill_number("議案第32号")
    assert parse_bill_number("市第5号議案") != parse_bill_number("議第5号議案")
    assert [number.printed for number in bill_numbers_in("市第54号議案と第9号議案")] == ["市第54号議案", "第9号議案"]
    assert bill_numbers_in("議案第5号から第7-10号まで") == (BillNumber("議案", "5"),)


@pytest.mark.parametrize(
    ("cell", "role"),
    [("chair", "chair"), ("Chair", "chair"), ("vice-chair", "vice-chair"), ("Vice Chair", "vice-chair")],
)
def test_an_english_table_marks_who_presides_in_words(cell, role):
    meaning = Symbols().read(cell)
    assert meaning is not None
    assert (meaning.option, meaning.role) == ("not voting", role)


def test_figures_are_symbols_where_the_legend_explains_them_and_notes_that_are_numbered_are_no_legend():
    told = legend(
        "1＝賛成、０＝反対　2：欠席", "3：議長は採決に加わりません", "4．請願第1号の賛成は委員長報告に対するもの"
    )
    assert told == {"1": "yes", "0": "no", "2": "absent", "０": "no"}
