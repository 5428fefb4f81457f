"""Files become one plan: sections merged, templates used, answers taken, and effective values found."""

from __future__ import annotations

import datetime as dt

import pytest

from roadmap.model.build import build
from roadmap.model.task import Task
from roadmap.model.values.durations import Duration, Effort, Estimate
from tests.model.reading_plans import TODAY, documents, kinds, plan_of, read, told


def estimate(text: str) -> Estimate:
    found = Estimate.parse(text)
    assert isinstance(found, Estimate)
    return found


TEAMS = "teams: {brand: {notice: 3d}, web: {notice: 5d}}"


def task_of(text: str, services: str = "{}") -> Task:
    """The task `t` of a project of the team brand."""
    plan = plan_of(TEAMS, f"services: {services}", f"projects: {{p: {{team: brand, tasks: {{t: {text}}}}}}}")
    return plan.tasks["p/t"]


def test_sections_of_several_files_are_one_section() -> None:
    plan = plan_of("teams: {web: {}}\nchannels: {email: {}}", "teams: {brand: {}}")
    assert (list(plan.teams), list(plan.channels)) == (["brand", "web"], ["email"])


def test_an_empty_workspace_is_an_empty_plan() -> None:
    plan, faults = build({}, TODAY)
    assert (faults, plan.tasks, plan.settings.title) == ((), {}, "Roadmap")
    assert plan.workdays[None].count(dt.date(2027, 3, 8).toordinal(), dt.date(2027, 3, 15).toordinal()) == 5


def test_a_section_without_entries_is_as_if_not_written() -> None:
    assert plan_of("teams:\ncampaigns: ~\n", "").teams == {}


def test_text_stays_as_written() -> None:
    plan = plan_of("teams: {web: {name: 1.30, notes: 'null', url: yes}}")
    web = plan.teams["web"]
    assert (web.name, web.notes, web.url) == ("1.30", "null", "yes")


def test_null_is_as_if_not_written() -> None:
    task = task_of("{title: null, duration: ~, team: , priority: Null}")
    assert (task.title, task.duration, task.team, task.priority) == (None, None, "brand", "must")
    assert not task.wrote("title")


def test_one_value_stands_for_a_list_of_one() -> None:
    task = task_of("{tags: standard, needs: p/t, exclusive: staging}")
    assert (task.tags, task.exclusive, len(task.needs)) == (("standard",), ("staging",), 1)


def test_where_things_stand() -> None:
    plan = plan_of("projects:\n  p:\n    tasks:\n      a: {}\n      b: {needs: [a SS +1d], deadline: 2027-Q1}\n")
    task = plan.tasks["p/b"]
    assert task.place[1:3] == (5, 7)
    assert task.where("deadline")[1:3] == (5, 40)
    assert task.where("needs", 0) == task.needs[0].place == plan.dependencies["p/b"][0].place
    assert task.where("finish") == task.place


def test_estimates_and_teams_come_from_the_service() -> None:
    service = "{page: {team: web, notice: 10d, duration: 3d..5d..8d}}"
    task = task_of("{service: page}", service)
    assert (task.team, task.notice, task.duration) == ("web", Duration(10, "d"), estimate("3d..5d..8d"))
    own = task_of("{service: page, team: brand, effort: 4pd}", service)
    assert (own.team, own.notice, own.duration, own.effort) == ("brand", Duration(10, "d"), None, Effort(4, 4, 4))


def test_a_service_may_state_effort() -> None:
    task = task_of("{service: page}", "{page: {effort: 8pd}}")
    assert (task.effort, task.duration, task.team) == (Effort(8, 8, 8), None, "brand")


@pytest.mark.parametrize(
    ("task", "services", "notice"),
    [
        ("{}", "{}", None),
        ("{team: brand}", "{}", None),
        ("{team: web}", "{}", "5d"),  # another team's, without a service
        ("{service: page}", "{page: {team: web}}", "5d"),  # the service says none
        ("{service: page}", "{page: {team: brand, notice: 1w}}", "1w"),  # a service of the own team is asked for, too
        ("{service: page}", "{page: {team: brand}}", "3d"),
        ("{service: page}", "{page: {team: web, notice: 0d}}", "0d"),
    ],
)
def test_notice_applies_to_requests(task: str, services: str, notice: str | None) -> None:
    found = task_of(task, services).notice
    assert (str(found) if found else None) == notice


