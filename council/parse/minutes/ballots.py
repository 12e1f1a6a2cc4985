"""Lists of names in the minutes themselves: who voted yes and no in a recorded vote (記名投票), or only who opposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from council.location import Location
from council.model.debate import SpeechType
from council.model.votes import Option
from council.parse.drafts import DraftSpeech, DraftVote
from council.parse.minutes.ballot_tables import OPTION_WORDS, match_side, side_of, votes_in_table
from council.parse.minutes.columns import Listed, bare_names, seated
from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import Profile
from council.text.blocks import Paragraph, Table


class Ballot(Struct):
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
    return tuple(
        ballot
        for index, speech in enumerate(debate)
        if speech.type is not SpeechType.HEADING
        for ballot in (*_listed(speech, index, profile), *_tabled(speech, index, profile))
    )


def _tabled(speech: DraftSpeech, index: int, profile: Profile) -> Iterator[Ballot]:
    for block in speech.blocks:
        if isinstance(block, Table) and (votes := votes_in_table(block, speech.location, profile)):
            yield Ballot(index, block.number, list(votes))


def _listed(speech: DraftSpeech, index: int, profile: Profile) -> Iterator[Ballot]:
    ballot: Ballot | None = None
    option: Option | None = None
    for paragraph in (block for block in speech.blocks if isinstance(block, Paragraph)):
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
        match = match_side(side, squeezed)
        if not match:
            continue
        start = _after(line, match.start("rest"))
        parted = line[start - 1 : start].isspace() or line[start - 1 : start] in "：:）)〕】"
        names = _names(line[start:], profile) if match["rest"] and parted else ()
        if any(side_of(squeeze(one.name), profile) for one in names):
            return None  # 賛成　　反対 over two columns: whose names are whose cannot be told
        if names or not match["rest"]:
            return Option(side.name), names
    return None


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
    return DraftVote(listed.name, OPTION_WORDS[option], at, option)
