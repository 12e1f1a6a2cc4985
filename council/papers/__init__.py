"""Papers (資料): their words, and the copies that may be published."""

from council.papers.shelf import Shelf
from council.papers.survey import OnShelf, paper_contents, paper_texts, prepare_papers

__all__ = [
    "OnShelf",
    "Shelf",
    "paper_contents",
    "paper_texts",
    "prepare_papers",
]
