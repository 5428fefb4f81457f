"""Proposing how findings can be mended, and trying it before anything is written."""