TEMPLATES = """
templates:
  mail:
    tasks:
      brief: {duration: 2d, tags: [mail]}
      copy: {duration: 5d, needs: [brief], notes: As short as can be}
      send: {needs: [copy, brief]}
  check:
    tasks:
      copy: {owner: dana@example.com, duration: 3d}
      legal: {needs: [copy]}
"""


def test_templates_are_merged_field_by_field_under_what_an_initiative_says() -> None:
    plan = plan_of(
        TEMPLATES, "campaigns: {c: {use: mail, tasks: {copy: {duration: 1d, notes: null}, own: {needs: [send]}}}}"
    )
    assert list(plan.campaigns["c"].tasks) == ["brief", "copy", "own", "send"]
    copy = plan.tasks["c/copy"]
    assert (copy.duration, copy.notes) == (estimate("1d"), "As short as can be")
    assert [link.target for link in plan.dependencies["c/copy"]] == ["c/brief"]
    assert [link.target for link in plan.dependencies["c/own"]] == ["c/send"]


def test_a_value_of_a_template_keeps_its_place_and_its_task_stands_where_the_template_is_named() -> None:
    plan = plan_of(TEMPLATES, "campaigns:\n  c:\n    use: mail\n    tasks: {copy: {duration: 1d}}\n")
    brief, copy = plan.tasks["c/brief"], plan.tasks["c/copy"]
    assert brief.place[:3] == ("b.yaml", 3, 10)
    assert brief.where("duration")[:3] == ("a.yaml", 5, 25)
    assert (copy.place[:3], copy.where("duration")[:3]) == (("b.yaml", 4, 13), ("b.yaml", 4, 30))
    assert copy.where("notes")[:3] == ("a.yaml", 6, 51)


def test_of_several_templates_the_later_goes_before_the_earlier() -> None:
    plan = plan_of(TEMPLATES, "campaigns: {c: {use: [mail, check]}}")
    copy = plan.tasks["c/copy"]
    assert (copy.duration, copy.owner[0].address, len(copy.needs)) == (estimate("3d"), "dana@example.com", 1)
    assert list(plan.campaigns["c"].tasks) == ["brief", "copy", "legal", "send"]


def test_a_task_left_out_takes_the_links_of_its_template_with_it() -> None:
    plan = plan_of(TEMPLATES, "campaigns: {c: {use: mail, tasks: {copy: null}}}")
    assert list(plan.campaigns["c"].tasks) == ["brief", "send"]
    assert [link.target for link in plan.dependencies["c/send"]] == ["c/brief"]


def test_a_link_of_ones_own_to_a_task_left_out_is_a_fault() -> None:
    _, faults = read(TEMPLATES, "campaigns: {c: {use: mail, tasks: {copy: null, send: {needs: [copy]}}}}")
    assert kinds(faults) == ["b.yaml:1:63 unknown-task"]


def test_leaving_out_what_no_template_has_is_a_fault() -> None:
    _, faults = read(TEMPLATES, "campaigns: {c: {use: mail, tasks: {copi: null}}}")
    assert told(faults) == [
        'b.yaml:1:36 unknown-task: No template in `use` has a task "copi" to leave out; did you mean "copy"?'
    ]


def test_without_a_template_an_empty_task_is_a_task() -> None:
    assert list(plan_of("campaigns: {c: {tasks: {copy: }}}").tasks) == ["c/copy"]


def test_effort_of_ones_own_replaces_the_duration_of_the_template() -> None:
    plan = plan_of(TEMPLATES, "campaigns: {c: {use: mail, tasks: {copy: {effort: 2pd}}}}")
    assert (plan.tasks["c/copy"].duration, plan.tasks["c/copy"].effort) == (None, Effort(2, 2, 2))


