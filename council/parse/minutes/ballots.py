"""Lists of names in the minutes themselves: who voted yes and no in a recorded vote (記名投票), or only who opposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from council.location import Location
from council.model.debate import SpeechType
from council.model.votes import Option
from council.parse.drafts import DraftSpeech, DraftVote
from council.parse.minutes.columns import Listed, bare_names, seated
from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import Named, Profile
from council.text.blocks import paragraphs

_WORDS = {Option.YES: "賛成", Option.NO: "反対", Option.ABSTAIN: "棄権"}
_HEADING = r"^[〔(【<《「]*{}(?:[(]?(?P<number>[0-9]+)[名人票][)]?)?[〕)】>》」:]*(?P<rest>.*)$"


@dataclass(slots=True)
class Ballot:
    """Names listed after one vote; ``speech`` is the index of the speech they stand in, ``complete`` if yes and no."""

    speech: int
    paragraph: int
    votes: list[DraftVote] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether both sides are listed."""
        return {Option.YES, Option.NO} <= {vote.option for vote in self.votes}

    @property
    def opponents(self) -> tuple[str, ...]:
        """The names under 反対."""
        return tuple(vote.name for vote in self.votes if vote.option is Option.NO)


def ballots_in(debate: Sequence[DraftSpeech], profile: Profile) -> tuple[Ballot, ...]:
    """Return the lists of names in a debate, those that follow one another as one ballot."""
    ballots: list[Ballot] = []
    for index, speech in enumerate(debate):
        if speech.type is not SpeechType.HEADING:
            ballots += _ballots(speech, index, profile)
    return tuple(ballots)


def _ballots(speech: DraftSpeech, index: int, profile: Profile) -> Iterator[Ballot]:
    ballot: Ballot | None = None
    option: Option | None = None
    for paragraph in paragraphs(speech.blocks):
        for line in paragraph.text.split("\n"):
            begun = _heading(line, profile)
            if begun:
                option, names = begun
                ballot = ballot or Ballot(index, paragraph.number)
            else:
                names = _names(line, profile) if option else ()
            if ballot and option and squeeze(line):
                ballot.votes += [_vote(one, option, line, paragraph.number, speech) for one in names]
                if not names and not begun:
                    yield from (ballot,) if ballot.votes else ()
                    ballot = option = None
    if ballot and ballot.votes:
        yield ballot


def _heading(line: str, profile: Profile) -> tuple[Option, tuple[Listed, ...]] | None:
    squeezed = squeeze(line)
    for side in profile.ballots:
        match = _match(side, squeezed)
        if not match:
            continue
        start = _after(line, match.start("rest"))
        parted = line[start - 1 : start].isspace() or line[start - 1 : start] in "：:）)〕】"
        names = _names(line[start:], profile) if match["rest"] and parted else ()
        if names or not match["rest"]:
            return Option(side.name), names
    return None


def _match(side: Named, squeezed: str) -> re.Match[str] | None:
    return re.match(_HEADING.format(f"(?:{side.pattern.pattern})"), squeezed) if squeezed else None


def _after(line: str, count: int) -> int:
    """Return the place in the printed line after ``count`` characters that are no spaces."""
    seen = 0
    for place, character in enumerate(line):
        if seen == count and not character.isspace():
            return place
        seen += 0 if character.isspace() else 1
    return len(line)


def _names(line: str, profile: Profile) -> tuple[Listed, ...]:
    if "。" in line:
        return ()
    return seated(line, profile) or bare_names(line, profile)


def _vote(listed: Listed, option: Option, line: str, number: int, speech: DraftSpeech) -> DraftVote:
    at = Location(speech.location.path, paragraph=number, heading=speech.location.heading, words=line.strip()[:24])
    return DraftVote(listed.name, _WORDS[option], at, option)
