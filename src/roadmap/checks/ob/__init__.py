"""OB, objectives: why work is done, and whether those who depend on each other want the same."""
