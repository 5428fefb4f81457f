"""Every kind of fault, where it stands and what it says. What can be read beside it is read."""

from __future__ import annotations

import pytest

from roadmap.model.build import build
from tests.model.reading_plans import TODAY, documents, kinds, read, told

BASE = """
calendars: {b: {}}
teams: {web: {}, brand: {}}
services: {page: {}}
trains: {web: {releases: [{date: 2027-03-16, name: "27.6", cut-offs: {code: 3d}}]}}
objectives: {growth: {}}
channels: {email: {}}
audiences: {loyal: {}}
technologies: {cms: {}}
data: {customer: {}}
"""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        # keys and shapes
        ("teems: {}", 'b.yaml:1:1 unknown-key: A plan file has no section "teems"; did you mean `teams`?'),
        ("teams: [web]", "b.yaml:1:8 wrong-type: "
         "The section `teams` should be a mapping: the id of each team, and what it is."),
        ("teams: {data: web}", "b.yaml:1:15 wrong-type: "
         'This should be a mapping with keys such as `name`, but it is "web".'),
        ("teams: {data: {funktion: it}}",
         'b.yaml:1:16 unknown-key: A team has no key "funktion"; did you mean `function`?'),
        ("projects: {p: {tasks: {t: {not_before: 2027}}}}",
         'b.yaml:1:28 unknown-key: A task has no key "not_before"; did you mean `not-before`?'),
        ("projects: {p: {launch: 2027-03-15}}", 'b.yaml:1:16 unknown-key: A project has no key "launch".'),
        ("projects: {p: {tasks: [a, b]}}", "b.yaml:1:23 wrong-type: "
         "This should be a mapping: the name of each task, and its fields, but it is a list."),
        ("projects: {p: {title: [a]}}", "b.yaml:1:23 wrong-type: This should be a text, but it is a list."),
        ("projects: {p: {deadline: {}}}", "b.yaml:1:26 wrong-type: "
         "This should be a date, but it is a mapping (`key: value`)."),
        ("projects: {p: {told: 2027-03-15}}", "b.yaml:1:22 wrong-type: "
         'This should be a mapping (`key: value`), but it is "2027-03-15".'),
        ("projects: {p: {tasks: {t: {repeats: weekly}}}}",
         "b.yaml:1:28 reserved: `repeats` is reserved for a later version: leave it out."),
        ("projects: {p: {tasks: {t: {pauses: []}}}}",
         "b.yaml:1:28 reserved: `pauses` is reserved for a later version: leave it out."),
        # ids
        ("teams: {Web_Team: {}}", 'b.yaml:1:9 bad-id: "Web_Team" is not an id: '
         "write lower-case letters, digits and hyphens, e.g. web-team."),
        ("teams: {web: {}}", 'b.yaml:1:9 duplicate-id: The team "web" is already defined in a.yaml, line 3: '
         "give one of them another id, or merge them."),
        ("campaigns: {x: {}}\nprojects: {x: {}}", 'b.yaml:2:12 duplicate-id: The campaign or project "x" is already '
         "defined in b.yaml, line 1: give one of them another id, or merge them."),
        ("projects: {p: {tasks: {A: {}}}}", 'b.yaml:1:24 bad-id: "A" is not an id: '
         "write lower-case letters, digits and hyphens, e.g. a."),
        # values
        ("projects: {p: {deadline: 2025-02-30}}",
         'b.yaml:1:26 bad-date: "2025-02-30" is not a day: February 2025 has 28 days.'),
        ("projects: {p: {tasks: {t: {duration: 5}}}}", 'b.yaml:1:38 bad-duration: "5" is not a duration: '
         "write a number of working days (5d), weeks (2w), calendar days (14ed) or calendar weeks (2ew)."),
        ("projects: {p: {tasks: {t: {effort: 5d}}}}",
         'b.yaml:1:36 bad-duration: "5d" is not an effort: write person-days, e.g. 12pd or 8pd..12pd..20pd.'),
        ("projects: {p: {tasks: {t: {people: 0}}}}",
         'b.yaml:1:36 bad-value: "0" is too small: write a number above 0.'),
        ("projects: {p: {tasks: {t: {people: '2'}}}}",
         'b.yaml:1:36 wrong-type: "2" in quotes is a text: write it without.'),
        ("projects: {p: {tasks: {t: {people: two}}}}",
         'b.yaml:1:36 wrong-type: "two" is not a number: write digits, e.g. 2 or 0.5.'),
        ("projects: {p: {tasks: {t: {alap: yes}}}}", 'b.yaml:1:34 wrong-type: "yes" is not true or false.'),
        ("projects: {p: {tasks: {t: {status: finished}}}}",
         'b.yaml:1:36 bad-value: "finished" is not one of planned, doing, done, dropped.'),
        ("projects: {p: {tasks: {t: {}, u: {needs: [t 2d]}}}}", 'b.yaml:1:43 bad-link: "t 2d" is not a link: '
         "write what is waited for, then its type and lag if need be (copy, copy SS +1w, pim/feed -2d)."),
        ("projects: {p: {tasks: {t: {}, u: {needs: [{task: t +2d}]}}}}", 'b.yaml:1:50 bad-link: "t +2d" is not what '
         "a link can wait for: write a reference here, and type and lag beside it."),
        ("projects: {p: {tasks: {t: {needs: [{type: SS}]}}}}", "b.yaml:1:36 wrong-type: A link needs the key `task`."),
        ("campaigns: {c: {launch: {firm: false}}}", "b.yaml:1:25 wrong-type: A launch needs the key `date`."),
        ("projects: {p: {owner: Dana}}",
         'b.yaml:1:23 bad-value: "Dana" is not a person: write dana@example.com or Dana Berg <dana@example.com>.'),
        ("projects: {p: {budget: {split: {legal: 30}}}}", 'b.yaml:1:40 bad-value: "30" is not a share: '
         "write 70% (0% to 100%)."),
        ("teams: {x: {away: {launch: {}}}}",
         "b.yaml:1:20 bad-date: Days before a colon cannot be anchored: write their dates."),
        ("teams: {x: {away: {2027-03-02..2027-03-01: {}}}}",
         'b.yaml:1:20 bad-date: "2027-03-02..2027-03-01" runs backwards: 2027-03-02 is after 2027-03-01.'),
        ("services: {x: {notice: 14ed}}", 'b.yaml:1:24 bad-duration: "14ed" counts calendar days, '
         "and working days are asked here: write e.g. 10d or 2w."),
        ("services: {x: {duration: 5d, effort: 5pd}}", "b.yaml:1:30 contradiction: A service has either a duration "
         "or an effort (from which its duration follows): keep one of them."),
        # names
        ("projects: {p: {team: wbe}}", 'b.yaml:1:22 unknown-team: No team is called "wbe"; did you mean "web"?'),
        ("projects: {p: {team: sales}}",
         'b.yaml:1:22 unknown-team: No team is called "sales": define it in teams, or correct the name.'),
        ("projects: {p: {decides: {data: sales}}}",
         'b.yaml:1:32 unknown-team: No team is called "sales": define it in teams, or correct the name.'),
        ("projects: {p: {told: {sales: 2027-03-15}}}",
         'b.yaml:1:23 unknown-team: No team is called "sales": define it in teams, or correct the name.'),
        ("projects: {p: {tasks: {t: {informed: [Dana]}}}}",
         'b.yaml:1:39 unknown-team: No team is called "Dana": define it in teams, or correct the name.'),
        ("projects: {p: {tasks: {t: {service: pgae}}}}",
         'b.yaml:1:37 unknown-service: No service is called "pgae"; did you mean "page"?'),
        ("projects: {p: {tasks: {t: {ships-on: wep}}}}",
         'b.yaml:1:38 unknown-train: No train is called "wep"; did you mean "web"?'),
        ("projects: {p: {use: mail}}",
         'b.yaml:1:21 unknown-template: No template is called "mail": define it in templates, or correct the name.'),
        ("projects: {p: {scales: q}}", 'b.yaml:1:24 unknown-initiative: No campaign or project is called "q": '
         "define it in campaigns or projects, or correct the name."),
        ("projects: {p: {supports: grwoth}}",
         'b.yaml:1:26 unknown-objective: No objective is called "grwoth"; did you mean "growth"?'),
        ("campaigns: {c: {channels: [mail]}}",
         'b.yaml:1:28 unknown-channel: No channel is called "mail"; did you mean "email"?'),
        ("campaigns: {c: {audience: [loyall]}}",
         'b.yaml:1:28 unknown-audience: No audience is called "loyall"; did you mean "loyal"?'),
        ("projects: {p: {tasks: {t: {uses: cmms}}}}",
         'b.yaml:1:34 unknown-technology: No technology is called "cmms"; did you mean "cms"?'),
        ("projects: {p: {tasks: {t: {reviews-data: custoner}}}}",
         'b.yaml:1:42 unknown-data: No data set is called "custoner"; did you mean "customer"?'),
        ("teams: {x: {calendar: berlin}}",
         'b.yaml:1:23 unknown-calendar: No calendar is called "berlin": define it in calendars, or correct the name.'),
        ("calendars: {x: {holidays: de-be}}", 'b.yaml:1:27 unknown-holidays: No holidays are known for "de-be": '
         "write an ISO 3166 country or subdivision such as DE or DE-BE."),
        ("campaigns: {c: {launches: {de: 2027}, tasks: {t: {for: [dk, de]}}}}",
         'b.yaml:1:57 unknown-market: "c" has no launch in the market "dk": correct the name, or define it.'),
        ("projects: {p: {tasks: {t: {ships-on: web, gate: coed}}}}",
         'b.yaml:1:49 unknown-cut-off: The train "web" has no cut-off "coed"; did you mean "code"?'),
        ("projects: {p: {tasks: {t: {gate: code}}}}", "b.yaml:1:34 contradiction: "
         "A gate is a cut-off of the train that work ships on: add `ships-on`, or remove the gate."),
        ("projects: {p: {tasks: {t: {ships-on: web, release: web@27.7}}}}",
         'b.yaml:1:52 unknown-release: The train "web" has no release "27.7"; did you mean "web@27.6"?'),
        ("projects: {p: {tasks: {t: {release: web@27.6}}}}", "b.yaml:1:37 contradiction: "
         "The task is pinned to a release of web, and does not ship on it: add `ships-on: web`."),
        ("projects: {p: {tasks: {t: {release: '27.6'}}}}", 'b.yaml:1:37 contradiction: "27.6" does not say '
         "of which train it is a release: write e.g. web@27.6."),
        ("projects: {p: {tasks: {t: {needs: [feed]}}}, q: {tasks: {feed: {}}}}",
         'b.yaml:1:36 unknown-task: "p" has no task "feed", and no campaign or project is called so; '
         'did you mean "q/feed"?'),
        ("projects: {p: {tasks: {t: {needs: [q/feed]}}}}",
         'b.yaml:1:36 unknown-initiative: No campaign or project is called "q": correct the name, or define it.'),
        ("projects: {p: {tasks: {t: {needs: [web]}}}}",
         'b.yaml:1:36 unknown-release: "web" is a train: write which release, e.g. web@27.6.'),
        ("projects: {p: {tasks: {t: {needs: ['web@27.6.work']}}}}",
         'b.yaml:1:36 unknown-release: The train "web" has no release "27.6.work": correct the name, or define it.'),
        ("campaigns: {c: {launch: 2027, tasks: {t: {needs: [c.work]}}}}",
         'b.yaml:1:51 bad-link: "c" is not a task: only work that ships can be waited for with `.work`.'),
        ("projects: {p: {after-result: x}}",
         'b.yaml:1:30 unknown-task: "p" has no task "x", and no campaign or project is called so: correct the name, '
         "or define it."),
        # blackouts
        ("blackouts: {peak: {bars: [launches]}}",
         "b.yaml:1:13 bad-value: The blackout peak has no days: write `days`, e.g. 2026-11-20..2026-12-02."),
        # scenarios
        ("scenarios: {s: {change: {p/t: {effort: 5pd}}}}",
         'b.yaml:1:26 unknown-initiative: No campaign or project is called "p": correct the name, or define it.'),
        ("scenarios: {s: {change: {'web@27.6': {date: soon}}}}",
         'b.yaml:1:45 bad-date: "soon" is not a date, and nothing with a date is called so.'),
        ("scenarios: {s: {change: {'web@27.6': {dat: 2027}}}}",
         'b.yaml:1:39 unknown-key: A release has no key "dat"; did you mean `date`?'),
        ("scenarios: {s: {change: {'team:web': {people: many}}}}",
         'b.yaml:1:47 wrong-type: "many" is not a number: write digits, e.g. 2 or 0.5.'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_where_it_stands(text: str, fault: str) -> None:
    assert told(read(BASE, text)[1]) == [fault]


def test_a_fault_in_one_field_leaves_the_others() -> None:
    plan, faults = read("projects: {p: {tasks: {t: {duration: long, title: T, tags: [a, [b], c]}}}}")
    task = plan.tasks["p/t"]
    assert kinds(faults) == ["a.yaml:1:38 bad-duration", "a.yaml:1:64 wrong-type"]
    assert (task.title, task.duration, task.tags) == ("T", None, ("a", "c"))


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("teems: {}", "teams"),
        ("teams: {Web_Team: {}}", "web-team"),
        ("projects: {p: {tasks: {t: {status: Done}}}}", "done"),
        ("projects: {p: {tasks: {t: {people: '2'}}}}", "2"),
        ("projects: {p: {tasks: {t: {alap: yes}}}}", "true"),
        ("projects: {p: {tasks: {t: {deadline: 2027-3-5}}}}", "2027-03-05"),
        ("projects: {p: {tasks: {copy: {}, u: {needs: [cpoy SS +1w]}}}}", "copy SS +1w"),
        ("projects: {p: {tasks: {copy: {}, u: {needs: [{task: cpoy.work, lag: 2d}]}}}}", "copy.work"),
        ("projects: {p: {tasks: {copy: {}, u: {needs: cpoy}}}}", "copy"),
        ("blackouts: {b: {days: 2027, for: ['team:wbe']}}", "team:web"),
        ("calendars: {x: {holidays: de-be}}", "DE-BE"),
        ("projects: {p: {tasks: {t: {gate: code, ships-on: weeb}}}}", "web"),
    ],
)
def test_a_suggestion_is_the_whole_text_that_should_stand_there(text: str, suggestion: str) -> None:
    _, faults = read(BASE, text)
    assert [fault.suggestion for fault in faults] == [suggestion]


