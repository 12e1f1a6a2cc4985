"""P2, M4, V2: what does not come together when names, sittings, bills and votes are tied to one another."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

SAME_NAME_ROWS = Rule(
    "P201",
    "same-name-rows",
    Severity.ERROR,
    Bilingual(
        "名簿に「{name}」が2行以上あり、同じ人か別の人か分かりません（在任期間が重なるか、ふりがなが違います）。この氏名の欄は掲載しません",
        "the roster has several rows for “{name}” and does not tell whether they are one person (periods overlap or readings differ); cells of that name are not published",
    ),
    Bilingual(
        "名簿に「議員ID」の列を作り、同じ人の行には同じID、別の人には別のIDを書いてください。",
        "Add a column “id” (議員ID) to the roster: one id for the rows of one person, different ids for different people.",
    ),
    Withholds.MEMBER_COLUMN,
)
NO_ROSTER = Rule(
    "P202",
    "no-roster",
    Severity.WARNING,
    Bilingual(
        "名簿（votes/members.csv）がないため、出席者の一覧と採決表の見出しから議員 {count} 人を作りました",
        "there is no roster (votes/members.csv); {count} members were taken from attendance lists and table headings",
    ),
    Bilingual(
        "votes/members.csv を作ると、ふりがな・会派・任期が表示でき、同じ人の表記の違いもまとめられます。",
        "With votes/members.csv the site can show readings, groups and terms, and join different spellings of one person.",
    ),
)
VARIANT_NAME = Rule(
    "P203",
    "variant-name",
    Severity.WARNING,
    Bilingual(
        "「{name}」を名簿の「{person}」としました（字体の違い）",
        "“{name}” was taken to be “{person}” of the roster (variant characters)",
    ),
    Bilingual(
        "別の人であれば名簿に加えてください。同じ人であれば、名簿の「別表記」にこの書き方を加えるとこの知らせは出なくなります。",
        "If it is somebody else, add the person to the roster. If it is the same, add this spelling to “other_names” (別表記).",
    ),
)
SURNAME_ONLY = Rule(
    "P204",
    "surname-only",
    Severity.WARNING,
    Bilingual(
        "姓だけの「{name}」を「{person}」としました（{day}に在任する同じ姓の議員は1人です）",
        "the bare surname “{name}” was taken to be “{person}” (the only member of that surname on {day})",
    ),
    Bilingual(
        "氏名で書くか、名簿の「別表記」にこの書き方を加えてください。",
        "Write the full name, or add this spelling to “other_names” (別表記) of the roster.",
    ),
)
UNKNOWN_VOTER = Rule(
    "V201",
    "unknown-voter",
    Severity.ERROR,
    Bilingual(
        "「{name}」に当たる議員が名簿にいません。この人の欄は掲載しません{near:ja}",
        "nobody in the roster is “{name}”; this person's cells are not published{near:en}",
    ),
    Bilingual(
        "表の氏名を直すか、名簿に加えるか、名簿の「別表記」にこの書き方を加えてください。",
        "Correct the name in the table, add the person to the roster, or add this spelling to “other_names” (別表記).",
    ),
    Withholds.MEMBER_COLUMN,
)
AMBIGUOUS_VOTER = Rule(
    "V202",
    "ambiguous-voter",
    Severity.ERROR,
    Bilingual(
        "「{name}」に当たる議員が2人以上います（{candidates}）。この人の欄は掲載しません",
        "several members may be “{name}” ({candidates}); this person's cells are not published",
    ),
    Bilingual(
        "だれであるか分かるように、表に氏名を書くか、名簿の「別表記」に書き分けた呼び方を加えてください。",
        "Write the full name in the table, or add distinct spellings to “other_names” (別表記) of the roster.",
    ),
    Withholds.MEMBER_COLUMN,
)
DOUBLE_VOTE = Rule(
    "V203",
    "double-vote",
    Severity.ERROR,
    Bilingual(
        "「{person}」の賛否が同じ議案に2つあり、違っています（{first} と {second}）",
        "“{person}” has two different votes on one decision ({first} and {second})",
    ),
    Bilingual(
        "どちらが正しいか確かめて、表を直してください。",
        "Find out which one is right and correct the table.",
    ),
    Withholds.CELL,
)
SOURCES_DISAGREE = Rule(
    "V204",
    "sources-disagree",
    Severity.ERROR,
    Bilingual(
        "{bill}：「{person}」の賛否が資料によって違います（{first_source} では {first}、{second_source} では {second}）。この採決の個人名は掲載しません",
        "{bill}: two sources give “{person}” different votes ({first} in {first_source}, {second} in {second_source}); no names are published for this decision",
    ),
    Bilingual(
        "会議録と採決表のどちらが正しいか確かめて、誤っている方を直してください。",
        "Find out which source is right and correct the other.",
    ),
    Withholds.NAMES,
)
UNKNOWN_SESSION = Rule(
    "V205",
    "unknown-session",
    Severity.ERROR,
    Bilingual(
        "この採決がどの会期のものか分かりません。この行は掲載しません",
        "it is not clear to which session this decision belongs; the row is not published",
    ),
    Bilingual(
        "「議決日」の列を加えるか、表の題名かファイル名に「令和7年第4回定例会」のように会期を書いてください。",
        "Add a column “date” (議決日), or name the session in the title row or in the file's name.",
    ),
    Withholds.ROW,
)
OTHER_TITLE = Rule(
    "V206",
    "other-title",
    Severity.WARNING,
    Bilingual(
        "{bill}の件名が資料によって違います：「{first}」と「{second}」。両方を表示します",
        "{bill} has different titles in different sources: “{first}” and “{second}”; both are shown",
    ),
    Bilingual(
        "番号か件名のどちらかが誤っていないか確かめてください。",
        "Check whether a number or a title is wrong.",
    ),
)
OTHER_RESULT = Rule(
    "V207",
    "other-result",
    Severity.WARNING,
    Bilingual(
        "{bill}の結果が会議録では「{minutes}」、採決表では「{table}」です。会議録の結果を表示します",
        "the result of {bill} is “{minutes}” in the minutes and “{table}” in the vote table; the minutes' is shown",
    ),
    Bilingual(
        "どちらが正しいか確かめて、誤っている方を直してください。",
        "Find out which one is right and correct the other.",
    ),
    strict_error=True,
)
UNDATED_VOTE = Rule(
    "V208",
    "undated-vote",
    Severity.WARNING,
    Bilingual(
        "{bill}の議決日が分かりません。日付なしで掲載し、氏名は会期中に在任した議員と照合しました",
        "the day of the decision on {bill} is not known; it is published without a date, names matched with everyone in office during the session",
    ),
    Bilingual("採決表に「議決日」の列を加えてください。", "Add a column “date” (議決日) to the vote table."),
)
SEVERAL_DECISIONS = Rule(
    "V209",
    "several-decisions",
    Severity.ERROR,
    Bilingual(
        "この行の賛否が{bill}のどの採決のものか分かりません（当てはまる採決が {count} 件あります）。これらの採決の個人名は掲載しません",
        "it is not clear to which decision on {bill} this row's votes belong ({count} may be meant); the names of these decisions are not published",
    ),
    Bilingual(
        "「結果」を会議録と同じ言葉で書くか、採決の回数だけの行を採決の順に書いてください。",
        "Write the result as the minutes have it, or one row for each decision in the order of the votes.",
    ),
    Withholds.NAMES,
)
OTHER_DAY = Rule(
    "V210",
    "other-day",
    Severity.WARNING,
    Bilingual(
        "{bill}の議決日は採決表では {day} ですが、会議録では {minutes} です。別の採決として両方を表示します",
        "the vote table has {bill} decided on {day}, the minutes on {minutes}; both are shown, as two decisions",
    ),
    Bilingual(
        "同じ採決であれば、誤っている方の日付を直してください。別の採決であれば、このままでかまいません。",
        "If it is one decision, correct the date that is wrong. Nothing to do if these are two.",
    ),
    strict_error=True,
)
JOINED_BY_TITLE = Rule(
    "V211",
    "joined-by-title",
    Severity.NOTE,
    Bilingual(
        "番号のない「{title}」は、件名が同じ{bill}の採決としました",
        "“{title}” has no number here and was taken to be {bill}, which has the same title",
    ),
    Bilingual(
        "別の案件であれば、議案番号を書いてください。",
        "If it is another matter, write its number.",
    ),
)
UNKNOWN_SPEAKER = Rule(
    "M401",
    "unknown-speaker",
    Severity.WARNING,
    Bilingual(
        "発言者「{name}」は名簿にも出席者の一覧にもありません。発言は掲載し、人とは結び付けません{near:ja}",
        "the speaker “{name}” is neither in the roster nor in the attendance lists; the words are published, tied to nobody{near:en}",
    ),
    Bilingual(
        "氏名の誤りを直すか、名簿の「別表記」にこの書き方を加えてください。",
        "Correct the name, or add this spelling to “other_names” (別表記) of the roster.",
    ),
)
AMBIGUOUS_SPEAKER = Rule(
    "M402",
    "ambiguous-speaker",
    Severity.WARNING,
    Bilingual(
        "発言者「{name}」に当たる人が2人以上います（{candidates}）。発言は掲載し、人とは結び付けません",
        "several people may be the speaker “{name}” ({candidates}); the words are published, tied to nobody",
    ),
    Bilingual(
        "会議録に氏名を書くか、名簿に議員IDと別表記を加えてください。",
        "Write the full name in the minutes, or add ids and other names to the roster.",
    ),
)
UNKNOWN_ATTENDEE = Rule(
    "M403",
    "unknown-attendee",
    Severity.WARNING,
    Bilingual(
        "出席・欠席議員の一覧の「{name}」が名簿にいません{near:ja}",
        "“{name}” in the attendance list is not in the roster{near:en}",
    ),
    Bilingual(
        "氏名の誤りを直すか、名簿に加えてください。",
        "Correct the name, or add the person to the roster.",
    ),
)
AMBIGUOUS_ATTENDEE = Rule(
    "M406",
    "ambiguous-attendee",
    Severity.WARNING,
    Bilingual(
        "出席・欠席議員の一覧の「{name}」に当たる議員が2人以上います（{candidates}）。だれの出席にも数えません",
        "several members may be “{name}” of the attendance list ({candidates}); it counts as nobody's attendance",
    ),
    Bilingual(
        "会議録に氏名を書くか、名簿に議員IDと別表記を加えてください。",
        "Write the full name in the minutes, or add ids and other names to the roster.",
    ),
)
UNDATED_SITTING = Rule(
    "M404",
    "undated-sitting",
    Severity.WARNING,
    Bilingual(
        "会議の開催日が、文書にもファイル名にも見つかりません。日付なしで掲載します",
        "no date of the sitting was found in the document or its file name; it is published without a date",
    ),
    Bilingual(
        "会議録の最初に「令和7年12月2日」のように開催日を書くか、ファイル名に日付を入れてください。",
        "Write the date of the sitting at the top of the minutes, or put it in the file's name.",
    ),
)
SAME_SITTING_TWICE = Rule(
    "M405",
    "same-sitting-twice",
    Severity.WARNING,
    Bilingual(
        "{date}の{body}の会議録が2つあります（もう1つは {other}）。2つとも別の会議として掲載します",
        "there are two minutes of the {body} of {date} (the other is {other}); both are published as sittings of their own",
    ),
    Bilingual(
        "同じ会議の新旧2つの版であれば、古い方をフォルダーから出してください。",
        "If they are two versions of the same sitting, take the older one out of the folder.",
    ),
)
UNKNOWN_RECORDING_MEMBER = Rule(
    "L201",
    "unknown-recording-member",
    Severity.WARNING,
    Bilingual(
        "配信一覧の議員名「{name}」が名簿にいません。リンクは会議に付けます{near:ja}",
        "the member “{name}” in the list of streams is not in the roster; the link is attached to the sitting{near:en}",
    ),
    Bilingual("氏名の誤りを直してください。", "Correct the name."),
)
RECORDING_WITHOUT_SITTING = Rule(
    "L202",
    "recording-without-sitting",
    Severity.WARNING,
    Bilingual(
        "{date}の「{body}」という会議が見つかりません。リンクは中継のページにだけ載せます",
        "no sitting “{body}” of {date} was found; the link stands on the live page only",
    ),
    Bilingual("日付と会議の名前を確かめてください。", "Check the date and the name of the sitting."),
)
