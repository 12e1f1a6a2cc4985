"""Figures made of the record, each with its denominator and what is left out. Nothing is made of decisions without names."""

from council.figures.agreement import Agreement, agreement
from council.figures.attendance import AttendanceFigure, attendance_figure
from council.figures.cohesion import Cohesion, cohesion
from council.figures.decisions import is_contested, votes_by_person

__all__ = [
    "Agreement",
    "AttendanceFigure",
    "Cohesion",
    "agreement",
    "attendance_figure",
    "cohesion",
    "is_contested",
    "votes_by_person",
]
