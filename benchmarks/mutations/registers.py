"""Registers that do not hold what the plan counts on: technologies, data, horizons, objectives, roadblocks, words."""

# ruff: noqa: E501 - plan text keeps the lines that a planner would write

from __future__ import annotations

from benchmarks.mutations.clean import FLOWERS
from benchmarks.mutations.draft import Draft, fault

_REGISTERS = "registers.yaml"


def _technology(draft: Draft, text: str) -> str:
    name = draft.pick("wiki", "chatbot", "printer")
    draft.swap("  mailer:", f"  {name}: {{title: Machine{text}}}\n  mailer:", _REGISTERS)
    return name


def _use(draft: Draft, name: str) -> None:
    draft.task(f"poster: {{title: Poster, duration: 2d, uses: [{name}]}}")


_OWNED = ", team: web, funded-by: it, decided-by: web"


@fault("TS601")
def technology_without_status(draft: Draft) -> None:
    name = _technology(draft, _OWNED)
    _use(draft, name)
    draft.expect_any("TS601", name, f"{draft.flower}/poster")


@fault("TS602")
def refused_technology(draft: Draft) -> None:
    name = _technology(draft, f", status: {draft.pick('refused', 'hold')}{_OWNED}")
    _use(draft, name)
    draft.expect_any("TS602", name, f"{draft.flower}/poster")


@fault("TS603")
def trial_in_a_rollout(draft: Draft) -> None:
    name = _technology(draft, f", status: trial{_OWNED}")
    draft.swap("      everyone: {title: Everyone,", f"      everyone: {{title: Everyone, uses: [{name}],")
    draft.expect_any("TS603", name, f"{draft.flower}-rollout/everyone")


@fault("TS604")
def technology_past_its_end(draft: Draft) -> None:
    name = _technology(draft, f", status: adopted, until: 2026-{draft.pick('06-30', '10-31', '11-20')}{_OWNED}")
    _use(draft, name)
    draft.expect_any("TS604", name, f"{draft.flower}/poster")


@fault("TS605")
def technology_of_nobody(draft: Draft) -> None:
    owned = draft.pick(", team: web, funded-by: it", ", team: web, decided-by: web", ", funded-by: it, decided-by: web")
    name = _technology(draft, f", status: adopted{owned}")
    _use(draft, name)
    draft.expect_any("TS605", name, f"{draft.flower}/poster")


@fault("TS606")
def technology_not_connected(draft: Draft) -> None:
    name = _technology(draft, f", status: adopted, connects: [{draft.pick('cdp', 'shop', 'mailer')}]{_OWNED}")
    _use(draft, name)
    draft.expect_any("TS606", name, f"{draft.flower}/poster")


@fault("TS607")
def supplier_without_it(draft: Draft) -> None:
    draft.swap(
        "        duration: 5d..8d..12d\n",
        f"        duration: 5d..8d..12d\n        uses: [{draft.pick('cms', 'shop', 'cdp')}]\n",
    )
    if "uses: [shop]" in draft.texts[draft.cell]:
        draft.expect("RT312")
    draft.expect("TS607", "film")


_COLLECTS = "{data: customer, how: form, stored-in: cdp, privacy: approved}"


@fault("DP601")
def collection_incomplete(draft: Draft) -> None:
    left = draft.pick(
        "{data: customer, stored-in: cdp, privacy: approved}",
        "{data: customer, how: form, privacy: approved}",
        "{data: customer, privacy: approved}",
    )
    draft.swap(_COLLECTS, left)
    draft.expect("DP601", "sign-up")


@fault("DP602")
def privacy_pending_too_long(draft: Draft) -> None:
    """Another form is collected from already, and its review is not through."""
    record = f"status: doing, started: 2026-11-{draft.rng.randrange(16, 21)}, remaining: 4d"
    pending = _COLLECTS.replace("approved", "pending")
    draft.task(f"poster: {{title: Poster, duration: 6d, {record}, reviews-data: [customer], collects: [{pending}]}}")
    draft.expect("DP602", "poster")


@fault("DP603")
def data_of_nobody(draft: Draft) -> None:
    left = draft.pick("golden-record: cdp", "steward: data", "golden-record: [cdp, shop], steward: data")
    name = f"{draft.flower}-buyers"
    draft.swap("glossary:", f"  {name}: {{title: Buyers, {left}}}\nglossary:", _REGISTERS)
    draft.task(
        f"poster: {{title: Poster, duration: 1d, collects: [{{data: {name}, how: form, stored-in: cdp, privacy: approved}}]}}"
    )
    draft.expect_any("DP603", name, f"{draft.flower}/poster")


@fault("DP604")
def no_review_of_privacy(draft: Draft) -> None:
    draft.swap("        reviews-data: [customer]\n", "")
    draft.swap("privacy: approved", f"privacy: {draft.pick('pending', 'pending', 'none')}")
    draft.expect("DP604", "sign-up")


