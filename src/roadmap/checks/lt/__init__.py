"""LT, lead time: what one team asks of another, and the notice that it needs."""
