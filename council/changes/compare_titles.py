"""What changed in titles: bills that are called otherwise, papers that became public, each by its title."""

from __future__ import annotations

from collections.abc import Iterator

from council.changes.counted import counted
from council.changes.said import lines_of, quoted
from council.changes.snapshot import Paper, Snapshot
from council.diagnostics import Bilingual
from council.report.changes import Change, ChangeKind

_BILLS_LISTED = 30
_PAPERS_LISTED = 50
_MORE_TITLES = Bilingual("ほかに変わった題名", "more changed titles")
_NEWLY_PUBLIC = Bilingual("新しく公開した資料", "papers newly public")
_NEW = Bilingual("新しい資料", "new papers")
_REPLACED = Bilingual("差し替えた資料", "replaced papers")
_HELD_BACK = Bilingual("確認中になった資料", "papers now kept back")
_WITHDRAWN = Bilingual("取り下げた資料", "withdrawn papers")


def retitled_bills(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    """Yield each bill that bears another title."""
    both = ((before.bills[key], bill) for key, bill in now.bills.items() if key in before.bills)
    changed = [(was, bill) for was, bill in both if was.title != bill.title]
    for was, bill in changed[:_BILLS_LISTED]:
        if may_tell(before, now):
            text = Bilingual(
                f"{bill.label}の題名：{was.title}→{bill.title}", f"title of {bill.label}: {was.title} → {bill.title}"
            )
        else:
            text = Bilingual(
                f"{bill.label}の題名が変わりました：{bill.title}", f"new title of {bill.label}: {bill.title}"
            )
        yield Change(now.edition, ChangeKind.TITLE, text)
    yield from counted(now.edition, ChangeKind.DECISIONS, ((_MORE_TITLES, len(changed[_BILLS_LISTED:])),))


def changed_papers(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    """Yield the papers that are new, replaced, kept back or withdrawn, those that became public first."""
    old, new = _shown(before), _shown(now)
    both = old.keys() & new.keys()
    heads = (
        (_NEWLY_PUBLIC if now.edition == "public" else _NEW, [new[key] for key in new if key not in old]),
        (_REPLACED, [new[key] for key in new if key in both and old[key].sha != new[key].sha]),
        (_HELD_BACK, [now.materials[key] for key in old if key in now.materials and key not in new]),
        (_WITHDRAWN, [old[key] for key in old if key not in now.materials]),
    )
    for head, papers in heads:
        if papers:
            told = [quoted(one.title) for one in papers if one.title]
            lines = lines_of(told, _PAPERS_LISTED) if head is not _WITHDRAWN or may_tell(before, now) else ()
            text = Bilingual(f"{head.ja} {len(papers)}", f"{head.en}: {len(papers)}")
            yield Change(now.edition, ChangeKind.MATERIALS, text, len(papers), lines)


def may_tell(before: Snapshot, now: Snapshot) -> bool:
    """Say whether what was there before may be told: words that were withdrawn since may stand in an old title."""
    return now.withdrawals <= before.withdrawals


def _shown(snapshot: Snapshot) -> dict[str, Paper]:
    return {key: paper for key, paper in snapshot.materials.items() if not paper.withheld}
