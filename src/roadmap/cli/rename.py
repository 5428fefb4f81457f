"""``roadmap rename``: another id for a thing, everywhere it is named."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from roadmap.cli.arguments import Parser
from roadmap.cli.console import Console
from roadmap.cli.fixing import show, write
from roadmap.cli.opening import study, workspace
from roadmap.cli.refusal import Refusal

if TYPE_CHECKING:
    from roadmap.edit.renaming import Thing
    from roadmap.model.sections import Sections
    from roadmap.study import Study

EPILOG = """\
The former id is kept in `was`, so that calendars and histories know the thing
again. Comments and texts for people stay as they are.

  roadmap rename spring-sale summer-sale           a campaign or a project
  roadmap rename spring-sale/copy texts            a task
  roadmap rename web@27.6 27.7                     a release that has a name
  roadmap rename team:web shop --diff              a team; show it first"""


def add(commands: Any) -> Parser:
    parser: Parser = commands.add_parser(
        "rename",
        help="give a thing another id, everywhere it is named",
        description="Give a thing another id, everywhere it is named.",
        epilog=EPILOG,
    )
    parser.add_argument("reference", metavar="REF", help="what to rename; kind:id where an id fits several things")
    parser.add_argument("new", metavar="NEW", help="the new id, without what it lies in")
    parser.add_argument("--diff", action="store_true", help="show what would change, and write nothing")
    parser.set_defaults(handler=handle)
    return parser


def handle(arguments: argparse.Namespace, console: Console) -> int:
    from roadmap.checks.wording import counted
    from roadmap.model.nearest import Nearest
    from roadmap.model.sections import merge
    from roadmap.source.load import parse

    read = workspace(arguments)
    studied = study(arguments, read)
    if studied.plan.unread:
        raise Refusal(f"{studied.plan.unread[0]} cannot be read, and may name what is to be renamed: see roadmap check")
    roots = {path: parse(path, text).root for path, text in read.texts.items()}
    sections = merge(roots, Nearest())
    thing = _meant(arguments.reference, studied, sections)
    changed, places = _changed(thing, arguments.new, studied, sections, roots, console)
    if arguments.diff:
        show(read, changed, console)
        return 0
    write(read, changed)
    where = f"{counted(places, 'place')} of {counted(len(changed), 'file')}"
    console.print([f"Renamed {thing.reference} to {arguments.new} in {where}."])
    return 0


def _meant(text: str, studied: Study, sections: Sections) -> Thing:
    """The one thing that a reference means. Raises ``Refusal``."""
    from roadmap.edit.things import things

    found = things(text, studied.plan, sections)
    if len(found) == 1:
        return found[0]
    if found:
        spellings = " or ".join(one.reference if one.within else f"{one.kind}:{one.id}" for one in found)
        raise Refusal(f"{text!r} could be several things: write {spellings}")
    raise Refusal(f"nothing that can be renamed is called {text!r}")


def _changed(
    thing: Thing, new: str, studied: Study, sections: Sections, roots: dict[str, Any], console: Console
) -> tuple[dict[str, str], int]:
    """The files as they would be, and how many places in them change. Raises ``Refusal``."""
    from roadmap.edit.meaning import is_same
    from roadmap.edit.patches import PatchError, apply_all
    from roadmap.edit.renaming import Renaming
    from roadmap.edit.things import is_known_as_another, refusal
    from roadmap.model.directory import Directory
    from roadmap.model.nearest import Nearest
    from roadmap.study import Study

    plan = studied.plan
    refused = refusal(thing, new, plan, sections)
    if refused is not None:
        raise Refusal(refused)
    directory = Directory(plan.tasks, plan.campaigns, plan.projects, plan.trains, plan.releases.__getitem__, Nearest())
    borrowed = is_known_as_another(thing, plan, sections)
    if borrowed:
        console.say(f"roadmap: {thing.id} is not kept in `was`: another thing was called so before, and is known by it")
    patches = Renaming(thing, new, directory, remember=not borrowed).patches(roots, studied.texts)
    if not patches:
        raise Refusal(f"{thing.reference} is not a mapping, which could keep its former id: see roadmap check")
    try:
        changed = apply_all(studied.texts, patches)
    except PatchError as error:
        raise Refusal(str(error)) from None
    after = Study(studied.workspace._replace(texts={**studied.texts, **changed}), studied.today)
    if not is_same((plan, studied.faults), (after.plan, after.faults), thing, new):
        raise Refusal(f"with the id {new}, something else that is written in the plan would mean another thing")
    return changed, len(patches)
