"""A live plan: a workspace that is read again when its files change."""

WRITING = ".roadmap-writing"
"""The folder in a workspace that is there while files are written, and after a command was stopped in that."""
