"""Makes and publishes the search of a generated archive, as a build does, in a process of its own.

``search_index.py index CORPUS WORK`` brings the index up to date, ``search_index.py files CORPUS WORK`` the published
files too. WORK holds what is kept (`.council/`) and the files of the site (`site/`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path

from search_corpus import Day, Speech, days_of, identifier, members_of, path_of, read_speeches

from council.build.searching import INDEX, Search
from council.cache import Store
from council.model.people import Person, PersonId
from council.search.documents import SPEECH, Block, Document, Heading
from council.search.knowledge import Knowledge
from council.search.naming import Names
from council.search.readings import widening_tables


def blocks(corpus: Path) -> Iterator[Block]:
    """Yield every sitting as a block; only the bytes of its file are looked at."""
    for day in days_of(corpus):
        path = path_of(corpus, day)
        heading = Heading(day.key, SPEECH, day.date, day.session_id, day.body, day.title)
        yield Block(heading, blake2b(path.read_bytes()).digest(), partial(_documents, path, day))


def _listed(corpus: Path) -> list[Block]:
    return list(blocks(corpus))


def _documents(path: Path, day: Day) -> tuple[Document, ...]:
    return tuple(_document(day, speech) for speech in read_speeches(path))


def _document(day: Day, speech: Speech) -> Document:
    return Document(
        kind=SPEECH,
        id=speech.id,
        url=day.url(speech),
        title=day.title,
        text=speech.text,
        name=speech.name,
        role=speech.role,
        person_id=speech.person,
        group_id=speech.group,
    )


def search_of(corpus: Path, work: Path) -> Search:
    """Return the search of an archive as a build sets it up."""
    state = work / ".council"
    known = _names(corpus)
    knowledge = Knowledge(known, widening_tables(known.people, ()))
    return Search(state / "search", Store(state / "cache"), "search-public", partial(_listed, corpus), knowledge)


def _names(corpus: Path) -> Names:
    days, members = days_of(corpus), members_of(corpus)
    return Names(
        sessions=tuple(dict.fromkeys((day.session_id, day.session) for day in days)),
        bodies=tuple(dict.fromkeys((day.body, day.body) for day in days)),
        groups=tuple(dict.fromkeys((identifier("g", one.group), one.group) for one in members)),
        people=tuple(Person(PersonId(one.id), one.name, one.reading) for one in members),
    )


def publish(search: Search, site: Path) -> None:
    """Write the published files that are not there yet; every name but one tells what is in it."""
    for planned in search.plan():
        there = all((site / uri).exists() for uri in planned.uris) and INDEX not in planned.uris
        for file in () if there else planned.make()[0]:
            path = site / file.uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
    search.store.tidy()


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says."""
    what, corpus, work = arguments
    search = search_of(Path(corpus), Path(work))
    if what == "index":
        search.bring_up()
    else:
        publish(search, Path(work) / "site")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
