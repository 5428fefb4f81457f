"""Suppressions that hide nothing."""

# ruff: noqa: E501 - plan text keeps the lines that a planner would write

from __future__ import annotations

from benchmarks.mutations.draft import Draft, fault


def _comment(draft: Draft, text: str) -> str:
    key = draft.pick("launch", "ends", "horizon", "told") if text else "told"
    start = draft.texts[draft.cell].index(f"    {key}:")
    place = draft.texts[draft.cell].index("\n", start)
    draft.texts[draft.cell] = f"{draft.texts[draft.cell][:place]}  # roadmap: {text}{draft.texts[draft.cell][place:]}"
    return f"# roadmap: {text}"


@fault("SU901")
def incomplete(draft: Draft) -> None:
    text = draft.pick(
        "ignore[LT203]",
        "ignore[LT203] until 2027-01-31",
        "ignore[LT] because we agreed",
        "ignore[LT203] until 2027-02-30 because x",
    )
    draft.expect_at("SU901", _comment(draft, text))


@fault("SU902")
def expired(draft: Draft) -> None:
    draft.expect_at(
        "SU902",
        _comment(
            draft,
            f"ignore[{draft.pick('LT203', 'SC', 'cycle')}] until 2026-11-{draft.rng.randrange(10, 22)} because we agreed",
        ),
    )


@fault("SU903")
def unused(draft: Draft) -> None:
    draft.expect_at(
        "SU903",
        _comment(
            draft,
            f"ignore[{draft.pick('LT203', 'SC', 'cycle')}] until 2027-01-{draft.rng.randrange(10, 31)} because we agreed",
        ),
    )


@fault("SU904")
def unknown(draft: Draft) -> None:
    draft.expect_at(
        "SU904", _comment(draft, f"ignore[{draft.pick('LT999', 'cycel', 'QQ')}] until 2027-01-31 because we agreed")
    )
