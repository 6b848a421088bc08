"""LTD Keeper: which build of a documentation site its readers see under which name."""
