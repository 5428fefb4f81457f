"""Releases that cannot carry what is planned for them, and trains whose rules do not fit together."""

# ruff: noqa: E501 - plan text keeps the lines that a planner would write

from __future__ import annotations

from benchmarks.mutations.draft import Draft, fault

_LANDING = "        ships-on: web\n"


def _release(draft: Draft, text: str) -> None:
    draft.setting(f"    releases:\n      - {{{text}}}", "trains.yaml")


def _barred(draft: Draft, days: str) -> None:
    draft.setting(f"  moving: {{days: {days}, bars: [releases], for: [train:web], because: We move}}", "calendars.yaml")


@fault("RT301")
def pinned_to_an_early_release(draft: Draft) -> None:
    """After the texts, the landing page takes the five days to Friday 4 December; the code cut-off of 8 December is on
    Thursday the 3rd."""
    draft.swap(_LANDING, f"{_LANDING}        release: web@2026-12-08\n")
    draft.expect("RT301", "landing")


@fault("RT302")
def accepted_after_the_request_gate(draft: Draft) -> None:
    """For the release of 8 December all had to be accepted by Tuesday 17 November."""
    day = draft.rng.randrange(18, 21)
    draft.task(
        "terms: {title: Terms, team: law, duration: 1d..2d..3d, responsible: [ines@flowers.example], ships-on: web, "
        "release: web@2026-12-08, "
        f"request: {{asked: 2026-11-12, answer: accepted, answered: 2026-11-{day}, promised: 2026-12-08}}}}"
    )
    draft.expect("RT302", "terms")


@fault("RT303")
def pinned_to_a_full_release(draft: Draft) -> None:
    draft.swap(_LANDING, f"{_LANDING}        release: web@{draft.day(-20)}\n")
    draft.task(
        "footer: {title: Footer, team: web, duration: 1d..2d..3d, responsible: [dana@flowers.example], ships-on: web, "
        f"release: web@{draft.day(-20)}, "
        f"request: {{asked: 2026-11-12, answer: accepted, answered: 2026-11-13, promised: {draft.day(-20)}}}}}"
    )
    _release(draft, f"slot: {draft.day(-20)}, capacity: 1")
    draft.expect_item("RT303", f"web@{draft.day(-20)}")


@fault("RT304")
def crowded_release(draft: Draft) -> None:
    """All six landing pages are finished on 4 December, and could ship with the release of the 22nd."""
    _release(draft, f"slot: 2026-12-22, capacity: {draft.rng.randrange(1, 6)}")
    draft.expect_item("RT304", "web@2026-12-22")


@fault("RT305")
def a_train_that_does_not_know(draft: Draft) -> None:
    """The team of the train has answered for other work of the same kind, and not for this."""
    draft.task(
        "terms: {title: Terms, team: law, duration: 1d..2d..3d, responsible: [ines@flowers.example], ships-on: web, "
        f"request: {{asked: 2026-11-09, answer: accepted, answered: 2026-11-10, promised: {draft.day(-20)}}}}}"
    )
    draft.task(f"banner: {{title: Banner, duration: {draft.rng.randrange(1, 9)}d, ships-on: web}}")
    draft.expect("RT305", "banner")


@fault("RT306")
def pinned_to_a_skipped_release(draft: Draft) -> None:
    draft.swap(_LANDING, f"{_LANDING}        release: web@{draft.day(-34)}\n")
    draft.setting(f"    skip: [{draft.day(-34)}]", "trains.yaml")
    draft.expect("RT306", "landing")


@fault("RT307")
def release_in_a_blackout(draft: Draft) -> None:
    _barred(draft, f"{draft.day(2)}..{draft.day(4)}")
    _release(draft, f"date: {draft.day(draft.rng.randrange(2, 5))}, name: hot")
    draft.expect_item("RT307", "web@hot")


@fault("RT308")
def slot_in_a_blackout(draft: Draft) -> None:
    _barred(draft, f"{draft.day(7)}..{draft.day(8 + draft.rng.randrange(5))}")
    draft.expect_item("RT308", "web")


@fault("RT309")
def release_on_a_weekend(draft: Draft) -> None:
    _release(draft, f"date: {draft.day(draft.rng.choice([5, 6]))}, name: hot")
    draft.expect_item("RT309", "web@hot")


@fault("RT310")
def shipped_after_the_gate(draft: Draft) -> None:
    """The code cut-off of the release of 10 November was on Thursday 5 November."""
    draft.task(
        "footer: {title: Footer, team: web, duration: 2d..3d..4d, responsible: [dana@flowers.example], ships-on: web, "
        f"release: web@2026-11-10, status: done, started: 2026-11-04, finished: 2026-11-{draft.pick('06', '09', '10')}, "
        "request: {asked: 2026-10-05, answer: accepted, answered: 2026-10-06, promised: 2026-11-10}}"
    )
    draft.expect("RT310", "footer")


@fault("RT311")
def no_ships_on(draft: Draft) -> None:
    draft.task(
        "footer: {title: Footer, team: web, duration: 2d..3d..4d, responsible: [dana@flowers.example], "
        f"request: {{asked: 2026-11-05, answer: accepted, answered: 2026-11-06, promised: {draft.day(-18)}}}}}"
    )
    draft.expect("RT311", "footer")


@fault("RT312")
def releases_while_live(draft: Draft) -> None:
    draft.swap("        uses: [cms]", f"        {draft.pick('uses: [cms, shop]', 'uses: [shop]')}")
    draft.expect("RT312")


@fault("RT313")
def cut_offs_out_of_order(draft: Draft) -> None:
    _release(draft, f"slot: {draft.day(8)}, cut-offs: {{scope: {draft.rng.randrange(1, 4)}d, code: 6d}}")
    draft.expect_item("RT313", f"web@{draft.day(8)}")


@fault("RT314")
def cut_off_on_a_weekend(draft: Draft) -> None:
    days = draft.pick("2ed", "3ed", "9ed", "10ed", "16ed")
    draft.swap("      code: 3d\n", f"      code: 3d\n      store: {days}\n", "trains.yaml")
    draft.expect_at("RT314", "      store:", "trains.yaml")
