"""PF, plan files: what is wrong with their form."""
