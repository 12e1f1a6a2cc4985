"""S: the site and its publication."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

# S1xx: the finished tree.

BROKEN_LINK = Rule(
    "S101",
    "broken-link",
    Severity.WARNING,
    Bilingual("リンク先 {target} がありません", "the link to {target} leads nowhere"),
    Bilingual(
        "手書きのページや自作のテンプレートにあるリンクなら、リンク先を確かめてください。"
        "それ以外のページなら不具合ですので、このメッセージをお知らせください。",
        "If the page is hand-written or its template is your own, check the link. If not, it is a bug: please report it.",
    ),
    strict_error=True,
)
BROKEN_ANCHOR = Rule(
    "S102",
    "broken-anchor",
    Severity.WARNING,
    Bilingual("リンク先 {target} のページに、その見出しや発言がありません", "the page of {target} has no such place"),
    Bilingual(
        "手書きのページや自作のテンプレートにあるリンクなら、# より後ろを確かめてください。"
        "それ以外のページなら不具合ですので、このメッセージをお知らせください。",
        "If the page is hand-written or its template is your own, check what follows the #. If not, please report it.",
    ),
    strict_error=True,
)
DUPLICATE_ID = Rule(
    "S103",
    "duplicate-id",
    Severity.WARNING,
    Bilingual("同じ id「{id}」がページの中に二つ以上あります", "the id “{id}” stands on the page more than once"),
    Bilingual(
        "手書きのページなら見出しの名前を変えてください。それ以外のページなら不具合ですので、お知らせください。",
        "On a hand-written page, rename the heading. On any other page it is a bug: please report it.",
    ),
    strict_error=True,
)
ARTICLE_COUNT = Rule(
    "S104",
    "article-count",
    Severity.WARNING,
    Bilingual(
        "ページの本文（article）が {count} 個あります（1個のはずです）", "the page has {count} articles instead of one"
    ),
    Bilingual(
        "site_templates/ に自作のテンプレートがあれば、article を一つにしてください。",
        "If templates of your own in site_templates/ make the page, let them write one article.",
    ),
    strict_error=True,
)
NOT_IN_SITEMAP = Rule(
    "S105",
    "not-in-sitemap",
    Severity.WARNING,
    Bilingual("サイトマップにこのページがありません", "the sitemap does not name this page"),
    Bilingual("不具合です。このメッセージをお知らせください。", "This is a bug: please report this message."),
    strict_error=True,
)
ONLY_IN_SITEMAP = Rule(
    "S106",
    "only-in-sitemap",
    Severity.WARNING,
    Bilingual("サイトマップにある {target} というページがありません", "the sitemap names {target}, which is not there"),
    Bilingual("不具合です。このメッセージをお知らせください。", "This is a bug: please report this message."),
    strict_error=True,
)
THIRD_PARTY = Rule(
    "S107",
    "third-party-request",
    Severity.WARNING,
    Bilingual(
        "ほかのサイトから {target} を読み込もうとしています（読者のブラウザーでは遮断されます）",
        "the page asks another site for {target} (browsers will block it)",
    ),
    Bilingual(
        "ファイルを site_templates/pages/ に置いて、そこから読み込むか、ふつうのリンクにしてください。",
        "Put the file into site_templates/pages/ and load it from there, or make it a plain link.",
    ),
    strict_error=True,
)
BLOCKED_CODE = Rule(
    "S108",
    "blocked-code",
    Severity.WARNING,
    Bilingual(
        "ページに直接書かれた {what} があります（安全のため、ブラウザーで遮断されます）",
        "{what} stands in the page itself (browsers will block it for safety)",
    ),
    Bilingual(
        "スクリプトやスタイルは site_templates/theme/assets/council/ にファイルとして置いてください。",
        "Put scripts and styles as files into site_templates/theme/assets/council/.",
    ),
    strict_error=True,
)

# S2xx: making the site.

CONFIG_REFUSED = Rule(
    "S201",
    "mkdocs-configuration-refused",
    Severity.ERROR,
    Bilingual("MkDocs が設定を受け付けません（{words}）", "MkDocs refuses the configuration ({words})"),
    Bilingual("mkdocs.yml の示された項目を直してください。", "Correct the setting it names in mkdocs.yml."),
    Withholds.EVERYTHING,
)
SETTING_LEFT_OUT = Rule(
    "S202",
    "setting-left-out",
    Severity.WARNING,
    Bilingual("設定 {setting} の {value} は使われません", "the setting {setting}: {value} is not used"),
    Bilingual(
        "サイトは Material の枠だけで作られ、ほかのテーマやプラグインは働きません。mkdocs.yml から消してかまいません。",
        "The site is made with the Material theme and without other plugins. You can remove it from mkdocs.yml.",
    ),
)
MKDOCS_SAID = Rule(
    "S203",
    "mkdocs-warning",
    Severity.WARNING,
    Bilingual("MkDocs からの注意: {words}", "MkDocs says: {words}"),
    Bilingual(
        "手書きのページ（site_templates/pages/）か mkdocs.yml を確かめてください。",
        "Check the hand-written pages (site_templates/pages/) or mkdocs.yml.",
    ),
)
OWN_PAGE_WINS = Rule(
    "S204",
    "own-page-wins",
    Severity.NOTE,
    Bilingual(
        "手書きのページがあるので、自動のページは作りません",
        "a hand-written page stands here instead of the generated one",
    ),
    Bilingual(
        "自動のページに戻すには、site_templates/pages/ のそのファイルを消すか、名前を変えてください。",
        "To have the generated page again, remove or rename that file in site_templates/pages/.",
    ),
)
SLOW_FRAME = Rule(
    "S205",
    "slow-frame",
    Severity.NOTE,
    Bilingual(
        "自作のテンプレートのため、「{kind}」のページを1枚ずつ描いています（時間がかかります）",
        "because of a template of your own, pages of the kind “{kind}” are rendered one by one, which takes longer",
    ),
    Bilingual(
        "結果は同じです。速くするには、site_templates/theme/ のテンプレートでページの内容による場合分けをやめてください。",
        "The result is the same. To be faster, do not branch on a page’s content in site_templates/theme/.",
    ),
)
ADDRESS_TAKEN = Rule(
    "S206",
    "address-taken",
    Severity.ERROR,
    Bilingual("同じアドレスのページがすでにあります（{other}）", "another page has this address already ({other})"),
    Bilingual(
        "会議録や議員名簿に、同じ ID になるものが二つないか確かめてください。"
        "見つからなければ不具合ですので、お知らせください。",
        "See whether two things in the minutes or the roster get the same id. If not, it is a bug: please report it.",
    ),
    Withholds.FILE,
)
ADDRESS_UNSAFE = Rule(
    "S207",
    "address-unsafe",
    Severity.ERROR,
    Bilingual("ファイル名に使えないアドレスです", "the address cannot be a file name on every system"),
    Bilingual(
        "議員ID に英数字とハイフンだけを使ってください。それでも出るときは不具合ですので、お知らせください。",
        "Use only ASCII letters, digits and hyphens in 議員ID. If it stays, it is a bug: please report it.",
    ),
    Withholds.FILE,
)
PAGE_UNDECODABLE = Rule(
    "S208",
    "page-undecodable",
    Severity.ERROR,
    Bilingual(
        "手書きのページの文字コードを判定できません（UTF-8、UTF-16、CP932 を試しました）",
        "cannot decode the hand-written page (tried UTF-8, UTF-16, CP932)",
    ),
    Bilingual(
        "メモ帳で開き、「名前を付けて保存」で文字コード「UTF-8」を選んで保存し直してください。",
        "Open it in a text editor and save it as UTF-8.",
    ),
    Withholds.FILE,
)
TEMPLATE_FAILED = Rule(
    "S209",
    "template-failed",
    Severity.ERROR,
    Bilingual("テンプレートを使えません（{words}）", "the template cannot be used ({words})"),
    Bilingual(
        "site_templates/ の自作のテンプレートを直すか、消してください（消すと元からあるものが使われます）。",
        "Correct your own template in site_templates/, or remove it; the shipped one is used then.",
    ),
    Withholds.EVERYTHING,
)

# S3xx: publication.

OUTPUT_DANGEROUS = Rule(
    "S301",
    "output-dangerous",
    Severity.ERROR,
    Bilingual(
        "出力先 {folder} は、会議録や設定など大切なものがある場所なので、書き込みません",
        "will not publish into {folder}: it is, holds, or lies in something that must not be lost",
    ),
    Bilingual(
        "--site-dir で、サイトだけを置く別のフォルダーを指定してください。",
        "Name a folder that holds nothing but the site with --site-dir.",
    ),
    Withholds.EVERYTHING,
)
OUTPUT_FOREIGN = Rule(
    "S302",
    "output-foreign",
    Severity.ERROR,
    Bilingual(
        "出力先 {folder} に、このツールが作っていないファイル（{example} など）があります",
        "{folder} holds files that are not ours ({example})",
    ),
    Bilingual(
        "消えては困るファイルかもしれないので、何も書き込んでいません。"
        "空のフォルダーを --site-dir で指定するか、不要なら中身を移してからもう一度実行してください。",
        "Nothing was written, as they may matter to you. Name an empty folder with --site-dir, or move them away first.",
    ),
    Withholds.EVERYTHING,
)
OUTPUT_OTHER_EDITION = Rule(
    "S303",
    "output-other-edition",
    Severity.ERROR,
    Bilingual(
        "出力先 {folder} には別の版（{there}）があります。{edition} の版はここに書き込みません",
        "{folder} holds the other edition ({there}); the edition {edition} is not written there",
    ),
    Bilingual(
        "公開用と議員限定は、必ず別のフォルダーにしてください（--site-dir）。",
        "Keep the public and the members’ edition in two folders (--site-dir).",
    ),
    Withholds.EVERYTHING,
)
DISK_FULL = Rule(
    "S304",
    "disk-full",
    Severity.ERROR,
    Bilingual(
        "ディスクの空きが足りません。前のサイトはそのまま残っています",
        "the disk is full; the site that was there is untouched",
    ),
    Bilingual(
        "不要なファイルを消して空きを作り、もう一度実行してください。", "Free some space and run the command again."
    ),
    Withholds.EVERYTHING,
)
NO_PERMISSION = Rule(
    "S305",
    "no-permission",
    Severity.ERROR,
    Bilingual(
        "書き込みの権限がありません。前のサイトはそのまま残っています",
        "no permission to write; the site that was there is untouched",
    ),
    Bilingual(
        "フォルダーとファイルの権限（読み取り専用になっていないか）を確かめてください。",
        "Check the permissions of the folder and the file, and whether it is read-only.",
    ),
    Withholds.EVERYTHING,
)
FILE_IN_USE = Rule(
    "S306",
    "file-in-use",
    Severity.ERROR,
    Bilingual(
        "ほかのプログラムが使っているため置き換えられません。前のサイトはそのまま残っています",
        "another program keeps it open; the site that was there is untouched",
    ),
    Bilingual(
        "ブラウザーや Excel、同期ソフト、ウイルス対策ソフトなどを閉じるか少し待って、もう一度実行してください。",
        "Close what may hold it (browser, Excel, sync or antivirus software), wait a little, and run the command again.",
    ),
    Withholds.EVERYTHING,
)
CANNOT_WRITE = Rule(
    "S307",
    "cannot-write",
    Severity.ERROR,
    Bilingual(
        "書き込めません（{words}）。前のサイトはそのまま残っています",
        "cannot write ({words}); the site that was there is untouched",
    ),
    Bilingual(
        "ディスクやネットワークの状態を確かめて、もう一度実行してください。",
        "Check the disk or the network and run the command again.",
    ),
    Withholds.EVERYTHING,
)
BUILD_RUNNING = Rule(
    "S308",
    "build-running",
    Severity.ERROR,
    Bilingual(
        "このフォルダーでは、いま別の作成が動いています（パソコン {host}、プロセス {pid}）",
        "another build is running in this folder (host {host}, process {pid})",
    ),
    Bilingual(
        "終わるまで待ってください。動いていないことが確かなら、.council/build.lock を消してからもう一度実行してください。",
        "Wait until it has finished. If you are sure that none is running, remove .council/build.lock and try again.",
    ),
    Withholds.EVERYTHING,
)
BUILD_FINISHED = Rule(
    "S309",
    "interrupted-build-finished",
    Severity.NOTE,
    Bilingual(
        "前回途中で止まった公開を最後まで行いました（残り {count} 件）",
        "an interrupted publication was finished ({count} files were left)",
    ),
    Bilingual("何もする必要はありません。", "Nothing needs to be done."),
)
BUILD_UNDONE = Rule(
    "S310",
    "interrupted-build-undone",
    Severity.NOTE,
    Bilingual(
        "前回途中で止まった公開を取り消し、その前のサイトに戻しました",
        "an interrupted publication was undone; the site before it stands again",
    ),
    Bilingual("何もする必要はありません。", "Nothing needs to be done."),
)
NOT_UNDONE = Rule(
    "S311",
    "publication-not-undone",
    Severity.ERROR,
    Bilingual(
        "公開が途中で止まり、元に戻すこともできませんでした（{words}）",
        "publication stopped half-way and could not be undone ({words})",
    ),
    Bilingual(
        "どのページも開けますが、新しいものと古いものが混じっています。"
        "原因（ディスク、権限、開いているファイル）を除いて、もう一度実行してください。自動で続きから行います。",
        "Every page opens, but old and new stand side by side. Remove the cause (disk, permission, open file) and run "
        "the command again: it goes on from there.",
    ),
    Withholds.EVERYTHING,
)
OUTPUT_CHANGED = Rule(
    "S312",
    "output-changed",
    Severity.WARNING,
    Bilingual(
        "出力先のファイルが、前回の公開のあとで書き換えられているか消えています",
        "a file of the site was changed or removed after the last publication",
    ),
    Bilingual(
        "出力先は直接編集せず、会議録や表、site_templates/ を直してください。もう一度実行すると元に戻ります。",
        "Do not edit the output; change the minutes, tables or site_templates/. Running the command again restores it.",
    ),
)
