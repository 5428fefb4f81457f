"""The three streams of a process: data goes out, talk goes beside it, and both are UTF-8 whatever the locale."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TextIO

from roadmap.cli.refusal import Refusal
from roadmap.outputs.terminal_text import visible

if TYPE_CHECKING:
    from pathlib import Path

    from roadmap.outputs.style import Style

NARROWEST = 20


class Console:
    """``colour`` is what the command line says: auto, always or never.

    A reader who goes away (``roadmap check | head``) ends the output, not the command: its answer stands.
    """

    def __init__(
        self, read: TextIO | None, out: TextIO | None, aside: TextIO | None, environment: Mapping[str, str]
    ) -> None:
        self._read, self._out, self._aside = read, out, aside
        self._environment = environment
        self.colour = "auto"
        for stream in (out, aside):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")

    @property
    def environment(self) -> Mapping[str, str]:
        return self._environment

    def read(self, most: int) -> bytes:
        """Standard input, up to so many bytes."""
        if self._read is None:
            return b""
        return self._read.buffer.read(most) if isinstance(self._read, io.TextIOWrapper) else self._read.read().encode()

    def print(self, lines: Iterable[str]) -> None:
        """Data: lines that are ready to print."""
        self._write(f"{line}\n" for line in lines)

    def _write(self, parts: Iterable[str]) -> None:
        if self._out is None:
            return
        try:
            self._out.writelines(parts)
            self._out.flush()
        except BrokenPipeError:
            self._out = None
        except OSError as error:
            self._out = None
            raise Refusal(f"the output could not be written: {error.strerror}") from None

    def say(self, line: str) -> None:
        """Talk: one line, made visible here."""
        if self._aside is None:
            return
        try:
            self._aside.write(f"{visible(line)}\n")
            self._aside.flush()
        except OSError:
            self._aside = None

    def clear(self) -> None:
        """Empty the screen and what was scrolled off it, where there is one."""
        if self._out is not None and self._out.isatty() and self._environment.get("TERM") != "dumb":
            self._write(["\x1b[H\x1b[2J\x1b[3J"])

    def close(self, status: int) -> int:
        """Flush what argparse printed; the exit status."""
        try:
            if self._out is not None:
                self._out.flush()
        except OSError as error:
            if not isinstance(error, BrokenPipeError):
                self.say(f"roadmap: the output could not be written: {error.strerror}")
                return status or 2
        return status

    def style(self, root: Path | None = None) -> Style:
        """How to print data: in colour, with links to the files of the workspace ``root``, how wide."""
        from roadmap.outputs.style import Style

        terminal = self._out is not None and self._out.isatty()
        colour = self._coloured(terminal)
        return Style(colour, root if colour and terminal else None, self._width(terminal))

    @property
    def interactive(self) -> bool:
        """Whether somebody sits at a terminal and can answer."""
        ends = (self._read, self._out)
        return all(end is not None and end.isatty() for end in ends) and self._environment.get("TERM") != "dumb"

    @property
    def watched(self) -> bool:
        """Whether somebody looks at the talk while the command works."""
        return self._aside is not None and self._aside.isatty() and self._environment.get("TERM") != "dumb"

    def tell(self, text: str) -> None:
        """Put ``text`` in place of what was told last, on a line that is ``watched``; nothing clears it."""
        if self._aside is not None:
            self._aside.write(f"\r\x1b[K{visible(text)}")
            self._aside.flush()

    def _coloured(self, terminal: bool) -> bool:
        if self.colour != "auto":
            return self.colour == "always"
        if self._environment.get("NO_COLOR"):
            return False
        if self._environment.get("FORCE_COLOR", "0") not in ("", "0"):
            return True
        return terminal and self._environment.get("TERM") != "dumb"

    def _width(self, terminal: bool) -> int | None:
        columns = self._environment.get("COLUMNS", "")
        if columns.isascii() and columns.isdigit() and int(columns[:6]):
            return max(int(columns[:6]), NARROWEST)
        if not terminal or self._out is None:
            return None
        try:
            return max(os.get_terminal_size(self._out.fileno()).columns or 80, NARROWEST)
        except (OSError, ValueError):
            return 80
