"""The command `helloworld`."""

import argparse
from collections.abc import Sequence

from helloworld import __version__
from helloworld.fizzbuzz import fizzbuzz


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="helloworld", description="Says hello, or plays a game of counting.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command")
    game = commands.add_parser("fizzbuzz", help="count to N")
    game.add_argument("-n", type=int, default=15, metavar="N", help="the last number (15)")
    given = parser.parse_args(arguments)
    lines = fizzbuzz(given.n) if given.command == "fizzbuzz" else ["Hello, world!"]
    print("\n".join(lines))
