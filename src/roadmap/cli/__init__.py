"""The command ``roadmap``: one file a command, with heavy imports inside its handler.

A command module has ``add(commands)``, which tells the parser of it, and ``handle(arguments, console)``, which returns
the exit status.
"""

from __future__ import annotations

from roadmap.cli.process import main

__all__ = ["main"]
