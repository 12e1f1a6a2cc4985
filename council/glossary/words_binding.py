"""Words printed in the PDF of a packet: on its cover, its contents, its sheets."""

from __future__ import annotations

from council.diagnostics import Bilingual

PACKET = Bilingual("会議資料", "MEETING PACKET")
COVER = Bilingual("表紙", "Cover")
CONTENTS = Bilingual("目次", "Contents")
CONTINUED = Bilingual("目次（続き）", "Contents (continued)")
OTHER_PAPERS = Bilingual("そのほかの資料", "Other papers")
MEMBERS_ONLY = Bilingual("議員限定", "Members only")
CHANGES = Bilingual("変わったところ", "What has changed")
COUNTED = Bilingual("全{pages}ページ　資料{papers}点", "{pages} pages, {papers} papers")
COUNTED_ONE = Bilingual("全{pages}ページ　資料{papers}点", "{pages} pages, {papers} paper")
BILLS = Bilingual("議案", "Bills")
DEBATES = Bilingual("これまでの質疑・討論", "Earlier debate")
DECISIONS = Bilingual("これまでの議決", "Earlier decisions")
PAGE = Bilingual("{number}ページ", "page {number}")
PAPERS = Bilingual("この日程の資料", "Papers of this item")
NOT_HERE = Bilingual("この資料は、ここに綴じられていません。", "This paper is not bound here.")
PAGE_NOT_HERE = Bilingual(
    "この資料の{page}ページ目は、ここに綴じられていません。", "Page {page} of this paper is not bound here."
)
ITS_PLACE = Bilingual(
    "通しページ{number}は、この資料のために空けてあります。前後のページの番号は変わりません。",
    "Page {number} is kept for it; the numbers of the other pages do not change.",
)

WHY_UNREADABLE = Bilingual(
    "ファイルが開けませんでした。事務局が確かめています。", "Its file cannot be opened; the secretariat has been told."
)
WHY_LOCKED = Bilingual(
    "ファイルにパスワードがかかっています。事務局が確かめています。",
    "Its file is locked by a password; the secretariat has been told.",
)
WHY_ABSENT = Bilingual("ファイルがありません。", "Its file is not there.")
WHY_SHORT = Bilingual(
    "ファイルのページ数が、予定より少なくなっています。", "Its file has fewer pages than were planned."
)
