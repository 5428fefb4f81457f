"""Section to noun, for all sections whose entries are simply read."""

from __future__ import annotations

from roadmap.model.blackout import Blackout
from roadmap.model.calendar import Calendar
from roadmap.model.noun import Noun
from roadmap.model.registers import Audience, Channel, DataSet, Objective, Technology, Term
from roadmap.model.review import Review
from roadmap.model.scenario import Scenario
from roadmap.model.service import Service
from roadmap.model.team import Team
from roadmap.model.train import Train

NOUNS: dict[str, type[Noun]] = {
    "calendars": Calendar,
    "teams": Team,
    "services": Service,
    "trains": Train,
    "blackouts": Blackout,
    "objectives": Objective,
    "channels": Channel,
    "audiences": Audience,
    "technologies": Technology,
    "data": DataSet,
    "glossary": Term,
    "reviews": Review,
    "scenarios": Scenario,
}
"""In the order in which they are read: what others count in first."""
