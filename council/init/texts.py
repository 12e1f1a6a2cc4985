"""The texts of a new council's folder, in both languages."""

from __future__ import annotations

_THEME = """
docs_dir: site_templates/pages
use_directory_urls: false

theme:
  name: material
  language: {language}
  font: false

plugins:
  - council
"""

CONFIG = {
    "ja": "# サイトの設定。各項目は省略できます。\nsite_name: {name}\n"
    + _THEME.replace("{language}", "ja")
    + "\nextra:\n  council:\n    name: {name}\n    language: ja\n    timezone: Asia/Tokyo\n    # seats: 22          # 議員定数\n",
    "en": "# The site's settings; every one may be left out.\nsite_name: {name}\n"
    + _THEME.replace("{language}", "en")
    + "\nextra:\n  council:\n    name: {name}\n    language: en\n    # timezone: America/Winnipeg\n    # seats: 16\n",
}

GITIGNORE = "site/\nsite-members/\n.council/\n"

MINUTES_README = {
    "ja": """# 会議録を置くところ

会期ごとにフォルダーを作り、Word の会議録（.docx）を1日1ファイルで置いてください。ファイルの名前は自由です。

    令和7年第4回定例会/
      第1号.docx
      資料/公開/        だれでも読める資料
      資料/議員限定/    議員だけが読む資料
      議員限定/         議員だけが読む会議録
      session.yml       会期や次の会議の予定（なくてもかまいません）
    streams.csv         中継・録画のリンク（なくてもかまいません）

このファイルは消してもかまいません。
""",
    "en": """# Minutes go here

One folder a session, one Word file (.docx) a sitting; the files may have any name.

    June session/
      2025-06-10.docx
      materials/public/     papers everyone may read
      materials/members/    papers for members only
      members/              minutes for members only
      session.yml           dates to come (optional)
    streams.csv             livestream and recording links (optional)

You may delete this file.
""",
}

VOTES_README = {
    "ja": """# 採決表を置くところ

議案ごとに議員の賛否を並べた表（.csv か .xlsx）を置いてください。ファイルの名前は自由です。

    members.csv         名簿：氏名、ふりがな、議席、会派、役職、就任日、退任日
    corrections.csv     公表した訂正（なくてもかまいません）

このファイルは消してもかまいません。
""",
    "en": """# Vote tables go here

Tables (.csv or .xlsx) of how each member voted on each item; the files may have any name.

    members.csv         the roster: name, seat, group, role, from, to
    corrections.csv     published corrections (optional)

You may delete this file.
""",
}
