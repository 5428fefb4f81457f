"""``python -m roadmap`` is the command ``roadmap``."""

from __future__ import annotations

from roadmap.cli import main

main()
