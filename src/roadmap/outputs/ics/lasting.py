"""What calendars know things by in uids and addresses, whatever they are called now (see model/lasting.py)."""

from __future__ import annotations

from roadmap.model import lasting

_MADE = "conflict"
"""The kind of event whose id is made of what it is about (see conflicts.py)."""

_KINDS = ("team", "train", "initiative", "blackout", "review", "audience", "task", "release")
"""What events and calendars are made from, on its own and within others."""


class Lasting(lasting.Lasting):
    """The lasting names of a plan's things, events and feeds."""

    @property
    def told(self) -> list[lasting.Contest]:
        """Contests of which calendars show something."""
        return [contest for contest in self.contests if contest.kind in _KINDS]

    def event(self, kind: str, id: str) -> str:
        """The lasting id of an event of this kind."""
        if kind == _MADE:
            return id
        if kind in ("blackout", "review"):
            return self.name(kind, id)
        if kind in ("launch", "live"):
            return self.launch(id)
        return self.release(id) if "@" in id else self.work(id)

    def feed(self, name: str) -> str:
        """The lasting name of a feed."""
        kind, colon, id = name.partition(":")
        return f"{kind}{colon}{self.name('initiative' if kind == 'campaign' else kind, id)}"
