"""M1-M3: minutes as a layout (M1), their lists and speakers (M2), their decisions and secrecy (M3)."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

UNKNOWN_LAYOUT = Rule(
    "M101",
    "unknown-layout",
    Severity.WARNING,
    Bilingual(
        "会議録の書式を判定できません。発言者を付けずに、全文をそのまま掲載します",
        "the layout of these minutes is not known; the whole text is published as it stands, without speakers",
    ),
    Bilingual(
        "発言の始めが「○議長（山田太郎君）　」のような形になっているか確かめてください。決まった書式があれば mkdocs.yml の extra.council.profile で指定できます。",
        "Check that speeches begin with a label such as “○議長（山田太郎君）　”, or name a layout in extra.council.profile of mkdocs.yml.",
    ),
)
UNKNOWN_PROFILE = Rule(
    "M102",
    "unknown-profile",
    Severity.WARNING,
    Bilingual(
        "指定された書式「{profile}」はありません。文書から判定した書式で読みました（使える書式：{known}）",
        "there is no layout called “{profile}”; the document was read by the layout found from itself (known: {known})",
    ),
    Bilingual(
        "mkdocs.yml の extra.council.profile を直すか、その行を消してください（消すと文書ごとに判定します）。",
        "Correct extra.council.profile in mkdocs.yml, or remove it: then each document's layout is found from itself.",
    ),
)
UNFILLED_TEMPLATE = Rule(
    "M103",
    "unfilled-template",
    Severity.NOTE,
    Bilingual(
        "ひな形のままの会議録です。掲載しません",
        "these minutes are a template that nobody has filled in; they are not published",
    ),
    Bilingual(
        "会議録を書いたら「{mark}」の行を消してください。",
        "When the minutes are written, delete the line {mark}.",
    ),
)
DATE_DISAGREES = Rule(
    "M104",
    "date-disagrees",
    Severity.WARNING,
    Bilingual(
        "会議の日付が文書では {document}、ファイル名では {name} です。文書の日付で掲載します",
        "the date of the sitting is {document} in the document and {name} in the file's name; the document's is used",
    ),
    Bilingual(
        "正しい日付を確かめて、文書かファイル名のどちらかを直してください。",
        "Find out which date is right and correct the document or the file's name.",
    ),
)
SESSION_DISAGREES = Rule(
    "M105",
    "session-disagrees",
    Severity.WARNING,
    Bilingual(
        "会期が文書では「{document}」、フォルダー名では「{name}」です。文書の会期で掲載します",
        "the session is “{document}” in the document and “{name}” in the folder's name; the document's is used",
    ),
    Bilingual(
        "別の会期のフォルダーに入っていないか、文書の題名に誤りがないか確かめてください。",
        "Check whether the file lies in another session's folder or the document's title has a mistake.",
    ),
)
BODY_DISAGREES = Rule(
    "M106",
    "body-disagrees",
    Severity.WARNING,
    Bilingual(
        "会議の名前が文書では「{document}」、ファイル名では「{name}」です。文書の名前で掲載します",
        "the body that sat is “{document}” in the document and “{name}” in the file's name; the document's is used",
    ),
    Bilingual(
        "ファイルを取り違えていないか確かめて、文書かファイル名のどちらかを直してください。",
        "Check whether files were mixed up and correct the document or the file's name.",
    ),
)
NUMBER_DISAGREES = Rule(
    "M107",
    "number-disagrees",
    Severity.WARNING,
    Bilingual(
        "会議録の号数が文書では「{document}」、ファイル名では「{name}」です。文書の号数で掲載します",
        "the number of the sitting is “{document}” in the document and “{name}” in the file's name; the document's is used",
    ),
    Bilingual(
        "ファイルを取り違えていないか確かめて、文書かファイル名のどちらかを直してください。",
        "Check whether files were mixed up and correct the document or the file's name.",
    ),
)
WEEKDAY_DISAGREES = Rule(
    "M108",
    "weekday-disagrees",
    Severity.WARNING,
    Bilingual(
        "{date} は{right}曜日ですが、「{printed}」曜日と書かれています",
        "{date} has another weekday ({right}) than the one printed ({printed})",
    ),
    Bilingual(
        "日付か曜日のどちらかに誤りがあります。文書を直してください。",
        "Either the date or the weekday is wrong; please correct the document.",
    ),
)
UNREADABLE_LABEL = Rule(
    "M201",
    "unreadable-label",
    Severity.WARNING,
    Bilingual(
        "発言者の印で始まる行ですが、発言者を読み取れません：「{line}」。前の発言の続きか、発言者のない文として掲載します",
        "the line begins with a speaker's mark, but no speaker can be read: “{line}”; it is published as it stands, unattributed where it is surely a label",
    ),
    Bilingual(
        "「○議長（山田太郎君）　」のように、印の後に役職か議席番号と氏名を書いてください。",
        "After the mark write the office or seat and the name, as in “○議長（山田太郎君）　”.",
    ),
)
SEAT_DISAGREES = Rule(
    "M202",
    "seat-disagrees",
    Severity.WARNING,
    Bilingual(
        "発言者「{attribution}」の議席番号は、この会議録の出席議員では {seat} 番です",
        "the speaker “{attribution}” has seat {seat} in the attendance list of these minutes",
    ),
    Bilingual(
        "発言者の議席番号か氏名に誤りがないか、出席議員の欄と見比べてください。",
        "Compare the label's seat and name with the attendance list.",
    ),
)
OUTSIDE_SPEECH = Rule(
    "M203",
    "words-without-speaker",
    Severity.WARNING,
    Bilingual(
        "発言者のない文があります：「{line}」。発言者を付けずに掲載します",
        "here are words without a speaker: “{line}”; they are published unattributed",
    ),
    Bilingual(
        "発言であれば、その前に発言者（「○議長（山田太郎君）　」など）を書いてください。",
        "If somebody said this, write the speaker's label before it.",
    ),
)
ATTENDANCE_COUNT = Rule(
    "M205",
    "attendance-count",
    Severity.WARNING,
    Bilingual(
        "見出しには {stated} 人とありますが、読み取れたのは {counted} 人です",
        "the heading states {stated} people, {counted} could be read",
    ),
    Bilingual(
        "人数か氏名の行に誤りがないか確かめてください。氏名の間は2文字以上空けると列を読み取れます。",
        "Check the figure and the names; columns are read when at least two spaces stand between them.",
    ),
    strict_error=True,
)
UNREADABLE_ATTENDANCE = Rule(
    "M206",
    "unreadable-attendance",
    Severity.WARNING,
    Bilingual(
        "出席者の行を読み取れません：「{line}」。文としては掲載します",
        "a line of an attendance list cannot be read: “{line}”; it is published as it stands",
    ),
    Bilingual(
        "議員は「１番　山田太郎」、説明員は「総務部長　山田太郎」のように書いてください。",
        "Write members as “１番　山田太郎” and officers as “総務部長　山田太郎”.",
    ),
)
EMPTY_AGENDA = Rule(
    "M207",
    "unreadable-agenda",
    Severity.WARNING,
    Bilingual(
        "議事日程の見出しがありますが、日程を1つも読み取れません",
        "there is an agenda's heading, but no item can be read",
    ),
    Bilingual(
        "「日程第１　会期の決定」のように、1行に1件ずつ書いてください。",
        "Write one item a line, as in “日程第１　会期の決定”.",
    ),
)
DECISION_WITHOUT_SUBJECT = Rule(
    "M301",
    "decision-without-subject",
    Severity.WARNING,
    Bilingual(
        "何を「{result}」としたのか読み取れません：「{sentence}」。採決の一覧には入れません",
        "it cannot be read what was decided ({result}): “{sentence}”; it is not listed among the decisions",
    ),
    Bilingual(
        "見出し（「△日程第１　議案第１号 …」）か議長の発言に議案番号があるか確かめてください。",
        "Check that the heading or the chair's words name the bill's number.",
    ),
)
SECRET_SITTING = Rule(
    "M302",
    "secret-sitting",
    Severity.ERROR,
    Bilingual(
        "秘密会の会議録が「議員限定」フォルダーの外にあります（「{words}」）。この会議録は掲載しません",
        "minutes of a secret sitting lie outside the members' folder (“{words}”); this sitting is not published",
    ),
    Bilingual(
        "ファイルを会期のフォルダーの中の「議員限定」フォルダーへ移してください。公開してよい会議録であれば、秘密会の部分を除いた文書に差し替えてください。",
        "Move the file into the folder 議員限定 (members) of its session, or replace it by a version without the secret part.",
    ),
    Withholds.SITTING,
)
