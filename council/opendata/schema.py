"""The data files' columns (contract §4), in order, each with its type and what it means in both languages."""

from __future__ import annotations

from msgspec import Struct


class Column(Struct, frozen=True):
    """One column; ``type`` is a Table Schema type: string, integer, date, time."""

    name: str
    ja: str
    en: str
    type: str = "string"


class TableSchema(Struct, frozen=True):
    """One data file; ``name`` without suffix."""

    name: str
    ja: str
    en: str
    columns: tuple[Column, ...]


_PERSON = Column("person_id", "議員ID", "Id of the member")
_MEETING = Column("meeting_id", "会議ID", "Id of the sitting")
_SESSION = Column("session_id", "会期ID", "Id of the session")
_BILL = Column("bill_id", "議案ID", "Id of the bill")
_DATE = Column("date", "日付", "Day", "date")
_URL = Column("url", "ページ（サイトの先頭から）", "Page, from the site's root")
_START = Column("start_date", "開始日", "First day", "date")
_END = Column("end_date", "終了日（この日を含む）", "Last day, included", "date")
_RESULT = Column("result", "結果", "Result as declared")
_METHOD = Column("method", "採決方法", "Method of voting")


def _count(name: str, ja: str, en: str) -> Column:
    return Column(name, ja, en, "integer")


