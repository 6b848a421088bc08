"""A unit's configuration: YAML files, of which later ones win."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml


def load(files: Iterable[Path]) -> dict[str, Any]:
    config: dict[str, Any] = {}
    for file in files:
        config = merge(config, yaml.safe_load(file.read_text()) or {})
    return config


def merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Mappings are merged key by key, all else is replaced."""
    both = [key for key in base.keys() & over.keys() if isinstance(base[key], dict) and isinstance(over[key], dict)]
    return {**base, **over, **{key: merge(base[key], over[key]) for key in both}}
