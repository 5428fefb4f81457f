"""The symbols, in Unicode and for terminals that have only ASCII. Each state has a symbol of its own, so that nothing
is told by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """All are one cell wide, those of ``link`` each."""

    planned: str = "▆"
    critical: str = "▇"
    doing: str = "▓"
    done: str = "━"
    optional: str = "▄"
    float_: str = "┈"
    shipping: str = "─"
    shipped: str = "▷"
    never: str = "?"
    milestone: str = "◆"
    launch: str = "★"
    possible: str = "☆"
    live: str = "═"
    span_left: str = "┝"
    span: str = "━"
    span_right: str = "┥"
    release: str = "▼"
    cut_off: str = "╎"
    frozen: str = "╌"
    barred: str = "▒"
    shade: str = "░"
    column: str = "┊"
    today: str = "┃"
    holiday: str = "·"
    link: str = "│─╭╮╰╯▸"
    """Down, along, four corners (opening right or left at the top, then at the bottom), and the tip."""
    error: str = "✗"
    warning: str = "▲"
    info: str = "●"
    good: str = "✓"
    open: str = "▾"
    folded: str = "▸"
    edge: str = "│"
    rule: str = "─"
    cursor: str = "▌"
    above: str = "↑"
    below: str = "↓"
    ellipsis: str = "…"

    def severity(self, severity: str) -> str:
        return {"error": self.error, "warning": self.warning}.get(severity, self.info)


UNICODE = Glyphs()

ASCII = Glyphs(
    planned="=",
    critical="#",
    doing="%",
    done="-",
    optional="~",
    float_=".",
    shipping="_",
    shipped=">",
    milestone="o",
    launch="*",
    possible="+",
    live="=",
    span_left="[",
    span="-",
    span_right="]",
    release="V",
    cut_off=":",
    frozen="-",
    barred="x",
    shade=",",
    column=":",
    today="|",
    holiday=".",
    link="|-++++>",
    error="E",
    warning="W",
    info="i",
    good="y",
    open="v",
    folded=">",
    edge="|",
    rule="-",
    cursor=">",
    above="^",
    below="v",
    ellipsis="~",
)


def speaks_utf_8(environment: Mapping[str, str]) -> bool:
    """Whether the terminal shows Unicode, as its locale says. One that says nothing is taken at its best."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        value = environment.get(name)
        if value:
            return "utf" in value.lower() or value in ("C", "POSIX")
    return True
