"""What is wrong, where, and whom it concerns: values only."""
