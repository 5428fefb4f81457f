"""What each object of a plan becomes. Days worked out by hand; Monday to Friday, no holidays, unless said."""

from __future__ import annotations

from pathlib import Path

import icalendar

from tests.outputs.ics.making import SETTINGS, calendar_of, days, events_of, made, related, studied, unfolded
from tests.outputs.ics.test_folding import value_of
from tests.plan_text import load

TEAMS = """\
teams:
  brand: {name: Brand, function: marketing, lead: Alex Kim <alex@plan.example>}
  web: {name: Web, function: it, notice: 5d}
trains:
  web:
    title: Web train
    team: web
    every: 2 weeks on tue
    from: 2027-01-05
    until: 2027-03-31
    cut-offs: {scope: 10d, code: 3d}
    request-gate: scope
    milestones: {rc1: 2d}
"""

SALE = (
    TEAMS
    + """\
campaigns:
  sale:
    title: Spring sale
    team: brand
    owner: [Mia Vogel <mia@plan.example>, kim@plan.example]
    launch: {date: 2027-03-15, at: "09:00"}
    ends: 2027-03-28
    channels: [email]
    supports: [growth]
    url: https://plan.example/sale
    budget: {total: 120000 EUR}
    notes: Secret plan
    tasks:
      copy: {title: Copy, duration: 5d, not-before: 2027-01-04, deadline: 2027-01-12}
      page:
        {title: Landing page, team: web, duration: 5d, needs: [copy], ships-on: web, notes: Hidden,
         request: {asked: 2026-11-02, answer: accepted, promised: 2027-02-02},
         roadblocks: [{what: No licence, raised: 2026-11-01}]}
      check: {title: Legal, team: web, duration: 2d, needs: [copy]}
      go: {title: Go or no go, duration: 0d, needs: [page +2d]}
objectives: {growth: {title: Growth}}
channels: {email: {title: E-mail}}
blackouts:
  peak: {title: Peak, days: 2027-02-20..2027-02-22, bars: [releases, launches], because: Busy, for: [team:web]}
"""
)


