"""The texts of a new council's folder, in both languages."""

from __future__ import annotations

_FRAME = """
docs_dir: site_templates/pages
use_directory_urls: false

theme:
  name: material
  language: {language}
  font: false

plugins:
  - council

extra:
  council:
    language: {language}
"""

CONFIG = {
    "ja": "# サイトの設定です。# で始まる行は、必要なときに # を消して使ってください。\n"
    "site_name: {name}\n"
    "# site_url: https://www.example.jp/gikai/   # 公開する場所のアドレス\n"
    + _FRAME.replace("{language}", "ja")
    + "    timezone: Asia/Tokyo\n"
    "    # name: 汐路市議会        # 議会の名前（なければ site_name）\n"
    "    # seats: 22              # 議員定数\n"
    "    # licence_data: CC BY 4.0\n",
    "en": "# The site's settings. Remove the # of a line to use it.\n"
    "site_name: {name}\n"
    "# site_url: https://www.example.org/council/   # where the site is published\n"
    + _FRAME.replace("{language}", "en")
    + "    # timezone: America/Winnipeg   # without it, Asia/Tokyo\n"
    "    # name: Example Council        # the council's name (without it, site_name)\n"
    "    # seats: 16\n"
    "    # licence_data: CC BY 4.0\n",
}

GITIGNORE = "/site/\n/site-members/\n/packets/\n/packets-members/\n/.council/\n"

MINUTES_README = {
    "ja": """# 会議録を置くところ

会期ごとにフォルダーを作り、Word の会議録（.docx）を1日1ファイルで置いてください。ファイルの名前は自由です。

    令和7年第4回定例会/
      第1号.docx
      議員限定/         議員だけが読む会議録
      資料/公開/        だれでも読める資料
      資料/議員限定/    議員だけが読む資料
      session.yml       会期や次の会議の予定（なくてもかまいません）
      packets.csv       配付した資料の控え（council packet --issue が書きます）
    streams.csv         中継・録画のリンク（なくてもかまいません）
    synonyms.csv        検索で同じ意味とみなす言葉（なくてもかまいません）

このファイルは消してもかまいません。
""",
    "en": """# Minutes go here

One folder a session, one Word file (.docx) a sitting; the files may have any name.

    June session/
      2025-06-10.docx
      members/              minutes for members only
      materials/public/     papers everyone may read
      materials/members/    papers for members only
      session.yml           dates to come (optional)
      packets.csv           what was handed out (written by council packet --issue)
    streams.csv             livestream and recording links (optional)
    synonyms.csv            words the search takes for one another (optional)

You may delete this file.
""",
}

VOTES_README = {
    "ja": """# 採決表を置くところ

議案ごとに議員の賛否を並べた表（.csv か .xlsx）を置いてください。ファイルの名前は自由です。次の名前だけは決まっています。

    members.csv         名簿：氏名、ふりがな、議席、会派、役職、就任日、退任日（なくてもかまいません）
    corrections.csv     公表した訂正（なくてもかまいません）
    second/             別の人がもう一度入力した同じ表（なくてもかまいません）

このファイルは消してもかまいません。
""",
    "en": """# Vote tables go here

Tables (.csv or .xlsx) of how each member voted on each item; the files may have any name but these:

    members.csv         the roster: name, seat, group, role, from, to (optional)
    corrections.csv     published corrections (optional)
    second/             the same tables keyed again by another person (optional)

You may delete this file.
""",
}
