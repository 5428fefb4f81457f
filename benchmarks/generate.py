"""Write a made-up workspace: ``python -m benchmarks.generate 10000 FOLDER [--seed 1] [--tjp FILE]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import taskjuggler, workspace
from benchmarks.portfolio import TODAY, portfolio


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", type=int, help="how many tasks, a multiple of 20")
    parser.add_argument("folder", type=Path, help="a new folder for the workspace")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tjp", type=Path, help="write the same network for TaskJuggler as well")
    options = parser.parse_args()
    made = portfolio(options.tasks, options.seed)
    workspace.write(made, options.folder)
    if options.tjp:
        taskjuggler.write(made, options.tjp)
    files = sum(1 for _ in options.folder.rglob("*.yaml"))
    print(f"{made.tasks} tasks, {made.links} links, {files} files; today is {TODAY}")


if __name__ == "__main__":
    main()
