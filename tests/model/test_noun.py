"""The classes of a plan are made at every start: cheaply."""

from __future__ import annotations

from collections.abc import Iterator

import roadmap.model.build  # noqa: F401 (imports every noun)
from roadmap.model.noun import Noun


def nouns(of: type[Noun] = Noun) -> Iterator[type[Noun]]:
    yield of
    for each in of.__subclasses__():
        yield from nouns(each)


def test_pydantic_evaluates_no_annotation_from_its_text() -> None:
    texts = {name for noun in nouns() for name, hint in noun.__annotations__.items() if isinstance(hint, str)}
    assert not texts
