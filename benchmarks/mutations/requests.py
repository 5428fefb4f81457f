"""Requests from one team to another that are late, incomplete, unanswered or declined."""

from __future__ import annotations

from benchmarks.mutations.draft import Draft, fault


def _song(draft: Draft, text: str) -> None:
    """Work of the studio, which wants ten working days of notice and has not accepted it. OW510 tells so where nothing
    else is told of the request."""
    draft.task(f"song: {{title: Song, team: studio, responsible: [nora@studio.example], {text}}}")


@fault("LT201")
def complete_too_late(draft: Draft) -> None:
    """Asked on 19 November, ten days of notice end on 2 December and three of work on Monday 7 December."""
    _song(
        draft,
        f"duration: 2d..3d..4d, deadline: 2026-{draft.pick('12-02', '12-03', '12-04')}, request: {{asked: 2026-11-19}}",
    )
    draft.expect("LT201", "song")
    draft.expect("SC106", "song")


@fault("LT202")
def not_asked_and_too_late(draft: Draft) -> None:
    """Three days before the deadline, less ten of notice, lie before Monday 23 November."""
    _song(draft, f"duration: 2d..3d..4d, deadline: 2026-12-0{draft.rng.randrange(1, 9)}")
    draft.expect("LT202", "song")
    draft.expect("SC106", "song")


@fault("LT203")
def to_be_asked_soon(draft: Draft) -> None:
    """With the deadline on 9 December the last day to ask is Monday 23 November; a day later for each day after."""
    _song(draft, f"duration: 2d..3d..4d, deadline: 2026-12-{draft.pick('10', '11', '14', '15', '16', '17', '18')}")
    draft.expect("LT203", "song")


@fault("LT204")
def nobody_gives_the_texts(draft: Draft) -> None:
    """As long as the landing page is not accepted: a team that accepts knows what it has been given."""
    draft.swap("provides: [copy]", draft.pick("provides: [copies]", "tags: [copy]", "provides: [texts]"))
    draft.swap(f", answer: accepted, answered: 2026-11-11, promised: {draft.day(-20)}", "")
    draft.expect("LT204", "landing")


@fault("LT205")
def unanswered(draft: Draft) -> None:
    day = f"2026-10-{draft.rng.randrange(5, 31):02}"
    _song(draft, f"duration: 2d..3d..4d, request: {{asked: {day}}}")
    draft.expect("LT205", "song")


@fault("LT206")
def declined(draft: Draft) -> None:
    day = f"2026-11-{draft.rng.randrange(10, 21)}"
    _song(
        draft,
        f"duration: 2d..3d..4d, request: {{asked: 2026-11-09, answer: declined, answered: {day}, because: No time}}",
    )
    draft.expect("LT206", "song")


def _unaccepted(draft: Draft, task: str, answer: str) -> None:
    """Asked on 9 November, it may wait for an answer for ten days, which are over tomorrow."""
    draft.swap(answer, "")
    draft.expect("OW510", task)


@fault("LT207")
def shorter_than_the_service_takes(draft: Draft) -> None:
    draft.swap(
        "service: landing-page\n",
        f"service: landing-page\n        duration: {draft.pick('1d..1d..2d', '1d..2d..3d', '1d..2d', '1d')}\n",
    )
    _unaccepted(draft, "landing", f", answer: accepted, answered: 2026-11-11, promised: {draft.day(-20)}")
    draft.expect("LT207", "landing")


@fault("LT208")
def no_estimate(draft: Draft) -> None:
    draft.task(f"poster: {{title: Poster{draft.pick('', ', needs: [brief]', ', needs: [copy]', ', people: 2')}}}")
    draft.expect("LT208", "poster")


@fault("LT209")
def certain_estimate_for_others(draft: Draft) -> None:
    draft.swap(
        "duration: 5d..8d..12d\n        needs: [brief]",
        f"duration: {draft.rng.randrange(2, 9)}d\n        needs: [brief]",
    )
    _unaccepted(draft, "film", f", answer: accepted, answered: 2026-11-11, promised: {draft.day(-24)}")
    draft.expect("LT209", "film")


@fault("LT210")
def shared_too_late(draft: Draft) -> None:
    """A song that is to be asked by Monday 16 November, in a plan that was first shown a few days later."""
    draft.swap(
        "    first-shared: 2026-09-07\n    told", f"    first-shared: 2026-11-{draft.rng.randrange(17, 21)}\n    told"
    )
    _song(draft, "duration: 2d..3d..4d, deadline: 2026-12-02")
    draft.expect("LT210")  # and not LT202 for each request
    draft.expect("SC106", "song")
