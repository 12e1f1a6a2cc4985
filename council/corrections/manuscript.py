"""Minutes as one text, so that words are found wherever they stand: in a speech, a heading, a list, a table's cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from council.corrections.editing import edited, marked, with_paragraphs
from council.corrections.folding import Folded, Span, find_exactly, folded
from council.corrections.traces import with_traces
from council.parse.drafts import DraftMeeting
from council.text.blocks import Block, Mark, Paragraph, paragraphs
from council.text.patterns import regex

_NUMBERED = regex(r"(?:¶|第?段落)\s*(?P<number>[0-9]{1,6})")


def is_numbered(place: str) -> bool:
    """Say whether a place is a paragraph's number and no words."""
    return _NUMBERED.fullmatch(place.strip()) is not None


class Manuscript(Struct, frozen=True, dict=True):
    r"""A document's paragraphs, joined by ``\n``; ``speeches`` are ranges of paragraphs, label included."""

    paragraphs: tuple[Paragraph, ...]
    speeches: tuple[range, ...] = ()

    @cached_property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each paragraph begins in the text."""
        starts = [0]
        for paragraph in self.paragraphs:
            starts.append(starts[-1] + len(paragraph.text) + 1)
        return tuple(starts[:-1])

    @cached_property
    def folded(self) -> Folded:
        """The text as it is compared."""
        return folded(self.text)

    def find(self, words: str) -> tuple[Span, ...]:
        """Return where words stand, as printed or in another width and spacing; ``¶143`` is the paragraph of that number."""
        numbered = _NUMBERED.fullmatch(words.strip())
        if numbered:
            of_number = (at for at, one in enumerate(self.paragraphs) if one.number == int(numbered["number"]))
            return tuple(self.span_of(range(at, at + 1)) for at in of_number)
        printed = find_exactly(self.text, words)
        others = (span for span in self.folded.find(words) if not any(one.overlaps(span) for one in printed))
        return tuple(sorted((*printed, *others)))

    def paragraph(self, span: Span) -> Span:
        """Return the paragraph, or paragraphs, in which a stretch lies."""
        return self.span_of(self._range(span))

    def speech(self, span: Span) -> Span | None:
        """Return the speech in which a stretch lies, if it lies in one."""
        of_span = self._range(span)
        return next(
            (self.span_of(one) for one in self.speeches if one.start <= of_span.start and of_span.stop <= one.stop),
            None,
        )

    def number(self, span: Span) -> int:
        """Return the running number of the paragraph where a stretch begins."""
        return self.paragraphs[self._range(span).start].number

    def replaced(self, spans: Iterable[Span], words: str, mark: Mark) -> Manuscript:
        """Put words in the place of others; where these run over several paragraphs, they stand in the first."""
        made = list(self.paragraphs)
        for span in sorted(spans, reverse=True):
            for first, at, start, end in reversed([*self._pieces(span)]):
                made[at] = edited(made[at], start, end, words if first else "", mark if first else None)
        return replace(self, paragraphs=tuple(made))

    def marked(self, spans: Iterable[Span], mark: Mark) -> Manuscript:
        """Mark stretches, each in the paragraph where it begins."""
        made = list(self.paragraphs)
        for span in spans:
            _, at, start, end = next(self._pieces(span))
            made[at] = marked(made[at], start, end, mark)
        return replace(self, paragraphs=tuple(made))

    def told(self, around: str) -> Manuscript:
        """Return it with 〔発言取消〕 where words were taken out, in the language of ``around``.

        It is the last thing that is done: nothing must be looked for among words that nobody said.
        """
        return replace(
            self, paragraphs=tuple(with_traces(one, around) if one.marks else one for one in self.paragraphs)
        )

    def blocks(self, original: Sequence[Block]) -> tuple[Block, ...]:
        """Return the document's blocks with the paragraphs as they are now."""
        return with_paragraphs(original, iter(self.paragraphs))

    def _range(self, span: Span) -> range:
        last = max(span.start, span.end - 1)
        return range(bisect_right(self.starts, span.start) - 1, bisect_right(self.starts, last))

    def span_of(self, of: range) -> Span:
        """Return the stretch of a range of paragraphs."""
        last = of.stop - 1
        return Span(self.starts[of.start], self.starts[last] + len(self.paragraphs[last].text))

    def _pieces(self, span: Span) -> Iterator[tuple[bool, int, int, int]]:
        """Yield the parts of a stretch by paragraph: whether it is the first, which one, from where to where in it."""
        touched = self._range(span)
        for at in touched:
            begin, length = self.starts[at], len(self.paragraphs[at].text)
            yield (
                at == touched.start,
                at,
                min(max(span.start - begin, 0), length),
                min(max(span.end - begin, 0), length),
            )


def manuscript_of(blocks: Sequence[Block], draft: DraftMeeting) -> Manuscript:
    """Return a document as one text; ``draft`` is what was read of it and says where its speeches lie."""
    found = tuple(paragraphs(blocks))
    places: dict[int, list[int]] = {}
    for at, paragraph in enumerate(found):
        places.setdefault(paragraph.number, []).append(at)
    speeches = []
    for speech in draft.debate:
        held = [at for one in paragraphs(speech.blocks) for at in places.get(one.number, ())]
        first = places.get(speech.location.paragraph or -1, held[:1])
        if held := [*first, *held]:
            speeches.append(range(min(held), max(held) + 1))
    return Manuscript(found, tuple(speeches))
