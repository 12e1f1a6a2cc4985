"""What a chair has said since the last decision, and what is under way: item, bills, method, figures."""

from __future__ import annotations

from msgspec import Struct, field

from council.model.bill_numbers import BillNumber
from council.model.votes import Requirement
from council.parse.drafts import DraftSpeech
from council.parse.minutes.lines import squeeze
from council.parse.minutes.sentences import Sentence
from council.text.blocks import paragraphs
from council.text.patterns import regex

_ITEM_LABEL = regex(
    r"^[○◯〇◎△▽□■\s\u3000]*(?:(?:追加)?日程(?:追加)?[ \u3000]*第?[ \u3000]*[0-9０-９一二三四五六七八九十]+[、.．]?)?[ \u3000]*"
)
_BILL_LABEL = regex(
    r"^[一-龠]{1,8}[ \u3000]*第[ \u3000]*[0-9０-９一二三四五六七八九十百\-]+[ \u3000]*号(?!の)[、.．]?[ \u3000]*"
)


class State(Struct):
    """What was said since the last decision, and what is under way."""

    heading: str = ""
    bills: tuple[BillNumber, ...] = ()
    named: tuple[BillNumber, ...] = ()
    method: str = ""
    taken: bool = False
    amendment: bool = False
    report: bool = False
    tie: bool = False
    reported: str = ""
    requirement: Requirement = Requirement.MAJORITY
    yes: int | None = None
    no: int | None = None
    extent: str = ""  # 起立多数 and the like
    asked: Sentence | None = None  # what was last put to the vote
    election: str = ""  # the election that the chair opened
    nominated: bool = False  # by the chair's nomination (指名推選), not by ballot
    headed: bool = False  # a heading came since the last item was taken up
    titles: dict[BillNumber, str] = field(default_factory=dict)

    def under(self, heading: DraftSpeech, *, follows: bool) -> None:
        """Begin under a heading; one that follows another directly adds its bills."""
        text = next((paragraph.text for paragraph in paragraphs(heading.blocks)), "").strip()
        self.headed = True
        if len(heading.bills) == 1:
            self.titles[heading.bills[0]] = title_of(text)
        if follows and (heading.bills or not self.bills):
            self.bills = tuple(dict.fromkeys((*self.bills, *heading.bills)))
            return
        if heading.bills or "日程" in text or heading.level == 1:
            self.heading, self.bills, self.named, self.reported = text, heading.bills, (), ""
            self.requirement = Requirement.MAJORITY
            self.election, self.nominated = "", False
        self.clear()

    def clear(self) -> None:
        """Forget the words of the last vote."""
        self.method, self.taken, self.amendment, self.report, self.tie = "", False, False, False, False
        self.yes = self.no = self.asked = None
        self.extent = ""

    def take_up(self, item: str, bills: tuple[BillNumber, ...]) -> None:
        """Begin an item that the chair names and no heading: without a bill, the bills before are over."""
        if not self.headed and not bills:
            self.heading, self.bills, self.named, self.reported = item, (), (), ""
            self.election = ""
            self.clear()
        self.headed = False


def title_of(heading: str) -> str:
    """Return a heading's title without mark, item label and bill number."""
    bare = _BILL_LABEL.sub("", _ITEM_LABEL.sub("", heading))
    return bare.strip() if squeeze(bare) else ""
