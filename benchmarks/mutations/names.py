"""Names that mean nothing, or two things, and links that cannot be right."""

# ruff: noqa: E501 - plan text keeps the lines that a planner would write

from __future__ import annotations

from benchmarks.mutations.draft import Draft, fault


def _typo(draft: Draft, word: str) -> str:
    """The word with one letter left out or doubled."""
    spot = draft.rng.randrange(1, len(word) - 1)
    if word[spot] == "-" or draft.rng.random() < 0.5:
        return word[:spot] + "x" + word[spot:]
    return word[:spot] + word[spot] + word[spot:]


def _poster(draft: Draft, code: str, text: str) -> None:
    draft.task(f"poster: {{title: Poster, duration: 1d, {text}}}")
    draft.expect_at(code, "poster")


@fault("RF101")
def unknown_task(draft: Draft) -> None:
    of_project = f"{draft.flower}-tools/{_typo(draft, 'index')}"
    _poster(draft, "RF101", f"needs: [{draft.pick(_typo(draft, 'copy'), of_project)}]")


@fault("RF102")
def unknown_initiative(draft: Draft) -> None:
    name = _typo(draft, draft.flower)
    if draft.rng.random() < 0.5:
        _poster(draft, "RF102", f"needs: [{name}/copy]")
    else:
        draft.swap(f"    scales: {draft.flower}-tools", f"    scales: {name}-tools")
        draft.expect_at("RF102", "    scales:")


@fault("RF103")
def unknown_team(draft: Draft) -> None:
    name = _typo(draft, "studio")
    _poster(draft, "RF103", draft.pick(f"team: {name}", f"with: {{{name}: 1}}", f"consulted: [{name}]"))


@fault("RF104")
def unknown_train(draft: Draft) -> None:
    _poster(draft, "RF104", f"ships-on: {_typo(draft, 'web')}")


@fault("RF105")
def unknown_release(draft: Draft) -> None:
    _poster(draft, "RF105", f"deadline: web@{draft.pick('27.6', '2027-03-01', 'easter')} -{draft.rng.randrange(1, 9)}d")


@fault("RF106")
def unknown_cut_off(draft: Draft) -> None:
    draft.swap("        ships-on: web\n", f"        ships-on: web\n        gate: {_typo(draft, 'code')}\n")
    draft.expect_at("RF106", "        gate:")


@fault("RF107")
def unknown_market(draft: Draft) -> None:
    _poster(draft, "RF107", f"for: [{draft.pick('pl', 'de', 'uk')}]")


@fault("RF108")
def unknown_service(draft: Draft) -> None:
    """With an estimate of its own, or with that of the service, which is then not known either."""
    draft.task(f"poster: {{title: Poster{draft.pick(', duration: 1d', '')}, service: {_typo(draft, 'landing-page')}}}")
    draft.expect_at("RF108", "poster")


@fault("RF109")
def unknown_objective(draft: Draft) -> None:
    draft.swap(
        "    supports: [growth]\n    horizon: tactical\n    decides: {strategy: brand",
        f"    supports: [growth, {_typo(draft, 'thrift')}]\n    horizon: tactical\n    decides: {{strategy: brand",
    )
    draft.expect_at("RF109", "    supports:")


@fault("RF110")
def unknown_technology(draft: Draft) -> None:
    _poster(draft, "RF110", f"{draft.pick('uses', 'connects')}: [{_typo(draft, 'mailer')}]")


@fault("RF111")
def unknown_data_set(draft: Draft) -> None:
    name = _typo(draft, "customer")
    _poster(
        draft,
        "RF111",
        draft.pick(
            f"reviews-data: [{name}]", f"collects: [{{data: {name}, how: form, stored-in: cdp, privacy: approved}}]"
        ),
    )


@fault("RF112")
def unknown_calendar(draft: Draft) -> None:
    draft.swap(
        f"    launch: {draft.day(0)}", f"    launch: {{date: {draft.day(0)}, calendar: {_typo(draft, 'market')}}}"
    )
    draft.expect_at("RF112", "    launch:")


@fault("RF113")
def unknown_holidays(draft: Draft) -> None:
    draft.swap("holidays: PL", f"holidays: {draft.pick('XX', 'DE-ZZ', '[PL, QQ]', 'Poland')}", "calendars.yaml")
    draft.expect_at("RF113", "holidays:", "calendars.yaml")


@fault("RF114")
def unknown_channel(draft: Draft) -> None:
    draft.swap("channels: [email]", f"channels: [email, {_typo(draft, 'email')}]")
    draft.expect_at("RF114", "channels:")


