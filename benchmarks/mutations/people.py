"""Campaigns that collide, and decisions, money and meetings that nobody has settled."""

# ruff: noqa: E501 - plan text keeps the lines that a planner would write

from __future__ import annotations

from benchmarks.mutations.clean import FLOWERS
from benchmarks.mutations.draft import Draft, fault

_BUDGET = "    budget: {total: 60000 EUR, split: {function:marketing: 60%, function:it: 40%}, spent: 1000 EUR}\n"
_DECIDES = "decides: {strategy: brand, budget: brand, data: data}"


def _party(draft: Draft, team: str, days: int, text: str = "") -> None:
    """One more small campaign, so many days after the launch of this cell."""
    draft.texts["party.yaml"] = f"""\
campaigns:
  party:
    title: Party
    team: {team}
    owner: ines@flowers.example
    supports: [growth]
    horizon: tactical
    launch: {draft.day(days)}
{text}    tasks:
      music: {{title: Music, duration: 2d}}
"""


@fault("CC601")
def the_same_people_at_once(draft: Draft) -> None:
    days = draft.rng.choice([1, 2, 3, 4, 7, 8, 9, 10, 11])
    _party(draft, "law", days, "    channels: [email]\n    audience: [everyone]\n    contacts: 1 per month\n")
    draft.expect_any("CC601", draft.flower, "party")


@fault("CC602")
def two_launches_of_a_team(draft: Draft) -> None:
    _party(draft, "brand", draft.rng.choice([0, 1, 2, 3, 4]))
    draft.expect_any("CC602", draft.flower, "party")


@fault("CC603")
def launch_in_a_blackout(draft: Draft) -> None:
    days = f"{draft.day(-draft.rng.randrange(3))}..{draft.day(draft.rng.randrange(3))}"
    scope = draft.pick("for: [team:brand], ", "", "for: [function:marketing], ", f"for: [campaign:{draft.flower}], ")
    draft.setting(f"  moving: {{days: {days}, bars: [launches], {scope}because: We move}}", "calendars.yaml")
    draft.expect("CC603")


@fault("CC604")
def too_many_contacts(draft: Draft) -> None:
    draft.swap(
        "contacts: 2 per week", f"contacts: {draft.pick('4 per week', '1 per day', '20 per month', '5 per week')}"
    )
    draft.expect("CC604")


@fault("CC605")
def launch_on_a_holiday_of_the_market(draft: Draft) -> None:
    """All Saints, Independence Day, Assumption and Labour Day in Poland, on which nobody here is off."""
    _party(draft, "law", 0)
    day = draft.pick("2027-11-01", "2027-11-11", "2027-01-06", "2028-05-01", "2028-05-03")
    path = "party.yaml"
    draft.swap(f"    launch: {draft.day(0)}", f"    launch: {{date: {day}, calendar: market}}", path)
    draft.expect_item("CC605", "party")


@fault("CC607")
def two_launches_where_no_gap_is_set(draft: Draft) -> None:
    draft.swap("launch-gap: 5d, ", "", "roadmap.yaml")
    _party(draft, "brand", draft.rng.choice([0, 1, 2, 3, 4]))
    draft.expect_any("CC607", draft.flower, "party")


@fault("OW501")
def no_owner(draft: Draft) -> None:
    draft.swap("    owner: alex@flowers.example\n", "")
    draft.expect("OW501")


@fault("OW502")
def two_owners(draft: Draft) -> None:
    draft.swap(
        "owner: alex@flowers.example", f"owner: [alex@flowers.example, {draft.pick('mia', 'tom')}@flowers.example]"
    )
    draft.expect("OW502")


@fault("OW503")
def undecided(draft: Draft) -> None:
    draft.swap(
        _DECIDES, draft.pick("decides: {strategy: brand, budget: brand}", "decides: {budget: brand, data: data}")
    )
    draft.expect("OW503")


