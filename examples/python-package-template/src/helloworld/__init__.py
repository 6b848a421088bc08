"""A package that says hello and counts."""

from importlib.metadata import version

__version__ = version("helloworld")
