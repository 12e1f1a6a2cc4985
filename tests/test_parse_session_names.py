"""Names of sessions in title lines, folders and files."""

from __future__ import annotations

import pytest

from council.parse.session_names import parse_session_name


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("令和7年第4回定例会", "2025 regular 4 None 令和7年第4回定例会"),
        ("令和７年第４回（１２月）定例会", "2025 regular 4 12 令和7年第4回(12月)定例会"),
        ("令和 8年  3月 定例会(第1回)", "2026 regular 1 3 令和8年3月定例会(第1回)"),
        ("令和８年第１回汐路市議会定例会会議録　第１号", "2026 regular 1 None 令和8年第1回汐路市議会定例会"),
        ("令和8年汐路市議会第1回臨時会", "2026 special 1 None 令和8年汐路市議会第1回臨時会"),
        ("令和元年5月臨時会", "2019 special None 5 令和元年5月臨時会"),
        ("平成三十一年第一回定例会", "2019 regular 1 None 平成三十一年第一回定例会"),
        ("令和８年９月１日第３回津見市議会定例会会議録", "2026 regular 3 None 令和8年第3回津見市議会定例会"),
        ("令和８年５月１５日　令和８年第１回臨時会", "2026 special 1 None 令和8年第1回臨時会"),
        ("令和６年度定例会１２月緊急議会", "2024 regular None 12 令和6年度定例会12月緊急議会"),
        ("2025年第4回定例会", "2025 regular 4 None 2025年第4回定例会"),
    ],
)
def test_a_session_by_its_name(printed: str, expected: str):
    name = parse_session_name(printed)
    assert name is not None
    assert f"{name.year} {name.kind.value} {name.number} {name.month} {name.printed}" == expected


@pytest.mark.parametrize("text", ["", "定例会", "総務委員会", "令和7年度一般会計予算", "第4回定例会", "採決結果.csv"])
def test_what_names_no_session(text: str):
    assert parse_session_name(text) is None
