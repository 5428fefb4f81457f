"""The kinds of value that a plan is written with: each a small frozen type with its parser."""