@fault("RF115")
def unknown_audience(draft: Draft) -> None:
    draft.swap("audience: [everyone]", f"audience: [everyone, {_typo(draft, 'everyone')}]")
    draft.expect_at("RF115", "audience:")


@fault("RF116")
def unknown_template(draft: Draft) -> None:
    draft.field(f"use: {draft.pick('sale', 'mailing')}")
    draft.expect_at("RF116", "    use:")


@fault("RF117")
def ambiguous_reference(draft: Draft) -> None:
    draft.setting(
        f"  moving: {{days: 2028-02-0{draft.rng.randrange(1, 8)}, bars: [launches], for: [web], because: We move}}",
        "calendars.yaml",
    )
    draft.expect_at("RF117", "  moving", "calendars.yaml")


@fault("RF118")
def unused_team(draft: Draft) -> None:
    name = f"{draft.flower}-friends"
    draft.setting(f"  {name}: {{name: Friends, function: {draft.pick('it', 'marketing')}, people: 2}}", "teams.yaml")
    draft.expect_at("RF118", name, "teams.yaml")


@fault("RF119")
def unused_service(draft: Draft) -> None:
    name = f"{draft.flower}-cards"
    draft.setting(
        f"  {name}: {{title: Cards, team: {draft.pick('web', 'studio')}, notice: 5d, duration: 1d..2d..3d}}",
        "services.yaml",
    )
    draft.expect_at("RF119", name, "services.yaml")


@fault("DG101")
def circle_of_tasks(draft: Draft) -> None:
    if draft.rng.random() < 0.5:
        draft.swap(
            "duration: 3d..5d..8d, needs: [brief], provides",
            "duration: 3d..5d..8d, needs: [brief, rehearsal], provides",
        )
        draft.expect("DG101", "copy")
    else:
        draft.swap("needs: [model]", "needs: [model, index]")
        draft.expect_item("DG101", f"{draft.flower}-tools/index")


@fault("DG102")
def waits_for_itself(draft: Draft) -> None:
    _poster(draft, "DG102", "needs: [poster]")


@fault("DG103")
def redundant_link(draft: Draft) -> None:
    draft.swap("needs: [landing, film, sign-up]", f"needs: [landing, film, sign-up, {draft.pick('copy', 'consent')}]")
    draft.expect("DG103", "rehearsal")


@fault("DG104")
def loose_end(draft: Draft) -> None:
    """A project without a deadline, with two ends: `everyone` and the poster."""
    draft.swap(f"    deadline: {draft.day(60)}\n", "")
    draft.swap(
        "      plan:",
        f"      poster: {{title: Poster, duration: {draft.rng.randrange(1, 9)}d, needs: [plan]}}\n      plan:",
    )
    draft.expect_item("DG104", f"{draft.flower}-rollout/poster")


@fault("DG105")
def needs_dropped(draft: Draft) -> None:
    draft.task("poster: {title: Poster, duration: 1d, status: dropped}")
    draft.swap("needs: [landing, film, sign-up]", "needs: [landing, film, sign-up, poster]")
    draft.expect("DG105", "rehearsal")


@fault("DG106")
def needs_shelved(draft: Draft) -> None:
    status = draft.pick("idea", "paused", "cancelled")
    draft.texts["moon.yaml"] = (
        f"projects:\n  moon: {{title: Moon, team: brand, status: {status}, tasks: {{fly: {{title: Fly, duration: 1d}}}}}}\n"
    )
    draft.swap("needs: [landing, film, sign-up]", f"needs: [landing, film, sign-up, {draft.pick('moon', 'moon/fly')}]")
    draft.expect("DG106", "rehearsal")


@fault("DG107")
def must_on_could(draft: Draft) -> None:
    draft.swap("needs: [landing, film, sign-up]", "needs: [landing, film, sign-up, game]")
    draft.expect("DG107", "rehearsal")


@fault("DG108")
def launch_without_work(draft: Draft) -> None:
    draft.texts["party.yaml"] = f"""\
campaigns:
  party:
    title: Party
    team: law
    owner: ines@flowers.example
    launch: {draft.day(2)}
    supports: [growth]
"""
    draft.expect_item("DG108", "party")


@fault("DG109")
def repeated_link(draft: Draft) -> None:
    name = draft.pick("landing", "film", "sign-up")
    draft.swap("needs: [landing, film, sign-up]", f"needs: [landing, film, sign-up, {name}]")
    draft.expect("DG109", "rehearsal")
