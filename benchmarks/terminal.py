"""A program on a terminal that nobody looks at: keys go in, bytes come out, and the kernel counts what it costs.

Needs Linux, for the CPU time of another process in nanoseconds.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

PATIENCE = 60.0
"""Seconds to wait for what never comes."""


class Terminal:
    """``process`` runs on it. ``started``: when, by ``time.perf_counter``. ``output``: all it has written so far."""

    def __init__(self, process: int, end: int) -> None:
        self.process = process
        self.started = time.perf_counter()
        self.output = bytearray()
        self._end = end

    def await_text(self, text: str) -> float:
        """Seconds from the start until a text has been written."""
        wanted = text.encode()
        searched = 0
        while time.perf_counter() - self.started < PATIENCE:
            if wanted in self.output[searched:]:
                return time.perf_counter() - self.started
            searched = max(len(self.output) - len(wanted), 0)
            self._take(0.5)
        raise SystemExit(f"{text!r} has not been shown; the last output was {bytes(self.output[-500:])!r}")

    def drain(self, seconds: float) -> None:
        """Read what it writes, for so long."""
        end = time.perf_counter() + seconds
        while (rest := end - time.perf_counter()) > 0:
            self._take(rest)

    def press(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def cpu(self) -> float:
        """Seconds that all its threads have used so far."""
        tasks = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def peak(self) -> int:
        """Most bytes it has ever held in memory."""
        status = Path(f"/proc/{self.process}/status").read_text()
        return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM:"))

    def _take(self, seconds: float) -> None:
        if select.select([self._end], [], [], seconds)[0]:
            with contextlib.suppress(OSError):  # it has ended
                self.output += os.read(self._end, 1 << 16)


@contextlib.contextmanager
def on_terminal(command: Sequence[str], columns: int, lines: int) -> Iterator[Terminal]:
    """Run a command on a terminal of its own, which takes all colours, until the block is left."""
    environment = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    environment["XDG_CONFIG_HOME"] = os.devnull  # no keys of one's own
    size = struct.pack("HHHH", lines, columns, 0, 0)
    process, end = pty.fork()
    if not process:
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        os.execvpe(command[0], list(command), environment)
    terminal = Terminal(process, end)
    try:
        yield terminal
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(end)


_LEFT_OUT = frozenset({"NO_COLOR", "PYTHONDONTWRITEBYTECODE", "COLUMNS", "LINES"})
