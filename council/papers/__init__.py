"""Papers (資料): their words, and the copies that may be published."""

from council.papers.cleaning import clean_paper
from council.papers.reading import PreparedPaper, prepare_paper, read_paper
from council.papers.shelf import Shelf
from council.papers.survey import OnShelf, paper_contents, paper_texts, prepare_papers

__all__ = [
    "OnShelf",
    "PreparedPaper",
    "Shelf",
    "clean_paper",
    "paper_contents",
    "paper_texts",
    "prepare_paper",
    "prepare_papers",
    "read_paper",
]
