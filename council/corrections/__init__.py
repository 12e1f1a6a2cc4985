"""Published corrections (contract §2.7) carried out on what was read, before anything is made of it.

Words and cells are put right where the place still holds 誤; where it holds 正 already, the correction is only shown.
Words that were withdrawn or are personal data leave here: nothing after this room ever sees them.
"""

from council.corrections.corrected import Corrected
from council.corrections.errata import Errata, plan_corrections
from council.corrections.everywhere import Swept, sweep, text_holds
from council.corrections.hiding import Silence, without_words, without_words_in_findings
from council.corrections.minutes import correct_minutes
from council.corrections.settle import not_checked
from council.corrections.tables import correct_tables
from council.corrections.targets import TargetFiles
from council.corrections.trees import correct_tree
from council.corrections.withdrawn import Withdrawn, holds

__all__ = [
    "Corrected",
    "Errata",
    "Silence",
    "Swept",
    "TargetFiles",
    "Withdrawn",
    "correct_minutes",
    "correct_tables",
    "correct_tree",
    "holds",
    "not_checked",
    "plan_corrections",
    "sweep",
    "text_holds",
    "without_words",
    "without_words_in_findings",
]
