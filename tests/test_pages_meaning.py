"""What the pages say, and what they must never say (contract §5)."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from pages_council import (
    ANNOUNCED,
    CHAIR,
    HANAKO,
    HELD_BACK,
    KEN,
    LEAVER,
    MINATO,
    MINUTES,
    MISAKI,
    NAMES,
    NEWCOMER,
    SESSION,
    decisions,
    small_council,
)
from pages_site import TEMPLATES, composed, pages, said, tree, words

from council.glossary import CHECKING_TERM, OPTION_TERMS
from council.glossary.terms import CHAIR_TERM, VICE_CHAIR_TERM
from council.pages.ballots import look_of, symbol_in


def page(uri):
    return pages()[uri]


def vote(name):
    return page(f"votes/{SESSION}-{name}.html")


def answer(name):
    return words(tree(vote(name)).find_class("c-answer__line")[0])


def test_a_decision_opens_with_the_answer_in_words():
    assert answer("gian-3-main") == "可決 賛成3・反対1（議長を除く）"
    assert "「賛成」は、原案に賛成したという意味です。" in said(vote("gian-3-main"))


def test_the_chair_who_votes_is_counted_and_named_as_the_chair():
    assert answer("gian-6-main") == "可決 賛成3・反対1・除斥1"
    assert "議長として表決" in said(vote("gian-6-main"))
    assert "3分の2以上の賛成が必要でした" in said(vote("gian-6-main"))


def test_a_decision_without_names_says_so_and_shows_no_vote():
    shown = tree(vote("gian-5-main"))
    assert "個人別の記録なし（簡易採決）" in words(shown)
    assert "全員が賛成したという意味ではありません" in words(shown)
    assert not shown.find_class("c-vote")
    assert not shown.find_class("c-figures")


def test_a_secret_ballot_is_not_published():
    assert "個人別の記録は非公表（無記名投票）" in said(vote("seigan-1-2"))


def test_names_held_back_are_being_checked_and_not_missing():
    shown = said(vote("gian-7-main"))
    assert "個人別の記録は確認中" in shown
    assert "個人別の記録なし" not in shown
    assert "5人分の表決は" in shown
    assert "記録されていません" not in shown, "recorded, and only kept back"
    assert "賛成0" not in shown, "nothing was counted"


def test_a_yes_to_the_committee_s_report_is_no_yes_to_the_petition():
    meaning = "「賛成」は、委員長の報告のとおり「不採択」とすることに賛成したという意味です。"
    assert meaning in said(vote("chinjou-1-main"))
    assert meaning in said(page(f"bills/{SESSION}-chinjou-1.html"))


def test_an_amendment_is_named_where_it_is_voted_on():
    assert vote("gian-4-amend-1").title == "議案第4号 手数料条例の一部を改正する条例 修正案"
    assert "修正案に賛成したという意味です" in said(vote("gian-4-amend-1"))


def test_declared_and_counted_figures_stand_side_by_side_and_a_difference_is_said():
    rows = [words(row) for row in tree(vote("gian-4-main")).find_class("c-table--figures")[0].iter("tr")]
    assert rows == ["宣告された数 氏名を数えた数", "賛成 2 1", "反対 1 1", "棄権 ― 1", "欠席 ― 1", "議長 ― 1"]
    assert "一致していません" in said(vote("gian-4-main"))
    assert "一致していません" not in said(vote("gian-3-main"))


def test_the_declared_numbers_lead():
    assert answer("gian-4-main") == "可決 賛成2・反対1（議長を除く）"


def test_absence_leaving_abstention_and_exclusion_stay_different():
    shown = [
        words(badge)
        for name in ("gian-4-main", "gian-4-amend-1", "gian-6-main")
        for badge in tree(vote(name)).find_class("c-vote")
    ]
    assert {"○賛成", "×反対", "棄権", "欠席", "退席", "除斥", "議長"} <= set(shown)


def test_who_was_in_office_without_a_row_is_named_apart():
    shown = said(vote("chinjou-1-main"))
    assert "この表決の記録がない議員（だれのものか確認中の票が、このなかにあるかもしれません）： 森 葵" in shown
    assert "1人分の表決は" in shown


def test_nobody_is_said_to_have_been_in_office_whom_no_roster_names():
    council = small_council()
    unknown = {key: replace(one, declared=False) for key, one in council.people.items()}
    shown = said(composed(replace(council, people=unknown))[f"votes/{SESSION}-chinjou-1-main.html"])
    assert "この表決の記録がない議員" not in shown


def test_a_decision_leads_to_its_moment_in_the_minutes_and_its_rows():
    shown = tree(vote("gian-3-main"))
    assert "../meetings/2026-03-19-honkaigi.html#s-00000005" in [link for _, _, link, _ in shown.iterlinks()]
    assert "出典 votes/a.csv 5行目 minutes_src/第2号.docx 段落143" in words(shown)


def test_groups_are_those_of_the_day():
    groups = [words(group) for group in tree(vote("gian-4-amend-1")).find_class("c-group-row")]
    assert next(group for group in groups if "山﨑 美咲" in group).startswith("うしお")
    groups = [words(group) for group in tree(vote("gian-3-main")).find_class("c-group-row")]
    assert next(group for group in groups if "山﨑 美咲" in group).startswith("みなと")


@pytest.mark.parametrize("person", [CHAIR, HANAKO, KEN, MISAKI])
def test_no_member_says_yes_to_a_decision_without_names(person):
    rows = tree(page(f"members/{person}.html")).find_class("c-row--vote")
    unnamed = ("財産の取得", "給食費の無償化を求める請願", "記録に食い違いのある議案")
    assert not [row for row in rows if any(title in words(row) for title in unnamed)]
    listed = words(tree(page(f"members/{person}.html")).find_class("c-unnamed-list")[0])
    assert "財産の取得" in listed


def test_a_member_sees_only_decisions_of_the_own_term():
    assert "財産の取得" not in said(page(f"members/{NEWCOMER}.html"))
    assert not tree(page(f"members/{LEAVER}.html")).find_class("c-unnamed-list")


def test_a_member_s_figures_have_their_denominators():
    shown = said(page(f"members/{KEN}.html"))
    assert "出席（本会議） 1／1日" in shown
    assert "表決 5件 ○賛成 1 ×反対 4" in shown
    assert "名簿に名前がない1日を除く" in shown


def test_agreement_is_what_a_slow_and_plain_count_gives():
    for person in (CHAIR, HANAKO, KEN, MISAKI, NEWCOMER):
        tables = tree(page(f"members/{person}.html")).find_class("c-agreement")
        shown = {words(row.find("th").find("a")): words(row.findall("td")[0]) for row in tables[0].find("tbody")}
        assert shown == plain_agreement(person)


def plain_agreement(person):
    shared, agreed = {}, {}
    for one in decisions().values():
        sides = {vote.voter_id: vote.option.value for vote in one.votes if vote.option.value in ("yes", "no")}
        if person not in sides or len(set(sides.values())) == 1:
            continue
        for other, side in sides.items():
            if other != person:
                shared[other] = shared.get(other, 0) + 1
                agreed[other] = agreed.get(other, 0) + (side == sides[person])
    return {" ".join(NAMES[other][0].split()): f"{shared[other]}件中{agreed[other]}件" for other in shared}


def test_a_member_s_speeches_are_runs_with_their_first_words():
    lines = [words(line) for line in tree(page(f"members/{KEN}.html")).find_class("c-speeches")[0].iter("li")]
    assert lines == ["通学路について 伺います。 通学路の安全について 発言2回"]
    chair = [
        words(line)
        for group in tree(page(f"members/{CHAIR}.html")).find_class("c-speeches")
        for line in group.iter("li")
    ]
    assert chair == ["議事の進行 発言1回", "議事の進行 発言1回"]


def test_a_member_of_no_roster_and_a_former_one_are_marked():
    shown = said(page(f"members/{LEAVER}.html"))
    assert "以前の議員" in shown
    assert "議員名簿に記載がない" in shown


def test_the_matrix_keeps_absent_not_in_office_and_unnamed_apart():
    table = tree(page(f"sessions/{SESSION}.html")).find_class("c-matrix")[0]
    rows = {words(row.find("th")): row for row in table.find("tbody")}
    amended = next(row for name, row in rows.items() if "修正案" in name)
    assert [words(cell) for cell in amended.findall("td")] == ["議長", "反対", "賛成", "退席", "在職していない"]
    unnamed = next(row for name, row in rows.items() if "財産の取得" in name)
    assert [(cell.get("colspan"), words(cell)) for cell in unnamed.findall("td")] == [
        ("5", "個人別の記録なし（簡易採決）")
    ]
    petition = next(row for name, row in rows.items() if "夜間照明" in name)
    assert words(petition.findall("td")[-1]) == "この議員の記録なし（だれのものか確認中の票あり）"


def test_the_matrix_stands_under_groups_and_says_who_changed():
    shown = tree(page(f"sessions/{SESSION}.html"))
    bands = [
        (words(band), band.get("colspan"), band.get("scope"))
        for band in shown.find_class("c-band")
        if band.get("colspan")
    ]
    assert bands == [("うしお", "2", "colgroup"), ("みなと", "2", "colgroup"), ("会派の記載なし", "1", "colgroup")]
    assert "山﨑 美咲は、令和8年3月3日の表決のときは「うしお」に所属していました。" in words(shown)


def test_a_bill_shows_its_course_and_the_other_title():
    steps = [words(step) for step in tree(page(f"bills/{SESSION}-gian-3.html")).find_class("c-course__step")]
    assert steps == [
        "提出 市長",
        "上程 令和8年3月3日 本会議 日程第２",
        "付託 総務委員会",
        "議決 可決 令和8年3月19日 賛成3・反対1（議長を除く） 表決を見る",
    ]
    assert "手数料条例の改正について" in said(page(f"bills/{SESSION}-gian-4.html"))
    assert "結果はまだ記録されていません" in said(page(f"bills/{SESSION}-gian-8.html"))


def test_a_bill_carried_over_has_the_result_of_each_session():
    def result(session):
        rows = tree(page(f"sessions/{session}.html")).get_element_by_id("bills-list").find_class("c-row")
        return next(words(row.find_class("c-result")[0]) for row in rows if "給食費" in words(row))

    assert (result(SESSION), result("2026-2-teirei")) == ("継続審査", "採択")
    assert words(tree(page(f"bills/{SESSION}-seigan-1.html")).find_class("c-answer")[0]).startswith("採択")


def test_a_group_shows_who_belonged_when_and_how_often_it_voted_as_one():
    shown = said(page(f"groups/{MINATO}.html"))
    assert "賛否が割れた採決2件のうち、0件で会派の全員が同じ側でした。" in shown
    assert "令和8年3月10日〜" in shown


def test_a_sitting_held_back_has_its_place_and_says_why():
    shown = said(page(f"meetings/{HELD_BACK}.html"))
    assert "確認中" in shown
    assert "掲載を見合わせています" in shown
    assert "R204" in shown
    assert "確認中" in said(page(f"sessions/{SESSION}.html"))


def test_what_stands_before_and_after_the_debate_is_kept_as_printed():
    shown = said(page(f"meetings/{MINUTES}.html"))
    assert "令和８年第１回潮市議会定例会会議録（第２号）" in shown
    assert "地方自治法第123条第2項の規定により署名する。" in shown


def test_the_contents_name_every_heading_and_who_asks_under_it():
    titles = [(entry.title, entry.level) for entry in page(f"meetings/{MINUTES}.html").toc]
    assert titles[-4:] == [
        ("日程第１ 一般質問", 3),
        ("通学路の安全について", 4),
        ("佐藤 健", 5),
        ("日程第２ 議案第３号", 3),
    ]


def test_a_sitting_to_come_shows_its_agenda_and_where_to_watch():
    shown = tree(page(f"meetings/{ANNOUNCED}.html"))
    assert "まだ掲載されていません" in words(shown)
    assert "午前10時から" in words(shown)
    assert "https://video.example/live" in [link for _, _, link, _ in shown.iterlinks()]


def test_minutes_say_their_status_the_official_record_and_the_day():
    shown = said(page(f"meetings/{MINUTES}.html"))
    assert "速報版" in shown
    assert "正式な記録は、署名された会議録（原本）です。" in shown
    assert "令和8年4月2日現在の記録です。" in shown


def test_a_correction_stands_on_the_page_it_concerns_without_withdrawn_words():
    assert "votes/a.csv 5行目 D列 決定：局長" in said(vote("gian-3-main"))
    assert "訂正前「×」 → 訂正後「○」 転記の誤り" in said(vote("gian-3-main"))
    withdrawn = said(page(f"meetings/{MINUTES}.html"))
    assert "発言取消 発言の取消し" in withdrawn
    assert "訂正前" not in withdrawn
    assert "2026" not in said(page("corrections.html"))


def test_members_only_papers_are_marked():
    paper = next(row for row in tree(page("materials.html")).find_class("c-paper") if "議員だけの資料" in words(row))
    assert "議員限定" in words(paper)


def test_a_packet_puts_papers_under_their_items():
    shown = tree(page(f"packets/{MINUTES}.html"))
    items = [words(item) for item in shown.find_class("packet-items__item")]
    assert "資料1 予算の概要 4〜27" in items[1]
    assert "予算の概要" not in items[0]
    assert "そのほかの資料 資料2 議員だけの資料" in words(shown)


def test_dates_of_sittings_are_there_for_the_script_and_the_list_is_complete():
    shown = tree(page("live.html"))
    days = [one.get("data-date") for one in shown.find_class("c-sitting")]
    assert days == ["2026-06-09", "2026-03-03", "2026-03-10", "2026-03-19"]
    assert all(one.get("hidden") is not None for one in shown.find_class("c-when"))


def test_a_recording_of_an_unknown_sitting_is_listed_all_the_same():
    assert "令和7年1月5日 総務委員会" in said(page("live.html"))


def test_recordings_open_where_the_member_begins():
    shown = tree(page(f"meetings/{MINUTES}.html"))
    question = shown.get_element_by_id("s-00000005").find_class("c-play")[0]
    assert question.get("href") == "https://www.youtube.com/watch?v=abc&t=3753"
    assert "1:02:33" in words(question)
    assert "午前10時30分" in words(shown.get_element_by_id("s-00000002").getparent())


def test_an_english_council_reads_its_marks_in_english():
    table = tree(pages("en")[f"sessions/{SESSION}.html"]).find_class("c-matrix")[0]
    marks = {words(cell) for cell in table.find("tbody").iter("td")}
    assert {"Yes", "No", "Absent", "Left the chamber", "Chair"} <= marks


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_style_sheet_gives_every_mark_the_glossary_s_sign(language):
    sheet = (TEMPLATES / "theme" / "assets" / "council" / "matrix.css").read_text(encoding="utf-8")
    rules = dict(re.findall(r"^(?:\.c-marks td\.c-([a-z-]+))::before \{ content: \"(.+?)\";", sheet, re.MULTILINE))
    if language == "en":
        rules |= dict(
            re.findall(r"^:lang\(en\) \.c-marks td\.c-([a-z-]+)::before \{ content: \"(.+?)\";", sheet, re.MULTILINE)
        )
    terms = {look_of(option): word for option, word in OPTION_TERMS.items()}
    terms |= {"chair": CHAIR_TERM, "vice-chair": VICE_CHAIR_TERM, "checking": CHECKING_TERM}
    assert rules == {look: symbol_in(word, language) for look, word in terms.items()} | {"none": "・", "out": "／"}
