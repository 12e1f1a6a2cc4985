"""A transcript as it grows: headings, speeches with their labels, stage directions; and what the chair always says."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from archive_bills import Bill, Sitting
from archive_people import Person, Stretch
from archive_shape import n

OBJECTION = "（「異議なし」と呼ぶ者あり）"
NOTHING = "（「なし」と呼ぶ者あり）"
_STAGE = "\u3000" * 4
_TIME = "\u3000" * 14


@dataclass(slots=True)
class Transcript:
    """The lines of a sitting's debate, and who may speak in it."""

    sitting: Sitting
    stretch: Stretch
    dice: random.Random
    lines: list[str] = field(default_factory=list)
    written: int = 0
    items: int = 0

    def add(self, line: str) -> None:
        """Add a line."""
        self.lines.append(line)
        self.written += len(line)

    def heading(self, title: str) -> str:
        """Begin an item of the agenda and return its label."""
        self.items += 1
        self.add(f"△{label_of(self.items)}\u3000{title}")
        return label_of(self.items)

    def say(self, label: str, *paragraphs: str) -> None:
        """Add a speech."""
        self.add(f"○{label}\u3000{paragraphs[0]}")
        for paragraph in paragraphs[1:]:
            self.add(f"\u3000{paragraph}")

    def chair(self, *paragraphs: str) -> None:
        """Let 議長 speak."""
        self.say(f"議長（{self.stretch.seats[self.stretch.chair].name}君）", *paragraphs)

    def member(self, seat: int, *paragraphs: str) -> None:
        """Let a member speak from a seat."""
        self.say(f"{n(seat)}番（{self.stretch.seats[seat].name}君）", *paragraphs)

    def officer(self, office: str, *paragraphs: str) -> None:
        """Let an officer speak."""
        self.say(f"{office}（{self.stretch.officers[office].name}君）", *paragraphs)

    def stage(self, words: str) -> None:
        """Add a stage direction."""
        self.add(_STAGE + words)

    def time(self, words: str) -> None:
        """Add a line of time."""
        self.add(_TIME + words)

    def called(self, seat: int) -> str:
        """Return how a member is called up."""
        return f"{n(seat)}番、{self.stretch.seats[seat].name}君"

    def present(self) -> list[int]:
        """Return the seats that may be called up: neither absent nor the chair's."""
        return [seat for seat in self.stretch.seats if seat not in self.sitting.absent and seat != self.stretch.chair]

    def agreed(self, outcome: str) -> None:
        """Let nobody object."""
        self.stage(OBJECTION)
        self.chair(f"御異議なしと認めます。よって、{outcome}")


def label_of(item: int) -> str:
    """Return 日程第１."""
    return f"日程第{n(item)}"


def printed(bill: Bill) -> str:
    """Return 議案第３号, as minutes print it."""
    return f"{bill.kind}第{n(bill.number)}号"


def columns(cells: list[str], width: int = 16) -> list[str]:
    """Return cells two to a line."""
    return [
        "\u3000" + cells[place].ljust(width, "\u3000") + "".join(cells[place + 1 : place + 2])
        for place in range(0, len(cells), 2)
    ]


def seated(seat: int, person: Person) -> str:
    """Return a member as the lists of attendance print it."""
    return f"{n(seat)}番\u3000{person.listed}君"