def test_near_names_are_shown_where_they_are_defined() -> None:
    _, (fault,) = read(BASE, "projects: {p: {team: wbe}}")
    assert [(one.place[:3], one.message) for one in fault.related] == [(("a.yaml", 3, 9), '"web" is defined here')]


def test_two_names_that_are_as_near_are_no_suggestion() -> None:
    _, (fault,) = read("teams: {web1: {}, web2: {}}", "projects: {p: {team: web3}}")
    assert fault.message == 'No team is called "web3"; did you mean "web1" or "web2"?'
    assert fault.suggestion is None


def test_what_was_refused_is_not_unknown_as_well() -> None:
    _, faults = read(
        "teams: {Web: {}, brand: {}}",
        "projects: {p: {team: Web, tasks: {A: {}, b: {needs: [A, c]}, c: [], d: {needs: [p/c]}}}}",
    )
    assert kinds(faults) == ["a.yaml:1:9 bad-id", "b.yaml:1:35 bad-id", "b.yaml:1:65 wrong-type"]


def test_a_train_that_cannot_be_read_is_the_one_fault() -> None:
    _, faults = read(
        "trains: {web: {every: blue moon, from: 2027-01-04, releases: [{date: 2027-03-16}]}}",
        "projects: {p: {tasks: {t: {needs: ['web@2027-01-12'], ships-on: web, release: web@2027-01-12}}}}",
    )
    assert kinds(faults) == ["a.yaml:1:23 bad-value"]


