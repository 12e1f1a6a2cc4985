"""A sitting's breaks, the hours of latecomers, and whose question an answer answers, from a Word file to the record."""

from __future__ import annotations

import datetime as dt

from council_folder import read_folder

from council.model.events import Recess

MINUTES = """
令和８年第１回汐路市議会定例会会議録
令和８年３月３日（火曜日）
出席議員（２人）
　１番　栗　田　守
　２番　沢　井　ふ　み（遅参　午前10時20分）
○議長（栗田守君）　これより一般質問を行います。
◆２番（沢井ふみ君）　通学路について伺います。
◎市長（山本一郎君）　お答えします。
　　　午前11時02分休憩
　　　午前11時20分再開
◎教育長（南二郎君）　補足します。
○議長（栗田守君）　質問を終わります。
◎市長（山本一郎君）　一言申し上げます。
"""


def test_what_minutes_tell_beside_the_words_is_in_the_record(tmp_path):
    council = read_folder(tmp_path, {"minutes_src/令和8年第1回定例会/第1号.docx": MINUTES}).council
    (event,) = council.events.values()
    assert event.recesses == (Recess(dt.time(11, 2), dt.time(11, 20)),)
    assert [(one.name, one.status, one.arrived, one.departed) for one in event.attendance] == [
        ("栗田守", "present", None, None),
        ("沢井ふみ", "late", dt.time(10, 20), None),
    ]
    speeches = council.debates[event.id].speeches
    question = speeches[1].id
    assert [one.answers for one in speeches] == ["", "", question, question, "", ""]
