"""The generated pages, one kind a module. Each gives texts by path below ``docs/`` and writes nothing itself."""
