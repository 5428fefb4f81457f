"""The layout of a page: a title, facts with their names, sections of numbered or plain items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmap.outputs.cells import pad, wrap
from roadmap.outputs.style import Style
from roadmap.outputs.terminal_text import visible
from roadmap.source.nodes import Place

_NAME = 15  # cells of the name of a fact


class Page:
    """Makes lines that are ready to print from texts that need not be visible yet."""

    def __init__(self, style: Style) -> None:
        self.style = style

    def title(self, text: str, place: Place) -> Iterator[str]:
        yield from (self.style.paint(line, "bold") for line in wrap(visible(text), self.style.width))
        yield self.style.paint(self.place(place), "dim")

    def place(self, place: Place) -> str:
        return self.style.link(f"{visible(place.path)}:{place.line}", place)

    def sentence(self, text: str) -> Iterator[str]:
        return wrap(visible(text), self.style.width)

    def fact(self, name: str, text: str) -> Iterator[str]:
        return wrap(visible(text), self.style.width, " " * (_NAME + 2), f"  {pad(visible(name), _NAME)}")

    def section(self, title: str, lines: Iterable[str]) -> Iterator[str]:
        """Nothing where there are no lines."""
        found = [*lines]
        if found:
            yield ""
            yield self.style.paint(visible(title), "bold")
            yield from found

    def item(self, text: str) -> Iterator[str]:
        return wrap(visible(text), self.style.width, "    ", "  - ")
