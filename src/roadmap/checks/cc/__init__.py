"""CC, campaigns: what gets into the way of what, in front of the same people and in the same team."""
