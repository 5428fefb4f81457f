"""A parser of arguments that says in one line what is wrong, and what is nearest to it."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from roadmap.cli.refusal import Refusal

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1950, 2300


def _of_any_width(prog: str) -> argparse.HelpFormatter:
    """What argparse makes for every argument that it is told of, without looking how wide the terminal is: that
    imports ``shutil`` and all kinds of compression."""
    return argparse.RawDescriptionHelpFormatter(prog, width=80)


class Parser(argparse.ArgumentParser):
    """Options are never abbreviated, so that new ones break nobody's scripts."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_of_any_width, **options)

    def format_help(self) -> str:
        self.formatter_class = argparse.RawDescriptionHelpFormatter  # as wide as the terminal
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        raise Refusal(f"{message}; see {self.prog} --help")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """argparse asks here whether a value is one of the choices (commands are such values, too)."""
        if action.choices is not None and value not in action.choices:
            known = [str(choice) for choice in action.choices]
            spelt = [option.removeprefix("--") for option in action.option_strings if option.startswith("--")]
            what = spelt[0] if spelt else str(action.metavar).lower()
            raise Refusal(f"unknown {what} {value!r}{meant(str(value), known)}")


def parse_all(parser: Parser, argv: Sequence[str]) -> argparse.Namespace:
    """Parse, and refuse what is left over with the nearest option."""
    _refuse_before_command(parser, argv)
    arguments, extras = parser.parse_known_args(argv)
    for extra in extras:
        if extra.startswith("-"):
            raise _unknown_option(extra, parser, getattr(arguments, "parser", parser))
        raise Refusal(f"{extra!r} is one argument too many; see {getattr(arguments, 'parser', parser).prog} --help")
    return arguments


def _refuse_before_command(parser: Parser, argv: Sequence[str]) -> None:
    """argparse would take the value of an option that it does not know for the command."""
    words = iter(argv)
    for word in words:
        name, equals, _ = word.partition("=")
        if not name.startswith("-") or name in ("-", "--"):
            return
        action = parser._option_string_actions.get(name)
        if action is None:
            if any(name in option_strings(command) for command in _commands(parser)):
                raise Refusal(f"{name} belongs to a command: write it after that")
            raise _unknown_option(word, parser)
        if action.nargs is None and not equals:
            next(words, None)


def _commands(parser: Parser) -> list[Parser]:
    found = [action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return [command for commands in found for command in commands.values()]


def _unknown_option(word: str, *parsers: Parser) -> Refusal:
    known = sorted({option for parser in parsers for option in option_strings(parser)})
    return Refusal(f"unknown option {word!r}{meant(word.partition('=')[0], known)}")


def option_strings(parser: argparse.ArgumentParser) -> Iterable[str]:
    """All spellings of the options of a parser."""
    return (option for action in parser._actions for option in action.option_strings)


def meant(word: str, known: Sequence[str]) -> str:
    """``; did you mean 'check'?`` where something is near, else what there is, if that is not too much."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1, 0.6)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f": it is one of {', '.join(known)}" if 0 < len(known) <= 12 else ""


def day(text: str) -> dt.date:
    """A day as ISO 8601 writes it, in a year that calendars know."""
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        date = dt.date.fromisoformat(text)
    except ValueError:
        raise Refusal(f"{text!r} is not a date: write it as 2027-03-15") from None
    if not FIRST_YEAR <= date.year <= LAST_YEAR:
        raise Refusal(f"{text} is out of reach: give a day of the years {FIRST_YEAR} to {LAST_YEAR}")
    return date


def path_name(text: str) -> str:
    """The name of a file or folder. An empty one is a variable that is not set: it must not mean the present folder."""
    if not text:
        raise Refusal("the name of a file or folder is empty: is a variable not set?")
    return text


def words(text: str) -> list[str]:
    """Several words with commas between them."""
    return [word.strip() for word in text.split(",") if word.strip()]
