"""Every section and field of the plan language, in the example of its documentation, lands as what it means."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from roadmap.model.initiative import Campaign
from roadmap.model.plan import Plan
from roadmap.model.values.cutoffs import CutOff, Load
from roadmap.model.values.dates import Span
from roadmap.model.values.durations import Duration, Effort, Estimate
from roadmap.model.values.money import Money
from roadmap.model.values.people import Person
from roadmap.model.values.rates import Rate
from roadmap.source.nodes import Place
from tests.model.reading_plans import EXAMPLE, plan_of

D = dt.date


def days(amount: float, unit: str = "d") -> Duration:
    return Duration(amount, unit)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def plan() -> Plan:
    from roadmap.model.build import build
    from tests.model.reading_plans import TODAY, documents, told

    files = {path.name: path.read_text("utf-8") for path in EXAMPLE.glob("*.yaml")}
    plan, faults = build(documents(files), TODAY)
    assert told(faults) == []
    return plan


def test_settings(plan: Plan) -> None:
    settings = plan.settings
    assert (settings.version, settings.title, settings.timezone) == (1, "Acme roadmap 2027", "Europe/Berlin")
    assert (settings.calendar, settings.domain) == ("berlin", "acme.example")
    assert (settings.starts, settings.until) == (D(2026, 11, 2), D(2028, 12, 31))
    assert (settings.confidence, settings.distribution, settings.correlation) == (0.8, "pert", 0.3)
    assert settings.buffer == days(2)
    assert settings.exclude == ("archive/**",)
    checks = settings.checks
    assert (checks.profile, checks.ignore, checks.severity) == ("standard", ("VO401",), {"LT203": "error"})
    assert checks.per_path["drafts/**"].ignore == ("OW",)
    limits = checks.limits
    assert (limits.launch_gap, limits.pilot_length, limits.pilot_teams) == (days(5), days(12, "w"), 2)
    assert limits.review_gap == days(6, "w")


def test_calendars(plan: Plan) -> None:
    berlin = plan.calendars["berlin"]
    assert berlin.week.days == (0, 1, 2, 3, 4)
    assert berlin.holidays == ("DE-BE",)
    assert berlin.closed == {Span(D(2026, 12, 24), D(2027, 1, 1)): "Company shutdown"}
    assert berlin.open == {Span(D(2027, 5, 8), D(2027, 5, 8)): "Inventory Saturday"}


def test_teams(plan: Plan) -> None:
    assert list(plan.teams) == ["brand", "data-platform", "web"]
    web = plan.teams["web"]
    assert (web.id, web.name, web.function, web.calendar, web.people) == ("web", "Web platform", "it", "berlin", 6)
    assert web.lead == Person("dana@example.com", "Dana Berg")
    ((span, away),) = web.away.items()
    assert span == Span(D(2027, 2, 1), D(2027, 2, 12))
    assert (away.people, away.because) == (2, "Offsite")
    assert (web.notice, web.external, web.budget) == (days(5), False, Money(Decimal(100000), "EUR"))


def test_services(plan: Plan) -> None:
    service = plan.services["landing-page"]
    assert (service.team, service.notice, service.needs_from_asker) == ("web", days(10), ("brief", "copy"))
    assert service.duration == Estimate(days(3), days(5), days(8))
    assert service.source == "Web team working agreement, 2026-09"


def test_trains(plan: Plan) -> None:
    train = plan.trains["web"]
    assert (train.title, train.team, train.systems) == ("Web release train", "web", ("shop", "cms"))
    assert train.every is not None
    assert train.every.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    assert (train.from_, train.until, train.on_closed_day) == (D(2026, 9, 1), D(2027, 12, 31), "next")
    assert train.cut_offs == {"scope": CutOff(days(15)), "code": CutOff(days(3))}
    assert (train.request_gate, train.gate, train.milestones) == ("scope", "code", {"rc1": CutOff(days(10))})
    assert (train.capacity, train.skip) == (Load(12, "tasks"), (D(2026, 12, 22),))
    moved, hotfix = train.releases
    assert (moved.slot, moved.date, moved.name, moved.at) == (D(2027, 3, 16), D(2027, 3, 18), "27.6", "10:00")
    assert (moved.cut_offs, moved.capacity) == ({"code": CutOff(D(2027, 3, 11))}, Load(4, "tasks"))
    assert (hotfix.slot, hotfix.date, hotfix.name) == (None, D(2027, 3, 31), "hotfix-1")


def test_releases(plan: Plan) -> None:
    by_id = {release.id: release for release in plan.releases["web"]}
    assert by_id["web@27.6"].date == D(2027, 3, 18)
    assert by_id["web@27.6"].cut_offs["code"] == D(2027, 3, 11)
    assert by_id["web@hotfix-1"].date == D(2027, 3, 31)
    assert by_id["web@2026-12-22"].skipped == "skip"
    assert by_id["web@2026-11-24"].skipped == "blackout peak-trading"


def test_blackouts(plan: Plan) -> None:
    blackout = plan.blackouts["peak-trading"]
    assert blackout.days == Span(D(2026, 11, 20), D(2026, 12, 2))
    assert (blackout.bars, blackout.for_, blackout.because) == (("releases",), ("train:web",), "Peak trading")


def test_campaigns(plan: Plan) -> None:
    sale = plan.campaigns["spring-sale"]
    assert plan.initiatives["spring-sale"] is sale
    assert (sale.id, sale.title, sale.use, sale.team) == (
        "spring-sale", "Spring sale 2027", ("email-campaign",), "brand",
    )  # fmt: skip
    assert sale.owner == (Person("alex@example.com", "Alex Kim"),)
    assert (sale.status, sale.part_of, sale.launched, sale.ends) == (
        "planned", "growth-programme", None, D(2027, 4, 5),
    )  # fmt: skip
    assert list(sale.launches) == [""]
    launch = sale.launches[""]
    assert (launch.date, launch.firm, launch.market) == (D(2027, 3, 15), True, None)
    assert (sale.channels, sale.audience, sale.contacts) == (("email", "web"), ("loyalty",), Rate(2, "week"))
    assert (sale.supports, sale.horizon, sale.stage) == (("revenue-q1",), "tactical", "full")
    assert sale.decides is not None
    assert (sale.decides.strategy, sale.decides.budget, sale.decides.data) == ("brand", "brand", "data-platform")
    assert sale.budget is not None
    assert sale.budget.total == Money(Decimal(120000), "EUR")
    assert sale.budget.split == {"function:it": 0.3, "function:marketing": 0.7}
    assert (sale.first_shared, sale.told) == (D(2026, 11, 2), {"web": D(2026, 11, 2)})


def test_the_tasks_of_the_template(plan: Plan) -> None:
    assert list(plan.campaigns["spring-sale"].tasks) == ["brief", "copy", "landing"]
    brief, copy = plan.tasks["spring-sale/brief"], plan.tasks["spring-sale/copy"]
    assert (brief.title, brief.provides, brief.team) == ("Brief", ("brief",), "brand")
    # Six weeks are 30 working days before Monday 15 March: four from 9 to 12 March (the 8th is a holiday), 25 in the
    # five weeks from 1 February to 5 March, and Friday 29 January.
    assert brief.deadline == D(2027, 1, 29)
    assert copy.duration == Estimate(days(5), days(5), days(5))
    assert (copy.name, copy.initiative, copy.notice) == ("copy", "spring-sale", None)


def test_tasks(plan: Plan) -> None:
    landing = plan.tasks["spring-sale/landing"]
    assert (landing.title, landing.service, landing.team) == ("Landing page", "landing-page", "web")
    assert (landing.duration, landing.notice) == (Estimate(days(3), days(5), days(8)), days(10))
    assert (landing.ships_on, landing.priority, landing.uses) == (("web",), "must", ("cms", "personaliser"))
    assert (landing.connects, landing.reviews_data) == (("cms", "pim"), ())
    request = landing.request
    assert request is not None
    assert request.asked == D(2026, 12, 1)
    assert request.given == {"brief": D(2026, 12, 1), "copy": D(2026, 12, 4)}
    assert (request.answer, request.answered, request.promised) == ("accepted", D(2026, 12, 8), D(2027, 3, 2))
    (collected,) = landing.collects
    assert (collected.data, collected.how, collected.stored_in) == ("customer", "consent form", "cdp")
    assert collected.privacy == "approved"
    (roadblock,) = landing.roadblocks
    assert (roadblock.what, roadblock.owner) == ("No test data", Person("dana@example.com", None))
    assert (roadblock.raised, roadblock.due) == (D(2026, 12, 10), D(2026, 12, 20))
    assert (roadblock.resolved, roadblock.how) == (D(2026, 12, 18), "Synthetic set agreed")


def test_links(plan: Plan) -> None:
    # `needs` stands in the 104th line of the example; the two links begin in columns 17 and 23.
    copy = Place("roadmap.yaml", 104, 17, 104, 21)
    feed = Place("roadmap.yaml", 104, 23, 104, 39)
    assert [(link.target, link.type, link.lag, link.place) for link in plan.dependencies["spring-sale/landing"]] == [
        ("spring-sale/copy", "FS", days(0), copy),
        ("pim/product-feed", "FS", days(0), feed),
    ]
    assert all(
        (link.kind, link.work, link.because) == ("task", False, None)
        for link in plan.dependencies["spring-sale/landing"]
    )


def test_projects(plan: Plan) -> None:
    pim = plan.projects["pim"]
    assert (pim.team, pim.horizon, pim.stage, pim.deadline) == ("data-platform", "strategic", "pilot", D(2027, 9, 30))
    feed = plan.tasks["pim/product-feed"]
    assert (feed.effort, feed.people, feed.duration, feed.ships_on) == (Effort(12, 12, 12), 2, None, ("data",))


def test_registers(plan: Plan) -> None:
    objective = plan.objectives["revenue-q1"]
    assert (objective.title, objective.team, objective.measure) == ("Q1 revenue", "brand", "+8% net sales")
    assert objective.conflicts_with == ("cost-freeze",)
    assert {name: channel.title for name, channel in plan.channels.items()} == {"email": "E-mail", "web": "Web shop"}
    assert plan.audiences["loyalty"].contacts == Rate(3, "week")
    cms = plan.technologies["cms"]
    assert (cms.title, cms.status, cms.team, cms.standard) == ("CMS", "adopted", "web", "IT-STD-12")
    assert (cms.until, cms.connects, cms.funded_by, cms.decided_by) == (
        D(2028, 12, 31), ("pim",), "function:it", "web",
    )  # fmt: skip
    assert list(plan.technologies) == ["cdp", "cms", "personaliser", "pim", "shop"]
    customer = plan.data["customer"]
    assert (customer.golden_record, customer.steward, customer.personal) == (("cdp",), "data-platform", True)
    term = plan.glossary["PIM"]
    assert (term.id, term.means) == ("PIM", "Product information management")
    assert (term.marketing, term.it) == ("the product catalogue", "PIM platform")


def test_reviews(plan: Plan) -> None:
    review = plan.reviews["monthly-sync"]
    assert review.every is not None
    assert review.every.rule == "FREQ=MONTHLY;BYDAY=1WE"
    assert (review.at, review.for_, review.from_) == ("14:00", "45m", D(2026, 11, 4))
    assert (review.teams, review.conference) == (("brand", "web"), "https://…")


def test_scenarios(plan: Plan) -> None:
    scenario = plan.scenarios["pim-late"]
    assert scenario.because == "Vendor slips"
    assert scenario.change == {"pim/product-feed": {"effort": "24pd"}, "web@27.6": {"date": "2027-03-23"}}


def test_what_is_known_of_the_files(plan: Plan) -> None:
    assert (plan.files, plan.unread) == (("roadmap.yaml", "supplement.yaml"), ())
    assert isinstance(plan.initiatives["spring-sale"], Campaign)
    assert list(plan.initiatives) == ["pim", "spring-sale"]


def test_an_id_with_nothing_below_it_exists() -> None:
    plan = plan_of("channels:\n  email:\n")
    assert plan.channels["email"].title is None
