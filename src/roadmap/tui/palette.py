"""The inks of each theme: names of foregrounds and backgrounds to colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rich.style import Style

_BOLD = frozenset(
    {"title", "group", "launch", "missed", "error", "key", "release", "today", "milestone", "now", "chosen"}
)
_DIM_WHERE_PLAIN = frozenset({"dim", "float", "column", "band", "rule", "weekend", "holiday", "out"})


class Styles(dict[tuple[str, str], Style]):
    """Names of a foreground and a background to a style, mixed when it is first asked for: a frame asks thousands of
    times."""

    def __init__(self, mixed: Callable[[str, str], Style]) -> None:
        super().__init__()
        self._mixed = mixed

    def __missing__(self, inks: tuple[str, str]) -> Style:
        style = self[inks] = self._mixed(*inks)
        return style


@dataclass
class Palette:
    """``fore`` and ``back``: ink to colour; what has none has that of ``text`` or of the empty background.

    ``plain``: no colours at all, only bold, dim and reverse.
    """

    name: str
    fore: Mapping[str, str]
    back: Mapping[str, str]
    plain: bool = False

    @property
    def has_bands(self) -> bool:
        """Whether bands behind the rows have grounds of their own; else symbols must tell them."""
        return "frozen" in self.back

    @cached_property
    def styles(self) -> Styles:
        """One ink on another to its style. A background that begins with ``cursor`` is that of the selected row; the
        foreground without a name is for blanks, which have no colour."""
        return Styles(self._mixed)

    def _mixed(self, fore: str, back: str) -> Style:
        bold = fore in _BOLD
        if self.plain:
            reverse = back.startswith("cursor") or back == "search"
            return Style(
                bold=bold or None, dim=(fore in _DIM_WHERE_PLAIN and not reverse) or None, reverse=reverse or None
            )
        ground = self.back.get(back, self.back[""])
        ink = self.fore.get(fore, self.fore["text"]) if fore else None
        return Style(color=ink, bgcolor=ground, bold=bold or None, dim=None)


DARK = Palette(
    "dark",
    {
        "text": "#d8dee9", "dim": "#7f8a9e", "rule": "#3d4657", "group": "#eceff4", "title": "#ffffff",
        "key": "#88c0d0",
        "planned": "#5e9fe0", "critical": "#f0a35e", "late": "#f2777a", "doing": "#56c8d8", "done": "#6c7a92",
        "optional": "#8f9fd0", "float": "#5f7fa8", "ship": "#8fa3bf", "milestone": "#e5c07b", "launch": "#ffd166",
        "missed": "#ff6b70", "live": "#a9dc76", "span": "#8892a8", "release": "#c3a6ff", "band": "#8d78c9",
        "column": "#57506f", "today": "#7ee787", "now": "#7ee787", "in": "#ffd166", "out": "#9ccfd8",
        "error": "#ff6b70",
        "warning": "#f6c177", "info": "#7fb4e6", "good": "#7ee787", "barred": "#c98a8a", "holiday": "#5d6578",
        "weekend": "#4a5160", "chosen": "#ffffff",
    },
    {
        "": "#171b24", "weekend": "#1d222d", "holiday": "#242b38", "frozen": "#201e30", "frozen+": "#332a52",
        "barred": "#2e2126", "bar": "#222836", "axis": "#1c2130", "cursor": "#2f3b52", "cursor+": "#3a4763",
        "cursorless": "#262d3b", "search": "#4a4320",
    },
)  # fmt: skip

LIGHT = Palette(
    "light",
    {
        "text": "#2b303b", "dim": "#6b7280", "rule": "#c3c8d1", "group": "#11151c", "title": "#000000",
        "key": "#005f87",
        "planned": "#2f74c0", "critical": "#c15f00", "late": "#c0262d", "doing": "#008394", "done": "#8c95a5",
        "optional": "#6a78b8", "float": "#7c9cc4", "ship": "#66758c", "milestone": "#8a6100", "launch": "#9a5b00",
        "missed": "#c0262d", "live": "#3c8527", "span": "#6c7687", "release": "#6b3fc4", "band": "#8a6fd1",
        "column": "#b9aee0", "today": "#177a35", "now": "#177a35", "in": "#9a5b00", "out": "#1f7a86",
        "error": "#c0262d",
        "warning": "#9a5b00", "info": "#1d64b0", "good": "#177a35", "barred": "#a44a4a", "holiday": "#98a0ae",
        "weekend": "#b8bec9", "chosen": "#000000",
    },
    {
        "": "#fbfbfd", "weekend": "#f0f1f5", "holiday": "#e6e8ee", "frozen": "#eeeaf9", "frozen+": "#ded5f6",
        "barred": "#f8e6e4", "bar": "#e9ecf2", "axis": "#f1f3f8", "cursor": "#cfe0f5", "cursor+": "#bfd4ef",
        "cursorless": "#e3eaf4", "search": "#fff0b8",
    },
)  # fmt: skip

CONTRAST = Palette(
    "contrast",
    {
        "text": "#ffffff", "dim": "#d0d0d0", "rule": "#a0a0a0", "group": "#ffffff", "title": "#ffffff",
        "key": "#00ffff",
        "planned": "#6fb7ff", "critical": "#ffb000", "late": "#ff7070", "doing": "#00ffff", "done": "#c0c0c0",
        "optional": "#c0c8ff", "float": "#8fc7ff", "ship": "#e0e0e0", "milestone": "#ffff00", "launch": "#ffff00",
        "missed": "#ff7070", "live": "#7fff7f", "span": "#ffffff", "release": "#e0b0ff", "band": "#e0b0ff",
        "column": "#a080d0", "today": "#00ff00", "now": "#00ff00", "in": "#ffff00", "out": "#00ffff",
        "error": "#ff7070",
        "warning": "#ffd000", "info": "#9fd0ff", "good": "#7fff7f", "barred": "#ffb0b0", "holiday": "#c0c0c0",
        "weekend": "#909090", "chosen": "#ffffff",
    },
    {
        "": "#000000", "weekend": "#1c1c1c", "holiday": "#303030", "frozen": "#2a1050", "frozen+": "#4a1a8a",
        "barred": "#500f0f", "bar": "#262626", "axis": "#101010", "cursor": "#00407f", "cursor+": "#0055aa",
        "cursorless": "#303a48", "search": "#5a4a00",
    },
)  # fmt: skip

SIXTEEN = Palette(
    "sixteen",
    {
        "text": "default", "dim": "bright_black", "rule": "bright_black", "group": "bright_white",
        "title": "bright_white",
        "key": "cyan", "planned": "bright_blue", "critical": "yellow", "late": "red", "doing": "cyan",
        "done": "bright_black",
        "optional": "cyan", "float": "bright_blue", "ship": "white", "milestone": "bright_yellow",
        "launch": "bright_yellow", "missed": "bright_red", "live": "green", "span": "white",
        "release": "bright_magenta",
        "band": "magenta", "column": "magenta", "today": "bright_green", "now": "bright_green", "in": "bright_yellow",
        "out": "bright_cyan", "error": "bright_red", "warning": "bright_yellow", "info": "bright_blue",
        "good": "bright_green", "barred": "red", "holiday": "bright_black", "weekend": "bright_black",
        "chosen": "bright_white",
    },
    {"": "default", "cursor": "blue", "cursor+": "blue", "cursorless": "bright_black", "search": "blue"},
)  # fmt: skip

PLAIN = Palette("plain", {"text": "default"}, {"": "default"}, plain=True)

PALETTES = {palette.name: palette for palette in (DARK, LIGHT, CONTRAST, SIXTEEN, PLAIN)}
