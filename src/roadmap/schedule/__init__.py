"""Dates: pure functions over integers. ``problem`` compiles a plan, ``passes`` finds dates, ``trains`` carries work
to users, ``chain`` tells why."""
