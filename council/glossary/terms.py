"""The words for options, roles, kinds and states, each in Japanese and English beside the standard's word."""

from __future__ import annotations

from msgspec import Struct

from council.model.events import (
    AttendanceKind,
    AttendanceStatus,
    RecordingKind,
    RecordingScope,
    SessionKind,
    Status,
)
from council.model.votes import Option, Recorded, Requirement, Role, Vote


class Term(Struct, frozen=True):
    """A word in both languages; ``symbol`` where the field has one, ``explained`` what it means in a sentence."""

    ja: str
    en: str
    symbol: str = ""
    explained_ja: str = ""
    explained_en: str = ""

    def in_language(self, language: str) -> str:
        """Return the word in ``ja`` or ``en``."""
        return self.ja if language == "ja" else self.en

    def explained(self, language: str) -> str:
        """Return the explanation in ``ja`` or ``en``."""
        return self.explained_ja if language == "ja" else self.explained_en


OPTION_TERMS: dict[Option, Term] = {
    Option.YES: Term("賛成", "Yes", "○", "議題に賛成しました。", "Voted for it."),
    Option.NO: Term("反対", "No", "×", "議題に反対しました。", "Voted against it."),
    Option.ABSTAIN: Term(
        "棄権", "Abstained", "棄", "議場にいて、賛否を示しませんでした。", "Was present and took no side."
    ),
    Option.ABSENT: Term("欠席", "Absent", "欠", "会議を欠席していました。", "Was absent from the sitting."),
    Option.NOT_VOTING: Term(
        "退席", "Left the chamber", "退", "表決のとき議場を離れていました。", "Had left the chamber for the vote."
    ),
    Option.EXCUSED: Term(
        "除斥",
        "Excused",
        "除",
        "利害関係があるため、法律により審議に加われませんでした（地方自治法第117条）。",
        "Could not take part by law, having an interest in the matter.",
    ),
    Option.OTHER: Term("その他", "Other", "他", "表に書かれた記号のままです。", "As the table has it."),
}

CHAIR_TERM = Term(
    "議長",
    "Chair",
    "議",
    "議長は通常、表決に加わりません（地方自治法第116条）。",
    "By law the chair does not vote on ordinary matters.",
)
VICE_CHAIR_TERM = Term(
    "副議長",
    "Vice-chair presiding",
    "副",
    "副議長が議長の職務を行い、表決に加わりませんでした。",
    "The vice-chair presided and did not vote.",
)

CHECKING_TERM = Term(
    "確認中",
    "Being checked",
    "確",
    "表の記載に確認が必要なため、まだ載せていません。",
    "Kept back until what the table says is checked.",
)

_TERMS: dict[object, Term] = {
    Role.MEMBER: Term("議員", "Member"),
    Role.CHAIR: CHAIR_TERM,
    Role.VICE_CHAIR: VICE_CHAIR_TERM,
    SessionKind.REGULAR: Term("定例会", "Regular session"),
    SessionKind.SPECIAL: Term("臨時会", "Special session"),
    Status.DRAFT: Term(
        "速報版", "Draft", "", "校正前の速報です。内容が変わることがあります。", "Not yet proofread; it may change."
    ),
    Status.PROOF: Term(
        "校正中", "Proof", "", "校正中です。内容が変わることがあります。", "Being proofread; it may change."
    ),
    Status.FINAL: Term("確定版", "Final", "", "校正を終えた版です。", "Proofread."),
    Status.UNSTATED: Term("版の記載なし", "Status not stated"),
    AttendanceStatus.PRESENT: Term("出席", "Present"),
    AttendanceStatus.ABSENT: Term("欠席", "Absent"),
    AttendanceStatus.LATE: Term("遅参", "Late"),
    AttendanceStatus.LEFT: Term("早退", "Left early"),
    AttendanceStatus.ONLINE: Term("オンライン", "Online"),
    AttendanceKind.MEMBER: Term("議員", "Members"),
    AttendanceKind.EXPLAINER: Term("説明のため出席した者", "Officers attending to explain"),
    AttendanceKind.STAFF: Term("事務局職員", "Secretariat"),
    RecordingKind.LIVE: Term("ライブ", "Live"),
    RecordingKind.RECORDING: Term("録画", "Recording"),
    RecordingScope.MEETING: Term("会議", "Sitting"),
    RecordingScope.MEMBER: Term("議員", "Member"),
    RecordingScope.ITEM: Term("議題", "Item"),
    Recorded.RECORDED: Term("個人別の記録あり", "Recorded by name"),
    Recorded.NOT_RECORDED: Term("個人別の記録なし", "Not recorded by name"),
    Recorded.NOT_PUBLISHED: Term("個人別の記録は非公表", "Names not published"),
    Requirement.MAJORITY: Term("過半数", "Majority"),
    Requirement.TWO_THIRDS: Term("3分の2以上", "Two thirds"),
    Requirement.THREE_QUARTERS: Term("4分の3以上", "Three quarters"),
}


def term(value: object) -> Term:
    """Return the words of an option, role, kind or state."""
    return OPTION_TERMS[value] if isinstance(value, Option) else _TERMS[value]


def option_term(vote: Vote) -> Term:
    """Return the words for one vote: a presiding officer who did not vote reads 議長, not 退席."""
    if vote.option is Option.NOT_VOTING and vote.role is Role.CHAIR:
        return CHAIR_TERM
    if vote.option is Option.NOT_VOTING and vote.role is Role.VICE_CHAIR:
        return VICE_CHAIR_TERM
    return OPTION_TERMS[vote.option]