@fault("DP605")
def reviewed_after_it_is_collected(draft: Draft) -> None:
    draft.swap("privacy: approved", "privacy: pending")
    draft.swap("needs: [consent, ", "needs: [")
    draft.swap(
        "        reviews-data: [customer]\n",
        f"        reviews-data: [customer]\n        not-before: 2026-12-{draft.rng.randrange(10, 20)}\n",
    )
    draft.expect_any("DP605", f"{draft.flower}/sign-up", f"{draft.flower}/consent")


@fault("DP606")
def nobody_says_whether_it_is_personal(draft: Draft) -> None:
    """Neither in the register nor, for the state of its review, where it is collected."""
    name = f"{draft.flower}-clicks"
    draft.swap(
        "glossary:",
        f"  {name}: {{title: Clicks, golden-record: {draft.pick('cdp', 'shop')}, steward: data}}\nglossary:",
        _REGISTERS,
    )
    draft.task(f"poster: {{title: Poster, duration: 1d, collects: [{{data: {name}, how: form, stored-in: cdp}}]}}")
    draft.expect("DP606", "poster")


@fault("HZ701")
def pilot_of_many_teams(draft: Draft) -> None:
    teams = draft.pick("{brand: 1, law: 1}", "{web: 1, law: 1}", "{brand: 1, web: 1, law: 1}")
    draft.swap("index: {title: Index,", f"index: {{title: Index, with: {teams},")
    draft.expect_item("HZ701", f"{draft.flower}-tools")


@fault("HZ702")
def long_pilot(draft: Draft) -> None:
    """From 2 November, twelve weeks are over on 22 January; this one lasts longer than its own deadline allows."""
    draft.swap(f"    deadline: {draft.day(-25)}\n", "")
    draft.tool(f"diary: {{title: Diary, duration: {draft.rng.randrange(50, 80)}d, provides: [diary]}}")
    draft.expect_item("HZ702", f"{draft.flower}-tools")


@fault("HZ703")
def rollout_without_a_pilot(draft: Draft) -> None:
    draft.swap(f"    scales: {draft.flower}-tools\n    after-result: result\n", "")
    draft.expect_item("HZ703", f"{draft.flower}-rollout")


@fault("HZ704")
def rollout_before_the_result(draft: Draft) -> None:
    draft.swap(
        f"needs: [{draft.flower}-tools/result]}}",
        f"needs: [{draft.flower}-tools/{draft.pick('feed', 'index', 'model')}]}}",
    )
    draft.expect_item("HZ704", f"{draft.flower}-rollout")


@fault("HZ705")
def tactical_on_strategic(draft: Draft) -> None:
    """Something strategic takes until Friday 11 December or longer, and the film waits for it."""
    draft.texts["moon.yaml"] = f"""\
projects:
  moon:
    title: Moon
    team: brand
    owner: alex@flowers.example
    supports: [growth]
    horizon: strategic
    tasks:
      fly: {{title: Flight, duration: {draft.rng.randrange(15, 25)}d}}
"""
    draft.swap(
        "duration: 3d..5d..8d, needs: [brief], provides", "duration: 3d..5d..8d, needs: [brief, moon/fly], provides"
    )
    draft.expect("HZ705")


@fault("HZ706")
def strategic_and_unused(draft: Draft) -> None:
    start = draft.texts[draft.cell].index(f"  {draft.flower}-rollout:")
    text = draft.texts[draft.cell]
    draft.texts[draft.cell] = text[:start] + text[start:].replace("horizon: tactical", "horizon: strategic")
    draft.expect_item("HZ706", f"{draft.flower}-rollout")


@fault("HZ707")
def no_horizons_at_all(draft: Draft) -> None:
    for flower in FLOWERS:
        path = f"cells/{flower}.yaml"
        draft.texts[path] = draft.texts[path].replace("    horizon: tactical\n", "")
    draft.expect_any("HZ707", *FLOWERS, *(f"{flower}-{part}" for flower in FLOWERS for part in ("tools", "rollout")))


@fault("OB701")
def no_objective(draft: Draft) -> None:
    start = draft.texts[draft.cell].index(f"  {draft.flower}-rollout:")
    text = draft.texts[draft.cell]
    draft.texts[draft.cell] = text[:start] + text[start:].replace("    supports: [growth]\n", "")
    draft.expect_item("OB701", f"{draft.flower}-rollout")


@fault("OB702")
def no_shared_objective(draft: Draft) -> None:
    start = draft.texts[draft.cell].index(f"  {draft.flower}-tools:")
    text = draft.texts[draft.cell]
    draft.texts[draft.cell] = text[:start] + text[start:].replace("supports: [growth]", "supports: [thrift]")
    draft.expect_any("OB702", draft.flower, f"{draft.flower}-tools")


