"""Labels of every form, office, honorific, circle, width and gap, drawn at random: all read with the lists, none misread without."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from minutes_outline import outline, read

MEMBERS = (
    ("1", "山野", "太郎"),
    ("2", "海原", "はな"),
    ("3", "髙﨑", "一"),
    ("12", "辻\U000e0100", "さくら"),
    ("23", "長谷部", "さちこ"),
    ("25", "市長谷", "次郎"),
)
OFFICERS = (
    ("市長", "川瀬", "一"),
    ("副市長", "谷", "諭"),
    ("教育長", "南雲", "さゆり"),
    ("総務部長", "堀", "一郎"),
    ("子ども・子育て支援部長", "酒枝", "敏春"),
    ("消防長", "火野", "守"),
    ("会計管理者", "銭形", "平"),
    ("選挙管理委員会委員長", "投野", "票"),
    ("代表監査委員", "監物", "正"),
    ("政策経営部長", "長瀬", "幸紀"),
    ("企画課長", "巧", "実"),
    ("議会事務局長", "局", "長一"),
    ("建設部次長兼土木課長", "土田", "木一"),
)
CHAIRS = (
    ("議長", "山野", "太郎"),
    ("副議長", "海原", "はな"),
    ("総務委員長", "髙﨑", "一"),
    ("議会運営委員長", "長谷部", "さちこ"),
)
LISTS = "出席議員\n{}\n説明員\n{}\n".format(
    "\n".join(f"　{seat}番　{family}　{given}" for seat, family, given in MEMBERS),
    "\n".join(f"　{office}　　　{family}　{given}" for office, family, given in OFFICERS),
)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
TEXT = "本日の発言です。"


@dataclass(frozen=True)
class Spoken:
    """A label as printed with what it says, and the gap behind it."""

    label: str
    role: str
    name: str
    gap: str


@st.composite
def labels(draw: st.DrawFn) -> Spoken:
    mark = draw(st.sampled_from("○◯〇◎◆●"))
    seat, family, given = draw(st.sampled_from(MEMBERS))
    office = draw(st.sampled_from(["", *OFFICERS, *CHAIRS]))
    role, family, given = office or (f"{seat}番", family, given)
    printed = role.translate(WIDE) if not office and draw(st.booleans()) else role
    name = family + draw(st.sampled_from(["", "　"])) + given
    polite = draw(st.sampled_from(["君", "さん", "議員", "様", "氏", "委員", ""]))
    left, right = draw(st.sampled_from(["（）", "()"]))
    gap = draw(st.sampled_from(["　", " ", "　　", ""]))
    forms = {
        "parenthesis": Spoken(f"{mark}{printed}{left}{name}{polite}{right}", role, name, gap),
        "spaced": Spoken(f"{mark} {' '.join(printed)} {left} {' '.join(name)} {right}", role, " ".join(name), "　"),
        "inside": Spoken(f"{mark}{left}{name}{role}{right}", role, name, gap),
        "name-role": Spoken(f"{mark}{name}{role}", role, name, gap or "　"),
        "role-name": Spoken(f"{mark}{role}　{name}{polite or '君'}", role, name, "　"),
        "role": Spoken(f"{mark}{role}", role, "", gap or "　"),
    }
    simple = not office or office in CHAIRS[2:]
    spaced = len(role) < 6 and "　" not in name
    kinds = [kind for kind in forms if (not simple or kind in ("parenthesis", "spaced", "role"))]
    return forms[draw(st.sampled_from([kind for kind in kinds if kind != "spaced" or spaced]))]


def debate(spoken: list[Spoken], lists: str) -> list[list[str]]:
    lines = "".join(f"{one.label}{one.gap}{TEXT}\n　{one.label[1:]}と申しました。\n" for one in spoken)
    opening = "○議長（山野太郎君）　開会いたします。\n"
    page = f"令和8年第1回定例会会議録\n令和8年3月3日（火曜日）午前10時開議\n{lists}{opening}{lines}"
    found = outline(read(page.rstrip("\n"), path="minutes_src/x.docx", folder=""))
    assert isinstance(found["debate"], list)
    return [line.split(" / ") for line in found["debate"] if "開会いたします" not in line]


@settings(max_examples=60, deadline=None)
@given(st.lists(labels(), min_size=1, max_size=8))
def test_with_the_lists_every_label_is_read(spoken: list[Spoken]):
    read_as = [tuple(entry[1:]) for entry in debate(spoken, LISTS)]
    assert read_as == [
        (one.label, one.role, one.name, f"{one.gap[1:]}{TEXT}↵　{one.label[1:]}と申しました。") for one in spoken
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(labels(), min_size=1, max_size=8))
def test_without_lists_no_words_are_anothers_and_no_name_is_wrong(spoken: list[Spoken]):
    names = {one.label: one.name for one in spoken}
    for kind, *entry in debate(spoken, ""):
        if kind in ("speech", "question", "answer"):
            assert entry[-1].count(TEXT) == 1
            assert entry[2] in ("", names[entry[0]])
