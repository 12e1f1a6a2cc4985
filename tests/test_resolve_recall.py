"""What a session came to is given back only while its drafts, and all else that it is made of, are the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from independent.edits import EDITS
from independent.harbour import LIST
from independent.twins import inputs_only
from msgspec.structs import replace
from rebuilding import built

from council.build import BuildOptions, check_project
from council.build.composing import make_record, open_store
from council.build.inputs import read_drafts
from council.build.reading import Reading
from council.build.recalling import recall_sessions, resolved_in
from council.cache import Prints
from council.config import load_config
from council.diagnostics import Outcome
from council.model.council import Council
from council.model.events import Audience
from council.resolve.recall import Origins, Recall

EDITIONS = (Audience.PUBLIC, Audience.MEMBERS)


class Made:
    """A council's folder read by what an earlier build kept; ``anew`` are the sorts of things that were resolved once more."""

    def __init__(self, root: Path, edition: Audience) -> None:
        """Read and resolve the folder, once with what is known and once without."""
        self.anew: list[str] = []
        config, reading = load_config(root), Reading(open_store(root))
        drafts = read_drafts(config.value, reading).value
        recall = recall_sessions(reading, edition)
        self.record = make_record(drafts, config.value, edition, replace(recall, kept=self._noting(recall)))
        self.by_itself = make_record(drafts, config.value, edition)
        self.prints = recall.prints

    def _noting(self, recall: Recall):
        def kept(basis, make):
            def made():
                self.anew.append(basis[0])
                return make()

            return recall.kept(basis, made)

        return kept


def told(outcome: Outcome[Council]) -> dict[str, object]:
    council = outcome.value
    fields = {name: getattr(council, name) for name in council.__struct_fields__}
    bases = {key: council.debates.basis(key) for key in council.debates}
    return fields | {"debates": bases, "findings": outcome.findings}


@pytest.fixture(scope="module")
def known(harbour: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a council that was resolved before; nothing is corrected in it: what is corrected is never kept."""
    here = inputs_only(harbour, tmp_path_factory.mktemp("known") / "minato")
    heading, *_ = (here / LIST).read_text("utf-8-sig").splitlines()
    (here / LIST).write_text(f"{heading}\n", "utf-8-sig")
    for edition in EDITIONS:
        assert set(Made(here, edition).anew) == {"sittings", "votes"}
    return here


def copied(known: Path, folder: Path) -> Path:
    return shutil.copytree(known, folder / "minato", symlinks=True)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("change", EDITS)
def test_whatever_was_changed_the_record_is_the_one_that_is_made_anew(
    known: Path, tmp_path: Path, change: str, edition: Audience
):
    here = copied(known, tmp_path)
    EDITS[change](here)
    made = Made(here, edition)
    assert told(made.record) == told(made.by_itself)
    council, fresh = made.record.value, Prints()
    for one in (*council.events.values(), *council.vote_events.values()):
        assert made.prints.of(one) == fresh.of(one)


def test_a_council_that_stays_as_it_is_resolves_nothing_anew(known: Path, tmp_path: Path):
    assert Made(copied(known, tmp_path), Audience.PUBLIC).anew == []


def test_one_character_of_a_speech_makes_the_sittings_of_its_session_alone_anew(known: Path, tmp_path: Path):
    here = copied(known, tmp_path)
    EDITS["one character of a speech"](here)
    made = Made(here, Audience.PUBLIC)
    assert made.anew == ["sittings"]
    assert len(made.record.value.sessions) > 1


def test_what_a_check_kept_is_gone_after_a_build_of_the_other_edition(known: Path, tmp_path: Path):
    here = copied(known, tmp_path)
    kept = here / ".council/cache" / resolved_in(Audience.MEMBERS)
    check_project(here)
    assert any(kept.iterdir())
    built(here, BuildOptions())
    assert list(kept.iterdir()) == []


def test_a_draft_that_was_changed_since_it_was_read_has_no_origin():
    origins = Origins()
    origins.note(read := Outcome("議案第1号"), "minutes-1")
    assert origins.of(read) == "minutes-1"
    assert origins.of(replace(read, value="議案第2号")) == ""
    assert origins.of(Outcome("議案第1号")) == ""


def test_what_is_made_of_a_draft_without_an_origin_is_not_kept():
    asked = []
    recall = Recall(Origins(), Prints(), lambda basis, make: asked.append(basis) or make())
    assert recall.of(["minutes-1", ""], ("sittings",), lambda: "made") == "made"
    assert asked == []
