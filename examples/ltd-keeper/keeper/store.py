"""Products, their editions and builds, in SQLite."""

import re
import sqlite3
from dataclasses import dataclass

TABLES = """
CREATE TABLE IF NOT EXISTS product (slug TEXT PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS build (number INTEGER PRIMARY KEY, product TEXT NOT NULL REFERENCES product, git_ref TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS edition (
    product TEXT NOT NULL REFERENCES product, slug TEXT NOT NULL, build INTEGER NOT NULL REFERENCES build,
    PRIMARY KEY (product, slug)
);
"""

MAIN = "main"


@dataclass(frozen=True)
class Build:
    number: int
    git_ref: str
    edition: str


def edition_of(git_ref: str) -> str:
    """`main` is what readers see first; every other ref has an edition of its own: `tickets/DM-123` is tickets-DM-123."""
    return MAIN if git_ref == "main" else re.sub(r"[^A-Za-z0-9.-]+", "-", git_ref).strip("-")


class Store:
    def __init__(self, path: str) -> None:
        self._database = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._database.executescript(TABLES)

    def add_product(self, slug: str, title: str) -> None:
        """Raises sqlite3.IntegrityError where the slug is taken."""
        self._database.execute("INSERT INTO product VALUES (?, ?)", (slug, title))

    def products(self) -> dict[str, str]:
        return dict(self._database.execute("SELECT slug, title FROM product ORDER BY slug"))

    def add_build(self, product: str, git_ref: str) -> Build:
        """A further build, which its edition shows from now on."""
        number = self._database.execute("INSERT INTO build (product, git_ref) VALUES (?, ?)", (product, git_ref)).lastrowid
        build = Build(number=number, git_ref=git_ref, edition=edition_of(git_ref))
        self._database.execute("INSERT OR REPLACE INTO edition VALUES (?, ?, ?)", (product, build.edition, number))
        return build

    def editions(self, product: str) -> dict[str, int]:
        """Of each edition the number of the build that it shows."""
        return dict(self._database.execute("SELECT slug, build FROM edition WHERE product = ? ORDER BY slug", (product,)))
