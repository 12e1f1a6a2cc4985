"""Attendance and agreement in words, each figure with its denominator and what is left out."""

from __future__ import annotations

from dataclasses import dataclass

from council.figures import Agreement, AttendanceFigure
from council.model.people import PersonId
from council.pages import people
from council.pages.dates import period
from council.pages.sheet import Link, Sheet

_KINDS = ("absent", "late", "left", "online")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in words with its denominator, and what else is known."""

    label: str
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """How often two members took the same side, and of how many decisions on which both took one."""

    person: Link
    group: Link | None
    agreed: int
    shared: int
    percent: int
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
    """Return everybody with whom the member shared a divided decision, the most alike first."""
    found = sheet.record.agreement.get(person_id, ())
    ranked = sorted(found, key=lambda one: (-one.agreed / one.shared, -one.shared, one.other_id))
    return tuple(_agreement_line(sheet, one) for one in ranked)


def _agreement_line(sheet: Sheet, one: Agreement) -> AgreementLine:
    return AgreementLine(
        person=people.person_link(sheet, one.other_id),
        group=people.group_link(sheet, one.other_id, one.end),
        agreed=one.agreed,
        shared=one.shared,
        percent=round(100 * one.agreed / one.shared),
        period=period(one.start, one.end, sheet.language),
    )
