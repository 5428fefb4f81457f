"""Make faults in a clean workspace and count which are found: ``python -m benchmarks.mutations [--only PREFIX]``."""

from __future__ import annotations

import argparse
import importlib
import sys

from benchmarks.mutations import FAMILIES
from benchmarks.mutations.score import measure


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only faults whose code begins so")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    options = parser.parse_args()
    for family in FAMILIES:
        importlib.import_module(f"benchmarks.mutations.{family}")
    score = measure(options.only, options.seed, options.jobs)
    print("\n".join(score.lines()))
    return 0 if score.perfect else 1


if __name__ == "__main__":
    sys.exit(main())
