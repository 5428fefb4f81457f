"""BG, budget: who pays what, and whether it is there."""
