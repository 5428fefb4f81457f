"""A made-up portfolio of any size: the plan of a company, before it is written in anybody's format.

Initiatives have twenty tasks in six layers; each task needs some of the layer before, so that no link is redundant and
nothing hangs loose. Projects build on projects, campaigns on projects; tasks of other teams are requests. Launches are
dated so that nearly all can be met. The same size and seed give the same portfolio.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field

TODAY = dt.date(2026, 11, 23)
LAYERS = (2, 4, 4, 5, 4, 1)
TASKS = sum(LAYERS)
TOO_EARLY = 0.02  # share of launches that cannot be met

CALENDARS = {
    "berlin": "DE-BE",
    "warsaw": "PL",
    "london": "GB-ENG",
    "boston": "US-MA",
    "lyon": "FR",
    "vienna": "AT-9",
}
_SUBJECTS = ("Spring", "Summer", "Autumn", "Winter", "Loyalty", "Garden", "Outdoor", "Home", "Kids", "Sport", "Gift")
_KINDS = ("sale", "launch", "week", "collection", "relaunch", "days", "edition", "club")
_SYSTEMS = ("Product data", "Checkout", "Search", "Payment", "Stock", "Price", "Customer data", "App", "Mail", "Store")
_CHANGES = ("platform", "renewal", "migration", "interface", "rollout", "service", "feed", "portal")
_WORK = (
    "Brief", "Goals", "Concept", "Audience", "Copy", "Artwork", "Landing page", "Data feed", "Tracking", "Translation",
    "Legal check", "Mail template", "Photo shoot", "Search terms", "Price list", "Integration", "Load test", "Training",
    "Review", "Ready",
)  # fmt: skip


@dataclass
class Team:
    id: str
    function: str
    calendar: str
    train: str | None = None

    @property
    def service(self) -> str:
        return f"{self.id}-work"


@dataclass
class Link:
    """``task``: index in the same initiative, or ``None`` for the end of ``project``. ``lag`` as written."""

    task: int | None
    project: str = ""
    type: str = "FS"
    lag: str = ""


@dataclass
class Task:
    """``days``: working days, or calendar days where ``elapsed``. ``asked``: the other team was asked, and agreed."""

    name: str
    title: str
    team: Team
    days: int
    elapsed: bool = False
    needs: list[Link] = field(default_factory=list)
    foreign: bool = False
    asked: bool = False
    status: str = "planned"


@dataclass
class Initiative:
    """``launch`` only for campaigns. ``template``: what its first two layers of tasks come from. ``level``: how many
    projects are built below it, one on the other."""

    id: str
    title: str
    team: Team
    tasks: list[Task]
    level: int
    launch: dt.date | None = None
    template: str | None = None


@dataclass
class Portfolio:
    teams: list[Team]
    initiatives: list[Initiative]

    @property
    def tasks(self) -> int:
        return sum(len(initiative.tasks) for initiative in self.initiatives)

    @property
    def links(self) -> int:
        return sum(len(task.needs) for initiative in self.initiatives for task in initiative.tasks)


def portfolio(tasks: int, seed: int = 1) -> Portfolio:
    """About ``tasks`` tasks (a multiple of twenty) with about twice as many links."""
    chance = random.Random(f"{tasks} {seed}")
    teams = _teams(max(8, tasks // 250), chance)
    count = max(2, tasks // TASKS)
    projects: list[Initiative] = []
    for number in range(max(1, count * 3 // 10)):
        projects.append(_project(number, teams, projects, chance))
    campaigns = [_campaign(number, teams, projects, chance) for number in range(count - len(projects))]
    return Portfolio(teams, [*projects, *campaigns])


def _teams(count: int, chance: random.Random) -> list[Team]:
    """Half of the teams market, most others build; every third of those ships its work on a train of its own."""
    teams = []
    for number in range(count):
        function = "marketing" if number % 2 else "legal" if number % 8 == 6 else "it"
        team = Team(f"{function}-{number:03}", function, chance.choice(list(CALENDARS)))
        if function == "it" and number % 3 == 0:
            team.train = f"train-{number:03}"
        teams.append(team)
    return teams


def _project(number: int, teams: list[Team], before: list[Initiative], chance: random.Random) -> Initiative:
    level = number % 3
    below = [project for project in before if project.level == level - 1]
    team = chance.choice([team for team in teams if team.function == "it" and not team.train])
    built_on = [chance.choice(below).id] if below else []
    title = f"{chance.choice(_SYSTEMS)} {chance.choice(_CHANGES)} {number:04}"
    return Initiative(
        _id(title),
        title,
        team,
        _tasks(team, teams, built_on, chance),
        level,
    )


def _campaign(number: int, teams: list[Team], projects: list[Initiative], chance: random.Random) -> Initiative:
    first = chance.choice(projects)
    others = [project for project in projects if project.level == first.level and project is not first]
    built_on = [first.id, chance.choice(others).id] if others and chance.random() < 0.5 else [first.id]
    team = chance.choice([team for team in teams if team.function == "marketing"])
    weeks = 32 + 22 * first.level + chance.randrange(26)
    if chance.random() < TOO_EARLY:
        weeks = 12
    title = f"{chance.choice(_SUBJECTS)} {chance.choice(_KINDS)} {number:04}"
    campaign = Initiative(
        _id(title),
        title,
        team,
        _tasks(team, teams, built_on, chance),
        first.level,
        _quiet_day(TODAY + dt.timedelta(weeks=weeks, days=chance.randrange(3))),
    )
    if chance.random() < 0.6:
        campaign.template = chance.choice(("email-campaign", "shop-campaign"))
        for task, days in zip(campaign.tasks[: LAYERS[0] + LAYERS[1]], (2, 3, 5, 4, 5, 3), strict=True):
            task.team, task.foreign, task.asked, task.elapsed, task.days = team, False, False, False, days
            task.status = "planned"
    return campaign


def _quiet_day(day: dt.date) -> dt.date:
    """A Tuesday to Thursday on which nobody has a holiday or a shutdown."""
    import holidays

    closed = [
        holidays.country_holidays(*code.split("-"), years=(day.year, day.year + 1)) for code in CALENDARS.values()
    ]
    while day.weekday() not in (1, 2, 3) or any(day in country for country in closed) or _shut_down(day):
        day += dt.timedelta(days=1)
    return day


def _shut_down(day: dt.date) -> bool:
    return (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 8)


def _tasks(own: Team, teams: list[Team], built_on: list[str], chance: random.Random) -> list[Task]:
    tasks: list[Task] = []
    before = range(0)
    trains = 0
    for layer, width in enumerate(LAYERS):
        first = len(tasks)
        order = chance.sample(list(before), len(before))
        for place in range(width):
            task = _task(len(tasks), own, teams, chance, may_ship=trains < 2 and 2 <= layer <= 4)
            trains += task.team.train is not None
            wanted = len(order) if layer == len(LAYERS) - 1 else min(2 + (chance.random() < 0.1), len(order))
            task.needs = [_link(order[(2 * place + step) % len(order)], chance) for step in range(wanted)]
            if layer == 2 and place < len(built_on):
                task.needs.append(Link(None, project=built_on[place]))
            if layer == 0 and chance.random() < 0.1:
                task.status = chance.choice(("done", "doing"))
            tasks.append(task)
        before = range(first, len(tasks))
    return tasks


def _task(number: int, own: Team, teams: list[Team], chance: random.Random, may_ship: bool) -> Task:
    title = _WORK[number]
    task = Task(_id(title), title, own, chance.choice((1, 2, 2, 3, 3, 4, 5, 5, 8)))
    if number == TASKS - 1:
        task.days = 0
    elif number >= LAYERS[0] and chance.random() < 0.35:
        others = [team for team in teams if team is not own and (may_ship or not team.train)]
        task.team = chance.choice(others)
        task.foreign = True
        task.days = max(task.days, 3)  # what a service usually takes
        task.asked = chance.random() < 0.5
    elif chance.random() < 0.04:
        task.days, task.elapsed = 14, True
    return task


def _link(task: int, chance: random.Random) -> Link:
    draw = chance.random()
    if draw < 0.03:
        return Link(task, type="SS", lag="+2d")
    if draw < 0.05:
        return Link(task, type="FF", lag="+1d")
    if draw < 0.12:
        return Link(task, lag=f"+{chance.randrange(1, 4)}d")
    return Link(task, lag="+7ed") if draw < 0.14 else Link(task)


def _id(title: str) -> str:
    return title.lower().replace(" ", "-")
