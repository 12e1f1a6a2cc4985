"""Two committee meetings: questions on the bills as the texts have them, debate, and a show of hands on each bill."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from city import bills
from debate import Part, Unit, units
from minutes import SPACE, Line, day, debate, explainers, spaced, two_columns
from people import committee_chair, members_on, speakers
from record import Entry, Record, clock, n, printed

OFFICES = {
    "議会運営": ("総務部長",),
    "文教厚生": ("教育長", "福祉部長", "子ども未来部長", "健康部長", "教育部長"),
    "総務": (
        "市長", "副市長", "企画部長", "総務部長", "防災監", "福祉部長", "産業部長", "建設部長", "都市整備部長", "教育部長",
        "会計管理者", "代表監査委員", "消防長",
    ),
}  # fmt: skip
VICE_CHAIRS = {"文教厚生": 4, "総務": 5, "議会運営": 1}
RECESSES = {  # after which bill, and whether the texts themselves say so: (called, reopened)
    ("文教厚生", "議案第6号"): (False, True),
    ("総務", "議案第35号"): (True, True),
    ("総務", "認定第1号"): (False, False),
}
ARGUMENTS = {
    ("文教厚生", "議案第4号"): (
        (3, "議案第４号に反対いたします。税率の引上げを前提とした予算であり、物価高の中で加入者に更なる負担を求めることは認められません。"),
        (7, "賛成いたします。医療機関への支払を滞らせることはできません。健診の受診率を上げる取組の成果を、半年ごとに報告していただくよう求めます。"),
    ),
    ("文教厚生", "議案第12号"): (
        (3, "反対いたします。４人世帯で３万円を超える増は、暮らしが厳しい中で余りに大きい。一般会計からの繰入れを含め、据え置く手だてを尽くすべきであります。"),
        (7, "賛成の立場です。先に延ばせば、令和９年度に一度に１万円を超える引上げとなります。幅を抑えて早く始めることが、責任ある判断であると考えます。"),
    ),
    ("総務", "認定第1号"): (
        (18, "認定することに反対いたします。使われない補助制度が放置され、市民に負担をお願いする理由が決算から見えてまいりません。"),
        (7, "賛成いたします。指摘は次の予算に生かすべきものであり、計数は正確で、実質単年度収支も３年ぶりに黒字となりました。"),
    ),
    ("総務", "陳情第4号"): (
        (18, "継続審査が妥当と考え、不採択とすることには反対です。12月に上限が示されると言うのですから、それを待つのが署名をされた方への礼儀であります。"),
        (1, "不採択に賛成いたします。不安の声は受け止めなければなりませんが、職員と市民の命を守る責務と、５年の凍結とは両立しないと考えます。"),
    ),
}  # fmt: skip
OPPOSED = {("文教厚生", "議案第4号"), ("文教厚生", "議案第12号"), ("総務", "認定第1号"), ("総務", "陳情第4号")}


def tell(committee: str, date: dt.date, name: str) -> Record:
    """Tell a committee's meeting from its file of texts."""
    rec = Record(date, committee=committee)
    members = _members(committee, date)
    if committee == "議会運営":
        return _consult(rec, name)
    rec.chair(
        f"おはようございます。ただいまの出席委員は{n(len(members))}人であり、定足数に達しております。これより{committee}委員会を開会いたします。",
        "本日の審査は、お手元に配付の審査事件の順序により行います。",
    )
    for unit in units(name):
        _examine(rec, unit, dict(zip("ABCDE", speakers(name), strict=True)))
    rec.chair("これより、付託されました案件について、順次、討論及び採決を行います。")
    for unit in units(name):
        _decide(rec, unit.bill)
    rec.chair(
        "以上で、本委員会に付託されました案件の審査は全て終了いたしました。委員長の報告の作成につきましては、正副委員長に御一任願います。",
        f"これをもちまして、{committee}委員会を閉会いたします。",
    )
    rec.stage(f"{clock(rec.now)}閉会")
    return rec


def _consult(rec: Record, name: str) -> Record:
    """Tell a meeting that settles how the session goes, without votes."""
    rec.chair("これより議会運営委員会を開会いたします。本日の協議事項は、お手元に配付のとおりであります。")
    for unit in units(name):
        rec.entries.append(Entry("heading", f"△{unit.titles[0]}"))
        for part in unit.parts:
            _speak(rec, part, dict(zip("ABCD", speakers(name), strict=True)))
    rec.chair("以上で、議会運営委員会を閉会いたします。")
    rec.stage(f"{clock(rec.now)}閉会")
    return rec


