"""What a command could not do."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 (it is an answer, not an error of the program)
    """Ends the command with exit status 2. The message is one line that says why, and best what to do."""