def test_the_release_and_what_belongs_to_it(tmp_path: Path) -> None:
    events = events_of(made(tmp_path, SALE))
    release = events["release-web@2027-02-02"]  # copy to 8 January, page 11 to 15 January, code on the 14th: not 19
    assert days(release) == ("20270202", "20270203")
    assert release["DTSTART"].params["VALUE"] == "DATE"
    assert (release["SUMMARY"], release["STATUS"], release["TRANSP"]) == (
        "Release: Web train",
        "TENTATIVE",
        "TRANSPARENT",
    )
    assert release["CATEGORIES"].to_ical() == b"Release"
    assert "It carries:\n- Landing page (Spring sale), Web" in release["DESCRIPTION"]
    assert sorted(related(release)) == [
        ("cut-off-web@2027-02-02/code", "DEPENDS-ON", None),
        ("cut-off-web@2027-02-02/scope", "DEPENDS-ON", None),
    ]
    # Three working days before Tuesday 2 February is Thursday 28 January; the freeze is what lies between.
    assert days(events["cut-off-web@2027-02-02/code"]) == ("20270128", "20270129")
    assert days(events["freeze-web@2027-02-02/code"]) == ("20270129", "20270202")
    assert days(events["cut-off-web@2027-02-02/scope"]) == ("20270119", "20270120")
    assert days(events["milestone-web@2027-02-02/rc1"]) == ("20270129", "20270130")
    code = events["cut-off-web@2027-02-02/code"]
    assert "Not finished yet, and due:\n- Landing page (Spring sale), Web" in code["DESCRIPTION"]
    assert (code["STATUS"], code["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")
    freeze = events["freeze-web@2027-02-02/code"]
    assert "Not finished yet, and due:\n- Landing page (Spring sale), Web" in freeze["DESCRIPTION"]
    assert "freeze-web@2027-02-02/scope" not in events


def test_a_release_is_confirmed_once_its_scope_is_settled(tmp_path: Path) -> None:
    study = studied(tmp_path, SALE, "2027-01-19")
    assert events_of(calendar_of(study)[0])["release-web@2027-02-02"]["STATUS"] == "TENTATIVE"
    study = studied(tmp_path, SALE, "2027-01-20")
    assert events_of(calendar_of(study)[0])["release-web@2027-02-02"]["STATUS"] == "CONFIRMED"


def test_launch_and_live_window(tmp_path: Path) -> None:
    events = events_of(made(tmp_path, SALE))
    launch, live = events["launch-sale"], events["live-sale"]
    assert days(launch) == ("20270315", "20270316")
    assert days(live) == ("20270315", "20270329")  # live to 28 March inclusive
    assert (launch["SUMMARY"], launch["STATUS"]) == ("Launch: Spring sale, 09:00", "CONFIRMED")
    assert (live["SUMMARY"], live["STATUS"], live["TRANSP"]) == ("Live: Spring sale", "CONFIRMED", "TRANSPARENT")
    assert "Led by: Brand\nOwner: Mia Vogel\nObjective: Growth\nChannels: E-mail" in live["DESCRIPTION"]
    assert "- Landing page (Web): Tue 2027-02-02 with web@2027-02-02" in launch["DESCRIPTION"]
    assert ("release-web@2027-02-02", "DEPENDS-ON", None) in related(launch)
    assert ("milestone-sale/go", "DEPENDS-ON", None) in related(launch)
    assert live["LINK"].params["LINKREL"] == "describedby"
    assert live["LINK"].params["VALUE"] == "URI"
    assert live["LINK"] == live["URL"] == "https://plan.example/sale"


def test_a_launch_that_cannot_hold_or_is_only_a_wish_is_tentative(tmp_path: Path) -> None:
    wish = SALE.replace('{date: 2027-03-15, at: "09:00"}', "{date: 2027-03-15, firm: false}")
    assert events_of(made(tmp_path, wish))["launch-sale"]["STATUS"] == "TENTATIVE"
    early = SALE.replace("2027-03-15", "2027-02-01")
    launch = events_of(made(tmp_path, early))["launch-sale"]
    assert launch["STATUS"] == "TENTATIVE"
    # The page is there on 2 February; two working days later, at the start of the 4th, all is decided.
    assert "It cannot hold: it is possible on Thu 2027-02-04 at the earliest." in launch["DESCRIPTION"]
    launched = SALE.replace("    ends:", "    launched: 2026-11-16\n    ends:")
    event = events_of(made(tmp_path, launched))["launch-sale"]
    assert (event["STATUS"], days(event)[0]) == ("CONFIRMED", "20261116")


def test_milestones_and_deadlines(tmp_path: Path) -> None:
    events = events_of(made(tmp_path, SALE))
    go = events["milestone-sale/go"]
    # Page available on Tuesday 2 February, two working days later: the start of Thursday the 4th.
    assert days(go) == ("20270204", "20270205")
    assert go["SUMMARY"] == "Milestone: Go or no go (Spring sale)"
    assert related(go) == [("promised-sale/page", "FINISHTOSTART", "P2D")]
    deadline = events["deadline-sale/copy"]
    assert days(deadline) == ("20270112", "20270113")
    assert deadline["STATUS"] == "CONFIRMED"
    late = events_of(made(tmp_path, SALE.replace("deadline: 2027-01-12", "deadline: 2027-01-07")))
    assert late["deadline-sale/copy"]["STATUS"] == "TENTATIVE"
    assert "It cannot hold" in late["deadline-sale/copy"]["DESCRIPTION"]


def test_the_deadline_of_a_project_waits_for_its_work(tmp_path: Path) -> None:
    project = """\
projects:
  feed:
    team: web
    deadline: 2027-02-26
    tasks:
      model: {title: Model, duration: 3d, status: done, finished: 2026-11-18, deadline: 2026-11-20}
      build: {title: Build, duration: 3d, deadline: 2027-01-29}
      ship: {title: Ship, duration: 3d, not-before: 2027-01-25, needs: [build], ships-on: web}
"""
    deadline = events_of(made(tmp_path, TEAMS + project))["deadline-feed"]
    # Ship takes 25 to 27 January; the release of 2 February closes at the end of the 28th.
    assert related(deadline) == [
        ("deadline-feed/build", "DEPENDS-ON", None),
        ("release-web@2027-02-02", "DEPENDS-ON", None),
    ]


def test_hand_offs_say_who_asks_whom_for_what(tmp_path: Path) -> None:
    events = events_of(made(tmp_path, SALE))
    ask = events["ask-by-sale/check"]
    # Late finish Friday 12 March, so late start Thursday 11; five working days before: Thursday 4 March.
    assert days(ask) == ("20270304", "20270305")
    assert (ask["SUMMARY"], ask["STATUS"]) == ("Last day to ask Web: Legal (Spring sale)", "CONFIRMED")
    assert ask["DESCRIPTION"] == (
        "Brand asks Web for “Legal” (sale/check) by the end of this day.\n\n"
        "Web then starts on Thu 2027-03-11 after 5 working days of notice, in time for the launch of Spring sale."
    )
    promised = events["promised-sale/page"]
    assert days(promised) == ("20270202", "20270203")
    assert promised["SUMMARY"] == "Promised by Web: Landing page (Spring sale)"
    assert "Web has promised “Landing page” (sale/page) to Brand for this day." in promised["DESCRIPTION"]
    assert "It is waited for by:\n- Go or no go (Spring sale), Brand" in promised["DESCRIPTION"]
    assert "ask-by-sale/page" not in events  # it was asked and accepted


def test_a_promise_with_a_stated_time_is_the_half_hour_before_in_utc(tmp_path: Path) -> None:
    timed = SALE.replace("    milestones: {rc1: 2d}\n", '    releases: [{slot: 2027-02-02, at: "10:00"}]\n')
    event = events_of(made(tmp_path, timed))["promised-sale/page"]
    assert days(event) == ("20270202T083000Z", "20270202T090000Z")  # 10:00 in Berlin is 09:00 UTC


def test_blackouts_take_time(tmp_path: Path) -> None:
    event = events_of(made(tmp_path, SALE))["blackout-peak"]
    assert days(event) == ("20270220", "20270223")
    assert event["SUMMARY"] == "Blackout: Peak (no releases and no launches)"
    assert (event["STATUS"], event["TRANSP"], event["COLOR"]) == ("CONFIRMED", "OPAQUE", "dimgray")
    assert event["DESCRIPTION"] == ("No releases and no launches on these days.\n\nBecause: Busy\n\nFor: team:web")


def test_a_conflict_lasts_from_the_day_wanted_to_the_day_possible(tmp_path: Path) -> None:
    events = events_of(made(tmp_path, SALE.replace("2027-03-15", "2027-02-01")))
    (conflict,) = (
        event for uid, event in events.items() if uid.startswith("conflict-") and "Launch" in event["SUMMARY"]
    )
    assert conflict["SUMMARY"] == "⚠ Launch impossible: Spring sale"
    assert days(conflict) == ("20270201", "20270205")
    assert (conflict["STATUS"], conflict["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")
    assert ("launch-sale", "DEPENDS-ON", None) in related(conflict)
    assert ("release-web@2027-02-02", "DEPENDS-ON", None) in related(conflict)


def test_a_launch_in_a_blackout_is_a_conflict_on_its_day(tmp_path: Path) -> None:
    barred = SALE.replace("days: 2027-02-20..2027-02-22", "days: 2027-03-14..2027-03-20").replace(
        ", for: [team:web]", ""
    )
    (conflict,) = (event for uid, event in events_of(made(tmp_path, barred)).items() if uid.startswith("conflict-"))
    assert conflict["SUMMARY"] == "⚠ Launch in blackout: Spring sale"
    assert days(conflict) == ("20270315", "20270316")
    assert related(conflict) == [("launch-sale", "DEPENDS-ON", None), ("blackout-peak", "DEPENDS-ON", None)]


def test_an_overlap_that_counts_as_an_error_is_a_conflict_on_its_days(tmp_path: Path) -> None:
    """`same-audience` (CC601) is a warning unless a workspace raises it."""
    campaigns = """\
teams: {brand: {name: Brand}}
channels: {email: {title: E-mail}}
audiences: {loyal: {title: Loyal}}
campaigns:
  gala: {title: Gala, team: brand, launch: 2027-03-08, ends: 2027-03-19, channels: [email], audience: [loyal]}
  sale:
    title: Sale
    team: brand
    launches: {de: 2027-03-15, pl: 2027-03-16}
    ends: 2027-03-28
    channels: [email]
    audience: [loyal]
"""
    settings = SETTINGS.replace("version: 1", "version: 1, checks: {severity: {CC601: error}}")
    study = load(tmp_path, {"roadmap.yaml": settings, "plan.yaml": campaigns}, "2026-11-22")
    (conflict,) = (event for uid, event in events_of(calendar_of(study)[0]).items() if uid.startswith("conflict-"))
    assert conflict["SUMMARY"] == "⚠ Same audience: Sale"
    assert days(conflict) == ("20270315", "20270320")  # 15 to 19 March inclusive
    assert sorted(related(conflict)) == [
        ("launch-gala", "DEPENDS-ON", None),
        ("launch-sale@de", "DEPENDS-ON", None),
        ("launch-sale@pl", "DEPENDS-ON", None),
    ]


def test_relationships_lead_to_events_that_there_are(tmp_path: Path) -> None:
    events = events_of(made(tmp_path, SALE))
    for event in events.values():
        assert {uid for uid, _, _ in related(event)} <= events.keys()


def test_every_event_has_what_clients_need(tmp_path: Path) -> None:
    content = made(tmp_path, SALE)
    for event in events_of(content).values():
        assert event["DTSTAMP"].to_ical() == event["LAST-MODIFIED"].to_ical() == b"20261120T083000Z"
        assert event["SEQUENCE"] == 0
        assert event["UID"].endswith("@plan.example")
        assert not event.walk("VALARM")
    assert b"METHOD" not in content


def test_what_is_private_is_left_out_unless_asked_for(tmp_path: Path) -> None:
    plain, people = made(tmp_path, SALE), made(tmp_path, SALE, people=True)
    details = made(tmp_path, SALE, details=True)
    private = ("mia@plan.example", "kim@plan.example", "alex@plan.example", "120000", "Secret", "Hidden", "No licence")
    told = ["\n".join(unfolded(content)) for content in (plain, people, details)]
    assert not [word for word in private if word in told[0]]
    assert [word for word in private if word in told[1]] == ["mia@plan.example", "kim@plan.example"]
    assert [word for word in private if word in told[2]] == ["120000", "Secret", "Hidden", "No licence"]


def test_alarms_come_only_on_request_and_only_to_hand_offs(tmp_path: Path) -> None:
    events = events_of(made(tmp_path, SALE, alarms=True))
    assert {uid for uid, event in events.items() if event.walk("VALARM")} == {"ask-by-sale/check", "promised-sale/page"}
    (alarm,) = events["ask-by-sale/check"].walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].to_ical()) == ("DISPLAY", b"-PT15H")  # 9:00 on the day before


