"""Values of a workbook as Excel displays them."""

from __future__ import annotations

import pytest
import yaml
from case_files import CASES
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import WINDOWS_EPOCH

from council.read.xlsx_shown import displayed, text_displayed

SHOWN = yaml.safe_load((CASES / "papers" / "displayed.yml").read_text("utf-8"))


@pytest.mark.parametrize(("stored", "number_format", "shown"), SHOWN)
def test_displayed(stored, number_format, shown):
    assert displayed(stored, number_format, WINDOWS_EPOCH) == shown


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [("General", "市税"), ('@"様"', "市税様"), ('_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "市税"), ("#,##0", "市税")],
)
def test_a_text_has_the_fourth_section(number_format, shown):
    assert text_displayed("市税", number_format) == shown


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_with_thousands_is_python_s(value):
    assert displayed(str(value), "#,##0", WINDOWS_EPOCH) == f"{value:,}"


@given(st.text(max_size=20), st.text(alphabet='0#?,.%;"[]<>=@gyemdhsaE+-/\\_*General年月', max_size=20))
def test_whatever_stands_there_something_is_shown(stored, number_format):
    displayed(stored, number_format, WINDOWS_EPOCH)
    text_displayed(stored, number_format)


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(sorted({case[1] for case in SHOWN})))
def test_no_number_breaks_a_format(value, number_format):
    assert isinstance(displayed(repr(value), number_format, WINDOWS_EPOCH), str)
