"""Faults of form: files that cannot be read, and values that cannot be understood."""

# ruff: noqa: E501 - plan text keeps the lines that a planner would write

from __future__ import annotations

from benchmarks.mutations.clean import FLOWERS
from benchmarks.mutations.draft import Draft, Expected, fault


def _any_file(draft: Draft, first: int = 0) -> str:
    """Whichever file is broken, nothing else is to be told: what stood there is not missing. From cell to cell the next
    of the shared files, and now and then that of the cell itself."""
    if draft.rng.random() < 0.2:
        return draft.cell
    shared = sorted(path for path in draft.texts if not path.startswith("cells/"))
    return shared[(first + FLOWERS.index(draft.flower)) % len(shared)]


@fault("PF101")
def a_link_that_leads_nowhere(draft: Draft) -> None:
    path = f"cells/{draft.flower}-{draft.rng.randrange(99)}.yaml"
    draft.links[path] = draft.pick("nowhere.yaml", path.rpartition("/")[2])
    draft.expect_place("PF101", path)


@fault("PF102")
def not_utf_8(draft: Draft) -> None:
    path = _any_file(draft)
    lines = draft.texts.pop(path).encode().splitlines(keepends=True)
    row = draft.rng.randrange(1, len(lines))
    lines[row] = lines[row].rstrip(b"\n") + b" # \xe4\xff\n"
    draft.raw[path] = b"".join(lines)
    draft.expect_place("PF102", path)


@fault("PF103")
def broken_yaml(draft: Draft) -> None:
    path = _any_file(draft, first=3)
    draft.texts[path] += draft.pick("  x: [a, b\n", "  x: }\n", "  \tx: 1\n  y: z: 1\n", "  'x: 1\n")
    draft.expect_place("PF103", path)


@fault("PF104")
def too_deep(draft: Draft) -> None:
    depth = draft.rng.randrange(101, 300)
    draft.field(f"tags: {'[' * depth}{']' * depth}")
    draft.expect_place("PF104", draft.cell)


@fault("PF105")
def nothing_there(draft: Draft) -> None:
    draft.texts = {draft.pick("notes.txt", "README.md", ".hidden/plan.yaml", "plan.yaml.orig"): "campaigns: {}\n"}
    draft.expected.append(Expected("PF105", ".:1"))


@fault("PF106")
def merge_key(draft: Draft) -> None:
    draft.task("poster: {<<: {duration: 2d}, title: Poster, duration: 1d}")
    draft.expect_at("PF106", "poster")


@fault("PF107")
def custom_tag(draft: Draft) -> None:
    draft.field(f"notes: {draft.pick('!include notes.txt', '!secret x', '!!python/name:os.system')}")
    draft.expect_at("PF107", "notes: !")


@fault("PF108")
def unknown_key(draft: Draft) -> None:
    key = draft.pick("titel", "owners", "colour", "lanch", "chanels")
    if draft.rng.random() < 0.5:
        draft.field(f"{key}: x")
        draft.expect_at("PF108", f"    {key}: x")
    else:
        draft.task(f"poster: {{title: Poster, duration: 1d, {key}: x}}")
        draft.expect_at("PF108", "poster")


@fault("PF109")
def wrong_type(draft: Draft) -> None:
    wrong = draft.pick("url: [a, b]", "notes: {a: b}", "provides: {a: b}", "request: soon", "collects: 5")
    draft.task(f"poster: {{title: Poster, duration: 1d, {wrong}}}")
    draft.expect_at("PF109", "poster")


@fault("PF110")
def duplicate_key(draft: Draft) -> None:
    if draft.rng.random() < 0.5:
        draft.field("team: brand")
        draft.expect_at("PF110", "    team: brand\n    owner")
    else:
        draft.task("poster: {title: Poster, duration: 1d, title: Placard}")
        draft.expect_at("PF110", "poster")


@fault("PF111")
def duplicate_id(draft: Draft) -> None:
    section, name, body = draft.rng.choice(
        [
            ("campaigns", draft.flower, "title: Again"),
            ("projects", f"{draft.flower}-tools", "title: Again"),
            ("projects", draft.flower, "title: Again"),
            ("teams", "web", "name: Again"),
            ("services", "landing-page", "title: Again"),
            ("objectives", "growth", "title: Again"),
        ]
    )
    draft.texts["zoo.yaml"] = f"{section}:\n  {name}: {{{body}}}\n"
    draft.expect_at("PF111", name, "zoo.yaml")


@fault("PF112")
def bad_id(draft: Draft) -> None:
    name = draft.pick("Poster", "big_poster", "poster--1", "-poster", "póster")
    draft.task(f"{name}: {{title: Big sheet, duration: 1d}}")
    draft.expect_at("PF112", f"{name}: {{title: Big")


@fault("PF113")
def reserved_word(draft: Draft) -> None:
    draft.task(f"poster: {{title: Poster, duration: 1d, {draft.pick('repeats: 3', 'pauses: [2027-01-01]')}}}")
    draft.expect_at("PF113", "poster")


@fault("PF114")
def bad_date(draft: Draft) -> None:
    day = draft.pick("2027-02-30", "2026-21-05", "soon", "15.03.2027", "2027-W60", "2027-Q5", "launch -10x")
    draft.task(f"poster: {{title: Poster, duration: 1d, {draft.pick('not-before', 'deadline', 'start')}: {day}}}")
    draft.expect_at("PF114", "poster")


@fault("PF115")
def bad_duration(draft: Draft) -> None:
    draft.task(
        f"poster: {{title: Poster, duration: {draft.pick('five days', '-3d', '5', '9d..5d..1d', '3d..', '2y')}}}"
    )
    draft.expect_at("PF115", "poster")


@fault("PF116")
def bad_link(draft: Draft) -> None:
    draft.task(
        f"poster: {{title: Poster, duration: 1d, needs: [{draft.pick('copy XX', 'copy +2', 'copy FS FS', 'a b c', 'copy/+')}]}}"
    )
    draft.expect_at("PF116", "poster")


@fault("PF117")
def bad_value(draft: Draft) -> None:
    wrong = draft.pick("status: begun", "priority: may", "people: -1", "priority: high")
    draft.task(f"poster: {{title: Poster, duration: 1d, {wrong}}}")
    draft.expect_at("PF117", "poster")


@fault("PF118")
def duration_and_effort(draft: Draft) -> None:
    draft.task(f"poster: {{title: Poster, duration: {draft.rng.randrange(1, 9)}d, effort: 3pd}}")
    draft.expect_at("PF118", "poster")


@fault("PF120")
def former_id_taken(draft: Draft) -> None:
    if draft.rng.random() < 0.5:
        draft.task("poster: {title: Poster, duration: 1d, was: [placard]}")
        draft.task("placard: {title: Placard, duration: 1d}")
        draft.expect("PF120", "placard")
    else:
        draft.task("poster: {title: Poster, duration: 1d, was: [sheet]}")
        draft.task("placard: {title: Placard, duration: 1d, was: [sheet, page]}")
        draft.expect("PF120", "poster")


@fault("PF119")
def unknown_code(draft: Draft) -> None:
    setting = draft.pick(
        "ignore: [LT999]", "severity: {ask-by-son: error}", "ignore: [ZZ]", "per-path: {'x/**': {ignore: [nope]}}"
    )
    draft.swap("    profile: strict\n", f"    profile: strict\n    {setting}\n", "roadmap.yaml")
    draft.expect_at("PF119", setting, "roadmap.yaml")
