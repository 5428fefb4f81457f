"""What a reference on the command line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap.cli.refusal import Refusal

if TYPE_CHECKING:
    from roadmap.model.directory import Target
    from roadmap.model.plan import Plan


def target(plan: Plan, text: str) -> Target:
    """The task, launch, end, release or cut-off that ``text`` means.

    A task's name alone will do where only one has it. Raises ``Refusal`` where it means nothing.
    """
    from roadmap.model.directory import Missing, resolve_text

    found = resolve_text(plan, text.removesuffix(".work"))
    if not isinstance(found, Missing):
        return found
    near = " or ".join(repr(close) for close, _ in found.near)
    hint = f"; did you mean {near}?" if near else f": {found.advice}" if found.advice else ""
    raise Refusal(found.message + hint)
