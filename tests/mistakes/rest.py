"""One mistake of each other rule: minutes (M), YAML (R3), the folder itself (R15), papers (D1), hand-written pages (S)."""

from __future__ import annotations

import functools
from collections.abc import Callable

from independent.projects import CHAIR, NAMES, SESSION, minutes, pdf
from mistakes.folder import Folder, Place, Write
from mistakes.tables import sparse
from mistakes.word import SECRET, ole

_MIN = f"minutes_src/{SESSION}"
_OTHER = "minutes_src/令和8年第2回定例会"


def sitting(code: str, place: int, day: int, change: Callable[[list[str]], list[str]], name: str = "") -> Write:
    """Write minutes of a day with one thing changed; ``place`` is the paragraph of the mistake."""

    def write(folder: Folder) -> Place:
        lines = minutes(day, [(CHAIR, "会議を開きます。")], number=day)
        path = folder.lines(f"{_MIN}/{name or code}.docx", change(lines))
        return path, f"¶{place}" if place else ""

    return write


def at(place: int, words: str) -> Callable[[list[str]], list[str]]:
    """Put another line in a place (from 1)."""
    return lambda lines: [*lines[: place - 1], words, *lines[place:]]


def into(place: int, *words: str) -> Callable[[list[str]], list[str]]:
    """Put lines before a place (from 1)."""
    return lambda lines: [*lines[: place - 1], *words, *lines[place - 1 :]]


def told(code: str, place: int, lines: str, path: str = "") -> Write:
    """Write minutes as they stand here."""
    return lambda folder: (
        folder.lines(f"{path or f'{_OTHER}/{code}'}.docx", lines.strip().split("\n")),
        f"¶{place}" if place else "",
    )


_TITLE = "令和8年第2回汐路市議会定例会会議録　第{n}号\n令和8年6月{n}日"
_OPEN = "\n○議長（高橋一郎君）　会議を開きます。"


def title(number: int) -> str:
    return _TITLE.format(n=number)


def same_sitting(folder: Folder) -> Place:
    said = [(CHAIR, "会議を開きます。")]
    return folder.lines(f"{_MIN}/第3号の2.docx", minutes(17, said, number=2)), ""


def several(folder: Folder) -> Place:
    """Let one of two members of a surname speak under the surname alone."""
    for number, name in (("q1", "双葉　一"), ("q2", "双葉　二")):
        folder.row("votes/members.csv", number, name, "", "", "", "", "平成20年5月1日", "平成24年4月30日")
    lines = "平成22年第1回汐路市議会定例会会議録　第1号\n平成22年3月3日" + _OPEN + "\n○１番（双葉君）　質問します。"
    return folder.lines("minutes_src/平成22年第1回定例会/M402.docx", lines.split("\n")), "¶4"


def several_present(folder: Folder) -> Place:
    """List one of two members of a surname under the surname alone."""
    for number, name in (("q3", "三枝　一"), ("q4", "三枝　二")):
        folder.row("votes/members.csv", number, name, "", "", "", "", "平成20年5月1日", "平成24年4月30日")
    lines = "平成22年第1回汐路市議会定例会会議録　第2号\n平成22年3月4日\n出席議員（1人）\n１番　三枝" + _OPEN
    return folder.lines("minutes_src/平成22年第1回定例会/M406.docx", lines.split("\n")), "¶4"