@fault("OW504")
def two_deciders(draft: Draft) -> None:
    draft.swap(f"part-of: season-{draft.flower}", f"part-of: tools-{draft.flower}")
    for _ in ("strategy", "budget"):  # each is told, as each is decided by somebody else
        draft.expect_any("OW504", draft.flower, f"{draft.flower}-tools", f"{draft.flower}-rollout")


@fault("OW505")
def begun_and_not_accepted(draft: Draft) -> None:
    text = (
        f"status: doing, started: 2026-11-{draft.rng.randrange(16, 21)}, remaining: 2d, request: {{asked: 2026-11-09}}"
    )
    draft.task(f"song: {{title: Song, team: studio, duration: 2d..3d..4d, responsible: [nora@studio.example], {text}}}")
    draft.expect("OW505", "song")


@fault("OW506")
def accepted_without_a_day(draft: Draft) -> None:
    draft.swap(f", promised: {draft.day(-24)}", "")
    draft.expect("OW506", "film")


@fault("OW507")
def nobody_responsible(draft: Draft) -> None:
    name = draft.pick("dana@flowers.example", "ines@flowers.example", "nora@studio.example")
    draft.swap(f"        responsible: [{name}]\n", "")
    draft.expect("OW507")


@fault("OW508")
def one_person_with_too_many_musts(draft: Draft) -> None:
    for number in range(draft.rng.randrange(4, 8)):
        draft.task(f"speech-{number}: {{title: Speech, duration: 9d, owner: alex@flowers.example}}")
    draft.expect("OW508", "speech-0")


@fault("OW509")
def nobody_owns_anything(draft: Draft) -> None:
    for flower in FLOWERS:
        path = f"cells/{flower}.yaml"
        lines = draft.texts[path].splitlines(keepends=True)
        draft.texts[path] = "".join(line for line in lines if not line.startswith("    owner:"))
    draft.expect_any("OW509", *FLOWERS, *(f"{flower}-tools" for flower in FLOWERS))


@fault("OW510")
def asked_and_not_accepted(draft: Draft) -> None:
    day = draft.rng.randrange(16, 21)
    text = f"duration: 2d..3d..4d, request: {{asked: 2026-11-{day}}}"
    draft.task(f"song: {{title: Song, team: studio, responsible: [nora@studio.example], {text}}}")
    draft.expect("OW510", "song")


@fault("BG501")
def no_budget(draft: Draft) -> None:
    draft.swap(_BUDGET, "")
    draft.expect("BG501")


@fault("BG502")
def split_that_does_not_sum(draft: Draft) -> None:
    draft.swap("function:marketing: 60%", f"function:marketing: {draft.rng.choice([10, 50, 59, 61, 70])}%")
    draft.expect("BG502")


@fault("BG503")
def nobody_pays(draft: Draft) -> None:
    draft.swap("split: {function:marketing: 60%, function:it: 40%}, ", "")
    draft.expect("BG503")


@fault("BG504")
def two_pay(draft: Draft) -> None:
    draft.swap(
        "{function:marketing: 60%, function:it: 40%}",
        draft.pick(
            "{function:marketing: 60%, function:it: 20%, team:web: 20%}",
            "{function:marketing: 60%, function:it: 30%, team:data: 10%}",
        ),
    )
    draft.expect("BG504")


@fault("BG505")
def more_than_the_team_has(draft: Draft) -> None:
    draft.swap("{total: 20000 EUR", f"{{total: {draft.rng.randrange(9, 13)}00000 EUR")
    draft.expect_any("BG505", "data", f"{draft.flower}-tools")


@fault("BG506")
def another_currency(draft: Draft) -> None:
    draft.swap("{total: 30000 EUR", f"{{total: 30000 {draft.pick('USD', 'PLN', 'GBP')}")
    draft.expect_item("BG506", f"{draft.flower}-rollout")


@fault("BG507")
def more_spent_than_there_is(draft: Draft) -> None:
    draft.swap("spent: 1000 EUR", f"spent: {draft.rng.randrange(60001, 99999)} EUR")
    draft.expect("BG507")