BROKEN = 'teams: {web: {}\ncampaigns: {"'


def test_an_unread_file_says_how_much_it_hides() -> None:
    plan, faults = read(
        BROKEN,
        "teams: {brand: {}}\nprojects: {p: {team: web, tasks: {t: {needs: [q/feed], team: brand, duration: long}}}}",
    )
    assert kinds(faults) == ["a.yaml:1:8 yaml", "b.yaml:2:79 bad-duration"]
    assert faults[0].message.endswith("Because of it, 2 references could not be checked.")
    assert (plan.unread, plan.files) == (("a.yaml",), ("a.yaml", "b.yaml"))
    assert plan.tasks["p/t"].team == "brand"


def test_a_section_of_the_wrong_shape_says_how_much_it_hides() -> None:
    _, faults = read("teams: [web]", "teams: {brand: {}}\nprojects: {p: {team: web}}")
    assert told(faults) == [
        "a.yaml:1:8 wrong-type: The section `teams` should be a mapping: the id of each team, and what it is. "
        "Because of it, 1 reference could not be checked."
    ]


def test_what_can_only_stand_in_a_file_that_was_read_is_still_unknown() -> None:
    _, faults = read(
        BROKEN,
        "trains: {web: {releases: [{date: 2027-03-16}]}}\nprojects: {p: {tasks: {t: {needs: ['web@2027-03-17']}}}}",
    )
    assert kinds(faults) == ["a.yaml:1:8 yaml", "b.yaml:2:36 unknown-release"]


