"""Words on how well the names of a decision are founded."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "confirm.label": ("個人の賛否の出典：", "Sources of the names:"),
    "confirm.confirmed": ("照合済", "Cross-checked"),
    "confirm.single": ("単独典拠", "Single source"),
    "confirm.decisions": ("{n}件", "{n} decision|{n} decisions"),
    "confirm.again_said": (
        "別の人がもう一度入力した表と、ここに載せた全員の賛否が一致しています。",
        "A table keyed again by another person gives every member named here the same vote.",
    ),
    "confirm.minutes_said": (
        "採決表と会議録に載った氏名とで、ここに載せた全員の賛否が一致しています。",
        "The vote table and the names in the minutes give every member named here the same vote.",
    ),
    "confirm.single_said": (
        "個人の賛否の出典は1つです。ほかの資料との照合はできていません。",
        "The names come from one source; they could not be compared with another.",
    ),
}
