"""The terminal interface: the plan on one timeline, and what cannot work in it."""
