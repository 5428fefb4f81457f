"""A live plan: a workspace that is read again when its files change."""
