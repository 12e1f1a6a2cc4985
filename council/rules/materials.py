"""D1xx: meeting materials (files under 資料/, contract §2.6)."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

NO_AUDIENCE = Rule(
    "D101",
    "material-without-audience",
    Severity.ERROR,
    Bilingual(
        "だれが読める資料か分からないため、掲載しません", "not published: the folder does not say who may read it"
    ),
    Bilingual(
        "だれでも読める資料は 資料/公開、議員だけの資料は 資料/議員限定 のフォルダーに入れてください。",
        "Put it into materials/public or materials/members.",
    ),
    Withholds.MATERIAL,
)
OTHER_KIND = Rule(
    "D102",
    "material-kind",
    Severity.ERROR,
    Bilingual("この種類（{kind}）の資料は掲載できません", "papers of this kind ({kind}) cannot be published"),
    Bilingual(
        "PDF で保存し直してください。使えるのは PDF、docx、xlsx、png、jpeg です。",
        "Save it as PDF. Possible are PDF, docx, xlsx, png and jpeg.",
    ),
    Withholds.MATERIAL,
)
UNREADABLE = Rule(
    "D103",
    "material-unreadable",
    Severity.ERROR,
    Bilingual(
        "資料を開けません。ファイルが壊れているか、途中で切れているか、中身がありません。掲載しません",
        "the paper cannot be opened: its file is damaged, cut off or empty; it is not published",
    ),
    Bilingual(
        "開けるファイルかどうかを確かめ、もう一度置いてください。", "Check that it opens, and put it here again."
    ),
    Withholds.MATERIAL,
)
LOCKED = Rule(
    "D104",
    "material-locked",
    Severity.ERROR,
    Bilingual(
        "資料がパスワードで保護されています。掲載しません", "the paper is protected by a password and is not published"
    ),
    Bilingual("保護を外して保存し直してください。", "Remove the protection and save it again."),
    Withholds.MATERIAL,
)
OTHER_CONTENT = Rule(
    "D105",
    "material-content",
    Severity.ERROR,
    Bilingual(
        "名前と中身が合いません（中身は {kind}）。掲載しません",
        "the content does not fit the name (it is {kind}); not published",
    ),
    Bilingual("正しい形式で保存し直してください。", "Save it again in the form its name says."),
    Withholds.MATERIAL,
)
CLOUD_ONLY = Rule(
    "D106",
    "material-cloud-only",
    Severity.ERROR,
    Bilingual(
        "資料がこの機械に置かれていません（クラウドにだけあります）", "the paper is not on this machine (cloud only)"
    ),
    Bilingual(
        "エクスプローラーでファイルを右クリックし「このデバイス上に常に保持する」を選んでから、もう一度実行してください。",
        "Right-click the file, choose “Always keep on this device”, and run this again.",
    ),
    Withholds.MATERIAL,
)
CHANGED_WHILE_READ = Rule(
    "D107",
    "material-changed-while-read",
    Severity.ERROR,
    Bilingual("読んでいる間に資料が書き換えられました", "the paper was changed while it was being read"),
    Bilingual(
        "保存や同期が終わってから、もう一度実行してください。", "Run this again when saving or syncing has finished."
    ),
    Withholds.MATERIAL,
)
TOO_LARGE = Rule(
    "D108",
    "material-too-large",
    Severity.ERROR,
    Bilingual(
        "資料が大きすぎます（{size}、上限 {limit}）。掲載しません",
        "the paper is too large ({size}, limit {limit}) and is not published",
    ),
    Bilingual("画像を圧縮するか、分けて保存してください。", "Compress its pictures or save it in parts."),
    Withholds.MATERIAL,
)