TABLES: tuple[TableSchema, ...] = (
    TableSchema(
        "sessions",
        "会期",
        "Sessions",
        (
            Column("id", "会期ID", "Id"),
            Column("name", "名称", "Name"),
            Column("kind", "regular＝定例会、special＝臨時会", "regular or special"),
            _START,
            _END,
        ),
    ),
    TableSchema(
        "meetings",
        "会議録のある会議と予定の会議",
        "Sittings, held and announced",
        (
            Column("id", "会議ID", "Id"),
            _SESSION,
            _DATE,
            Column("body", "会議（本会議、委員会）", "Body that sat"),
            Column("number", "号数", "Number of the sitting"),
            Column("opened", "開議時刻", "Opened at", "time"),
            Column("closed", "散会時刻", "Closed at", "time"),
            Column("profile", "会議録を読んだ書式", "Layout the minutes were read by"),
            Column("status", "会議録の版：draft＝速報版、proof＝校正中、final＝確定版", "draft, proof, final or empty"),
            _URL,
        ),
    ),
    TableSchema(
        "members",
        "議員（在任期間ごとに1行）",
        "Members, a row a term",
        (
            _PERSON,
            Column("name", "氏名", "Name"),
            Column("kana", "ふりがな", "Reading"),
            Column("seat", "議席", "Seat"),
            Column("group", "会派", "Parliamentary group"),
            Column("role", "役職", "Role in the council"),
            _START,
            _END,
            _URL,
        ),
    ),
    TableSchema(
        "memberships",
        "所属（議会・会派・委員会）",
        "Memberships of council, groups and committees",
        (
            _PERSON,
            Column("organization", "組織", "Organisation"),
            Column("classification", "council＝議会、group＝会派、committee＝委員会", "council, group or committee"),
            Column("role", "役職", "Role"),
            _START,
            _END,
        ),
    ),
    TableSchema(
        "attendance",
        "出欠",
        "Attendance",
        (
            _MEETING,
            _PERSON,
            Column("name", "氏名（会議録のとおり）", "Name as printed"),
            Column("seat", "議席", "Seat"),
            Column(
                "status",
                "present＝出席、absent＝欠席、late＝遅参、left＝早退、online＝オンライン",
                "present, absent, late, left, online",
            ),
        ),
    ),
    TableSchema(
        "bills",
        "議案など",
        "Bills, petitions and other matters",
        (
            Column("id", "議案ID", "Id"),
            _SESSION,
            Column("number", "番号", "Printed number"),
            Column("kind", "種類", "Kind"),
            Column("title", "件名", "Title"),
            Column("proposer", "提出者", "Proposer"),
            Column("referred_to", "付託委員会", "Committees it was referred to"),
            _RESULT,
            _DATE,
            _URL,
        ),
    ),
    TableSchema(
        "vote_events",
        "採決",
        "Decisions",
        (
            Column("id", "採決ID", "Id"),
            _BILL,
            _MEETING,
            _DATE,
            _METHOD,
            _RESULT,
            Column("requirement", "必要な多数", "Majority needed: majority, 2/3, 3/4"),
            Column("recorded", "個人別の記録の有無", "recorded, not recorded or not published"),
            _count("yes", "賛成", "Yes"),
            _count("no", "反対", "No"),
            _count("abstain", "棄権", "Abstained"),
            _count("absent", "欠席", "Absent"),
            _count("not_voting", "退席（議長を除く）", "Left or not voting, the chair apart"),
            _count("excused", "除斥", "Excused"),
            _count("other", "その他", "Other"),
            _count("chair", "議長・議長職務代理で表決に加わらなかった者", "Presiding officers who did not vote"),
            _count("withheld", "確認中で掲載しない欄", "Cells withheld"),
            _count("declared_yes", "宣告された賛成", "Yes as declared"),
            _count("declared_no", "宣告された反対", "No as declared"),
            Column("speech_id", "宣告した発言", "The declaring speech"),
        ),
    ),
    TableSchema(
        "votes",
        "議員ごとの賛否",
        "Each member's vote",
        (
            Column("vote_event_id", "採決ID", "Id of the decision"),
            _DATE,
            _SESSION,
            _MEETING,
            _BILL,
            Column("bill_number", "番号", "Number of the bill"),
            Column("title", "件名", "Title"),
            _METHOD,
            _RESULT,
            _PERSON,
            Column("member", "氏名", "Member"),
            Column("group", "その日の会派", "Group on that day"),
            Column(
                "option", "賛否：yes, no, abstain, absent, not voting, excused, other", "Popolo's word for the vote"
            ),
            Column("role", "member, chair, vice-chair", "Capacity"),
            Column("raw", "表の記号のまま", "Symbol as written"),
            Column("source", "出典（ファイル:行:列）", "Source"),
        ),
    ),
    TableSchema(
        "agreement",
        "2人の賛否の一致（賛否の分かれた採決で、2人とも賛成か反対だったもの）",
        "Agreement of two members on contested decisions on which both said yes or no",
        (
            _PERSON,
            Column("other_id", "相手の議員ID", "Id of the other"),
            _count("shared", "共に賛否を示した採決", "Shared decisions"),
            _count("agreed", "一致した採決", "Agreed"),
            Column("from", "最初の日", "First day", "date"),
            Column("to", "最後の日", "Last day", "date"),
        ),
    ),
    TableSchema(
        "streams",
        "中継・録画",
        "Livestreams and recordings",
        (
            _MEETING,
            _DATE,
            Column("body", "会議", "Body"),
            Column("kind", "live＝ライブ、recording＝録画", "live or recording"),
            Column("scope", "meeting＝会議、member＝議員、item＝議題", "meeting, member or item"),
            _PERSON,
            Column("name", "議員名", "Member"),
            Column("item", "議題", "Item"),
            Column("url", "リンク", "Link"),
            _count("start", "開始（秒）", "Start in seconds"),
            Column("start_time", "開始時刻", "Start as time of day", "time"),
            _count("end", "終了（秒）", "End in seconds"),
            Column("end_time", "終了時刻", "End as time of day", "time"),
            Column("until", "公開終了日", "Public until", "date"),
        ),
    ),
    TableSchema(
        "materials",
        "会議資料",
        "Papers",
        (
            Column("id", "資料ID", "Id"),
            _MEETING,
            _BILL,
            Column("title", "題名", "Title"),
            Column("kind", "形式", "Format"),
            _count("pages", "ページ数", "Pages"),
            Column("sha256", "掲載しているファイルのSHA-256", "SHA-256 of the published file"),
            Column("url", "ファイル（サイトの先頭から）", "File, from the site's root"),
        ),
    ),
    TableSchema(
        "corrections",
        "訂正",
        "Corrections",
        (
            _DATE,
            Column("kind", "種別", "Kind: transcription, proof, speech, withdrawn, personal"),
            Column("target", "対象のファイル", "File"),
            Column("place", "場所", "Place"),
            Column("was", "誤", "Was"),
            Column("is", "正", "Is"),
            Column("reason", "理由", "Reason"),
            Column("decided_by", "決定者", "Decided by"),
            _URL,
        ),
    ),
)

SPEECHES = TableSchema(
    "speeches",
    "発言（1行に1件のJSON）",
    "Speeches, one JSON object a line",
    (
        Column("id", "発言ID", "Id within the sitting"),
        _MEETING,
        _DATE,
        _count("position", "会議の中の順番", "Order within the sitting"),
        Column("type", "speech, question, answer, heading, scene, narrative", "Akoma Ntoso's word"),
        _PERSON,
        Column("name", "氏名（会議録のとおり）", "Name as printed"),
        Column("role", "役職（会議録のとおり）", "Role as printed"),
        Column("attribution", "発言者の表示の全体", "The whole printed label"),
        Column("text", "発言", "Words"),
        _URL,
        Column("video_url", "録画のこの場面", "Recording at this place"),
    ),
)
