"""``roadmap explain``: why a date is what it is, how late it may be, and what could move it, in plain sentences."""
