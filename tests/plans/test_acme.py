"""The example workspace `plans/acme`: it shows seven conflicts, and apart from them it is sound.

All dates here were worked out by hand. "Berlin" stands for Monday to Friday less the holidays of DE-BE (8, 26 and 29
March 2027), "Warsaw" for Monday to Friday less those of PL (6 January, 29 March, 3 May 2027), both less the shutdown
from 24 December to 1 January.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import roadmap

ACME = Path(__file__).parents[2] / "plans" / "acme"


@pytest.fixture(scope="module")
def acme() -> roadmap.Study:
    return roadmap.load(ACME, dt.date(2026, 11, 22))


# Code, what it is about, the file, and the text that the finding points at.
CONFLICTS = [
    # Spring sale: the landing page is one day too late for the release before the launch (see test_spring_sale).
    ("SC101", "spring-sale-2027@de", "campaigns/spring-sale-2027.yaml", "2027-03-22"),
    # Winter clearance: the request is complete three days too late, so the launch cannot be (see
    # test_winter_clearance).
    ("SC101", "winter-clearance-2027", "campaigns/winter-clearance-2027.yaml", "2027-01-11"),
    ("LT201", "winter-clearance-2027/landing", "campaigns/winter-clearance-2027.yaml", "landing"),
    # Loyalty: Apps promised a day that holidays make impossible (see test_loyalty).
    ("SC108", "loyalty-relaunch-2027/app-screen", "answers/mobile.yaml", "2027-01-20"),
    # Checkout: planned from 18 January, but the contract it waits for takes until 22 January.
    ("SC104", "checkout-renewal/integration", "projects/checkout-renewal.yaml", "2027-01-18"),
    # Garden season: 3 May is Constitution Day in Poland.
    ("SC117", "garden-season-2027", "campaigns/garden-season-2027.yaml", "2027-05-03"),
    # Back to school: the shop backend has declined, and the campaign still counts on it.
    ("LT206", "back-to-school-2027/bundles", "answers/shop-backend.yaml", "declined"),
    # Web: the release of 24 November was moved to 26 November, and both lie in peak trading.
    (
        "RT307",
        "web@gift-fixes",
        "trains/web.yaml",
        "{slot: 2026-11-24, date: 2026-11-26, name: gift-fixes, because: Corrections for the gift finder}",
    ),
]


def test_the_conflicts_are_those_that_it_means_to_show(acme: roadmap.Study) -> None:
    found = [
        (finding.code, finding.items[0], finding.place.path, _text_at(acme, finding.place))
        for finding in acme.report.findings
    ]
    assert sorted(found) == sorted(CONFLICTS)


def test_one_finding_is_suppressed_with_a_reason(acme: roadmap.Study) -> None:
    assert [(finding.code, finding.items) for finding in acme.report.suppressed] == [
        ("LT203", ("winter-clearance-2027/leaflet",))
    ]


def test_it_is_a_shop_of_eight_teams_and_an_agency_with_three_trains(acme: roadmap.Study) -> None:
    plan = acme.plan
    own = [team for team in plan.teams.values() if not team.external]
    assert Counter(team.function for team in own) == {"it": 4, "marketing": 3, "legal": 1}
    assert {team.calendar for team in own} == {"berlin", "warsaw"}
    assert [team.id for team in plan.teams.values() if team.external] == ["studio"]
    assert list(plan.trains) == ["app", "data", "web"]
    assert (len(plan.campaigns), len(plan.projects)) == (10, 4)
    assert 130 <= len(plan.tasks) <= 170
    assert acme.faults == ()


def test_spring_sale_misses_its_release_by_one_day_that_only_berlin_has_off(acme: roadmap.Study) -> None:
    tasks, launch = acme.schedule.tasks, acme.schedule.launches["spring-sale-2027@de"]
    # Import has 8 days left from Mon 23 Nov: to Wed 2 Dec. Mapping 8 days: Thu 3 to Mon 14 Dec. Texts 10 days in
    # Warsaw: 15 to 18, 21 to 23 Dec, 4, 5 and, after Epiphany, 7 Jan.
    assert tasks["pim/enrichment"].last_day == dt.date(2027, 1, 7)
    # 40 person-days by two are 20 days from Fri 8 Jan: 1 + 5 + 5 + 5 (to 29 Jan) + 4: Thu 4 Feb, two days after the
    # code cut-off of the data release on Thu 4 Feb, which is Tue 2 Feb. The next one is four weeks later.
    assert tasks["pim/product-feed"].last_day == dt.date(2027, 2, 4)
    assert tasks["pim/product-feed"].releases == ("data@2027-03-04",)
    # Six days in Berlin from Thu 4 Mar: 4, 5, then not Mon 8 (Women's Day), 9, 10, 11, 12. Warsaw would have been
    # done on the 11th, the code cut-off of 27.6.
    assert tasks["spring-sale-2027/landing"].last_day == dt.date(2027, 3, 12)
    # So it ships on Tue 30 March, is rehearsed on that day, and the launch can be on the 31st. Late by 22 to 25 and
    # 30 March: 5 days.
    assert tasks["spring-sale-2027/landing"].releases == ("web@2027-03-30",)
    assert (launch.possible, launch.float_) == (dt.date(2027, 3, 31).toordinal(), -5)
    # Poland launches on 5 April and has 31 March, 1 and 2 April to spare.
    assert acme.schedule.launches["spring-sale-2027@pl"].float_ == 3


def test_winter_clearance_asks_three_days_too_late(acme: roadmap.Study) -> None:
    landing = acme.schedule.tasks["winter-clearance-2027/landing"]
    # The last release before Mon 11 Jan is Tue 5 Jan; three working days before are 4 Jan, 23 Dec and 22 Dec, its
    # code cut-off.
    assert landing.late_end == dt.date(2026, 12, 23).toordinal()
    # Five days to 22 Dec begin on Wed 16 Dec (16, 17, 18, 21, 22); ten days of notice before begin on Wed 2 Dec.
    assert landing.late_start == dt.date(2026, 12, 16).toordinal()
    assert landing.ask_by == dt.date(2026, 12, 2)
    # The texts take ten more days from 23 Nov, to Fri 4 Dec: complete on the next working day, Mon 7, which is the
    # first day of notice; the tenth is Fri 18 Dec.
    assert acme.schedule.tasks["winter-clearance-2027/copy"].last_day == dt.date(2026, 12, 4)
    assert landing.first_day == dt.date(2026, 12, 21)
    finding = _finding(acme, "LT201")
    # Wed 2, Thu 3 and Fri 4 Dec.
    assert (finding.evidence["needed"], finding.evidence["complete"], finding.evidence["days_short"]) == (
        "2026-12-02",
        "2026-12-07",
        3,
    )
    # 21, 22, 23 Dec, 4 and 5 Jan: it ships on 19 Jan, is rehearsed then, and the launch can be on the 20th.
    assert acme.schedule.launches["winter-clearance-2027"].possible == dt.date(2027, 1, 20).toordinal()


def test_loyalty_card_is_promised_a_month_too_early(acme: roadmap.Study) -> None:
    card = acme.schedule.tasks["loyalty-relaunch-2027/app-screen"]
    # Points: 15 person-days by two are 8 days from Wed 9 Dec, to Fri 18 Dec. The card takes 8 days in Warsaw: 21, 22,
    # 23 Dec, 4, 5 Jan, then after Epiphany 7, 8 and 11 Jan.
    assert (card.first_day, card.last_day) == (dt.date(2026, 12, 21), dt.date(2027, 1, 11))
    # Eight working days before the app release on Wed 20 Jan: 19, 18, 15, 14, 13, 12, 11, 8 Jan. So it goes with the
    # third Wednesday of February.
    assert _cut_offs(acme, "app@2027-01-20")["code"] == dt.date(2027, 1, 8)
    assert card.releases == ("app@2027-02-17",)
    # The launch on 1 March does not suffer.
    assert acme.schedule.launches["loyalty-relaunch-2027"].met


def test_checkout_waits_for_its_contract(acme: roadmap.Study) -> None:
    # Twelve days from Thu 7 Jan: 7, 8, 11 to 15, 18 to 22 Jan.
    assert acme.schedule.tasks["checkout-renewal/payment-contract"].last_day == dt.date(2027, 1, 22)
    assert acme.schedule.tasks["checkout-renewal/integration"].first_day == dt.date(2027, 1, 25)


def test_releases_in_peak_trading_do_not_take_place(acme: roadmap.Study) -> None:
    skipped = [release.date for release in acme.plan.releases["web"] if release.skipped]
    # 26 Nov 2026 (moved) and 23 Nov 2027 lie in peak trading or are skipped, and so is 22 Dec 2026.
    assert skipped == [dt.date(2026, 11, 26), dt.date(2026, 12, 22), dt.date(2027, 11, 23)]


def test_without_its_conflicts_nothing_is_found(tmp_path: Path) -> None:
    mended: dict[str, list[tuple[str, str]]] = {
        "campaigns/spring-sale-2027.yaml": [("de: {date: 2027-03-22", "de: {date: 2027-04-02")],
        "campaigns/winter-clearance-2027.yaml": [("launch: 2027-01-11", "launch: 2027-01-25")],
        "answers/mobile.yaml": [("promised: 2027-01-20", "promised: 2027-02-17")],
        "projects/checkout-renewal.yaml": [("start: 2027-01-18", "start: 2027-01-25")],
        "campaigns/garden-season-2027.yaml": [("date: 2027-05-03", "date: 2027-05-04")],
        "answers/shop-backend.yaml": [
            ("answer: declined", "answer: accepted"),
            ("because: The checkout takes the team until summer, offered: 2027-08-31", "promised: 2027-07-30"),
        ],
        "trains/web.yaml": [("date: 2026-11-26, name: gift-fixes", "date: 2026-12-03, name: gift-fixes")],
    }
    for path in sorted(ACME.rglob("*.yaml")):
        name = path.relative_to(ACME).as_posix()
        text = path.read_text("utf-8")
        for old, new in mended.get(name, []):
            assert text.count(old) == 1
            text = text.replace(old, new)
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert [finding.message for finding in roadmap.load(tmp_path, dt.date(2026, 11, 22)).report.findings] == []


def _finding(study: roadmap.Study, code: str) -> roadmap.Finding:
    (finding,) = (finding for finding in study.report.findings if finding.code == code)
    return finding


def _cut_offs(study: roadmap.Study, release: str) -> dict[str, dt.date]:
    (found,) = (each for each in study.plan.releases[release.partition("@")[0]] if each.id == release)
    return found.cut_offs


def _text_at(study: roadmap.Study, place: Any) -> str:
    line = study.texts[place.path].splitlines()[place.line - 1]
    return line[place.column - 1 : place.end_column - 1]
