"""Textual's side of the themes: what dialogs and inputs look like, one theme for each palette."""

from __future__ import annotations

from textual.theme import Theme

from roadmap.tui.palette import CONTRAST, DARK, LIGHT, PLAIN, SIXTEEN, Palette


def _coloured(palette: Palette, dark: bool) -> Theme:
    fore, back = palette.fore, palette.back
    return Theme(
        name=palette.name,
        primary=fore["info"],
        secondary=fore["release"],
        accent=fore["key"],
        warning=fore["warning"],
        error=fore["error"],
        success=fore["good"],
        foreground=fore["text"],
        background=back[""],
        surface=back["axis"],
        panel=back["bar"],
        dark=dark,
    )


def _ansi(palette: Palette) -> Theme:
    return Theme(
        name=palette.name,
        primary="ansi_blue",
        secondary="ansi_magenta",
        accent="ansi_cyan",
        warning="ansi_yellow",
        error="ansi_red",
        success="ansi_green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        dark=True,
        ansi=True,
        variables={
            "ansi-background": "ansi_black",
            "ansi-foreground": "ansi_white",
            "border-blurred": "ansi_black",
            "block-cursor-foreground": "ansi_black",
            "block-cursor-background": "ansi_white",
            "input-cursor-background": "ansi_white",
            "input-cursor-foreground": "ansi_black",
            "input-cursor-text-style": "none",
            "input-selection-background": "ansi_bright_blue",
            "input-selection-foreground": "ansi_black",
            "screen-selection-background": "ansi_bright_blue",
            "screen-selection-foreground": "ansi_black",
        },
    )


THEMES = (
    _coloured(DARK, dark=True),
    _coloured(LIGHT, dark=False),
    _coloured(CONTRAST, dark=True),
    _ansi(SIXTEEN),
    _ansi(PLAIN),
)
