"""Figures made of the record, each with its denominator and what is left out. Nothing is made of decisions without names."""

from council.figures.agreement import Agreement, agreement
from council.figures.attendance import AttendanceFigure, attendance_figures
from council.figures.cohesion import Cohesion, GroupVotes, cohesion, contested_by_group
from council.figures.decisions import is_contested

__all__ = [
    "Agreement",
    "AttendanceFigure",
    "Cohesion",
    "GroupVotes",
    "agreement",
    "attendance_figures",
    "cohesion",
    "contested_by_group",
    "is_contested",
]
