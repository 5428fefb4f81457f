"""From the command line to an exit status: 0 fine, 1 the answer is no, 2 could not do it, 130 interrupted.

Whatever happens, nobody sees a traceback who did not ask for one.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from roadmap.cli.console import Console
from roadmap.cli.refusal import Refusal

FINE, NO, CANNOT, INTERRUPTED = 0, 1, 2, 130

TRACEBACK = "ROADMAP_TRACEBACK"


def main() -> NoReturn:
    """The process. It ends without taking its objects apart, which would take a third of the time on a large plan."""
    gc.disable()
    # Looking for plugins of pydantic reads the metadata of everything that is installed; we have no use for any.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        console = Console(sys.stdin, sys.stdout, sys.stderr, os.environ)
        status = console.close(run(sys.argv[1:], console))
    except KeyboardInterrupt:
        status = INTERRUPTED
    os._exit(status)


def run(argv: Sequence[str], console: Console) -> int:
    """Carry out one command. Returns the exit status, and raises nothing."""
    try:
        from roadmap.cli.parser import parse

        arguments = parse(argv, console)
        return int(arguments.handler(arguments, console))
    except Refusal as refusal:
        console.say(f"roadmap: {refusal}")
        return CANNOT
    except SystemExit as leaving:  # argparse, after --help
        return leaving.code if isinstance(leaving.code, int) else FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if console.environment.get(TRACEBACK):
            from traceback import format_exception

            for line in "".join(format_exception(error)).splitlines():
                console.say(line)
        console.say(f"roadmap: {_told(error)}")
        return CANNOT


def _told(error: Exception) -> str:
    """One line about an error that nobody foresaw."""
    if isinstance(error, MemoryError):
        return "there is not enough memory for this plan"
    if isinstance(error, FileNotFoundError) and error.filename is None:  # only the present folder has no name
        return "the present folder is not there any more: go to another one, or write paths in full"
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename is not None else ""
        return f"{where}{error.strerror}"
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"this is a bug in roadmap, please report it: {what[:300]} at {_where(error)} ({TRACEBACK}=1 shows all)"


def _where(error: Exception) -> str:
    """Module and line of our own code that was running."""
    where = "an unknown place"
    traceback = error.__traceback__
    while traceback is not None:
        module = traceback.tb_frame.f_globals.get("__name__", "")
        if module.startswith("roadmap"):
            where = f"{module}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return where
