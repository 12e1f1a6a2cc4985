"""The ways in: which sections the frame links to, by what words. Records are never in it (build time grows with it)."""

from __future__ import annotations

from msgspec import Struct

from council.diagnostics import Bilingual


class Section(Struct, frozen=True):
    """A way in: ``key`` is what `Page.section` names, ``uri`` the page below the site's root."""

    key: str
    uri: str
    label: Bilingual


HOME = Section("home", "index.html", Bilingual("トップ", "Home"))

SEARCH = Section("search", "search.html", Bilingual("検索", "Search"))

TABS = (
    Section("sessions", "sessions.html", Bilingual("会期", "Sessions")),
    Section("bills", "bills.html", Bilingual("議案", "Bills")),
    Section("members", "members.html", Bilingual("議員", "Members")),
    Section("materials", "materials.html", Bilingual("資料", "Papers")),
    Section("live", "live.html", Bilingual("ライブ", "Live")),
    SEARCH,
)

FOOTER = (
    Section("votes", "votes.html", Bilingual("採決の一覧", "All decisions")),
    Section("packets", "packets.html", Bilingual("会議の配付資料", "Meeting packets")),
    Section("corrections", "corrections.html", Bilingual("訂正", "Corrections")),
    Section("data", "data.html", Bilingual("オープンデータ", "Open data")),
    Section("about", "about.html", Bilingual("このサイトについて", "About this site")),
    Section("accessibility", "accessibility.html", Bilingual("アクセシビリティ", "Accessibility")),
)

FEED = "feed.xml"

LABELS = {
    "home": HOME.label,
    "main": Bilingual("主なページ", "Main pages"),
    "more": Bilingual("そのほかのページ", "More pages"),
    "path": Bilingual("現在の位置", "You are here"),
    "feed": Bilingual("更新情報", "Updates"),
    "members_edition": Bilingual(
        "議員限定版です。外部への公開や転送はしないでください。",
        "This is the members’ edition. Please do not publish or forward it.",
    ),
    "search": Bilingual("サイト内の検索", "Search the record"),
    "search_words": Bilingual("会議録・議案などから探す", "Find in minutes and bills"),
    "search_go": SEARCH.label,
    "arrived": Bilingual("検索した言葉：{n}か所", "Words you searched for: {n}"),
    "arrived_next": Bilingual("次の箇所へ", "Next place"),
    "arrived_clear": Bilingual("印を消す", "Remove the marks"),
    "light": Bilingual("明るい配色にする", "Switch to light colours"),
    "dark": Bilingual("暗い配色にする", "Switch to dark colours"),
    "missing_title": Bilingual("ページが見つかりません", "Page not found"),
    "missing_text": Bilingual(
        "お探しのページは、移動したか、アドレスが違っている可能性があります。次のページからお探しください。",
        "The page may have moved, or the address may be wrong. These pages may lead you to it.",
    ),
}

FOLDERS = ("sessions", "meetings", "bills", "votes", "members", "groups", "materials", "packets", "files", "data")
"""Folders of records below the root, from which a page that is not found can tell where the root is."""


def links(sections: tuple[Section, ...], language: str) -> list[dict[str, str]]:
    """Return sections as templates read them: key, uri, title."""
    return [{"key": item.key, "uri": item.uri, "title": item.label.in_language(language)} for item in sections]


def labels(language: str) -> dict[str, str]:
    """Return the frame's own words in ``ja`` or ``en``."""
    return {key: words.in_language(language) for key, words in LABELS.items()}
