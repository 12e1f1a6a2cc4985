"""The one table where Japanese council words, English words and the standards' words meet."""

from council.glossary.results import METHODS, RESULTS, canonical_method, canonical_result
from council.glossary.terms import CHECKING_TERM, OPTION_TERMS, Term, option_term, term

__all__ = [
    "CHECKING_TERM",
    "METHODS",
    "OPTION_TERMS",
    "RESULTS",
    "Term",
    "canonical_method",
    "canonical_result",
    "option_term",
    "term",
]
