"""A sitting while it is being told: who says what in which order, the agenda it follows, and the clock."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from city import Bill
from people import Member, chair_on, committee_chair, members_on, officers_on, vice_chair_on

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
LONE_DIGIT = re.compile(r"(?<![0-9])[0-9](?![0-9])")
STAGE = re.compile(r"[〔（].*[〕）]$|午[前後].*(?:休憩|再開|散会|閉会)$")
PACE = 2.4  # characters spoken in a second
MORNING_ENDS, AFTERNOON_BEGINS = dt.time(11, 35), dt.time(13, 0)
OPENS, AT_ONE_GO = dt.time(10, 0), dt.timedelta(minutes=55)
SMALL = 10


def n(number: int) -> str:
    """Return a number as minutes print it: one digit full-width, more digits half-width."""
    return str(number).translate(WIDE) if number < SMALL else str(number)


def printed(text: str) -> str:
    """Return a text with its numbers as minutes print them (議案第３号, 議案第16号)."""
    return LONE_DIGIT.sub(lambda digit: digit[0].translate(WIDE), text)


def clock(time: dt.datetime) -> str:
    """Return 午前11時02分."""
    hour = time.hour - 12 if time.hour > 12 else time.hour  # noqa: PLR2004 - noon
    return f"{'午前' if time.hour < 12 else '午後'}{n(hour)}時{time.minute:02}分"  # noqa: PLR2004 - noon


@dataclass(slots=True)
class Entry:
    """A heading, or a speech with its label; stage and time lines are paragraphs of the speech they stand in."""

    kind: str  # heading, speech
    label: str
    paragraphs: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda."""

    label: str
    title: str
    referred: str = ""


@dataclass(slots=True)
class Record:
    """What is said on one day; ``marks`` are the stretches of members' questions (seat, start, end)."""

    date: dt.date
    committee: str = ""  # 総務 …: its own minutes; empty: the plenary
    entries: list[Entry] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    marks: list[tuple[int, dt.datetime, dt.datetime]] = field(default_factory=list)
    absent: tuple[int, ...] = ()
    vice_presides: bool = False
    chair_seat: int = 0
    vice_seat: int = 0
    opened: dt.time = OPENS
    now: dt.datetime = field(init=False)
    rested: dt.datetime = field(init=False)
    rng: random.Random = field(init=False)

    def __post_init__(self) -> None:
        """Set the clock to the opening and the chance of this day."""
        self.now = self.rested = dt.datetime.combine(self.date, self.opened)
        self.chair_seat = self.chair_seat or chair_on(self.date)
        self.vice_seat = self.vice_seat or vice_chair_on(self.date)
        self.rng = random.Random(f"{self.date} {self.committee}")

    def one_of(self, *wordings: str) -> str:
        """Return one of several ways to say a thing."""
        return self.rng.choice(wordings)

    def member(self, seat: int) -> Member:
        """Return the member of a seat on this day."""
        return members_on(self.date)[seat]

    def called(self, seat: int) -> str:
        """Return how the chair calls a member: ７番、井上浩二議員."""
        return f"{n(seat)}番、{self.member(seat).plain}議員"

    def label(self, who: int | str) -> str:
        """Return a speaker's label: of a seat, an office, or a committee's chair (総務委員長)."""
        if isinstance(who, int):
            return f"◆{n(who)}番({self.member(who).plain}{'委員' if self.committee else '議員'})"
        if who.endswith("委員長"):
            seat = committee_chair(who.removesuffix("委員長"), self.date)
            return f"◆{who}({self.member(seat).plain}議員)"
        mark = "○" if who.startswith("議会事務局") else "◎"
        return f"{mark}{who}({officers_on(self.date)[who]}君)"

    @property
    def presiding(self) -> str:
        """The label of whoever presides."""
        if self.committee:
            return f"○委員長({self.member(committee_chair(self.committee, self.date)).plain}委員)"
        seat = self.vice_seat if self.vice_presides else self.chair_seat
        return f"○{'副議長' if self.vice_presides else '議長'}({self.member(seat).plain}議員)"

    def say(self, who: int | str, *paragraphs: str) -> None:
        """Add a speech of a member (seat) or officer."""
        self._speak(self.label(who), paragraphs)

    def chair(self, *paragraphs: str) -> None:
        """Let the chair speak; directly after the chair's own words the speech goes on."""
        if not paragraphs:
            return
        last = self.entries[-1] if self.entries else None
        goes_on = last and last.label == self.presiding
        if last and goes_on and (not STAGE.match(last.paragraphs[-1]) or self.rng.random() < 1 / 3):
            last.paragraphs += paragraphs
            self._pass(paragraphs)
        else:
            self._speak(self.presiding, paragraphs)

    def stage(self, text: str) -> None:
        """Add a stage line to the speech that is under way."""
        self.entries[-1].paragraphs.append(text)

    def item(self, title: str, referred: str = "", *, added: bool = False) -> None:
        """Take up the next item of the agenda, or one added to it."""
        number = sum(one.label.startswith("追加") is added for one in self.items) + 1
        found = Item(f"{'追加' if added else ''}日程第{n(number)}", title, referred)
        self.items.append(found)
        self.entries.append(Entry("heading", f"△{found.label}　{title}"))

    def bill_items(self, bills: Iterable[Bill]) -> None:
        """Take up bills one after another, each an item of its own."""
        for bill in bills:
            self.item(printed(f"{bill.number}　{bill.title}"), bill.referred)

    def rest_if_due(self) -> None:
        """Let the chair call a recess when an hour has passed, or noon comes near."""
        before_noon = MORNING_ENDS <= self.now.time() < AFTERNOON_BEGINS
        if not before_noon and self.now - self.rested < AT_ONE_GO:
            return
        again = dt.datetime.combine(self.date, AFTERNOON_BEGINS)
        if not before_noon:
            again = self.now.replace(second=0) + dt.timedelta(minutes=15 - self.now.minute % 5)
        self.recess(again)

    def recess(self, again: dt.datetime) -> None:
        """Break off until a time of day."""
        self.chair(
            self.one_of("この際、暫時休憩いたします。", "ここで、暫時休憩いたします。")
            + f"再開は、{clock(again)}の予定といたします。"
        )
        self.stage(f"{clock(self.now)}休憩")
        self.now = self.rested = again
        self.stage(f"{clock(again)}再開")
        self.chair(self.one_of("休憩前に引き続き、会議を開きます。", "会議を再開いたします。"))

    def speech_size(self) -> int:
        """Return the number of characters of all speeches."""
        return sum(len(text) for entry in self.entries if entry.kind == "speech" for text in entry.paragraphs)

    def _speak(self, label: str, paragraphs: Iterable[str]) -> None:
        self.entries.append(Entry("speech", label, list(paragraphs)))
        self._pass(self.entries[-1].paragraphs)

    def _pass(self, paragraphs: Iterable[str]) -> None:
        self.now += dt.timedelta(seconds=round(sum(map(len, paragraphs)) / PACE) + 4)
