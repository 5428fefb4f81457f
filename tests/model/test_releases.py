"""The releases of a train. Berlin's holidays near: 8, 26 and 29 March 2027; 8 March is a Monday."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from roadmap.model.build import build
from roadmap.model.plan import Plan
from roadmap.model.release import Release
from roadmap.source.faults import Fault
from roadmap.source.load import parse

BASE = """
roadmap: {calendar: berlin, until: HORIZON}
calendars:
  berlin: {week: mon-fri, holidays: DE-BE, closed: {2026-12-24..2027-01-01: Shutdown}}
teams:
  web: {function: it}
"""


def read(*texts: str, horizon: str = "null") -> tuple[Plan, tuple[Fault, ...]]:
    files = {"roadmap.yaml": BASE.replace("HORIZON", horizon)}
    files |= {f"{index}.yaml": text for index, text in enumerate(texts)}
    return build({path: parse(path, text) for path, text in files.items()}, dt.date(2026, 11, 22))


def releases(*texts: str, horizon: str = "null") -> tuple[Release, ...]:
    """The releases of the train `web`, in a plan without faults."""
    plan, faults = read(*texts, horizon=horizon)
    assert faults == ()
    return plan.releases["web"]


def train(rest: str, every: str = "2 weeks on tue", start: str = "2027-02-02", until: str = "2027-04-30") -> str:
    return f"trains: {{web: {{team: web, every: every {every}, from: {start}, until: {until}, {rest}}}}}"


def by_hand(*written: str, rest: str = "") -> str:
    return f"trains: {{web: {{team: web, {rest} releases: [{', '.join(written)}]}}}}"


def days(found: tuple[Release, ...]) -> list[str]:
    return [release.date.isoformat() for release in found]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def fault(*texts: str) -> tuple[str, str, str]:
    """Kind, message and the text at the place of the only fault."""
    _, faults = read(*texts)
    assert len(faults) == 1, faults
    (found,) = faults
    lines = texts[int(found.place.path[0])].split("\n")
    return found.kind, found.message, lines[found.place.line - 1][found.place.column - 1 : found.place.end_column - 1]


class TestSlots:
    def test_slots_go_from_the_first_to_the_last_day(self) -> None:
        assert days(releases(train("", start="2027-02-02", until="2027-03-02"))) == [
            "2027-02-02",
            "2027-02-16",
            "2027-03-02",
        ]

    def test_without_until_they_end_with_the_horizon(self) -> None:
        found = releases(
            "trains: {web: {team: web, every: every 2 weeks on tue, from: 2027-02-02}}", horizon="2027-02-28"
        )
        assert days(found) == ["2027-02-02", "2027-02-16"]

    def test_without_a_horizon_they_go_on_for_two_years(self) -> None:
        found = releases("trains: {web: {team: web, every: every year on 2 feb, from: 2026-02-02}}")
        assert days(found) == ["2026-02-02", "2027-02-02", "2028-02-02"]

    @pytest.mark.parametrize(("rule", "date"), [("next", "2027-03-09"), ("previous", "2027-03-05")])
    def test_a_slot_on_a_holiday_is_moved_and_keeps_its_id(self, rule: str, date: str) -> None:
        (found,) = releases(train(f"on-closed-day: {rule}", "week on mon", "2027-03-08", "2027-03-14"))
        assert (found.id, found.slot, found.date) == ("web@2027-03-08", day("2027-03-08"), day(date))
        assert found.skipped is None

    def test_a_slot_on_a_holiday_can_be_left_out(self) -> None:
        (found,) = releases(train("on-closed-day: skip", "week on mon", "2027-03-08", "2027-03-14"))
        assert found.skipped == "closed day"

    def test_skipped_slots_stay_known(self) -> None:
        found = releases(train("skip: [2027-02-16], releases: [{slot: 2027-03-02, skip: true}]", until="2027-03-16"))
        assert [(release.id, release.skipped) for release in found] == [
            ("web@2027-02-02", None),
            ("web@2027-02-16", "skip"),
            ("web@2027-03-02", "skip"),
            ("web@2027-03-16", None),
        ]


class TestByHand:
    def test_a_release_is_moved_named_and_overridden(self) -> None:
        found = releases(
            train(
                "capacity: 12, cut-offs: {scope: 15d, code: 3d}, milestones: {rc1: 10d}, releases: ["
                '{slot: 2027-03-16, date: 2027-03-18, name: "27.6", cut-offs: {code: 2027-03-11}, milestones: '
                '{rc1: 5d}, capacity: 4, at: "10:00"}]'
            )
        )
        moved = next(release for release in found if release.name)
        assert (moved.id, moved.slot, moved.date) == ("web@27.6", day("2027-03-16"), day("2027-03-18"))
        assert moved.cut_offs == {"scope": day("2027-02-24"), "code": day("2027-03-11")}
        assert moved.milestones == {"rc1": day("2027-03-11")}
        assert moved.capacity is not None
        assert (moved.capacity.amount, moved.at) == (4, "10:00")
        other = found[0]
        assert other.capacity is not None
        assert other.capacity.amount == 12

    def test_a_date_alone_is_one_more(self) -> None:
        found = releases(train("releases: [{date: 2027-02-10, name: hotfix-1}]", until="2027-02-28"))
        assert [release.id for release in found] == ["web@2027-02-02", "web@hotfix-1", "web@2027-02-16"]
        assert found[1].slot == day("2027-02-10")

    def test_a_date_that_is_a_slot_is_about_that_slot(self) -> None:
        found = releases(train('releases: [{date: 2027-02-16, name: "27.4"}]', until="2027-02-28"))
        assert [release.id for release in found] == ["web@2027-02-02", "web@27.4"]

    def test_a_slot_beyond_until_can_be_written_by_hand(self) -> None:
        found = releases(train("releases: [{slot: 2027-03-02, date: 2027-03-04}]", until="2027-02-28"))
        assert days(found) == ["2027-02-02", "2027-02-16", "2027-03-04"]

    def test_a_train_without_a_rule(self) -> None:
        found = releases(
            by_hand('{date: 2027-03-16, name: "1.1"}', '{slot: 2027-01-12, date: 2027-01-14, name: "1.0"}')
        )
        assert [(release.id, release.date, release.slot) for release in found] == [
            ("web@1.0", day("2027-01-14"), day("2027-01-12")),
            ("web@1.1", day("2027-03-16"), day("2027-03-16")),
        ]


class TestCutOffs:
    def test_case_7_the_day_of_the_release_is_day_0(self) -> None:
        found = releases(train("cut-offs: {code: 3d}", start="2027-03-02", until="2027-03-16"))
        assert [release.cut_offs["code"] for release in found] == [day("2027-02-25"), day("2027-03-11")]
        assert {release.gate for release in found} == {"code"}

    def test_case_8_a_release_moved_off_a_holiday_takes_its_cut_offs_along(self) -> None:
        found = releases(
            train("on-closed-day: previous, cut-offs: {code: 3d}", "2 weeks on mon", "2027-02-08", "2027-03-22")
        )
        assert [release.id for release in found] == [
            "web@2027-02-08",
            "web@2027-02-22",
            "web@2027-03-08",
            "web@2027-03-22",
        ]
        assert (found[2].date, found[2].cut_offs["code"]) == (day("2027-03-05"), day("2027-03-02"))
        assert found[3].date == day("2027-03-22")

    def test_case_12_a_barred_release_does_not_take_place(self) -> None:
        found = releases(
            train("cut-offs: {code: 3d}", start="2027-02-16", until="2027-03-16"),
            "blackouts: {audit: {days: 2027-03-01..2027-03-05, bars: [releases]}}",
        )
        assert [(release.date, release.skipped) for release in found] == [
            (day("2027-02-16"), None),
            (day("2027-03-02"), "blackout audit"),
            (day("2027-03-16"), None),
        ]
        assert found[0].cut_offs["code"] == day("2027-02-11")

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("3d", "2027-03-25"),  # Easter Monday and Good Friday do not count: 31 and 30 March, then the 25th
            ("7ed", "2027-03-25"),
            ("1w", "2027-03-23"),
            ("2ew", "2027-03-18"),
            ("1.5d", "2027-03-30"),  # rounded up to two days
        ],
    )
    def test_working_days_elapsed_days_and_weeks(self, written: str, expected: str) -> None:
        (found,) = releases(train(f"cut-offs: {{code: {written}}}", "week on thu", "2027-04-01", "2027-04-01"))
        assert found.cut_offs["code"] == day(expected)

    def test_a_freeze_thaws(self) -> None:
        (found,) = releases(
            train("cut-offs: {freeze: {at: 10d, until: 5d}, code: 2d}", start="2027-02-16", until="2027-02-16")
        )
        assert found.cut_offs["freeze"] == day("2027-02-02")
        assert found.thaws == {"freeze": day("2027-02-09")}

    @pytest.mark.parametrize(
        ("written", "gate"),
        [
            ("cut-offs: {code: 3d, scope: 15d}", "code"),
            ("cut-offs: {scope: 15d, code: 3d}", "code"),
            ("cut-offs: {code: 3d, docs: 3d}", "docs"),
            ("cut-offs: {code: 3d, scope: 15d}, gate: scope", "scope"),
            ("cut-offs: {code: 9d, freeze: {at: 5d, until: 2d}}", "code"),
            ("cut-offs: {freeze: {at: 5d, until: 2d}}", "freeze"),
            ("capacity: 3", None),
        ],
    )
    def test_the_gate_is_the_last_cut_off_unless_said(self, written: str, gate: str | None) -> None:
        (found,) = releases(train(written, start="2027-02-16", until="2027-02-16"))
        assert found.gate == gate
        assert found.request_gate is None

    def test_a_request_gate(self) -> None:
        (found,) = releases(
            train("cut-offs: {scope: 15d, code: 3d}, request-gate: scope", start="2027-02-16", until="2027-02-16")
        )
        assert found.request_gate == "scope"

    def test_gates_may_be_named_in_releases_alone(self) -> None:
        first, second = releases(
            by_hand(
                '{date: 2020-03-24, name: "1.18", cut-offs: {code: 2020-03-05, docs: 2020-03-16}}',
                '{date: 2020-08-26, name: "1.19", cut-offs: {docs: 2020-07-16}}',
                rest="gate: code,",
            )
        )
        assert (first.gate, second.gate) == ("code", "docs")


class TestBlackouts:
    @pytest.mark.parametrize(
        ("concerned", "barred"),
        [
            ("", True),
            (", for: [train:web]", True),
            (", for: [team:web]", True),
            (", for: [function:it]", True),
            (", for: [function:marketing]", False),
            (", for: [train:shop]", False),
        ],
    )
    def test_whom_it_concerns(self, concerned: str, barred: bool) -> None:
        found = releases(
            train("", start="2027-02-16", until="2027-02-16"),
            f"blackouts: {{quiet: {{days: 2027-02-16, bars: [releases]{concerned}}}}}",
            "trains: {shop: {releases: []}}",
        )
        assert [release.skipped for release in found] == ["blackout quiet" if barred else None]

    def test_one_that_bars_launches_bars_no_release(self) -> None:
        (found,) = releases(
            train("", start="2027-02-16", until="2027-02-16"),
            "blackouts: {quiet: {days: 2027-02-16, bars: [launches]}}",
        )
        assert found.skipped is None

    def test_the_day_it_was_moved_to_counts(self) -> None:
        found = releases(
            train("releases: [{slot: 2027-02-16, date: 2027-02-18}]", until="2027-02-28"),
            "blackouts: {quiet: {days: 2027-02-16..2027-02-17, bars: [releases]}}",
        )
        assert [release.skipped for release in found] == [None, None]


class TestFaults:
    def test_a_train_with_nothing(self) -> None:
        kind, message, _ = fault("trains: {web: {team: web}}")
        assert (kind, message) == (
            "bad-value",
            "The train web has no releases: write `every` and `from`, or `releases`.",
        )

    def test_a_rule_without_a_first_day(self) -> None:
        kind, message, at = fault("trains: {web: {every: every week on tue}}")
        assert (kind, at) == ("bad-value", "every")
        assert message == "The train web says `every`, but not from when: write `from`, the first day of its slots."

    def test_a_rule_that_cannot_be_read_is_one_fault(self) -> None:
        kind, _, at = fault("trains: {web: {every: every fortnight}}")
        assert (kind, at) == ("bad-value", "every fortnight")

    def test_until_before_from(self) -> None:
        kind, message, at = fault(train("", start="2027-02-02", until="2027-01-01"))
        assert (kind, at) == ("contradiction", "2027-01-01")
        assert message == "The train web has slots until 2027-01-01, but only from 2027-02-02: correct one of them."

    def test_a_slot_that_the_rule_does_not_produce_names_its_neighbours_and_is_used(self) -> None:
        text = train("releases: [{slot: 2027-02-17, date: 2027-02-18, name: x}]")
        kind, message, at = fault(text)
        assert (kind, at) == ("unknown-release", "2027-02-17")
        assert message == (
            "2027-02-17 is no slot of the train web; the nearest slots are 2027-02-16 and 2027-03-02: "
            "to add a release, write its `date` alone."
        )
        plan, _ = read(text)
        assert "web@x" in {release.id for release in plan.releases["web"]}

    def test_a_skipped_day_that_is_no_slot(self) -> None:
        kind, message, at = fault(train("skip: [2027-01-19]"))
        assert (kind, at) == ("unknown-release", "2027-01-19")
        assert "the nearest slot is 2027-02-02" in message

    def test_two_releases_of_one_slot(self) -> None:
        kind, message, at = fault(by_hand("{date: 2027-03-16, name: a}", "{date: 2027-03-16, name: b}"))
        assert (kind, at) == ("duplicate-id", "{date: 2027-03-16, name: b}")
        assert message == "The release of 2027-03-16 is written twice in the train web: make it one."

    def test_two_releases_of_one_name(self) -> None:
        text = by_hand("{date: 2027-03-16, name: a}", "{date: 2027-03-23, name: a}")
        kind, message, at = fault(text)
        assert (kind, at) == ("duplicate-id", "a")
        assert message.startswith("Two releases of the train web are known as a")
        plan, _ = read(text)
        assert [release.id for release in plan.releases["web"]] == ["web@a", "web@2027-03-23"]

    def test_a_name_that_is_the_slot_of_another(self) -> None:
        text = by_hand("{date: 2027-03-16}", "{date: 2027-03-23, name: 2027-03-16}")
        assert fault(text)[0] == "duplicate-id"
        plan, _ = read(text)
        assert [release.id for release in plan.releases["web"]] == ["web@2027-03-16", "web@2027-03-23"]

    def test_a_release_without_a_day(self) -> None:
        kind, message, at = fault(by_hand("{name: a}"))
        assert (kind, at) == ("bad-value", "{name: a}")
        assert message == "A release needs a `date`, or the `slot` that it is about."

    @pytest.mark.parametrize("key", ["gate", "request-gate"])
    def test_a_gate_that_names_no_cut_off(self, key: str) -> None:
        text = train(f"cut-offs: {{code: 3d, scope: 15d}}, {key}: coda")
        kind, message, at = fault(text)
        assert (kind, at) == ("unknown-cut-off", "coda")
        assert message == f"`{key}` of the train web names no cut-off of it: there is no coda; did you mean code?"
        assert read(text)[1][0].suggestion == "code"

    def test_a_cut_off_after_its_release(self) -> None:
        kind, message, at = fault(by_hand("{date: 2027-03-16, cut-offs: {code: 2027-03-17}}"))
        assert (kind, at) == ("contradiction", "2027-03-17")
        assert message == "The cut-off `code` on 2027-03-17 is after its release on 2027-03-16: correct one of them."

    def test_a_freeze_that_thaws_before_it_begins_is_told_once(self) -> None:
        kind, message, _ = fault(train("cut-offs: {freeze: {at: 2d, until: 5d}}", until="2028-12-31"))
        assert kind == "contradiction"
        assert "thaws on 2027-01-26, before it begins on 2027-01-29" in message

    def test_a_milestone_with_an_end(self) -> None:
        kind, message, _ = fault(train("milestones: {beta: {at: 5d, until: 2d}}"))
        assert (kind, message) == ("bad-value", "The milestone `beta` is one day: leave `until` out.")

    def test_one_date_for_all_releases(self) -> None:
        kind, message, at = fault(train("cut-offs: {code: 2027-02-01}"))
        assert (kind, at) == ("bad-value", "2027-02-01")
        assert "write how long before the release it is (3d, 7ed)" in message

    def test_too_many_slots_are_cut_short_soon(self) -> None:
        begin = time.process_time()
        plan, (found,) = read(train("cut-offs: {code: 3d}", "1 days", until="2399-12-31"))
        assert found.kind == "too-large"
        assert len(plan.releases["web"]) == 5000
        assert time.process_time() - begin < 2

    def test_all_trains_together_are_cut_short(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("roadmap.model.anchors.MOST_DAYS", 10)
        every = "every: every 1 weeks on tue, from: 2027-02-02, until: 2027-02-23"
        plan, (found,) = read(
            f"trains: {{app: {{{every}}}, web: {{{every}, cut-offs: {{code: 3d}}, milestones: {{rc: 5d}}}}}}"
        )
        assert found.kind == "too-large"
        assert days(plan.releases["app"]) == ["2027-02-02", "2027-02-09", "2027-02-16", "2027-02-23"]
        assert days(plan.releases["web"]) == ["2027-02-02", "2027-02-09"]  # three days each, where six are left

    def test_a_release_has_at_most_a_hundred_cut_offs(self) -> None:
        many = ", ".join(f"c{number:03}: {number}d" for number in range(1, 102))
        kind, message, at = fault(train(f"cut-offs: {{{many}}}"))
        assert (kind, at[:5]) == ("too-large", "{c001")
        assert message == "A release of the train web has more than 100 cut-offs: only the first are used."
        plan, _ = read(train(f"cut-offs: {{{many}}}"))
        assert [*plan.releases["web"][0].cut_offs][-1] == "c100"
