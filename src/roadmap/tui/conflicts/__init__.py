"""The view Conflicts: everything that the checks find."""
