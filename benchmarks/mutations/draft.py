"""A copy of the clean workspace with a fault in it, and the findings that the fault must lead to."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.mutations.clean import FLOWERS, around, clean


@dataclass(frozen=True, order=True)
class Expected:
    """A finding that must be reported: its code, and where: an item that it names, or the place (`path:line`) at which
    it points, or any of several, with a space between."""

    code: str
    where: str


@dataclass
class Draft:
    """The texts of a workspace while a fault is being made in the cell of ``flower``."""

    flower: str
    rng: random.Random
    texts: dict[str, str] = field(default_factory=clean)
    raw: dict[str, bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)

    @property
    def cell(self) -> str:
        return f"cells/{self.flower}.yaml"

    def day(self, days: int) -> str:
        """So many calendar days after the launch of this cell."""
        return around(self.flower, days)

    def pick(self, *choices: str) -> str:
        return self.rng.choice(choices)

    def swap(self, old: str, new: str, path: str = "") -> None:
        """Replace ``old``, which the file (by default that of the cell) holds exactly once."""
        path = path or self.cell
        if self.texts[path].count(old) != 1:
            raise ValueError(f"{path} holds {old!r} {self.texts[path].count(old)} times")
        self.texts[path] = self.texts[path].replace(old, new)

    def task(self, text: str) -> None:
        """Add a task, `id: {…}`, to the campaign."""
        self.swap("      rehearsal:", f"      {text}\n      rehearsal:")

    def tool(self, text: str) -> None:
        """Add a task to the project that the campaign waits for."""
        self.swap("      model:", f"      {text}\n      model:")

    def field(self, text: str) -> None:
        """Add a field to the campaign."""
        self.swap("    team: brand\n", f"    team: brand\n    {text}\n")

    def setting(self, text: str, path: str) -> None:
        """Add an entry at the end of the only section of a file."""
        self.texts[path] += f"{text}\n"

    def expect(self, code: str, *items: str) -> None:
        """The finding names one of the items of the campaign: a task, or the campaign itself where none is said."""
        for item in items or ("",):
            self.expected.append(Expected(code, f"{self.flower}/{item}".rstrip("/")))

    def expect_item(self, code: str, item: str) -> None:
        self.expected.append(Expected(code, item))

    def expect_any(self, code: str, *items: str) -> None:
        """One finding that names at least one of the items."""
        self.expected.append(Expected(code, " ".join(items)))

    def expect_at(self, code: str, text: str, path: str = "") -> None:
        """The finding points at the line of the first ``text`` in the file (by default that of the cell)."""
        path = path or self.cell
        line = self.texts[path][: self.texts[path].index(text)].count("\n") + 1
        self.expected.append(Expected(code, f"{path}:{line}"))

    def expect_place(self, code: str, path: str) -> None:
        """The finding is about the file as a whole."""
        self.expected.append(Expected(code, path + ":"))

    def write(self, folder: Path) -> None:
        for path, text in self.texts.items():
            self._make(folder / path).write_text(text, "utf-8")
        for path, content in self.raw.items():
            self._make(folder / path).write_bytes(content)
        for path, target in self.links.items():
            self._make(folder / path).symlink_to(target)

    @staticmethod
    def _make(path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


Fault = Callable[[Draft], None]
_FAULTS: list[tuple[str, Fault]] = []


def fault(code: str) -> Callable[[Fault], Fault]:
    """Register a way to make the fault that ``code`` must find."""

    def register(make: Fault) -> Fault:
        _FAULTS.append((code, make))
        return make

    return register


def drafts(only: str, seed: int) -> Iterator[tuple[str, str, Draft]]:
    """Code, name of the fault and the draft: one for each fault and each cell, in the order of the codes."""
    for code, make in sorted(_FAULTS, key=lambda entry: (entry[0], entry[1].__name__)):
        if code.startswith(only):
            for flower in FLOWERS:
                draft = Draft(flower, random.Random(f"{seed} {make.__name__} {flower}"))
                make(draft)
                yield code, make.__name__, draft
