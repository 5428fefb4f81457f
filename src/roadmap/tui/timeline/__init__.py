"""The view Timeline: all work on one axis."""
