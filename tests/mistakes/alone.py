"""Mistakes that stop everything, or that only a folder without the others can show: each in a project of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from independent.projects import CHAIR, MAYOR, NAMES, SESSION, SETTINGS, minutes, write_project, write_text, write_word
from mistakes.folder import VOTES_HEADING, Place, as_csv, ballot, workbook
from papers_files import book, jpeg, pdf, row, rows, word

Write = Callable[[Path], Place]
_ALL = f"{SETTINGS}extra:\n  council:\n"


def setting(line: str, column: int) -> Write:
    """Write a line into `extra.council`; the mistake is at a column of it."""

    def write(root: Path) -> Place:
        write_text(root / "mkdocs.yml", f"{_ALL}    {line}\n")
        return "mkdocs.yml", f"8:{column}"

    return write


def put(root: Path, path: str, content: bytes) -> str:
    """Write a file of a project that holds little else."""
    if not (root / "mkdocs.yml").exists():
        write_text(root / "mkdocs.yml", SETTINGS)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)
    return path


def votes_alone(root: Path) -> Place:
    put(root, "votes/令和8年第1回定例会.csv", as_csv([VOTES_HEADING, ballot(1)]))
    return "votes/members.csv", ""


def unknown_profile(root: Path) -> Place:
    from build_word import build_word  # noqa: PLC0415 - only this mistake needs Word

    write_text(root / "mkdocs.yml", f"{_ALL}    profile: kiosk\n")
    build_word(root / "minutes_src/a.docx", "○議長（高橋一郎君）　会議を開きます。")
    return "minutes_src/a.docx", ""


def other_sheet(root: Path) -> Place:
    content = workbook([["氏名"], [NAMES[0]]], lambda book: book.create_sheet("覚え").append(["何か"]))
    return put(root, "votes/members.xlsx", content), "1"


def template(text: str, path: str, place: str = "") -> Write:
    """Override a template of the frame."""

    def write(root: Path) -> Place:
        write_text(
            root / "mkdocs.yml", SETTINGS.replace("font: false", "font: false, custom_dir: site_templates/theme")
        )
        write_text(root / "site_templates/theme/main.html", text)
        return path, place

    return write


def refused(root: Path) -> Place:
    write_text(root / "mkdocs.yml", f"{SETTINGS}nav: 5\n")
    return "mkdocs.yml", ""


_WORDS = "山雀の巣箱は無駄"
_CORRECTIONS = "votes/corrections.csv"
_SITTING = "minutes_src/令和8年第1回定例会/第1号.docx"


def withdrawal(target: str, was: str, also: Callable[[Path], object] = lambda _: None) -> Callable[[Path], None]:
    """Write a sitting in which words were said that a correction withdraws; ``also`` writes what else holds them."""

    def write(root: Path) -> None:
        write_project(root, {3: "道路"}, turns=1)
        write_word(
            root / _SITTING, minutes(3, [(CHAIR, "会議を開きます。"), (MAYOR, f"市長は{_WORDS}だと申しました。")])
        )
        also(root)
        row = ("令和8年4月1日", "個人情報", target, "", was, "", "申出", "議長")
        put(root, _CORRECTIONS, as_csv([("日付", "種別", "対象", "場所", "誤", "正", "理由", "決定者"), row]))

    return write


def at(write: Callable[[Path], None], path: str, place: str) -> Write:
    """Say where the mistake is."""

    def written(root: Path) -> Place:
        write(root)
        return path, place

    return written


_TABLE, _PAPER = "votes/追加.csv", "minutes_src/令和8年第1回定例会/資料/公開/a.docx"


def told_again(root: Path) -> None:
    put(root, _TABLE, as_csv([VOTES_HEADING, ballot("議案第9号", title=f"{_WORDS}の件")]))


def paper_of_it(root: Path) -> None:
    write_word(root / _PAPER, [f"市長は{_WORDS}と言った。"])


_HANDOUTS = f"minutes_src/{SESSION}/packets.csv"
_HEADINGS = (
    *("会議", "版", "改訂", "配付日", "種類", "対象", "資料番号", "通しページ", "差し替え", "題名", "ファイル", "指紋"),
)
_COVER = ("2026-03-03-honkaigi", "公開版", "1", "2026-02-25", "表紙", "-", "", "p1", "", "", "", "")


def handed_out(place: str, *rows: tuple[str, ...]) -> Write:
    """Write a list of what was handed out of a sitting's packet."""

    def write(root: Path) -> Place:
        write_project(root, {3: "道路"}, turns=1)
        return put(root, _HANDOUTS, as_csv([_HEADINGS, *rows])), place

    return write


