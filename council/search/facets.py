"""The terms by which documents are filtered: who spoke, in which parliamentary group, about which bill."""

from __future__ import annotations

from council.search.documents import Document
from council.search.folding import fold_word
from council.search.lists import BILL, GROUP, PERSON, ROLE, facet_term


def speaker_label(document: Document) -> str:
    """Return how a speaker is named where no person is known: role and name as printed."""
    return " ".join(part for part in (document.role, document.name) if part)


def speaker_term(document: Document) -> str:
    """Return the term of who spoke: the person, else role and name folded; empty where nobody is named."""
    if document.person_id:
        return facet_term(PERSON, document.person_id)
    label = fold_word(speaker_label(document))
    return facet_term(ROLE, label) if label else ""


def facet_terms(document: Document) -> tuple[str, ...]:
    """Return all terms of a document that are no words, each once."""
    found = [speaker_term(document)]
    found += [facet_term(GROUP, document.group_id)] if document.group_id else []
    found += [facet_term(BILL, one) for one in dict.fromkeys(document.bill_ids)]
    return tuple(term for term in found if term)
