"""What one reading of a Word file shares: style sheet, counters, open fields, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from council.read.docx.changes import Former, changes_in
from council.read.docx.colours import SHADING, shading
from council.read.docx.fields import Field, broken_marks
from council.read.docx.formats import PLAIN, RunFormat
from council.read.docx.names import VAL, Element, switch, w
from council.read.docx.notes import Notes
from council.read.docx.numbering import Numbering
from council.read.docx.report import Reporter
from council.read.docx.styles import ParagraphStyle, StyleSheet
from council.read.docx.visible import Ground

if TYPE_CHECKING:
    from council.read.docx.package import Package
    from council.read.docx.sketch import Sketch

MAX_DEPTH = 40  # tables in tables, content controls in content controls; people stop at five
_STYLE = w("pStyle")
_PAGE, _COLOUR = w("background"), w("color")
_PAGE_IS_SHOWN = w("displayBackgroundShape")


class Surround(Struct, frozen=True):
    """Where paragraphs stand: in the body, a text box or a note; what the table around them says; shown or not.

    ``former`` is the same before tracked changes of the table's formatting, where it differs.
    """

    origin: str = "body"
    table: RunFormat = PLAIN
    background: str | None = None
    hidden: bool = False
    former: Surround | None = None

    @property
    def before(self) -> Surround:
        """The surroundings before tracked changes of formatting."""
        return self.former or self

    def changed_from(self, former: Surround) -> Surround:
        """Return these surroundings with what they were before the changes."""
        then = replace(former, former=None)
        return replace(self, former=None if then == replace(self, former=None) else then)


class Reading:
    """The state of one walk through one part; ``sketch`` notes the looks of what is read, if anybody wants them."""

    def __init__(self, package: Package, root: Element, reporter: Reporter, sketch: Sketch | None = None) -> None:
        """Begin at the top of ``root``, the main part or a header of ``package``."""
        self.sketch = sketch
        self.reporter = reporter
        self.styles = StyleSheet(package.related("styles"))
        self.numbering = Numbering(package.related("numbering"), self.styles)
        self.footnotes = Notes(package, "footnote")
        self.endnotes = Notes(package, "endnote")
        self.authors = _comment_authors(package)
        self.fields: list[Field] = []
        self.broken = broken_marks(root)
        self.changes = changes_in(root)
        self.paragraph = 0
        self.note_label = ""
        self.note_pending = False
        self._package = package
        self._page = _page_colour(package)
        self._depth = 0
        self._grounds: dict[tuple[str | None, str | None, Surround], Ground] = {}

    def next_paragraph(self) -> int:
        """Count a paragraph."""
        self.paragraph += 1
        return self.paragraph

    def enter(self) -> None:
        """Go one level into blocks or wrappers; refuse a file that goes on and on."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._package.too_deep()

    def leave(self) -> None:
        """Come back from a level."""
        self._depth -= 1

    def style(self, properties: dict[str, Element]) -> ParagraphStyle:
        """Return the style that the children of a w:pPr name."""
        return self.styles.paragraph(_style_id(properties))

    def ground(self, properties: dict[str, Element], surround: Surround) -> Ground:
        """Return what the runs of a paragraph with this w:pPr stand on."""
        style_id = _style_id(properties)
        fill = shading(properties.get(SHADING))
        key = (style_id, fill, surround)
        if key not in self._grounds:
            style = self.styles.paragraph(style_id)
            background = fill or style.background or surround.background or self._page
            self._grounds[key] = Ground(self.styles, surround.table, style.run, background)
        return self._grounds[key]

    def former(
        self, paragraph: Element, properties: dict[str, Element], before: dict[str, Element], surround: Surround
    ) -> Former:
        """Return how a paragraph's runs stood before tracked changes; ``before`` are its properties then."""
        now = (self.ground(properties, surround), surround.hidden)
        then = (self.ground(before, surround.before), surround.before.hidden)
        return Former(now, then, self.changes.get(paragraph, []))

    @property
    def in_field_code(self) -> bool:
        """Whether what comes now is the code of a field, which is not shown."""
        return any(not field.in_result for field in self.fields)


def _style_id(properties: dict[str, Element]) -> str | None:
    style = properties.get(_STYLE)
    return None if style is None else style.get(VAL)


def _page_colour(package: Package) -> str | None:
    """Return the colour of the page, which Word shows only where the settings say so."""
    page = package.main.find(_PAGE)
    settings = package.related("settings")
    if page is None or settings is None or not switch(settings.find(_PAGE_IS_SHOWN)):
        return None
    colour = page.get(_COLOUR) or "auto"
    return None if colour == "auto" else colour.upper()


def _comment_authors(package: Package) -> dict[str | None, str]:
    root = package.related("comments")
    comments = () if root is None else root.iterchildren(w("comment"))
    return {one.get(w("id")): one.get(w("author")) or "" for one in comments}