@fault("BG508")
def no_budget_anywhere(draft: Draft) -> None:
    for flower in FLOWERS:
        path = f"cells/{flower}.yaml"
        lines = draft.texts[path].splitlines(keepends=True)
        draft.texts[path] = "".join(line for line in lines if not line.startswith("    budget:"))
    if draft.rng.random() < 0.5:
        draft.texts["teams.yaml"] = draft.texts["teams.yaml"].replace(", budget: 900000 EUR", "")
    draft.expect_any("BG508", *FLOWERS)


@fault("MT801")
def a_team_that_meets_nobody(draft: Draft) -> None:
    team = draft.pick("studio", "law")
    draft.swap(f", {team}" if team == "studio" else f"{team}, ", "", "registers.yaml")
    draft.expect_any("MT801", team)


@fault("MT802")
def reviews_far_apart(draft: Draft) -> None:
    draft.swap("every 2 weeks on wed", f"every {draft.rng.randrange(8, 15)} weeks on wed", "registers.yaml")
    draft.expect_item("MT802", "sync")


@fault("MT803")
def no_review_before_a_launch_soon(draft: Draft) -> None:
    """Law wants five days of notice before two of work: it must be asked in the first days of December, and from then
    until the launch the only review, on the 9th, is left out."""
    _soon(draft, draft.pick("2026-12-14", "2026-12-15"))
    draft.swap(
        "    subjects: [Open requests]\n", "    subjects: [Open requests]\n    skip: [2026-12-09]\n", "registers.yaml"
    )
    draft.expect_any("MT803", "party", "party/terms", "sync")
    draft.expect_any("LT203", "party", "party/terms")  # and so not as unaccepted, too


def _soon(draft: Draft, day: str) -> None:
    """A campaign on that day for which law has not been asked yet."""
    _party(draft, "brand", 0, f"    {_DECIDES}\n    budget: {{total: 0 EUR}}\n")
    draft.swap(f"    launch: {draft.day(0)}", f"    launch: {day}", "party.yaml")
    text = "title: Terms, team: law, duration: 1d..2d..3d, responsible: [ines@flowers.example]"
    draft.texts["party.yaml"] += f"      terms: {{{text}}}\n"


@fault("MT807")
def no_review_before_a_launch_later(draft: Draft) -> None:
    """To be asked by Wednesday of the week before the launch; the only review from then on is left out."""
    _soon(draft, draft.day(14))
    skip = f"    subjects: [Open requests]\n    skip: [{draft.day(9)}]\n"
    draft.swap("    subjects: [Open requests]\n", skip, "registers.yaml")
    draft.expect_any("MT807", "party", "party/terms", "sync")
    draft.expect_any("OW510", "party", "party/terms")


@fault("MT804")
def review_without_subject(draft: Draft) -> None:
    draft.texts["chat.yaml"] = f"""\
reviews:
  chat: {{title: Chat, every: every {draft.rng.randrange(2, 5)} weeks on mon, from: 2026-11-02, until: 2027-12-31, teams: [{draft.pick("law, studio", "studio, web")}]}}
"""
    draft.expect_item("MT804", "chat")


@fault("MT805")
def review_with_too_many_subjects(draft: Draft) -> None:
    subjects = ", ".join(f"Subject {number}" for number in range(draft.rng.randrange(21, 30)))
    draft.swap("[Open requests]", f"[{subjects}]", "registers.yaml")
    draft.expect_item("MT805", "sync")


@fault("MT806")
def no_reviews_at_all(draft: Draft) -> None:
    text = draft.texts["registers.yaml"]
    draft.texts["registers.yaml"] = text[: text.index("reviews:")]
    draft.expect_any(
        "MT806", *(f"{flower}/{task}" for flower in FLOWERS for task in ("consent", "film", "landing", "sign-up"))
    )
