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
