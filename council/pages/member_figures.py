"""Attendance and agreement in words, each figure with its denominator and what is left out."""

from __future__ import annotations

from msgspec import Struct

from council.figures import MINIMUM, Agreement, AttendanceFigure
from council.model.people import PersonId
from council.pages import people
from council.pages.addresses import compare_uri
from council.pages.dates import period
from council.pages.sheet import Link, Sheet

_KINDS = ("absent", "late", "left", "online")


class Figure(Struct, frozen=True):
    """A figure in words with its denominator, and what else is known."""

    label: str
    words: str
    note: str


class AgreementLine(Struct, frozen=True):
    """How often two members took the same side, and of how many decisions on which both took one.

    ``share`` is empty where there are too few to give one, ``order`` is less than any share then; ``compared`` is the
    address where the decisions that count are listed.
    """

    person: Link
    group: Link | None
    agreed: int
    shared: int
    share: str
    order: int
    compared: str
    period: str


def attendance_lines(sheet: Sheet, person_id: PersonId) -> tuple[Figure, ...]:
    """Return attendance at plenary sittings and at committees; what was never held has no line."""
    found = zip(("plenary", "committees"), sheet.record.attendance[person_id], strict=True)
    return tuple(_figure(sheet, name, figure) for name, figure in found if figure.held)


def _figure(sheet: Sheet, name: str, figure: AttendanceFigure) -> Figure:
    kinds = ((kind, getattr(figure, kind)) for kind in _KINDS)
    notes = [sheet.t(f"figure.{kind}", n=number) for kind, number in kinds if number]
    if figure.left_out:
        notes.append(sheet.t("figure.left_out", n=figure.left_out))
    return Figure(
        label=sheet.t(f"figure.{name}"),
        words=sheet.t("figure.of", part=figure.attended, whole=figure.held),
        note=sheet.t("list.comma").join(notes),
    )


def agreement_lines(sheet: Sheet, person_id: PersonId) -> tuple[AgreementLine, ...]:
    """Return everybody with whom the member shared a divided decision, the most alike first, those with too few last."""
    found = sheet.record.agreement.get(person_id, ())
    ranked = sorted(found, key=lambda one: (one.shared < MINIMUM, -one.agreed / one.shared, -one.shared, one.other_id))
    return tuple(_agreement_line(sheet, one) for one in ranked)


def _agreement_line(sheet: Sheet, one: Agreement) -> AgreementLine:
    told = one.shared >= MINIMUM
    return AgreementLine(
        person=people.person_link(sheet, one.other_id),
        group=people.group_link(sheet, one.other_id, one.end),
        agreed=one.agreed,
        shared=one.shared,
        share=f"{one.percent}%" if told else "",
        order=one.percent if told else -1,
        compared=sheet.href(compare_uri(one.person_id, one.other_id)),
        period=period(one.start, one.end, sheet.language),
    )
