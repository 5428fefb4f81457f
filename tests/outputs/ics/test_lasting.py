"""Whatever a thing is called now, calendars know it by what it was called first; and no two things by one name."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.lasting import Contest, lasting_names
from roadmap.outputs.ics.feeds import addresses, all_feeds
from tests.outputs.ics.making import calendar_of, events_of, made, related, studied, subject_of

PLAN = """\
teams:
  design: {was: [brand, studio], name: Brand}
  web: {name: Web, notice: 5d}
trains:
  shop:
    was: [web]
    title: Shop
    team: web
    every: 2 weeks on tue
    from: 2027-02-02
    until: 2027-02-28
    cut-offs: {code: 3d}
    milestones: {rc: 2d}
    releases: [{slot: 2027-02-02, was: ["27.1", "27.2"], name: "27.3"}, {slot: 2027-02-16, was: [beta]}]
campaigns:
  promo:
    was: [sale]
    team: design
    launches: {de: 2027-03-15, pl: 2027-03-22}
    ends: 2027-04-04
    tasks:
      texts: {was: [copy], duration: 5d, deadline: 2027-01-08}
      page:
        was: [landing]
        team: web
        duration: 5d
        needs: [texts]
        ships-on: shop
        request: {asked: 2026-11-02, answer: accepted, promised: 2027-02-02}
      mail: {was: [letter], team: web, duration: 1d, needs: [page]}
projects:
  feed: {was: [pim], team: web, deadline: 2027-02-26, tasks: {model: {was: [data], duration: 0d, needs: [promo/page]}}}
blackouts: {peak: {was: [freeze], days: 2027-04-10..2027-04-11, for: ["team:design"]}}
reviews: {weekly: {was: [sync], teams: [design, web], every: every week on mon, from: 2027-01-04, until: 2027-02-01}}
"""


def test_every_kind_of_event_keeps_the_first_id_of_each_thing_in_its_uid(tmp_path: Path) -> None:
    assert sorted(events_of(made(tmp_path, PLAN))) == [
        "ask-by-sale/letter",
        "blackout-freeze",
        "cut-off-web@27.1/code",
        "cut-off-web@beta/code",
        "deadline-pim",
        "deadline-sale/copy",
        "freeze-web@27.1/code",
        "freeze-web@beta/code",
        "launch-sale@de",
        "launch-sale@pl",
        "live-sale@de",
        "live-sale@pl",
        "milestone-pim/data",
        "milestone-web@27.1/rc",
        "milestone-web@beta/rc",
        "promised-sale/landing",
        "release-web@27.1",
        "release-web@beta",
        "review-sync",
    ]


def test_relationships_lead_there_too(tmp_path: Path) -> None:
    events = events_of(made(tmp_path, PLAN))
    assert related(events["release-web@27.1"]) == [("cut-off-web@27.1/code", "DEPENDS-ON", None)]
    assert related(events["milestone-pim/data"]) == [("promised-sale/landing", "FINISHTOSTART", None)]
    assert related(events["live-sale@de"]) == [("launch-sale@de", "DEPENDS-ON", None)]


def test_the_uid_of_a_conflict_lasts_as_well(tmp_path: Path) -> None:
    """Its uid is made of what it is about: the launch, and the blackout in which it lies."""
    plan = """\
campaigns: {sale: {launch: 2027-03-15}, late: {launch: 2026-11-23, tasks: {copy: {duration: 5d}}}}
blackouts: {peak: {days: 2027-03-14..2027-03-20, bars: [launches]}}
"""
    later = """\
campaigns:
  promo: {was: [sale], launch: 2027-03-15}
  soon: {was: [late], launch: 2026-11-23, tasks: {copy: {duration: 5d}}}
blackouts: {storm: {was: [peak], days: 2027-03-14..2027-03-20, bars: [launches]}}
"""
    before, after = made(tmp_path / "before", plan), made(tmp_path / "after", later)
    assert sorted(events_of(after)) == sorted(events_of(before))
    assert len([uid for uid in events_of(after) if uid.startswith("conflict-")]) == 2


def test_feeds_show_the_same_and_have_their_former_addresses(tmp_path: Path) -> None:
    study = studied(tmp_path, PLAN)
    feeds = all_feeds(study.plan, subject_of(study).lasting)
    assert {name: feed.name for name, feed in addresses(feeds).items()} == {
        "all.ics": "all",
        "team-brand.ics": "team:design",
        "team-studio.ics": "team:design",
        "team-design.ics": "team:design",
        "team-web.ics": "team:web",
        "train-web.ics": "train:shop",
        "train-shop.ics": "train:shop",
        "campaign-sale.ics": "campaign:promo",
        "campaign-promo.ics": "campaign:promo",
    }
    assert {"blackout-freeze", "launch-sale@de", "ask-by-sale/letter"} <= events_of(
        calendar_of(study, "team:design")[0]
    ).keys()
    assert "release-web@27.1" in events_of(calendar_of(study, "train:shop")[0])


def test_a_new_thing_with_a_former_id_shares_no_uid_and_no_address(tmp_path: Path) -> None:
    plan = """\
teams: {shop: {was: [web]}, web: {}}
campaigns:
  promo:
    was: [sale]
    team: shop
    launch: 2027-03-15
    tasks: {texts: {was: [copy], title: Texts, duration: 0d}, copy: {title: Copy, duration: 0d}}
  sale: {team: web, launch: 2027-06-15}
"""
    study = studied(tmp_path, plan)
    events = events_of(calendar_of(study)[0])
    assert events["launch-sale"]["SUMMARY"] == "Launch: promo"
    assert events["launch-sale~2"]["SUMMARY"] == "Launch: sale"
    assert events["milestone-sale/copy"]["SUMMARY"] == "Milestone: Texts (promo)"
    assert events["milestone-sale/copy~2"]["SUMMARY"] == "Milestone: Copy (promo)"
    lasting = subject_of(study).lasting
    assert lasting.contests == [
        Contest("team", "web", "shop", "web", "web~2"),
        Contest("initiative", "sale", "promo", "sale", "sale~2"),
        Contest("task", "copy", "promo/texts", "promo/copy", "copy~2"),
    ]
    held = {name: feed.name for name, feed in addresses(all_feeds(study.plan, lasting)).items()}
    assert (held["team-web.ics"], held["team-shop.ics"], held["team-web~2.ics"]) == (
        "team:shop",
        "team:shop",
        "team:web",
    )
    assert "launch-sale~2" in events_of(calendar_of(study, "team:web")[0])
    assert "launch-sale~2" not in events_of(calendar_of(study, "team:shop")[0])


def test_of_copies_that_kept_a_former_id_one_has_it() -> None:
    """Somebody copied the campaign of last year, `was` included."""
    assert lasting_names({"sale-2027": ["sale"], "sale-2028": ["sale"], "gala": []}) == {
        "sale-2027": "sale",
        "sale-2028": "sale-2028",
        "gala": "gala",
    }


def test_two_that_swapped_their_ids_keep_what_they_were_first() -> None:
    assert lasting_names({"a": ["b"], "b": ["a", "between"]}) == {"a": "b", "b": "a"}


IDS = st.sampled_from(["a", "b", "c", "d", "e"])


@given(st.dictionaries(IDS, st.lists(IDS, max_size=3)))
def test_no_two_things_are_ever_known_by_one_name(former: dict[str, list[str]]) -> None:
    names = lasting_names(former)
    assert names.keys() == former.keys()
    assert len(set(names.values())) == len(names)
