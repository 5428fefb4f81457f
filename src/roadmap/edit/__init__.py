"""Changes to plan files as patches of their text, which leave every other byte alone."""
