"""Kanji in their old forms, which say the same words: 發 for 発. Serves searching only, where too much unites too much.

The forms that occur in names are in `council.text.variants`; these are the others of the official list.
"""

from __future__ import annotations

from types import MappingProxyType

from council.text.variants import VARIANTS

# In each group: the form compared by, then the old one.
_FORMS = """
悪惡 圧壓 囲圍 医醫 壱壹 隠隱 営營 縁緣 艶艷 殴毆 奥奧 穏穩 仮假 価價 画畫 壊壞 概槪 殻殼 覚覺 勧勸 巻卷 歓歡 缶罐 観觀 間閒 陥陷
顔顏 既旣 帰歸 偽僞 戯戲 犠犧 拠據 挙擧 虚虛 峡峽 挟挾 狭狹 区區 駆驅 径徑 茎莖 軽輕 撃擊 倹儉 険險 圏圈 研硏 験驗 効效 鉱鑛 号號
済濟 砕碎 剤劑 雑雜 参參 桟棧 蚕蠶 惨慘 残殘 歯齒 辞辭 湿濕 舎舍 写寫 釈釋 収收 従從 獣獸 縦縱 処處 緒緖 叙敍 将將 渉涉 焼燒 証證
奨奬 状狀 乗乘 剰剩 畳疊 壌壤 嬢孃 醸釀 触觸 嘱囑 寝寢 図圖 粋粹 酔醉 髄髓 声聲 窃竊 専專 戦戰 潜潛 繊纖 践踐 禅禪 壮壯 捜搜 挿插
争爭 装裝 騒騷 増增 臓臟 属屬 堕墮 体體 対對 帯帶 滞滯 台臺 択擇 単單 担擔 胆膽 弾彈 断斷 痴癡 遅遲 虫蟲 庁廳 聴聽 勅敕 逓遞 点點
伝傳 党黨 盗盜 闘鬭 独獨 読讀 届屆 悩惱 脳腦 覇霸 廃廢 拝拜 売賣 発發 髪髮 抜拔 蛮蠻 秘祕 瓶甁 払拂 仏佛 併倂 並竝 変變 舗舖 没沒
翻飜 黙默 訳譯 薬藥 予豫 余餘 揺搖 様樣 謡謠 乱亂 覧覽 両兩 猟獵 塁壘 励勵 隷隸 齢齡 恋戀 炉爐 労勞 楼樓 録錄
"""

OLD_FORMS = MappingProxyType(dict(VARIANTS) | {old: group[0] for group in _FORMS.split() for old in group[1:]})
