"""The headings of vote tables: which column holds what (contract §2.2, and the spellings councils use)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from council.model.votes import Option
from council.text.numerals import fold_width
from council.text.patterns import regex


class Field(StrEnum):
    """What a column of a vote table holds; LABEL is known and not read (会派, 議席, 合計)."""

    NUMBER = "number"
    TITLE = "title"
    PROPOSER = "proposer"
    REFERRED_TO = "referred_to"
    DATE = "date"
    METHOD = "method"
    RESULT = "result"
    MEETING = "meeting"
    MEMBER = "member"
    VOTE = "vote"
    NOTE = "note"
    COUNT = "count"
    LABEL = "label"


class Heading(Struct, frozen=True):
    """A known heading. The lower ``rank`` decides where two columns hold one field; mapped ones have rank 0."""

    field: Field
    rank: int = 1
    option: Option | None = None


# The first spelling is the contract's Japanese name, the second its English name.
OWN_NAMES = 2
SPELLINGS: dict[Field, str] = {
    Field.NUMBER: "議案番号 number 議案等番号 議案番号等 案件番号 番号 議案No 議案No. 議案№ billnumber billno billno. item itemno itemno. itemnumber agendaitem agendaitemno agendaitemnumber agendanumber agendano",
    Field.TITLE: "件名 title 議案名 案件名 議案件名 件名等 議案等の名称 議案名称 議案等 事件名 案件 議案 事件 議案番号・件名 議案番号及び件名 議案番号件名 番号・件名 番号及び件名 subject motion description agendaitemtitle",
    Field.PROPOSER: "提出者 proposer 提案者 提出者名 提出 提出区分 proposedby movedby mover",
    Field.REFERRED_TO: "付託委員会 referred_to 付託先 付託先委員会 付託委員会名 付託 委員会",
    Field.DATE: "議決日 date 議決年月日 議決月日 議決の日 採決日 採決月日 表決日 表決月日 年月日 日付 月日 votedate dateofvote meetingdate",
    Field.METHOD: "採決方法 method 表決方法 採決の方法 表決の方法 議決方法",
    Field.RESULT: "結果 result 議決結果 審議結果 採決結果 表決結果 議決の結果 審議の結果 本会議結果 本会議の結果 議決 outcome disposition decision",
    Field.MEETING: "会議 meeting 会議名 会期 会議区分 定例会 本会議",
    Field.MEMBER: "議員名 member 氏名 議員氏名 議員 名前 name councillor councilmember",
    Field.VOTE: "賛否 vote 表決 賛否の別 各議員の賛否 議員別賛否 賛否の状況 賛否状況 表決結果一覧",
    Field.NOTE: "備考 note 摘要 注記 備考欄 notes remarks",
}
_LABELS = """
会派 会派名 所属会派 会派等 議席 議席番号 議席順 席 議席番 役職 役職名 職 職名 ふりがな フリガナ 議員ID id 合計 計 小計 総計 総数 表決者数
投票総数 投票者数 出席 出席者 出席者数 出席議員数 議員数 可否 討論 質疑 種別 区分 議案種別 議案区分 案件種別 種類 ページ 頁 採決順 順番 連番 通番
通し番号 整理番号 提出日 上程日 付託日 提出年月日 審査結果 委員会結果 委員会の結果 委員会審査結果 委員長報告 委員長報告の結果 賛否同数 結果別 group party seat total role kana office secondedby seconded seconder
"""
_COUNTS: dict[str, Option] = {
    "賛成": Option.YES,
    "反対": Option.NO,
    "棄権": Option.ABSTAIN,
    "欠席": Option.ABSENT,
    "退席": Option.NOT_VOTING,
    "除斥": Option.EXCUSED,
    "yes": Option.YES,
    "ayes": Option.YES,
    "yeas": Option.YES,
    "for": Option.YES,
    "no": Option.NO,
    "nays": Option.NO,
    "noes": Option.NO,
    "against": Option.NO,
    "abstain": Option.ABSTAIN,
    "abstained": Option.ABSTAIN,
    "absent": Option.ABSENT,
    "excused": Option.EXCUSED,
}
_LONGEST = 80
_COUNT = regex(rf"^({'|'.join(_COUNTS)})(?:(?:議員|者|人|票)?(?:総?数|計)|者|人|票)?(?:\((?:人|名|票|数)\))?$")


def key_of(text: str) -> str:
    """Return a heading as it is compared: half-width, lower case, without spaces, underscores and outer brackets."""
    squeezed = re.sub(r"[\s\u3000_]+", "", fold_width(text)).casefold()
    return re.sub(r"^[\[(【〔](.+)[\])】〕]$", r"\1", squeezed)


_KNOWN: dict[str, Heading] = {key_of(label): Heading(Field.LABEL) for label in _LABELS.split()}
_KNOWN |= {
    key_of(spelling): Heading(field, rank)
    for field, spellings in SPELLINGS.items()
    for rank, spelling in enumerate(spellings.split(), start=1)
}


class Headings:
    """Looks headings up: the council's own names (``extra.council.vote_columns``) before the known ones."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        """Take the mapping of a table's own headings to the names of the contract; unknown targets are passed over."""
        self._mapped: dict[str, Heading] = {}
        self._memo: dict[str, Heading | None] = {}
        for printed, target in columns.items():
            if known := _known(key_of(target)):
                self._mapped[key_of(printed)] = Heading(known.field, 0, known.option)

    def find(self, text: str) -> Heading | None:
        """Return what a column of this heading holds, or None."""
        if len(text) > _LONGEST:
            return None
        if text not in self._memo:
            key = key_of(text)
            self._memo[text] = self._mapped.get(key) or _known(key) or _known(_without_remark(key)) if key else None
        return self._memo[text]


def _without_remark(key: str) -> str:
    """Return a heading without a remark after it: 結果(本会議); the committee's result is another thing."""
    return key if "委員会" in key else re.sub(r"\([^()]*\)$", "", key)


def _known(key: str) -> Heading | None:
    count = _COUNT.match(key)
    if key in _KNOWN:
        return _KNOWN[key]
    # A lone “No” numbers the rows; it counts the noes only beside a count of the ayes.
    return Heading(Field.COUNT, 2 if key == "no" else 1, _COUNTS[count[1]]) if count else None
