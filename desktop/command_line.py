"""`daejo` on the command line: runs the command that is named, and says in one sentence what went wrong. Imports no Qt."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from desktop.commands.arguments import parser_for
from resources.wording_table import load_wording
from treaty.errors import TreatyError
from treaty.model import Language

DONE, FAILED, FAULTY, STOPPED = 0, 3, 4, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; returns 0 when done, 3 where a file could not be read or written, 4 after a fault of the program, and
    130 where the user stopped it; wrong usage exits with 2."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = load_wording(_language_of(given))
    try:
        options = parser_for(given, words).parse_args(given)
        command = import_module(f"desktop.commands.{options.command}")
        status: int = command.run(options, words)
    except TreatyError as error:
        print(f"daejo: {words(f'errors.{error.code}', **error.places)}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has enough; leave Python nothing to flush into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return STOPPED
    except Exception as fault:  # of the program: its message may quote a document, and no traceback reaches a user
        from desktop.headless.faults import told

        print(f"daejo: {words('cli.fault')}\n{told(fault)}", file=sys.stderr)
        return FAULTY
    return status


def _language_of(given: Sequence[str]) -> Language:
    """The language of messages: as asked for with --language, else the system's."""
    for index, argument in enumerate(given):
        name, _, value = argument.partition("=")
        if name == "--language":
            asked = value or next(iter(given[index + 1 :]), "")
            if asked in list(Language):
                return Language(asked)
    system = locale.getlocale()[0] or os.environ.get("LANG", "")
    return Language.KOREAN if system.startswith(("ko", "Korean")) else Language.ENGLISH
