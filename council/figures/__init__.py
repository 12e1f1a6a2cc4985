"""Figures made of the record, each with its denominator and what is left out. Nothing is made of decisions without names."""

from council.figures.against_group import AgainstGroup, against_group
from council.figures.agreement import MINIMUM, Agreement, agreement
from council.figures.attendance import AttendanceFigure, attendance_figures
from council.figures.closeness import CLOSE_SHARE, CLOSE_VOTES, Margin, close_decisions, close_ones, margin
from council.figures.cohesion import Cohesion, GroupVotes, cohesion, contested_by_group, voted_as_one
from council.figures.decisions import is_contested
from council.figures.terms import outsiders

__all__ = [
    "CLOSE_SHARE",
    "CLOSE_VOTES",
    "MINIMUM",
    "AgainstGroup",
    "Agreement",
    "AttendanceFigure",
    "Cohesion",
    "GroupVotes",
    "Margin",
    "against_group",
    "agreement",
    "attendance_figures",
    "close_decisions",
    "close_ones",
    "cohesion",
    "contested_by_group",
    "is_contested",
    "margin",
    "outsiders",
    "voted_as_one",
]
