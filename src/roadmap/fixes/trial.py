"""Trying fixes on a copy: what does not mend its finding, or brings another to light, is dropped."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from roadmap.edit.patches import Patch, PatchError, apply_all
from roadmap.fixes.proposals import Proposal

if TYPE_CHECKING:
    from roadmap.findings.finding import Finding

Check = Callable[[Mapping[str, str]], Iterable["Finding"]]
"""The findings of the workspace as it would be if some files held other texts: changed files in, findings out."""

MOST_TRIALS = 60
"""How often the workspace is checked anew, at most, to find the fixes that work among those that do not."""
FEWEST_TRIALS = 3
"""How often it is, at least, however large it is."""
CHARACTERS_A_FINDING = 40
"""A finding takes as long as so many characters of plan files that have none."""


class Trial:
    """``before``: what is found in ``texts``, the files as they are. ``check`` finds what would be found. ``patience``:
    how many characters of plan files are checked anew, about, in order to find the fixes that work."""

    def __init__(self, before: Iterable[Finding], texts: Mapping[str, str], check: Check, patience: int) -> None:
        self._before = Counter(finding.fingerprint for finding in before)
        self._texts = texts
        self._check = check
        size = sum(map(len, texts.values())) + CHARACTERS_A_FINDING * self._before.total()
        self._left = min(max(patience // max(size, 1), FEWEST_TRIALS), MOST_TRIALS)

    def working(self, proposals: Sequence[Proposal], over: Sequence[Proposal] = ()) -> tuple[Proposal, ...]:
        """Those of ``proposals`` that work, all together and with those of ``over``, which are known to.

        All are tried at once; where that fails, each half is. Of two that overlap, the later one is left out.
        """
        return tuple(self._working(self._apart(proposals, over), list(over)))

    def _working(self, proposals: list[Proposal], over: list[Proposal]) -> list[Proposal]:
        if not proposals or not self._left:
            return []
        if self._works([*over, *proposals]):
            return proposals
        if len(proposals) == 1:
            return []
        half = len(proposals) // 2
        first = self._working(proposals[:half], over)
        return first + self._working(proposals[half:], [*over, *first])

    def _works(self, proposals: list[Proposal]) -> bool:
        self._left -= 1
        try:
            changed = apply_all(self._texts, _patches(proposals))
        except PatchError:
            return False
        after = Counter(finding.fingerprint for finding in self._check(changed))
        mended = Counter(proposal.finding.fingerprint for proposal in proposals)
        # What is mended must go, as often as it is, and nothing else may come.
        return all(number <= self._before[name] - mended[name] for name, number in after.items())

    def _apart(self, proposals: Iterable[Proposal], over: Iterable[Proposal]) -> list[Proposal]:
        """Proposals whose patches exclude none of those before them."""
        taken: dict[str, list[Patch]] = {}
        for patch in _patches(over):
            insort(taken.setdefault(patch.place.path, []), patch)
        apart = []
        for proposal in proposals:
            if not any(_clashes(patch, taken.get(patch.place.path, [])) for patch in proposal.fix.patches):
                apart.append(proposal)
                for patch in proposal.fix.patches:
                    insort(taken.setdefault(patch.place.path, []), patch)
        return apart


def _patches(proposals: Iterable[Proposal]) -> list[Patch]:
    return [patch for proposal in proposals for patch in proposal.fix.patches]


def _clashes(patch: Patch, taken: list[Patch]) -> bool:
    """Whether a patch overlaps one of others that do not overlap each other, in sorted order."""
    index = bisect_left(taken, patch)
    return any(_clash(patch, other) for other in taken[max(index - 1, 0) : index + 1])


def _clash(one: Patch, other: Patch) -> bool:
    if one == other:
        return False
    (begin, end), (start, behind) = _ends(one), _ends(other)
    return (begin < behind and start < end) or begin == start


def _ends(patch: Patch) -> tuple[tuple[int, int], tuple[int, int]]:
    place = patch.place
    return (place.line, place.column), (place.end_line, place.end_column)
