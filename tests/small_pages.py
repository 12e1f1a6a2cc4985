"""A small invented site: one page of every kind, in the shapes that pages of a real council take."""

from __future__ import annotations

from council.pages.page import OutputFile, Page, TocEntry
from council.site.navigation import FOOTER, HOME, TABS


def section_pages(language: str = "ja") -> list[Page]:
    """Return the pages that the frame itself links to."""
    return [
        Page(
            uri=section.uri,
            kind=section.key,
            title=section.label.in_language(language),
            body=f"<h1>{section.label.in_language(language)}</h1><p>一覧</p>",
            section=section.key,
        )
        for section in (HOME, *TABS, *FOOTER)
    ]


def record_pages() -> list[Page]:
    """Return records: with and without contents, breadcrumbs, description, redirect; one deep, one hostile."""
    return [
        Page(
            uri="meetings/2026-03-03-honkaigi.html",
            kind="meeting",
            title="令和8年3月3日　本会議（第2号）",
            body='<h1>令和8年3月3日　本会議（第2号）</h1>\n<h2 id="nittei-1">日程第1</h2>\n'
            '<h3 id="s-1a2b3c4d">○議長（髙橋一郎議員）</h3><p>　これより本日の会議を開きます。</p>\n'
            '<h2 id="nittei-2">日程第2</h2>\n<p><a href="../members/yamazaki-hana.html">﨑</a></p>',
            toc=(
                TocEntry("nittei-1", "日程第1　一般質問 <2人> & 答弁"),
                TocEntry("s-1a2b3c4d", "○議長「髙橋」", 3),
                TocEntry("nittei-2", "日程第2"),
            ),
            description="会議録 “第2号” & 採決",
            section="sessions",
            breadcrumbs=(("会期", "sessions.html"), ("令和8年第1回定例会", "sessions/2026-1-teirei.html")),
        ),
        Page(
            uri="sessions/2026-1-teirei.html",
            kind="session",
            title="令和8年第1回定例会",
            body='<h1>令和8年第1回定例会</h1><p><a href="../meetings/2026-03-03-honkaigi.html#nittei-2">第2号</a></p>',
            section="sessions",
            breadcrumbs=(("会期", "sessions.html"),),
        ),
        Page(
            uri="members/yamazaki-hana.html",
            kind="member",
            title="山﨑 花 <b>\"&amp;\"</b> 'x'</title><script>alert(1)</script>",
            body="<h1>山﨑 花</h1><p>議席 5番</p>",
            description='"><script>alert(2)</script>',
            section="members",
            breadcrumbs=(("議員 <i>", "members.html"),),
        ),
        Page(
            uri="members/p-0a1b2c3d.html",
            kind="redirect",
            title="移動しました",
            body='<h1>移動しました</h1><p><a href="yamazaki-hana.html">山﨑 花</a></p>',
            redirect="members/yamazaki-hana.html",
            noindex=True,
        ),
        Page(uri="data/README.html", kind="data", title="データの説明", body="<h1>データの説明</h1>", section="data"),
    ]


def all_pages() -> list[Page]:
    """Return a site whose every link resolves."""
    return section_pages() + record_pages()


def files() -> list[OutputFile]:
    """Return files that are no pages."""
    return [
        OutputFile("feed.xml", b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>'),
        OutputFile("data/votes.csv", "\ufeffvote_event_id\r\n".encode()),
    ]
