"""Lines of cells that are kept for as long as they are shown, and no longer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.strip import Strip


class KeptStrip(Strip):
    """A strip that can be thrown away.

    Textual's own remembers itself as its only part once it has been drawn whole. Such a ring stays in memory until the
    garbage collector finds it, and paging through a plan would leave tens of megabytes of them behind.
    """

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        found = list(cuts)
        return [self] if found == [self.cell_length] else super().divide(found)