CHECKED: dict[str, Write] = {
    "D601": handed_out("2:8", (*_COVER[:7], "三枚目", *_COVER[8:])),
    "D602": handed_out("3:8", _COVER, _COVER),
    "D603": handed_out("2:8", ("2026-03-04-honkaigi", *_COVER[1:])),
    "D604": handed_out("2:8", (_COVER[0], "議員版", *_COVER[2:])),
    "K107": at(withdrawal(_SITTING, "sha256:123"), _CORRECTIONS, "2:5"),
    "K210": at(withdrawal("votes/無い表.csv", _WORDS), _CORRECTIONS, "2"),
    "K211": at(withdrawal(_SITTING, _WORDS, told_again), _TABLE, "2:1"),
    "K212": at(withdrawal(_SITTING, _WORDS, paper_of_it), _PAPER, ""),
    "K213": at(
        withdrawal(
            _SITTING,
            _WORDS,
            lambda root: (
                told_again(root / "x") or put(root, f"votes/{_WORDS}.csv", as_csv([VOTES_HEADING, ballot("議案第8号")]))
            ),
        ),
        "votes/〔確認中〕.csv",
        "",
    ),
    "C101": lambda root: (put(root, "mkdocs.yml", b"site_name: [a\n"), ""),
    "C102": setting("seat: 22", 5),
    "C103": setting("name: [a, b]", 11),
    "C104": setting("vote_columns: date", 19),
    "C105": setting("language: fr", 15),
    "C106": setting("timezone: Asia/Shiojicity", 15),
    "C107": setting("seats: たくさん", 12),
    "C108": setting("vote_columns: {event: when}", 27),
    "C109": setting("vote_symbols: {徐: nay}", 23),
    "C111": setting("office: pages", 13),
    "C110": setting("video: {a: 'javascript:x'}", 16),
    "P202": votes_alone,
    "M102": unknown_profile,
    "R114": lambda root: (put(root, "minutes_src/streams.csv", as_csv([("あれ", "これ"), ("一", "二")])), "1"),
    "R115": lambda root: (put(root, "votes/members.csv", as_csv([("氏名", "会派", "会派"), ("山田", "", "")])), "1:3"),
    "R118": lambda root: (put(root, "votes/members.csv", as_csv([("氏名", "会派")])), "1"),
    "R119": other_sheet,
}
_BOUND = f"minutes_src/{SESSION}/資料/公開/3月3日"


def bound(name: str, content: bytes) -> Write:
    """Put a paper into the packet of a sitting."""

    def write(root: Path) -> Place:
        write_project(root, {3: "道路"}, turns=1)
        return put(root, f"{_BOUND}/{name}", content), ""

    return write


def at_packet(write: Write) -> Write:
    return lambda root: (write(root) and "packets/2026-03-03-honkaigi.pdf", "")


BUILT: dict[str, Write] = {
    "D401": bound("人名.docx", word("{xml <w:r><w:t>\U000f1234</w:t></w:r>}")),
    "D403": bound("大きな表.xlsx", book({"表": rows(*(row(n, *["1"] * 26) for n in range(1, 501)))})),
    "D501": bound("図.jpeg", jpeg()),
    "D503": at_packet(bound("😀の件.pdf", pdf())),
    "S201": refused,
    "S205": template(
        '{% extends "council.html" %}{% block announce %}{% if "議席" in page.content %}<p>x</p>{% endif %}{% endblock %}',
        "mkdocs.yml",
    ),
    "S209": template('{% extends "council.html" %}{% if %}', "site_templates/theme/main.html", "1"),
}
PUBLISHED = ("S301", "S302", "S303")
"""Mistakes about the folder named by `--site-dir`."""
