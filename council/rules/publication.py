"""S3: a publication that was refused, stopped, finished or undone."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

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
CACHE_DAMAGED = Rule(
    "S313",
    "cache-damaged",
    Severity.NOTE,
    Bilingual(
        "前回までの控え（.council/）のうち {count} 件が壊れていたので、元のファイルから作り直しました",
        "{count} entries of what earlier builds kept in .council/ were damaged and made anew from the inputs",
    ),
    Bilingual(
        "サイトに影響はありません。たびたび出るときは、ディスクの故障やフォルダーの同期を確かめてください。",
        "The site is not affected. If this comes up often, check the disk and whether the folder is being synchronised.",
    ),
)
UNMATCHED_NOT_WRITTEN = Rule(
    "S314",
    "unmatched-not-written",
    Severity.NOTE,
    Bilingual(
        "だれのものか分からない氏名の一覧（.council/unmatched.csv）を書けませんでした（{words}）。前の一覧のままです",
        "the list of names that are nobody's (.council/unmatched.csv) could not be written ({words}); the old one stands",
    ),
    Bilingual(
        "Excel で開いているときは閉じて、もう一度実行してください。",
        "Close it if it is open in Excel, and run the command again.",
    ),
)