def test_a_fault_in_a_template_is_reported_once_however_often_it_is_used() -> None:
    template = "templates: {mail: {tasks: {copy: {duration: long}, Brief: {}}}}"
    _, faults = read(template, "campaigns: {c: {use: mail}, d: {use: mail}}")
    assert kinds(faults) == ["a.yaml:1:45 bad-duration", "a.yaml:1:52 bad-id"]


def test_a_template_that_nobody_uses_is_read_all_the_same() -> None:
    _, faults = read("templates: {mail: {tasks: {copy: {start: launch -1d, finish: launch 1d}}}}")
    assert kinds(faults) == ["a.yaml:1:62 bad-date"]


ASKED = "campaigns:\n  c:\n    tasks:\n      t: {request: {asked: 2026-12-01, given: {brief: 2026-12-02}}}\n"


def test_the_answer_of_the_doing_team_is_merged_into_the_request() -> None:
    plan = plan_of(
        ASKED,
        "answers:\n  c/t: {answer: accepted, promised: 2027-W10, asked: 2026-12-01, given: {copy: 2026-12-03}}\n",
    )
    request = plan.tasks["c/t"].request
    assert request is not None
    assert (request.answer, request.promised, request.asked) == ("accepted", dt.date(2027, 3, 14), dt.date(2026, 12, 1))
    assert request.given == {"brief": dt.date(2026, 12, 2), "copy": dt.date(2026, 12, 3)}
    assert plan.tasks["c/t"].where("request", "answer")[:3] == ("b.yaml", 2, 17)
    assert plan.tasks["c/t"].where("request", "asked")[:3] == ("a.yaml", 4, 28)


def test_an_answer_to_a_task_without_a_request_is_its_request() -> None:
    plan = plan_of(
        "projects: {p: {tasks: {t: , u: {request: null}}}}", "answers: {p/t: {answer: declined, because: x}, p/u: {}}"
    )
    request = plan.tasks["p/t"].request
    assert request is not None
    assert (request.answer, request.because) == ("declined", "x")


def test_what_is_stated_twice_must_be_the_same() -> None:
    _, faults = read(ASKED, "answers:\n  c/t: {asked: 2026-12-02}\n")
    assert told(faults) == [
        "b.yaml:2:16 contradiction: `asked` is stated differently in the request (a.yaml, line 4): state it once."
    ]
    assert faults[0].related[0].place[:3] == ("a.yaml", 4, 28)


@pytest.mark.parametrize(
    ("key", "fault"),
    [
        ("c/u", 'unknown-task: "c" has no task "u": correct the name, or define it.'),
        ("d/t", 'unknown-initiative: No campaign or project is called "d": correct the name, or define it.'),
        ("c", 'unknown-task: "c" is not a task: write initiative/task.'),
    ],
)
def test_answers_to_nothing(key: str, fault: str) -> None:
    assert told(read(ASKED, f"answers:\n  {key}: {{answer: accepted}}\n")[1]) == [f"b.yaml:2:3 {fault}"]


def test_the_one_launch_stands_among_the_launches() -> None:
    campaign = plan_of("campaigns: {c: {launch: {date: 2027-03-15, at: '09:00'}, launched: 2027-03-16}}").campaigns["c"]
    launch = campaign.launches[""]
    assert (launch.date, launch.at, launch.market) == (dt.date(2027, 3, 15), "09:00", None)
    assert launch.launched == campaign.launched == dt.date(2027, 3, 16)


def test_what_was_launched_without_a_plan_was_launched() -> None:
    launch = plan_of("campaigns: {c: {launched: 2026-11-16}}").campaigns["c"].launches[""]
    assert (launch.date, launch.launched) == (dt.date(2026, 11, 16), dt.date(2026, 11, 16))
    assert launch.place[1:3] == (1, 27)


