"""Every form in which councils name their sessions."""

from __future__ import annotations

import pytest
import yaml
from case_files import CASES
from hypothesis import given
from hypothesis import strategies as st

from council.parse.session_names import parse_session_name

FORMS = yaml.safe_load((CASES / "session_names" / "forms.yml").read_text("utf-8"))


@pytest.mark.parametrize(("printed", "expected"), FORMS)
def test_forms(printed: str, expected: str):
    name = parse_session_name(printed)
    told = f"{name.year} {name.kind.value} {name.number or '-'} {name.month or '-'} {name.printed}" if name else "none"
    assert told == expected


@given(st.text(alphabet="令和7年第4回12月定例会臨時議会(（)）R2025_/ 　度緊急通年"))
def test_no_text_makes_it_stumble(text: str):
    parse_session_name(text)


@given(st.integers(1, 99), st.integers(1, 40), st.sampled_from(["定例会", "臨時会"]), st.sampled_from(["", " ", "　"]))
def test_a_name_printed_is_the_name_read(year: int, number: int, kind: str, space: str):
    name = parse_session_name(f"令和{year}年{space}第{space}{number}回{kind}")
    assert name is not None
    assert (name.year, name.number, name.kind.value) == (
        2018 + year,
        number,
        "regular" if kind == "定例会" else "special",
    )