def test_feeds_show_what_concerns_them_with_the_same_bytes(tmp_path: Path) -> None:
    study = studied(tmp_path, SALE)
    all_ = calendar_of(study)[0]
    brand, web = calendar_of(study, "team:brand")[0], calendar_of(study, "team:web")[0]
    train, campaign = calendar_of(study, "train:web")[0], calendar_of(study, "campaign:sale")[0]
    for content in (brand, web, train, campaign):
        for event in content.split(b"BEGIN:VEVENT")[1:]:
            assert event.removesuffix(b"END:VCALENDAR\r\n") in all_
    # Brand leads the campaign, whose page ships with one release.
    assert {"launch-sale", "deadline-sale/copy", "ask-by-sale/check", "release-web@2027-02-02"} <= events_of(
        brand
    ).keys()
    assert not {"blackout-peak", "release-web@2027-01-05"} & events_of(brand).keys()
    assert {"launch-sale", "blackout-peak", "ask-by-sale/check", "release-web@2027-01-05"} <= events_of(web).keys()
    assert "deadline-sale/copy" not in events_of(web)
    assert {"release-web@2027-01-05", "promised-sale/page"} <= events_of(train).keys()
    assert not {"launch-sale", "ask-by-sale/check"} & events_of(train).keys()
    assert {"launch-sale", "release-web@2027-02-02", "ask-by-sale/check"} <= events_of(campaign).keys()
    assert "release-web@2027-01-05" not in events_of(campaign)


