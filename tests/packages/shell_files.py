"""The manual page and the completion of shells, written from the program's own arguments so that they cannot differ."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import shtab

from desktop.commands.arguments import whole_parser
from resources import path_of
from resources.wording_table import load_wording
from treaty.model import Language

_HEADINGS = {
    Language.ENGLISH: ("NAME", "SYNOPSIS", "OPTIONS", "COMMANDS", "EXIT STATUS"),
    Language.KOREAN: ("이름", "사용법", "옵션", "명령", "종료 상태"),
}
_STATUS = {
    Language.ENGLISH: "0: done, with findings or without. 2: wrong usage. 3: a file could not be read or written.",
    Language.KOREAN: "0: 끝남(지적이 있든 없든). 2: 잘못된 사용. 3: 파일을 읽거나 쓸 수 없음.",
}


def shell_files() -> dict[Path, str]:
    """Each file's place and content."""
    folder = path_of("packaging")
    english = whole_parser(load_wording(Language.ENGLISH))
    for action in _all_actions(english):
        if action.type is Path:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    return {
        folder / "daejo.1": manual_page(Language.ENGLISH),
        folder / "daejo.ko.1": manual_page(Language.KOREAN),
        folder / "daejo.bash": _anybodys(shtab.complete(english, "bash")),
        folder / "_daejo": _anybodys(shtab.complete(english, "zsh")),
    }


def manual_page(language: Language) -> str:
    """The manual page of the program and all its commands, in troff's man macros."""
    parser = whole_parser(load_wording(language))
    name, synopsis, options, commands, status = _HEADINGS[language]
    lines = [
        '.TH DAEJO 1 "" "Daejo"',
        f".SH {name}",
        rf"daejo \- {_plain(parser.description or '')}",
        f".SH {synopsis}",
        _usage(parser),
        f".SH {options}",
        *_options(parser),
        f".SH {commands}",
    ]
    for title, command in _commands(parser):
        lines += [f".SS {title}", _plain(command.description or ""), ".PP", _usage(command), *_options(command)]
    lines += [f".SH {status}", _STATUS[language]]
    return _anybodys("\n".join(lines) + "\n")


def _commands(parser: argparse.ArgumentParser, before: str = "daejo") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield f"{before} {name}", command
                yield from _commands(command, f"{before} {name}")


def _all_actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for one in (parser, *(command for _, command in _commands(parser))):
        yield from one._actions


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    formatter = parser._get_formatter()
    for action in parser._actions:
        if action.help and not isinstance(action, argparse._SubParsersAction):
            yield ".TP"
            yield rf"\fB{_plain(formatter._format_action_invocation(action))}\fR"
            yield _plain(formatter._expand_help(action))


def _usage(parser: argparse.ArgumentParser) -> str:
    return _plain(" ".join(parser.format_usage().removeprefix("usage: ").split()))


def _plain(text: str) -> str:
    """Text as troff shows it unchanged: hyphens are hyphens, and no line begins with a request."""
    return re.sub(r"(?m)^([.'])", r"\\&\1", text.replace("\\", r"\e").replace("-", r"\-"))


def _anybodys(text: str) -> str:
    """The same file on every computer: the home of whoever made it is written as ~."""
    return text.replace(str(Path.home()).replace("-", r"\-"), "~").replace(str(Path.home()), "~")
