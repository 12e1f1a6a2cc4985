"""Which recording shows a speech, and at which second, for `speeches.jsonl`."""

from __future__ import annotations

from collections import defaultdict

from council.model.council import Council
from council.model.debate import Speech, SpeechType
from council.model.events import Event, EventId, Recording, RecordingKind, RecordingScope
from council.pages.recordings import url_at


class VideoLinks:
    """The recordings of one edition by sitting."""

    def __init__(self, council: Council) -> None:
        """Index the recordings; livestreams show no past speech."""
        self._by_event: dict[EventId, list[Recording]] = defaultdict(list)
        for one in council.recordings:
            if one.event_id and one.kind is RecordingKind.RECORDING:
                self._by_event[one.event_id].append(one)

    def of(self, event_id: EventId) -> tuple[Recording, ...]:
        """Return the recordings of a sitting."""
        return tuple(self._by_event.get(event_id, ()))

    def at(self, event: Event, speech: Speech) -> str:
        """Return the member's part in which a member speaks, else the whole sitting's recording, else nothing."""
        if speech.type in (SpeechType.SCENE, SpeechType.NARRATIVE):
            return ""
        found = self._by_event.get(event.id, [])
        presiding = "議長" in speech.role or "委員長" in speech.role
        own = [one for one in found if one.scope is RecordingScope.MEMBER and one.person_id == speech.person_id]
        if speech.person_id and own and not presiding:
            return url_at(own[0].url, own[0].start)
        whole = [one for one in found if one.scope is RecordingScope.MEETING]
        return whole[0].url if whole else ""
