"""The detail panel: what is known of the selected row, and why its date is what it is."""