def _examine(rec: Record, unit: Unit, seats: dict[str, int]) -> None:
    rec.entries.append(_heading(unit.bill))
    for part in unit.parts:
        _speak(rec, part, seats)
    if (rec.committee, unit.bill) in RECESSES:
        called, reopened = RECESSES[rec.committee, unit.bill]
        rec.chair(*(() if called else ("ここで、暫時休憩いたします。",)))
        rec.stage(f"{clock(rec.now)}休憩")
        rec.now = (rec.now + dt.timedelta(minutes=10)).replace(second=0)
        rec.stage(f"{clock(rec.now)}再開")
        rec.chair(*(() if reopened else ("休憩前に引き続き、会議を開きます。",)))


def _heading(number: str) -> Entry:
    return Entry("heading", f"△{printed(f'{number}　{bills()[number].title}')}")


def _speak(rec: Record, part: Part, seats: dict[str, int]) -> None:
    if part.role == "委員長":
        rec.chair(*part.paragraphs)
    elif part.role == "委員":
        rec.say(seats[part.who], *part.paragraphs)
    else:
        rec.say(part.who, *part.paragraphs)


def _decide(rec: Record, number: str) -> None:
    name = printed(number)
    spoken = ARGUMENTS.get((rec.committee, number), ())
    for place, (seat, text) in enumerate(spoken):
        lead = f"{name}について、討論はありませんか。" if place == 0 else ""
        rec.chair(f"{lead}{n(seat)}番、{rec.member(seat).plain}委員。")
        rec.say(seat, text)
    rec.chair(_put(number, debated=bool(spoken)))
    if number == "請願第1号":
        rec.stage("（「異議なし」と呼ぶ者あり）")
        rec.chair(
            f"異議なしと認めます。よって、{name}は、閉会中の継続審査とすべきものと決しました。議長にその旨を申し出ることといたします。"
        )
        return
    rec.stage("〔賛成者挙手〕")
    how = "挙手多数" if (rec.committee, number) in OPPOSED else "挙手全員"
    rec.chair(f"{how}であります。よって、{name}は、{_outcome(number)}すべきものと決しました。")


def _put(number: str, *, debated: bool) -> str:
    name = printed(number)
    lead = "ほかに討論はありませんので、" if debated else f"{name}について、討論の申出はありません。"
    if number == "請願第1号":
        return f"{lead}お諮りいたします。{name}は、なお調査を要しますので、閉会中の継続審査とすることに御異議ありませんか。"
    aim = {"認定": "認定", "陳情": "不採択と"}.get(number[:2], "原案のとおり可決")
    return f"{lead}採決いたします。{name}を{aim}すべきものと決することに賛成の委員の挙手を求めます。"


def _outcome(number: str) -> str:
    return {"認定": "認定", "陳情": "不採択と"}.get(number[:2], "原案のとおり可決")


def _members(committee: str, date: dt.date) -> list[int]:
    return [seat for seat, one in members_on(date).items() if f"{committee}委員会" in one.committees]


def minutes_of(rec: Record, session: str) -> Iterator[Line]:
    """Yield the paragraphs of the meeting's minutes."""
    chair, vice = committee_chair(rec.committee, rec.date), VICE_CHAIRS[rec.committee]
    office = members_on(rec.date)
    seats = [chair, vice, *(seat for seat in _members(rec.committee, rec.date) if seat not in (chair, vice))]
    posts = {chair: "(委員長)", vice: "(副委員長)"}
    yield Line(f"{session}{SPACE}{rec.committee}委員会会議録", "title")
    yield Line(f"{SPACE}{day(rec.date)}{SPACE}{clock(dt.datetime.combine(rec.date, rec.opened))}開会")
    yield Line("1.協議事項" if rec.committee == "議会運営" else "1.審査事件")
    for entry in rec.entries:
        if entry.kind == "heading":
            yield Line(SPACE + entry.label[1:])
    yield Line(f"2.出席委員は次のとおりである({len(seats)}名)")
    yield from two_columns([f"{seat:>2}番{SPACE}{spaced(office[seat].name)}{posts.get(seat, '')}" for seat in seats])
    yield Line("3.欠席委員は次のとおりである(なし)")
    yield from explainers(rec.date, 4, OFFICES[rec.committee])
    yield Line(SPACE * 14 + f"{clock(dt.datetime.combine(rec.date, rec.opened))}開会")
    yield from debate(rec)
    yield Line(f"{SPACE}委員会条例第30条第１項の規定により、ここに署名する。")
    yield Line(SPACE * 8 + f"{rec.committee}委員長{SPACE * 4}{spaced(office[chair].name)}")
