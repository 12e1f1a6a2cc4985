"""Speeches: every line from a label to the next label or heading is that speech; no character is lost.

The type of a speech follows the mark's meaning and the speaker's role, in this order:

* a presiding officer (議長 …; in a committee's own minutes its chair): ``speech``;
* a committee's chair who reports in the plenary: ``speech``, whatever the mark;
* an officer of the executive: ``answer`` with the mark ◎ or once a member has asked under the same heading;
  otherwise (提案説明, 施政方針) ``speech``;
* a member whom the chair called to explain the bill and whom others then ask: ``answer``, unless the mark is ◆;
* a member with the mark ◆: ``question``; with any other mark ``question`` while questions are open (the heading or
  the chair said 質疑, 一般質問 …) and ``speech`` otherwise (討論, 提出者の説明);
* anybody with the mark ◎: ``answer``; everybody else: ``speech``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from council.model.debate import SpeechType
from council.parse.drafts import DraftSpeech
from council.parse.minutes.bills import bills_in
from council.parse.minutes.exchanges import Exchange
from council.parse.minutes.labels import Label
from council.parse.minutes.layout import LineKind, Marked
from council.parse.minutes.lines import Line, blocks_of, place, squeeze
from council.parse.minutes.names import is_committee_chair, is_executive
from council.parse.minutes.profile import Profile
from council.text.patterns import regex

_ITEM = regex(r"日程第?[0-9]|日程追加")


class _Piece(Struct):
    """Lines that make one speech, heading or line outside any speech."""

    kind: LineKind
    lines: list[Line] = field(default_factory=list)
    label: Label | None = None


class _Floor(Struct):
    """Whether questions are open, whether a member has asked since the last heading, and who explained the bill."""

    open: bool = False
    asked: bool = False
    explains: bool = False  # the chair has called somebody to explain
    proposer: str = ""
    exchange: Exchange = field(default_factory=Exchange)


def read_debate(marked: Sequence[Marked], path: str, profile: Profile, *, committee: bool) -> tuple[DraftSpeech, ...]:
    """Return the debate in order: headings, speeches, and what stands outside any speech."""
    floor = _Floor(open=committee)
    heading = ""
    speeches: list[DraftSpeech] = []
    levels = _Levels()
    for piece in _pieces(marked):
        if piece.kind is LineKind.HEADING:
            heading = piece.lines[0].text.strip()
            floor = _Floor(open=_opens(squeeze(heading), profile, was_open=committee))
            speeches.append(_heading(piece, path, profile, levels))
        elif piece.label:
            speaker = _Speaker(piece.label, profile, committee)
            speech = _speech(piece, speaker, floor, path, heading)
            speeches.append(_answering(speech, speaker, floor, len(speeches)))
        else:
            speeches.append(_outside(piece, path, heading))
            if speeches[-1].type is SpeechType.NARRATIVE:
                floor.exchange.forget()
    return tuple(speeches)


def _opens(heading: str, profile: Profile, *, was_open: bool) -> bool:
    return bool(profile.questions.headings.search(heading)) or (was_open and not profile.debate.search(heading))


def _pieces(marked: Sequence[Marked]) -> Iterator[_Piece]:
    """Cut a debate into pieces; blank lines at the edge of what stands outside any speech hold nothing."""
    piece: _Piece | None = None
    blanks: list[Line] = []
    for one in marked:
        if piece and one.kind is not LineKind.LABEL and _goes_on(piece, one):
            piece.lines += (*blanks, one.line)
        elif one.line.is_blank:
            blanks.append(one.line)
            continue
        else:
            yield from (piece,) if piece else ()
            piece = _Piece(one.kind, [one.line], one.label)
        blanks = []
    yield from (piece,) if piece else ()


def _goes_on(piece: _Piece, one: Marked) -> bool:
    """Say whether a line belongs to the piece before it: to a speech all but a heading, to a narrative its like."""
    if piece.label:
        return one.kind not in (LineKind.HEADING, LineKind.UNREAD)
    return piece.kind in (LineKind.OTHER, LineKind.UNREAD) and one.kind is LineKind.OTHER and not one.line.is_blank


class _Levels(Struct):
    """Whether the minutes have headings of agenda items, so that other headings stand below them."""

    item: bool = False


def _heading(piece: _Piece, path: str, profile: Profile, levels: _Levels) -> DraftSpeech:
    line = piece.lines[0]
    top = bool(profile.top_level.search(line.squeezed))
    levels.item = levels.item or bool(_ITEM.search(line.squeezed))
    return DraftSpeech(
        type=SpeechType.HEADING,
        blocks=blocks_of(piece.lines),
        location=place(path, line, line.text.strip()),
        level=1 if top or not levels.item else 2,
        bills=bills_in(line.text),
    )


class _Speaker(Struct, frozen=True):
    """Who speaks, as far as the label and the layout tell."""

    label: Label
    profile: Profile
    committee: bool

    @property
    def presides(self) -> bool:
        """Whether the speaker is in the chair."""
        return presides(self.label.role, self.profile, committee=self.committee)

    @property
    def reports(self) -> bool:
        """Whether the speaker is a committee's chair in the plenary."""
        return not self.committee and is_committee_chair(self.label.role, self.profile.roles)

    @property
    def answers(self) -> bool:
        """Whether the speaker is an officer of the executive."""
        return is_executive(self.label.role, self.profile.roles)

    @property
    def asks(self) -> bool:
        """Whether the speaker is a member."""
        role = self.label.role
        return (
            role in self.profile.roles.members
            or role.rstrip("議員委").endswith("番")
            or (not role and self.label.meaning != "answer")
        )