def test_the_calendar_says_what_it_is(tmp_path: Path) -> None:
    content = made(tmp_path, SALE, feed="team:web")
    calendar = icalendar.Calendar.from_ical(content)
    assert value_of(content, b"NAME") == value_of(content, b"X-WR-CALNAME") == "Web (Test)"
    assert value_of(content, b"DESCRIPTION") == value_of(content, b"X-WR-CALDESC")
    lines = unfolded(content)
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT4H" in lines
    assert "X-PUBLISHED-TTL:PT4H" in lines
    assert "LAST-MODIFIED:20261120T083000Z" in lines
    assert "UID" not in calendar
    assert not calendar.walk("VTIMEZONE")  # no recurrence with a time


def test_names_with_line_ends_start_no_new_property(tmp_path: Path) -> None:
    hostile = TEAMS.replace("name: Web,", r'name: "Web\r\nATTACH:x\nBEGIN:VEVENT",')
    content = made(tmp_path, hostile, feed="team:web")
    assert not [line for line in unfolded(content) if line.startswith("ATTACH")]
    for name in (b"NAME", b"X-WR-CALNAME"):
        assert value_of(content, name) == "Web\nATTACH:x\nBEGIN:VEVENT (Test)"


def test_an_empty_plan_is_an_empty_calendar(tmp_path: Path) -> None:
    content = made(tmp_path, "teams: {}\n")
    assert events_of(content) == {}
    # RFC 5545, 3.6: at least one component.
    assert [zone["TZID"] for zone in icalendar.Calendar.from_ical(content).walk("VTIMEZONE")] == ["Europe/Berlin"]


