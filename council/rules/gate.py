"""S4xx: the gate before publication, and what should not be public though nothing forbids it."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

RESTRICTED_WORDS = Rule(
    "S401",
    "restricted-words-in-output",
    Severity.ERROR,
    Bilingual(
        "議員限定のもの（{source}）が、公開版のこのファイルに入っています。公開版は書き換えません",
        "something restricted ({source}) stands in this file of the public edition, which is not published",
    ),
    Bilingual(
        "自作のページやテンプレート（site_templates/）に写していないか確かめてください。公開してよい言葉なら、"
        "公開の会議録・表・資料のどれかに同じ言葉があれば止まりません。心当たりがなければ、不具合としてお知らせください。",
        "Check whether it was copied into a page or template of your own (site_templates/). Words that may be public do "
        "not stop the build once they stand in public minutes, tables or papers. Otherwise report it to us as a fault.",
    ),
    Withholds.EVERYTHING,
)
UNREADABLE_CONTAINER = Rule(
    "S402",
    "output-not-searchable",
    Severity.ERROR,
    Bilingual(
        "公開版のこのファイル（{kind}）は中を確かめられません（{reason}）。公開版は書き換えません",
        "this file of the public edition ({kind}) cannot be looked into ({reason}); the edition is not published",
    ),
    Bilingual(
        "パスワードや別の圧縮形式を使わずに保存し直してください（資料、site_templates/ のファイル）。",
        "Save it again without a password or another packing (papers, files in site_templates/).",
    ),
    Withholds.EVERYTHING,
)
TRACKED_BY_GIT = Rule(
    "S403",
    "restricted-file-in-git",
    Severity.WARNING,
    Bilingual(
        "議員限定のファイルが git に登録されていて、送り先（リモート）があります",
        "git tracks this restricted file, and the repository has a remote",
    ),
    Bilingual(
        "送り先をだれが読めるか確かめてください。外すには .gitignore に書いて git rm --cached を実行します"
        "（すでに送った分は、送り先の履歴に残ります）。",
        "Check who can read the remote. To take it out, add it to .gitignore and run git rm --cached (what was pushed "
        "stays in the remote's history).",
    ),
)
SAME_FILE = Rule(
    "S404",
    "restricted-file-is-public-as-well",
    Severity.WARNING,
    Bilingual(
        "議員限定の {other} と同じ内容のファイルです。公開しています",
        "this file is the same as the restricted {other}; it is published",
    ),
    Bilingual(
        "公開してよいか確かめてください。よければ、議員限定のほうは要りません。",
        "Check whether it may be public. If it may, the restricted copy is not needed.",
    ),
)
NOT_SEARCHABLE = Rule(
    "S405",
    "restricted-file-not-searchable",
    Severity.NOTE,
    Bilingual(
        "この議員限定ファイルからは文字を取り出せないので、公開版に中の文がないかは照合していません",
        "no words can be taken out of this restricted file, so the public edition is not searched for them",
    ),
    Bilingual(
        "ファイル名と内容の一致は照合しています。文字の入った PDF にすると、中の文も照合します。",
        "Its name and its hash are looked for. Saved as a PDF with text, its words are looked for as well.",
    ),
)

WITHDRAWN_IN_OUTPUT = Rule(
    "S406",
    "withdrawn-words-in-output",
    Severity.ERROR,
    Bilingual(
        "発言取消・個人情報の訂正（{source}）で取り消した言葉が、この版のこのファイルに入っています。この版は書き換えません",
        "words that a correction withdraws ({source}) stand in this file of the edition, which is not published",
    ),
    Bilingual(
        "自作のページやテンプレート（site_templates/）、mkdocs.yml に書いていないか確かめて、除いてください。心当たりがなければ、"
        "不具合としてお知らせください。",
        "Check pages and templates of your own (site_templates/) and mkdocs.yml, and take the words out. If they are in "
        "none of them, report it to us as a fault.",
    ),
    Withholds.EVERYTHING,
)

# S41x: personal data in public text.

_CHECK = Bilingual(
    "公開してよいか確かめてください。控えるときは、votes/corrections.csv に種別「個人情報」で書くと、どこにも載りません。",
    "Check whether it may be public. To keep it out, add a row of kind personal to votes/corrections.csv.",
)
ADDRESS = Rule(
    "S411",
    "address-in-public-text",
    Severity.WARNING,
    Bilingual("個人の住所らしいものがあります", "this looks like somebody's address"),
    _CHECK,
)
TELEPHONE = Rule(
    "S412",
    "telephone-number-in-public-text",
    Severity.WARNING,
    Bilingual("電話番号らしいものがあります", "this looks like a telephone number"),
    _CHECK,
)
BIRTH_DATE = Rule(
    "S413",
    "date-of-birth-in-public-text",
    Severity.WARNING,
    Bilingual("生年月日らしいものがあります", "this looks like a date of birth"),
    _CHECK,
)
