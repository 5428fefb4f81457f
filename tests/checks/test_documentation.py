"""What stands beside a check is read as its author means it, and told where it cannot be."""

from __future__ import annotations

import datetime as dt

import pytest

from roadmap.checks.documentation import CaseFile, parse

TEXT = """\
# XY101 told-twice

What it is.

## Why

Because.

```yaml
## Fires
```

## Fires

### Two files

Today: 2027-01-04. Both say so.

```yaml path=a.yaml
teams:
  web: {}
```

```yaml path=b/c.yaml encoding=cp1252
# ### no title
```

```findings
a.yaml:2:3 XY101 Twice.
  b/c.yaml:1:1 here as well
a.yaml:2:8 XY101 And again.
```

## Silent

### A link to a file

```yaml path=d.yaml target=../a.yaml
```
"""


def test_prose_goes_up_to_the_cases_and_keeps_its_own_sections() -> None:
    text = parse(TEXT)
    assert text.title == "XY101 told-twice"
    assert text.prose == "What it is.\n\n## Why\n\nBecause.\n\n```yaml\n## Fires\n```"


def test_a_case_holds_its_files_its_day_and_what_is_found() -> None:
    fires, silent = parse(TEXT).cases
    assert (fires.title, fires.fires, fires.today) == ("Two files", True, dt.date(2027, 1, 4))
    assert fires.files == (
        CaseFile("a.yaml", "teams:\n  web: {}\n", "utf-8", None),
        CaseFile("b/c.yaml", "# ### no title\n", "cp1252", None),
    )
    assert fires.expected == (
        ("a.yaml:2:3 XY101 Twice.", "b/c.yaml:1:1 here as well"),
        ("a.yaml:2:8 XY101 And again.",),
    )
    assert (silent.title, silent.fires, silent.today) == ("A link to a file", False, dt.date(2026, 11, 22))
    assert silent.files == (CaseFile("d.yaml", "", "utf-8", "../a.yaml"),)
    assert silent.expected == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Prose without a title.\n", "no title"),
        ("# XY101 told-twice\n\n```yaml\n", "not closed"),
        ("# XY101 told-twice\n\n## Fires\n\n## Sometimes\n\nPerhaps.\n", "Sometimes"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse(text)
