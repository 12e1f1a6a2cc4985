"""Words of saved packets: the button, the list, what went wrong, what changed on the site."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "offline.app": ("{council} 会議資料", "{council}: meeting packets"),
    "offline.app_short": ("会議資料", "Packets"),
    "offline.title": ("保存した会議", "Saved meetings"),
    "offline.lead": (
        "この端末に保存した会議の配付資料です。通信できない場所でも開けます。",
        "Meeting packets saved on this device. They open without a network.",
    ),
    "offline.heading": ("この端末に保存", "Save on this device"),
    "offline.missing": (
        "開こうとしたページは、この端末に保存されていません。通信できる場所で、もう一度開いてください。",
        "The page you asked for is not saved on this device. Please open it again where there is a network.",
    ),
    "offline.no_script": (
        "保存した会議の一覧を出すには、ブラウザーの JavaScript が必要です。",
        "The list of saved meetings needs JavaScript.",
    ),
    "offline.insecure": (
        "このアドレスでは保存できません（https のページで、対応したブラウザーが必要です）。代わりに PDF を端末に保存してください。",
        "Saving does not work at this address: it needs https and a browser that can do it. Please save the PDF instead.",
    ),
    "offline.pdf": ("PDF（1つのファイル）", "PDF (one file)"),
    "offline.list": ("保存した会議の一覧", "List of saved meetings"),
    "offline.all": ("会議の配付資料をすべて見る", "All meeting packets"),
    "offline.how": ("消えないようにするには", "How to keep what is saved"),
    "offline.how_ipad": (
        "iPad・iPhone：共有ボタンから「ホーム画面に追加」を選び、追加したアイコンから開いて、その中で保存します。",
        "iPad and iPhone: choose “Add to Home Screen” in the share menu, open the new icon and save there.",
    ),
    "offline.how_safari": (
        "Safari のまま保存したものは、7日間使わないと消えることがあります。",
        "What is saved in Safari itself may go after seven days without use.",
    ),
    "offline.how_others": (
        "Android・Windows：ブラウザーのメニューから「アプリをインストール」または「ホーム画面に追加」を選びます。",
        "Android and Windows: choose “Install app” or “Add to Home screen” in the browser’s menu.",
    ),
    "offline.how_pdf": (
        "念のため、会議の前に PDF も端末に保存しておくと安心です。ページの番号は同じです。",
        "To be safe, save the PDF as well before the meeting. Its page numbers are the same.",
    ),
    "offline.save": ("この会議を保存", "Save this meeting"),
    "offline.about": ("（約{size}）", " (about {size})"),
    "offline.saving": ("保存しています　{done}／{all}", "Saving: {done} of {all}"),
    "offline.progress": ("保存の進み具合", "Progress"),
    "offline.saved": ("保存済み　{size}", "Saved, {size}"),
    "offline.lost": (
        "保存が終わっていないか、端末から消されています",
        "Not completely saved, or thrown away by the device",
    ),
    "offline.again": ("もう一度保存", "Save again"),
    "offline.delete": ("削除", "Delete"),
    "offline.delete_one": ("{title}を削除", "Delete {title}"),
    "offline.sure": ("「{title}」を、この端末の保存から消しますか。", "Delete “{title}” from this device?"),
    "offline.update": ("更新", "Update"),
    "offline.reload": ("表示し直す", "Show it"),
    "offline.close": ("閉じる", "Close"),
    "offline.done": ("保存しました。通信できない場所でも開けます。", "Saved. It opens without a network now."),
    "offline.updated": ("新しい版を保存しました（受信 {size}）。", "The new version is saved ({size} received)."),
    "offline.and": ("、", ", "),
    "offline.replaced": ("{papers}が差し替えられました。", "{papers} replaced. "),
    "offline.added": ("{papers}が追加されました。", "{papers} added. "),
    "offline.newer": ("この会議の配付資料に新しい版があります。", "There is a new version of this packet."),
    "offline.withdrawn": (
        "{papers}が取り下げられました。この端末の保存からも消しました。",
        "{papers} withdrawn, and deleted from this device. ",
    ),
    "offline.redacted": (
        "会議録などの取消し・訂正のため、保存した「{title}」を新しくしました。",
        "Words were withdrawn from the record: “{title}” was brought up to date. ",
    ),
    "offline.gone": (
        "「{title}」は公開されなくなったため、この端末の保存から消しました。",
        "“{title}” is no longer published and was deleted from this device.",
    ),
    "offline.again_later": (
        "残りを保存し直せませんでした。通信できる場所で、もう一度保存してください。",
        "The rest could not be saved again. Please save it where there is a network.",
    ),
    "offline.network": (
        "通信できないため、保存できませんでした。届いた分は残っています。もう一度押すと続きから保存します。",
        "There is no network. What has arrived is kept: press again to go on.",
    ),
    "offline.underway": (
        "サイトが更新中のようです。少し待ってから、もう一度保存してください。",
        "The site seems to be changing just now. Please try again in a moment.",
    ),
    "offline.unfound": (
        "{label}がサイトに見つからないため、保存できませんでした。事務局にお知らせください。",
        "{label} was not found on the site, so nothing was saved. Please tell the council’s office.",
    ),
    "offline.damaged": (
        "{label}の内容がサイトの記録と違うため、保存しませんでした。前に保存したものは、そのまま使えます。",
        "{label} is not what the site says it is, so it was not saved. What was saved before is as it was.",
    ),
    "offline.full": (
        "端末の空きが足りないため、保存できませんでした。使わない会議を削除してください。",
        "There is not enough room on the device. Please delete meetings that you do not need.",
    ),
    "offline.worker": (
        "このブラウザーでは、通信なしで開く準備ができませんでした。PDF を端末に保存してください。",
        "This browser could not prepare for opening without a network. Please save the PDF instead.",
    ),
    "offline.elsewhere": (
        "このページは保存されていません。通信できる場所で開いてください。",
        "This page is not saved. Please open it where there is a network.",
    ),
    "offline.empty": (
        "保存した会議はまだありません。会議の配付資料のページで「この会議を保存」を押してください。",
        "No meeting is saved yet. Press “Save this meeting” on the page of a packet.",
    ),
    "offline.today": ("今日の会議", "Today"),
    "offline.room": ("使用 {used}、空き {free}。", "{used} used, {free} free."),
    "offline.kept": (
        "この端末は、保存したものを自動では消しません。",
        "This device does not delete what is saved by itself.",
    ),
    "offline.loose": (
        "長く使わないと、端末が保存したものを消すことがあります。",
        "The device may delete what is saved if it is not used for long.",
    ),
    "offline.file_page": ("会議のページ", "The page"),
    "offline.file_pdf": ("会議の PDF", "The PDF"),
    "offline.file_asset": ("表示用のファイル", "A file of the site’s look"),
}
