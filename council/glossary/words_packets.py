"""Words of meeting packets: their cover, items, numbers and changes."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "saved.title": ("紙で配るとしたら", "If it were paper"),
    "saved.members": (
        "{pages}ページ×その日に在職の議員{people}人＝{sheets}枚（片面）",
        "{pages} pages × {people} members in office that day = {sheets} sheets (one-sided)",
    ),
    "saved.committee": (
        "{pages}ページ×その日の委員{people}人＝{sheets}枚（片面）",
        "{pages} pages × {people} members of the committee that day = {sheets} sheets (one-sided)",
    ),
    "saved.total": ("あわせて{sheets}枚（片面）", "{sheets} sheets in all (one-sided)"),
    "book_edition.public": ("公開版", "Public edition"),
    "book_edition.members": ("議員版", "Members’ edition"),
    "book.revision": ("第{revision}版（{day}配付）", "Revision {revision}, handed out {day}"),
    "book.paper_number": ("資料{number}", "Paper {number}"),
    "book.debate": ("{sitting}　{title}", "{sitting}: {title}"),
    "book.decision": ("{day}　{matter}　{result}", "{day}: {matter}: {result}"),
    "book.figures": ("{result}（{figures}）", "{result} ({figures})"),
    "book.more": ("ほか{n}件", "and {n} more"),
    "book.withheld": (
        "この資料は、確認が必要なところがあるため、まだ掲載していません。",
        "This paper is held back: something in its file is still to be settled.",
    ),
    "book_changed.replaced": ("{day} 差し替え", "Replaced {day}"),
    "book_changed.added": ("{day} 追加", "Added {day}"),
    "book_unissued.replaced": ("差し替え（配付前）", "Replaced (not handed out yet)"),
    "book_unissued.added": ("追加（配付前）", "Added (not handed out yet)"),
    "book.paper_changed": ("{changed}：{pages}ページ", "{changed}: page {pages}"),
    "book_page.held": (
        "{number}ページのある資料は、確認のため掲載を見合わせています。",
        "The paper with page {number} is held back for now.",
    ),
    "book_page.removed": ("{number}ページは、なくなりました。", "Page {number} is gone."),
    "book_page.moved": (
        "{number}ページは、{now}ページに差し替わりました。",
        "Page {number} was replaced by page {now}.",
    ),
    "book.paper_removed": (
        "{day} 取り下げ：{paper}（{pages}ページ。この番号はもう使いません）",
        "Withdrawn {day}: {paper} (pages {pages}, which are not used again)",
    ),
    "book.paper_removed_yet": (
        "取り下げ（配付前）：{paper}（{pages}ページ。この番号はもう使いません）",
        "Withdrawn (not handed out yet): {paper} (pages {pages}, which are not used again)",
    ),
}
