"""`panoptes-utils altitude`: is a target up?"""

import argparse
from datetime import datetime

from panoptes_utils import __version__
from panoptes_utils.sky import Site, Target, altitude


def main() -> None:
    parser = argparse.ArgumentParser(prog="panoptes-utils")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True)
    up = commands.add_parser("altitude", help="a target's altitude, in degrees")
    up.add_argument("--target", nargs=2, type=float, metavar=("RA", "DEC"), required=True)
    up.add_argument("--site", nargs=2, type=float, metavar=("LATITUDE", "LONGITUDE"), required=True)
    up.add_argument("time", type=datetime.fromisoformat, help="such as 2024-02-03T04:05:06+00:00")
    given = parser.parse_args()
    print(f"{altitude(Target(*given.target), Site(*given.site), [given.time])[0]:.2f}")
