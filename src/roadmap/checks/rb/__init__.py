"""RB, roadblocks: what is in the way, who clears it, and by when."""