def test_a_task_without_a_title_goes_by_its_name_beside_its_initiative(tmp_path: Path) -> None:
    plan = SALE.replace("title: Legal, ", "").replace("title: Go or no go, ", "")
    events = events_of(made(tmp_path, plan))
    assert events["ask-by-sale/check"]["SUMMARY"] == "Last day to ask Web: check (Spring sale)"
    assert events["milestone-sale/go"]["SUMMARY"] == "Milestone: go (Spring sale)"
    assert "The last thing that it waits for is sale/go (Brand)." in events["launch-sale"]["DESCRIPTION"]


def test_a_conflict_leads_to_what_is_waited_for(tmp_path: Path) -> None:
    plan = SALE.replace("needs: [copy], ships-on", "start: 2027-01-06, needs: [copy], ships-on")
    plan = plan.replace("deadline: 2027-01-12", "team: web, request: {asked: 2026-11-02, promised: 2027-01-12}")
    events = events_of(made(tmp_path, plan))
    (conflict,) = (
        event for event in events.values() if event["SUMMARY"] == "⚠ Pinned start too early: Landing page (Spring sale)"
    )
    assert ("promised-sale/copy", "DEPENDS-ON", None) in related(conflict)


def test_what_is_still_to_do_for_a_project_comes_in_the_order_in_which_it_is_ready(tmp_path: Path) -> None:
    plan = """\
teams: {web: {name: Web}}
projects:
  shop:
    {title: Shop, team: web, deadline: 2027-03-01, tasks: {
      a: {title: Last, duration: 2d, not-before: 2027-02-01}, b: {title: First, duration: 2d, not-before: 2027-01-04}}}
"""
    text = events_of(made(tmp_path, plan))["deadline-shop"]["DESCRIPTION"]
    assert text.endswith("Still to do:\n- First (Shop), Web\n- Last (Shop), Web")
