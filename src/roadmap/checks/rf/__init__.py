"""RF, references: names that mean nothing, or two things, or that nobody uses."""
