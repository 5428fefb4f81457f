"""DG, dependencies: what is wrong with the structure, whatever the dates."""
