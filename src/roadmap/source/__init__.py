"""Text to nodes with places; readers of disk and standard input."""
