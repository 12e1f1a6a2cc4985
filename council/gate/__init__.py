"""The leak gate: nothing restricted is in any byte of the public edition, or nothing of it is published."""

from council.gate.kept_texts import KeptTexts
from council.gate.personal import (
    lists_of,
    personal_data,
    personal_data_of_meeting,
    personal_data_of_paper,
    personal_data_of_rows,
    personal_data_of_table,
)
from council.gate.restricted import Restricted, restricted_words
from council.gate.scan import scan
from council.gate.tracked import tracked_files

__all__ = [
    "KeptTexts",
    "Restricted",
    "lists_of",
    "personal_data",
    "personal_data_of_meeting",
    "personal_data_of_paper",
    "personal_data_of_rows",
    "personal_data_of_table",
    "restricted_words",
    "scan",
    "tracked_files",
]
