"""What is shown: words that must all fit, each a text or ``name:value``; ``-`` before one turns it round."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

NAMES = ("team", "train", "initiative", "status", "code", "tag")
STATES = ("late", "critical", "conflict")


class Asked(Protocol):
    """What a filter may ask of a row: the text that it searches, which of ``STATES`` it is in, and what it has of one
    of ``NAMES``."""

    @property
    def text(self) -> str: ...

    @property
    def states(self) -> Collection[str]: ...

    def of(self, name: str) -> Collection[str]: ...


@dataclass(frozen=True, slots=True)
class Traits:
    """The answers, where they are known beforehand. ``values``: name to what the row has of it."""

    text: str
    values: Mapping[str, Collection[str]] = field(default_factory=dict)
    states: Collection[str] = ()

    def of(self, name: str) -> Collection[str]:
        return self.values.get(name, ())


@dataclass(frozen=True, slots=True)
class Word:
    """``name`` is empty for a text, else one of ``NAMES``, or ``state``."""

    name: str
    value: str
    negated: bool

    def fits(self, traits: Asked) -> bool:
        if not self.name:
            found = self.value in traits.text
        elif self.name == "state":
            found = self.value in traits.states
        elif self.name == "code":
            found = any(code.casefold().startswith(self.value) for code in traits.of("code"))
        else:
            found = any(each.casefold() == self.value for each in traits.of(self.name))
        return found != self.negated


@dataclass(frozen=True, slots=True)
class Filter:
    """``problem`` is one line about a word that cannot be understood; the other words count all the same."""

    text: str = ""
    words: tuple[Word, ...] = ()
    problem: str = ""

    def fits(self, traits: Asked) -> bool:
        for word in self.words:  # noqa: SIM110 (a generator for each of ten thousand rows takes longer than the words)
            if not word.fits(traits):
                return False
        return True

    def __bool__(self) -> bool:
        return bool(self.words)


def parse_filter(text: str) -> Filter:
    """A filter as somebody types it; quotes hold a text with spaces together. Never raises."""
    words: list[Word] = []
    problem = ""
    for part in _parts(text):
        if part == "-":  # somebody is still typing
            continue
        negated = part.startswith("-")
        bare = part[1:] if negated else part
        name, colon, value = bare.partition(":")
        if colon and name in NAMES:
            if value:
                words.append(Word(name, value.casefold(), negated))
        elif colon and name.isalpha() and value:
            problem = f"there is no filter {name}: (there are {', '.join(f'{known}:' for known in NAMES)})"
        elif bare in STATES:
            words.append(Word("state", bare, negated))
        else:
            words.append(Word("", bare.casefold(), negated))
    return Filter(text.strip(), tuple(words), problem)


def _parts(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:  # a quote that is still open while somebody types
        return text.replace('"', " ").replace("'", " ").split()