def presides(role: str, profile: Profile, *, committee: bool) -> bool:
    """Say whether a role is in the chair: 議長 and their deputies; in a committee's minutes its chair as well."""
    return role in profile.roles.presiding or (committee and is_committee_chair(role, profile.roles))


def _speech(piece: _Piece, speaker: _Speaker, floor: _Floor, path: str, heading: str) -> DraftSpeech:
    label = speaker.label
    blocks = blocks_of(piece.lines, skip=label.text_start)
    kind = _type(speaker, floor)
    _follow(speaker, kind, floor, piece.lines)
    return DraftSpeech(
        type=kind,
        blocks=blocks,
        location=place(path, piece.lines[0], heading),
        attribution=label.attribution,
        role=label.role,
        name=label.name,
    )


def _answering(speech: DraftSpeech, speaker: _Speaker, floor: _Floor, place: int) -> DraftSpeech:
    """Note which question an answer was given to; the chair's words between the two change nothing."""
    answers = None if speaker.presides else floor.exchange.hear(place, speech, speaker.profile.questions)
    return speech if answers is None else replace(speech, answers=answers)


def _type(speaker: _Speaker, floor: _Floor) -> SpeechType:
    marked = speaker.label.meaning
    if speaker.presides or speaker.reports:
        return SpeechType.SPEECH
    if speaker.answers:
        return SpeechType.ANSWER if marked == "answer" or floor.asked else SpeechType.SPEECH
    proposes = bool(floor.proposer) and speaker.asks and speaker.label.name == floor.proposer
    if proposes and floor.asked and marked != "question":
        return SpeechType.ANSWER
    if speaker.asks or marked == "question":
        return SpeechType.QUESTION if marked == "question" or floor.open else SpeechType.SPEECH
    return SpeechType.ANSWER if marked == "answer" else SpeechType.SPEECH


def _follow(speaker: _Speaker, kind: SpeechType, floor: _Floor, lines: Sequence[Line]) -> None:
    """Note what this speech means for those after it: a question was asked; the chair opens or closes questions."""
    if kind is SpeechType.QUESTION:
        floor.asked = True
    if not speaker.presides:
        if speaker.asks and floor.explains and not floor.open:
            floor.proposer = speaker.label.name
        return
    said = "".join(line.squeezed for line in lines)
    questions = speaker.profile.questions
    floor.explains = bool(questions.explains.search(said))
    if questions.next.search(said):
        floor.proposer = ""
        floor.exchange.forget()
    begins = max((match.end() for match in questions.begin.finditer(said)), default=0)
    if speaker.committee:
        taken_up = speaker.profile.decisions.patterns["taken_up"]
        begins = max((match.end() for match in taken_up.finditer(said)), default=begins)
    ends = max((match.end() for match in questions.end.finditer(said)), default=0)
    if begins != ends:
        floor.open = begins > ends
        floor.asked = floor.asked and floor.open
    if begins < ends:
        floor.exchange.forget()


def _outside(piece: _Piece, path: str, heading: str) -> DraftSpeech:
    kind = SpeechType.SCENE if piece.kind is LineKind.STAGE else SpeechType.NARRATIVE
    return DraftSpeech(type=kind, blocks=blocks_of(piece.lines), location=place(path, piece.lines[0], heading))
