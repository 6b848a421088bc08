"""What the units of a robotic observatory share."""

from importlib.metadata import version

__version__ = version("panoptes-utils")
