"""What makes the documentation site: ``python -m docs.make`` writes the pages that come from a registry."""
