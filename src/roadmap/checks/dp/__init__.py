"""DP, data and privacy: what is collected, who reviewed it, and whose values count."""
