"""Figures: how much time and memory the commands take on large plans. See README.md."""