def test_launches_by_market() -> None:
    launches = (
        plan_of("campaigns: {c: {launches: {pl: {date: 2027-03-22, firm: false}, de: 2027-W11}}}")
        .campaigns["c"]
        .launches
    )
    assert [(market, launch.market, launch.date, launch.firm) for market, launch in launches.items()] == [
        ("de", "de", dt.date(2027, 3, 15), True),
        ("pl", "pl", dt.date(2027, 3, 22), False),
    ]


def test_launch_and_launches_contradict_each_other() -> None:
    plan, faults = read("campaigns: {c: {launch: 2027-03-15, launches: {de: 2027-03-15}}}")
    assert kinds(faults) == ["a.yaml:1:17 contradiction"]
    assert list(plan.campaigns["c"].launches) == ["de"]


def test_a_duration_and_an_effort_contradict_each_other() -> None:
    plan, faults = read("projects: {p: {tasks: {t: {duration: 5d, effort: 5pd}}}}")
    assert kinds(faults) == ["a.yaml:1:42 contradiction"]
    assert (plan.tasks["p/t"].duration, plan.tasks["p/t"].effort) == (estimate("5d"), None)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("{}", "planned"),
        ("{started: 2027-01-05}", "doing"),
        ("{remaining: 2d}", "doing"),
        ("{started: 2027-01-05, finished: 2027-01-08}", "done"),
        ("{status: dropped, started: 2027-01-05}", "dropped"),
        ("{status: done, remaining: 2d}", "done"),
    ],
)
def test_the_days_say_where_a_task_stands_that_does_not_say_it(said: str, status: str) -> None:
    plan, faults = read(f"projects: {{p: {{tasks: {{t: {said}}}}}}}")
    assert (plan.tasks["p/t"].status, faults) == (status, ())


@pytest.mark.parametrize(
    "said",
    [
        "status: planned, finished: 2027-01-08",
        "status: doing, finished: 2027-01-08",
        "status: planned, started: 2027-01-08",
    ],
)
def test_a_status_and_a_day_that_contradict_each_other(said: str) -> None:
    _, faults = read(f"projects: {{p: {{tasks: {{t: {{{said}}}}}}}}}")
    assert kinds(faults) == [f"a.yaml:1:{28 + said.index(', ') + 2} contradiction"]


def test_in_a_workspace_without_teams_names_of_teams_are_words() -> None:
    plan = plan_of("projects: {p: {team: data, tasks: {t: {team: web, with: {brand: 1}}}}}")
    assert list(plan.teams) == ["brand", "data", "web"]
    assert plan.teams["web"].place[1:3] == (1, 46)
    assert plan.tasks["p/t"].team == "web"


@pytest.mark.parametrize("section", ["supports: [x]", "tasks: {t: {uses: [x], reviews-data: [x], connects: x}}"])
def test_registers_that_are_not_kept_are_not_asked(section: str) -> None:
    assert read(f"projects: {{p: {{{section}}}}}")[1] == ()


def test_the_only_fitting_kind_may_be_left_out() -> None:
    plan = plan_of("teams: {web: {}}", "blackouts: {b: {days: 2027-03-15, for: [web, it]}}")
    assert plan.blackouts["b"].for_ == ("team:web", "function:it")


def test_a_bare_id_that_fits_two_is_a_fault_that_shows_both_spellings() -> None:
    _, faults = read(
        "teams: {web: {}}\ntrains: {web: {releases: [{date: 2027-03-16}]}}",
        "blackouts: {b: {days: 2027-03-15, for: [web]}}",
    )
    assert told(faults) == ['b.yaml:1:41 ambiguous: "web" could be several things: write team:web or train:web.']


def test_settings_belong_into_the_file_that_marks_the_root() -> None:
    plan, faults = build(documents({"roadmap.yaml": "roadmap: {title: A}", "b.yaml": "roadmap: {title: B}"}), TODAY)
    assert plan.settings.title == "A"
    assert told(faults) == [
        "b.yaml:1:1 unknown-key: The section `roadmap` holds the settings of the workspace: "
        "move it to roadmap.yaml at its root."
    ]
