"""Faults made on purpose in a clean workspace, and whether each is found and nothing else is."""

from __future__ import annotations

FAMILIES = ("form", "names", "dates", "requests", "trains", "comments", "people", "registers")
"""The modules that know how to make faults."""
