"""From dates to cells: the one place that knows it. Pure; shared by every face that draws time."""
