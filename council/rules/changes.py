"""S42x: the facts kept from one build to the next, by which a build tells what it changed."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity

SNAPSHOT_UNREADABLE = Rule(
    "S421",
    "last-build-unreadable",
    Severity.NOTE,
    Bilingual(
        "前回の作成の控えを読めないので、今回は前回との違いを示しません",
        "what was kept of the last build cannot be read, so the differences to it are not told this time",
    ),
    Bilingual(
        "何もする必要はありません。次回からまた示します。", "Nothing needs to be done; the next build tells them again."
    ),
)
SNAPSHOT_NOT_KEPT = Rule(
    "S422",
    "build-not-kept",
    Severity.NOTE,
    Bilingual(
        "今回の作成の控えを書けなかったので、次回の違いは前々回からのものになります（{words}）",
        "what was built could not be kept ({words}); the next build tells the differences to an older one",
    ),
    Bilingual(
        "ディスクの空きと .council/ の権限を確かめてください。サイトはできています。",
        "Check the disk and the permissions of .council/. The site itself is published.",
    ),
)