def test_teams_in_an_unread_file_are_still_whoever_is_named() -> None:
    plan, faults = read(BROKEN, "projects: {p: {team: web}}")
    assert [fault.message.endswith("Because of it, 1 reference could not be checked.") for fault in faults] == [True]
    assert plan.projects["p"].team == "web"


def test_templates_cannot_make_a_huge_plan_of_small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmap.model.initiatives.MOST_EXPANDED", 10_000)
    many = "".join(f"    t{n}: {{tags: [a, b, c, d, e, f, g]}}\n" for n in range(100))
    used = "".join(f"  c{n:02}: {{use: big}}\n" for n in range(100))
    plan, faults = read(f"templates:\n  big:\n   tasks:\n{many}", f"campaigns:\n{used}")
    assert [fault.kind for fault in faults] == ["too-large"]
    # A template of 100 tasks holds 901 values: eleven uses are no more than 10,000.
    assert (len(plan.tasks), faults[0].place[:3]) == (1100, ("b.yaml", 13, 14))


def test_templates_cannot_make_very_many_tasks_of_very_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmap.model.initiatives.MOST_TASKS", 250)
    many = "".join(f"    t{n}:\n" for n in range(100))
    plan, faults = read(
        f"templates:\n  big:\n   tasks:\n{many}", "campaigns: {a: {use: big}, b: {use: big}, c: {use: big}}"
    )
    assert told(faults) == [
        "b.yaml:1:52 too-large: Templates come to more than 250 tasks over all uses: use them less often."
    ]
    assert len(plan.tasks) == 200


@pytest.mark.parametrize("wrong", ["needs: [{links}]", "ships-on: web, needs: [{releases}]"])
def test_many_references_that_mean_nothing_are_reported_in_time(wrong: str) -> None:
    import time

    links = ", ".join(f"x{n}" for n in range(5_000))
    releases = ", ".join(f"web@2025-01-{n}" for n in range(5_000))
    task = wrong.format(links=links, releases=releases)
    train = "trains: {web: {every: day, from: 2026-01-01, until: 2028-12-31}}\n"
    files = documents({"a.yaml": f"{train}projects: {{p: {{tasks: {{t: {{{task}}}}}}}}}"})
    before = time.process_time()
    _, faults = build(files, TODAY)
    assert len(faults) == 5_000
    assert time.process_time() - before < 2


def test_many_unknown_names_are_reported_in_time() -> None:
    import time

    tasks = "".join(f"    t{n}: {{needs: [x{n}], team: y{n}}}\n" for n in range(5_000))
    files = documents({"a.yaml": "teams: {z: {}}\nprojects:\n  p:\n   tasks:\n" + tasks})
    before = time.process_time()
    _, faults = build(files, TODAY)
    assert len(faults) == 10_000
    assert time.process_time() - before < 4