MINUTES: dict[str, Write] = {
    "M101": told("M101", 0, "献立表\nうどん"),
    "M103": told("M103", 1, "【ひな形】\n" + title(29) + _OPEN),
    "M104": told("M104", 2, title(3) + _OPEN, f"{_OTHER}/20260604_M104"),
    "M105": told("M105", 2, title(4) + _OPEN, "minutes_src/令和8年第3回定例会/M105"),
    "M106": told("M106", 2, title(5) + _OPEN, f"{_OTHER}/総務委員会_M106"),
    "M107": told("M107", 2, title(7) + _OPEN, f"{_OTHER}/第8号_M107"),
    "M108": told("M108", 2, title(9) + "（月曜日）" + _OPEN),
    "M201": told("M201", 4, title(10) + _OPEN + "\n○（不明）　質問します。"),
    "M202": told(
        "M202",
        7,
        title(11) + "\n出席議員（1人）\n１番　高橋一郎\n2番　鈴木花子" + _OPEN + "\n○３番（鈴木花子君）　質問します。",
    ),
    "M203": told("M203", 5, title(12) + _OPEN + "\n△日程第1　一般質問\nこれはだれの発言でしょうか。"),
    "M205": told("M205", 3, title(15) + "\n出席議員（3人）\n１番　高橋一郎\n２番　鈴木花子" + _OPEN),
    "M206": told("M206", 6, title(16) + "\n出席議員（2人）\n１番　高橋一郎\n２番　鈴木花子\n後日調製します。" + _OPEN),
    "M207": told("M207", 3, title(17) + "\n議事日程\n出席議員（1人）\n１番　高橋一郎" + _OPEN),
    "M301": told(
        "M301", 4, title(18) + _OPEN + "\n○議長（高橋一郎君）　起立多数であります。よって、本案は可決されました。"
    ),
    "M302": told(
        "M302", 1, title(19).replace("会議録", "会議録（秘密会）") + _OPEN + f"\n○議長（高橋一郎君）　{SECRET}です。"
    ),
    "M401": told("M401", 4, title(22) + _OPEN + "\n○６番（無名知蔵君）　質問します。"),
    "M402": several,
    "M403": told("M403", 4, title(24) + "\n出席議員（2人）\n８番　無名知蔵\n１番　高橋一郎" + _OPEN),
    "M404": told("M404", 0, "令和8年第2回汐路市議会定例会会議録" + _OPEN),
    "M405": same_sitting,
    "M406": several_present,
    "M501": told("M501", 0, title(26) + "\n出席議員（1人）\n１番　高橋一郎" + _OPEN),
}


_YAML = {
    "R301": ("name: [開いた\nperiod: {", "2:7"),
    "R302": ("name：令和8年第1回臨時会\n", "1:5"),
    "R303": ("name: 令和8年第1回臨時会\nstatus: 確定版\nstatus: 速報版\n", "3:1"),
    "R304": ("name: &a 令和8年第1回臨時会\nstatus: *a\n", "1:7"),
    "R305": ("name: !!python/object:os.system 令和8年第1回臨時会\n", "1:7"),
    "R306": ("name: 令和8年第1回臨時会\n---\nname: 二つ目\n", "2:1"),
    "R307": (f"name: {'[' * 300}{']' * 300}\n", "1:27"),
    "R308": ("period:\n\tfrom: 令和8年5月1日\n", "2:1"),
    "R309": ("? [a, b]\n: c\n", "1:3"),
    "R310": ("# まだです\n", ""),
    "R321": ("nane: 令和8年第1回臨時会\n", "1:1"),
    "R322": ("name: {a: b}\n", "1:7"),
    "R323": ("period: 五月\n", "1:9"),
    "R324": ("sittings:\n  - date: 令和8年5月1日\n    agenda: 会期の決定\n", "3:13"),
    "R325": ("status: 最終\n", "1:9"),
    "R326": ("sittings:\n  - body: 本会議\n", "2:5"),
    "R327": ("period: {from: 令和8年5月19日, to: 令和8年5月2日}\n", "1:9"),
    "R328": ("period: {from: 令和8年5月1日, to: 令和8年5月2日}\nsittings: [{date: 令和8年5月22日}]\n", "2:12"),
    "R329": ("name: 秋の会議\n", "1:7"),
}


def session_file(code: str, folder: Folder) -> Place:
    text, place = _YAML[code]
    return folder.text(f"minutes_src/令和8年第{int(code[1:])}回臨時会/session.yml", text), place


def lead_out(folder: Folder) -> Place:
    (folder.root / f"{_MIN}/R154.docx").symlink_to("/nonexistent/elsewhere.docx")
    return f"{_MIN}/R154.docx", ""


