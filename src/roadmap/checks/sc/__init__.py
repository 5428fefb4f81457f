"""SC, schedule: what the dates say, by logic."""
