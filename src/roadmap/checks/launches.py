"""How launches are named and counted in messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap.checks.wording import iso

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.initiative import Campaign
    from roadmap.model.workdays import Workdays
    from roadmap.schedule.result import LaunchDates
    from roadmap.source.nodes import Place


def launch_named(campaign: Campaign, launch: LaunchDates) -> str:
    """``Launch “Spring sale 2027” (spring-sale) on 2027-03-15``."""
    name = f"“{campaign.title}” ({launch.id})" if campaign.title else launch.id
    return f"Launch {name} on {iso(launch.written)}"


def launch_place(campaign: Campaign, launch: LaunchDates) -> Place:
    """Where the day of a launch is written."""
    if launch.market:
        return campaign.where("launches", launch.market, "date")
    return campaign.where("launch", "date")


def launch_days(facts: Facts, launch: LaunchDates) -> Workdays:
    """The calendar that counts the days around a launch."""
    return facts.problem.nodes[facts.problem.index[launch.id]].calendar


def involved(facts: Facts, campaign: Campaign, launch: LaunchDates) -> list[str | None]:
    """The team of the campaign and all that work for this launch; where there are no teams, everybody."""
    nodes = facts.problem.nodes
    members = nodes[facts.problem.index[launch.id]].members
    teams = {facts.plan.tasks[nodes[member].id].team for member in members if nodes[member].work is not None}
    named = sorted(team for team in {campaign.team, *teams} if team is not None)
    return [*named] or [None]
