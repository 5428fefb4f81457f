"""Completion scripts for three shells, generated from the parser, so that both know the same options."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from roadmap.cli.arguments import Parser

_FILES = ("FILE", "PATH", "DIR")


@dataclass(frozen=True, slots=True)
class Argument:
    """An option, or without ``flags`` a positional argument. ``takes``: a value follows; ``values``: those it may have,
    where they are known; ``files``: "FILE" or "DIR" where it is a path."""

    flags: tuple[str, ...]
    about: str
    takes: bool
    values: tuple[str, ...]
    files: str | None


@dataclass(frozen=True, slots=True)
class Command:
    """``name`` is empty for what stands before the command."""

    name: str
    about: str
    arguments: tuple[Argument, ...]

    @property
    def options(self) -> tuple[Argument, ...]:
        return tuple(argument for argument in self.arguments if argument.flags)

    @property
    def positional(self) -> Argument | None:
        return next((argument for argument in self.arguments if not argument.flags), None)


def commands(parser: Parser, known: Mapping[str, tuple[str, ...]]) -> tuple[Command, ...]:
    """What the parser understands; first what may stand before a command. ``known``: values by metavar."""
    subparsers = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    abouts = {choice.dest: choice.help or "" for choice in subparsers._choices_actions}
    return (
        Command("", "", _arguments(parser, known)),
        *(Command(name, abouts[name], _arguments(choice, known)) for name, choice in subparsers.choices.items()),
    )


def _arguments(parser: argparse.ArgumentParser, known: Mapping[str, tuple[str, ...]]) -> tuple[Argument, ...]:
    return tuple(
        Argument(
            flags=tuple(action.option_strings),
            about=action.help or "",
            takes=action.nargs != 0,
            values=tuple(action.choices or ()) or known.get(str(action.metavar), ()),
            files=str(action.metavar) if action.metavar in _FILES else None,
        )
        for action in parser._actions
        if not isinstance(action, argparse._SubParsersAction)
    )


def bash(commands: Sequence[Command]) -> Iterator[str]:
    """Where nothing is offered, bash completes file names."""
    valued = [flag for option in commands[0].options if option.takes for flag in option.flags]
    yield "_roadmap() {"
    yield '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command= index'
    yield "  for ((index = 1; index < COMP_CWORD; index++)); do"
    yield '    case "${COMP_WORDS[index]}" in'
    yield f"      {'|'.join(valued)}) ((index++)) ;;"
    yield "      -*) ;;"
    yield '      *) command="${COMP_WORDS[index]}"; break ;;'
    yield "    esac"
    yield "  done"
    yield '  case "$command $before" in'
    asked: dict[tuple[str, ...], list[str]] = {}
    for command in commands:
        for option in command.options:
            if option.takes:
                asked.setdefault(option.values, []).extend(_quoted(f"{command.name} {flag}") for flag in option.flags)
    for values, cases in asked.items():
        yield f"    {'|'.join(cases)}) {_bash_words(values)}return ;;"
    yield "  esac"
    yield '  case "$command" in'
    for command in commands:
        offered = [flag for option in command.options for flag in option.flags]
        names = [each.name for each in commands[1:]] if not command.name else []
        values = command.positional.values if command.positional else ()
        yield f"    {_quoted(command.name)})"
        yield '      case "$word" in'
        yield f"        -*) {_bash_words(offered)};;"
        yield f"        *) {_bash_words([*names, *values])};;"
        yield "      esac ;;"
    yield "  esac"
    yield "}"
    yield "complete -o bashdefault -o default -F _roadmap roadmap"


def _bash_words(words: Sequence[str]) -> str:
    return f'COMPREPLY=($(compgen -W {_quoted(" ".join(words))} -- "$word")); ' if words else "COMPREPLY=(); "


def zsh(commands: Sequence[Command]) -> Iterator[str]:
    """A function for zsh's own completion system."""
    names = " ".join(f"{command.name}\\:{_quoted_in_spec(command.about)}" for command in commands[1:])
    yield "#compdef roadmap"
    yield "_roadmap() {"
    yield "  local context state state_descr line"
    yield "  typeset -A opt_args"
    yield "  _arguments -C \\"
    for option in commands[0].options:
        yield f"    {_zsh_option(option)} \\"
    yield f"    {_quoted(f'1:command:(({names}))')} \\"
    yield "    '*::argument:->argument'"
    yield '  [[ "$state" == argument ]] || return'
    yield '  case "$words[1]" in'
    for command in commands[1:]:
        yield f"    {command.name})"
        yield "      _arguments \\"
        for option in command.options:
            yield f"        {_zsh_option(option)} \\"
        argument = command.positional
        yield f"        {_quoted(f'*:argument:{_zsh_values(argument)}') if argument else ''} ;;"
    yield "  esac"
    yield "}"
    yield 'if [[ "$funcstack[1]" == _roadmap ]]; then _roadmap "$@"; else compdef _roadmap roadmap; fi'


def _zsh_option(option: Argument) -> str:
    about = option.about.replace("[", "(").replace("]", ")").replace(":", "\\:")
    value = f":value:{_zsh_values(option)}" if option.takes else ""
    return " ".join(_quoted(f"*{flag}[{about}]{value}") for flag in option.flags)


def _zsh_values(argument: Argument) -> str:
    if argument.values:
        return f"({' '.join(argument.values)})"
    return {"DIR": "_files -/", None: " "}.get(argument.files, "_files")


def _quoted_in_spec(text: str) -> str:
    return '"' + text.replace('"', "").replace(":", "\\:") + '"'


def fish(commands: Sequence[Command]) -> Iterator[str]:
    """One ``complete`` for each command and option."""
    yield "complete -c roadmap -f"
    for command in commands[1:]:
        yield f"complete -c roadmap -n __fish_use_subcommand -a {command.name} -d {_quoted(command.about)}"
    for command in commands:
        when = f"__fish_seen_subcommand_from {command.name}" if command.name else "__fish_use_subcommand"
        for argument in command.arguments:
            flags = [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in argument.flags]
            values = [f"-a {_quoted(' '.join(argument.values))}"] if argument.values else []
            needs = ["-r" if argument.files else "-x"] if argument.flags and argument.takes else []
            files = ["-F"] if argument.files else []
            if flags or values or files:
                about = [f"-d {_quoted(argument.about)}"] if flags else []
                yield " ".join(["complete -c roadmap", f"-n {_quoted(when)}", *flags, *needs, *files, *values, *about])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
