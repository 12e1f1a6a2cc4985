"""Kanji that are written in more than one form in names, each with the form they are compared by.

Serves comparing only: what is shown is always what was printed. Compatibility ideographs (隆, 塚 …) are not here,
NFKC already unites them; 﨑 and 髙 are here because no Unicode normalisation does. Characters that look alike but
are different surnames (斉藤 and 斎藤) stay apart.
"""

from __future__ import annotations

from types import MappingProxyType

# In each group: the form compared by, then the forms that are read as it.
_FORMS = """
高髙 崎﨑嵜碕 沢澤 辺邉邊 浜濱濵 島嶋嶌 斎齋 斉齊 桜櫻 広廣 国國 富冨 吉𠮷 滝瀧 竜龍 真眞 徳德 恵惠 栄榮 薮藪 桧檜 関關
会會 学學 実實 寿壽 塩鹽 鉄鐵鐡 礼禮 万萬 与與 豊豐 円圓 弥彌 寛寬 清淸 静靜 青靑 郎郞 緑綠 瀬瀨 頼賴 穂穗 亀龜 黒黑 戸戶
柳栁桺 館舘 芦蘆 峰峯 鴎鷗 曽曾 荘莊 巌巖 槙槇 遥遙 凛凜 尭堯 桑桒 児兒 莱萊 蔵藏 条條 楽樂 当當 来來 渋澁澀 為爲 籠篭 絵繪
総總 継繼 縄繩 芸藝 薫薰 蛍螢 衛衞 譲讓 鎮鎭 麦麥 黄黃 浄淨 涼凉 温溫 満滿 瑶瑤 祢禰 称稱 稲稻 穣穰 糸絲 経經 喜㐂 厳嚴 勲勳
剣劍 亜亞 悦悅 恒恆 拡擴 教敎 昂昻 昇曻 暁曉 栃杤 横橫 歩步 毎每 渓溪 灯燈 産產 誉譽 郷鄕 銭錢 顕顯 鶴靏靍 橋𣘺 土圡𡈽 淵渕渊
野埜 慎愼 晋晉 双雙 団團 宝寶 尽盡 岳嶽 応應 懐懷 摂攝 数數 旧舊 昼晝 枢樞 検檢 権權 欧歐 気氣 沖冲 浅淺 湾灣 献獻 県縣 粛肅
続續 聡聰 賛贊 転轉 鋳鑄 随隨 霊靈 駅驛 鯵鰺 鶏鷄 桝枡 頴穎 蒋蔣 叱𠮟 頬頰 麹麴
"""

VARIANTS = MappingProxyType({variant: group[0] for group in _FORMS.split() for variant in group[1:]})
