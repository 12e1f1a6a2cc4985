"""Rows of a table to decisions: a row a bill, a cell a vote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from council.diagnostics import Finding, Outcome, finding
from council.model.votes import Option, Requirement, Role
from council.parse.drafts import DraftVote, DraftVoteEvent
from council.parse.votes.bills import Bill, read_bill
from council.parse.votes.cells import Cells, Values
from council.parse.votes.columns import MemberColumn, Plan
from council.parse.votes.footnotes import Footnotes, requirement_in, speaks_of_report, without_report
from council.parse.votes.headings import Field
from council.parse.votes.meanings import Meaning
from council.parse.votes.symbols import mark_key
from council.parse.votes.table import Table, TableRow
from council.parse.votes.unanimity import is_unanimity
from council.rules import votes as rules
from council.text.numerals import fold_width
