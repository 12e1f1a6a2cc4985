"""Words about Word files and workbooks that are shown and printed as pages."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "paper.content": ("資料の内容", "What it says"),
    "paper.picture": ("図", "Picture"),
    "paper.way": ("ページの作り方", "How its pages are made"),
    "paper_way.own": (
        "このサイトの組版（元のファイルと改行やページの切れ目が違うことがあります）",
        "typeset by this site (lines and pages may break elsewhere than in the file)",
    ),
    "paper_way.libreoffice": ("LibreOffice による変換", "converted by LibreOffice"),
    "paper_way.word": ("Word・Excel による変換", "converted by Word or Excel"),
}