def spare(folder: Folder) -> Place:
    return folder.book("votes/corrections.xlsx", [["日付"], ["二つ目の表"]]), ""


def nearly_for_members(folder: Folder) -> Place:
    folder.text(f"{_MIN}/非公開/メモ.txt", SECRET)
    return f"{_MIN}/非公開", ""


FOLDERS: dict[str, Write] = {
    **{code: functools.partial(session_file, code) for code in _YAML},
    "R150": lambda folder: (folder.text(f"{_MIN}/~$第1号.docx", SECRET), ""),
    "R151": lambda folder: (folder.text(f"{_MIN}/.控え.txt", SECRET), ""),
    "R152": lambda folder: (folder.text(f"{_MIN}/メモ.txt", SECRET), ""),
    "R153": lambda folder: (folder.data(f"{_MIN}/R153.pdf", pdf("PEONY")), ""),
    "R154": lead_out,
    "R156": spare,
    "R157": nearly_for_members,
    "R158": lambda folder: (folder.text(f"{_MIN}/議員限定/session.yml", "name: x\n"), ""),
}


def cloud_paper(folder: Folder) -> Place:
    folder.data(f"{_PAPERS}/.D106.pdf.icloud", b"bplist00")
    return f"{_PAPERS}/D106.pdf", ""


def cloud_table(folder: Folder) -> Place:
    folder.data("votes/.R103.csv.icloud", b"bplist00")
    return "votes/R103.csv", ""


_PAPERS = f"{_MIN}/資料/公開"
PAPERS: dict[str, Write] = {
    "D101": lambda folder: (folder.data(f"{_MIN}/資料/素案/D101.pdf", pdf("PEONY")), ""),
    "D102": lambda folder: (folder.text(f"{_PAPERS}/D102.txt", SECRET), ""),
    "D103": lambda folder: (folder.data(f"{_PAPERS}/D103.pdf", b"%PDF-1.4\nnothing more"), ""),
    "D104": lambda folder: (folder.data(f"{_PAPERS}/D104.docx", ole("EncryptedPackage")), ""),
    "D105": lambda folder: (folder.data(f"{_PAPERS}/D105.png", pdf("PEONY")), ""),
    "D106": cloud_paper,
    "D108": lambda folder: sparse(folder, f"{_PAPERS}/D108.pdf"),
    "R103": cloud_table,
}

_PAGES = "site_templates/pages"


def page(code: str, text: str) -> Write:
    """Write a page by hand; findings of a finished site name its address."""

    def write(folder: Folder) -> Place:
        folder.text(f"{_PAGES}/{code}.md", text)
        return f"{code}.html", ""

    return write


def own_page(folder: Folder) -> Place:
    folder.text(f"{_PAGES}/bills.md", "# 議案")
    return "bills.html", ""


def own_frame(folder: Folder) -> Place:
    folder.text("site_templates/theme/partials/source.html", "<!-- {{ page.title }} -->")
    return "mkdocs.yml", ""


BUILT: dict[str, Write] = {
    "S101": page("S101", '# 頁\n\n<a href="nowhere.html">どこへも</a>'),
    "S102": page("S102", "# 頁\n\n[どこへも](#nowhere)"),
    "S104": page("S104", "# 頁\n\n<article>二つ目</article>"),
    "S107": page("S107", '# 頁\n\n<img src="https://tracker.example/a.png" alt="">'),
    "S108": page("S108", '# 頁\n\n<p style="color:red">赤</p>'),
    "S202": lambda _: ("mkdocs.yml", ""),
    "S204": own_page,
    "S208": lambda folder: (folder.data(f"{_PAGES}/S208.md", b"# \xff\xff\xfe\x81"), ""),
}
"""Mistakes that show when the site is made."""

WORDS: dict[str, Write] = {
    "S501": lambda folder: (folder.csv("minutes_src/synonyms.csv", [("語", "同義語"), ("学校", "")]), "2:2"),
}
REST: dict[str, Write] = {**MINUTES, **FOLDERS, **PAPERS, **WORDS}
__all__ = ["BUILT", "NAMES", "REST"]
