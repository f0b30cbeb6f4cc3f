"""The words that argparse itself puts into help, in the language of the program."""

from __future__ import annotations

import argparse

from resources.wording_table import Wording


def in_language(parser: argparse.ArgumentParser, words: Wording) -> argparse.ArgumentParser:
    """Gives a parser made without help its help option and the titles of its groups in the language of `words`."""
    parser._positionals.title = words("cli.group_arguments")
    parser._optionals.title = words("cli.group_options")
    parser.add_argument("-h", "--help", action="help", help=words("cli.help"))
    return parser
