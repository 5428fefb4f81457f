"""TS, technology: what the register of technologies says about the work that uses them."""