@fault("OB703")
def objectives_that_conflict(draft: Draft) -> None:
    draft.swap("measure: Not above 2026}", "measure: Not above 2026, conflicts-with: [growth]}", _REGISTERS)
    first = draft.texts[draft.cell].index("supports: [growth]")
    text = draft.texts[draft.cell]
    draft.texts[draft.cell] = text[:first] + "supports: [growth, thrift]" + text[first + len("supports: [growth]") :]
    draft.expect_any("OB703", draft.flower, "thrift", "growth")


@fault("TS608")
def no_technologies_at_all(draft: Draft) -> None:
    text = draft.texts[_REGISTERS]
    draft.texts[_REGISTERS] = text[: text.index("technologies:")] + text[text.index("data:") :]
    for flower in FLOWERS:
        path = f"cells/{flower}.yaml"
        lines = draft.texts[path].splitlines(keepends=True)
        left = [line for line in lines if not line.startswith(("        uses:", "        connects:"))]
        draft.texts[path] = "".join(left)
    tasks = [
        f"{flower}{task}" for flower in FLOWERS for task in ("/landing", "/sign-up", "-tools/feed", "-rollout/everyone")
    ]
    draft.expect_any("TS608", *tasks)


@fault("OB704")
def no_objectives_at_all(draft: Draft) -> None:
    text = draft.texts[_REGISTERS]
    draft.texts[_REGISTERS] = text[text.index("channels:") :]
    for flower in FLOWERS:
        path = f"cells/{flower}.yaml"
        draft.texts[path] = draft.texts[path].replace("    supports: [growth]\n", "")
    draft.expect_any("OB704", *FLOWERS)


_ROADBLOCK = "owner: dana@flowers.example, due: 2026-11-20, resolved: 2026-11-18, how: Found some"


@fault("RB801")
def roadblock_of_nobody(draft: Draft) -> None:
    lacking = draft.pick("owner: dana@flowers.example", "due: 2027-01-20", "raised: 2026-11-10")
    draft.task(f"poster: {{title: Poster, duration: 1d, roadblocks: [{{what: No paper, {lacking}}}]}}")
    draft.expect("RB801", "poster")


@fault("RB802")
def roadblock_overdue(draft: Draft) -> None:
    due = f"{draft.pick('', 'owner: dana@flowers.example, ')}due: 2026-11-{draft.rng.randrange(11, 22)}"
    draft.task(f"poster: {{title: Poster, duration: 1d, roadblocks: [{{what: No paper, {due}}}]}}")
    draft.expect("RB802", "poster")


@fault("RB803")
def resolved_without_how(draft: Draft) -> None:
    draft.swap(", how: Found some", "")
    draft.expect("RB803", "landing")


@fault("RB804")
def roadblock_before_the_launch(draft: Draft) -> None:
    draft.swap(_ROADBLOCK, f"owner: dana@flowers.example, due: 2026-12-{draft.rng.randrange(10, 31)}")
    draft.expect("RB804", "landing")  # the landing page is what drives the launch


@fault("RB804")
def neglected_roadblock_before_the_launch(draft: Draft) -> None:
    """That nobody owns it, or that it is late, is told there, too."""
    draft.swap(_ROADBLOCK, draft.pick("due: 2027-01-20", "due: 2026-11-20", "owner: dana@flowers.example"))
    draft.expect("RB804", "landing")


@fault("VO401")
def unknown_abbreviation(draft: Draft) -> None:
    word = draft.pick("ROAS", "CTR", "KPI", "NPS", "SLO")
    draft.task(f"poster: {{title: Poster with {word}, duration: 1d}}")
    draft.expect_at("VO401", "poster")


@fault("VO402")
def word_of_one_side(draft: Draft) -> None:
    word = draft.pick("canary", "backlog", "cluster")
    draft.swap("  release:", f"  {word}: {{means: Something, marketing: what we have}}\n  release:", _REGISTERS)
    draft.swap("title: Sign-up form", f"title: Sign-up form with a {word}")
    draft.expect_any("VO402", word, f"{draft.flower}/sign-up")


@fault("VO403")
def word_without_readings(draft: Draft) -> None:
    word = draft.pick("funnel", "sprint", "persona")
    draft.swap(
        "  release:",
        f"  {word}: {{means: Something{draft.pick('', ', it: what we have', ', marketing: our way')}}}\n  release:",
        _REGISTERS,
    )
    draft.expect_at("VO403", f"  {word}:", _REGISTERS)


@fault("VO404")
def abbreviations_without_a_glossary(draft: Draft) -> None:
    text = draft.texts[_REGISTERS]
    draft.texts[_REGISTERS] = text[: text.index("glossary:")] + text[text.index("reviews:") :]
    draft.swap("title: Sign-up form", f"title: Sign-up form with {draft.pick('ROAS', 'CTR', 'NPS')}")
    draft.expect("VO404", "sign-up")
