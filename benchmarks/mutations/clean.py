"""A workspace in which everything works and every register is used, so that each fault in it is one we made.

Six campaigns, four weeks apart, stand on the same pattern: a campaign of marketing with work of five teams, a pilot of
IT that it waits for, and the roll-out of that pilot. No calendar has holidays but that of Poland, so that days are
easily counted by hand: all are Mondays to Fridays.
"""

# ruff: noqa: E501 - plan text keeps the lines that a planner would write

from __future__ import annotations

import datetime as dt
import re

TODAY = dt.date(2026, 11, 22)
"""A Sunday."""

FLOWERS = ("aster", "daisy", "iris", "lily", "rose", "tulip")
"""The six cells: each has `cells/NAME.yaml`, and its launch is four weeks after that of the one before."""

FIRST_LAUNCH = dt.date(2027, 3, 8)
"""A Monday, six days after a release of the web train."""

_COMMON = {
    "roadmap.yaml": """\
roadmap:
  version: 1
  title: Flower shop
  timezone: UTC
  calendar: office
  domain: flowers.example
  starts: 2026-09-01
  until: 2028-12-31
  buffer: 2d
  checks:
    profile: strict
    limits: {launch-gap: 5d, pilot-length: 12w, pilot-teams: 2, review-gap: 6w, review-subjects: 20}
""",
    "calendars.yaml": """\
calendars:
  office: {week: mon-fri}
  market: {week: mon-fri, holidays: PL}
blackouts:
  stock-taking:
    days: 2028-01-03..2028-01-07
    bars: [releases, launches]
    for: [team:brand]
    because: Everybody counts
""",
    "teams.yaml": """\
teams:
  brand: {name: Brand, function: marketing, lead: alex@flowers.example, people: 9, notice: 5d, budget: 900000 EUR}
  web: {name: Web, function: it, lead: dana@flowers.example, people: 9, notice: 10d, budget: 900000 EUR}
  data: {name: Data, function: it, lead: piotr@flowers.example, people: 9, notice: 10d, budget: 900000 EUR}
  law: {name: Law, function: legal, lead: ines@flowers.example, people: 9, notice: 5d, budget: 900000 EUR}
  studio: {name: Studio, function: marketing, lead: nora@studio.example, people: 9, notice: 10d, external: true}
""",
    "services.yaml": """\
services:
  landing-page:
    title: Landing page
    team: web
    notice: 10d
    duration: 3d..5d..8d
    needs-from-asker: [brief, copy]
  consent-review:
    title: Review of consent
    team: law
    notice: 5d
    duration: 2d..3d..5d
    needs-from-asker: [brief]
""",
    "trains.yaml": """\
trains:
  web:
    title: Web releases
    team: web
    systems: [shop]
    every: 2 weeks on tue
    from: 2026-09-01
    until: 2028-12-31
    cut-offs:
      scope: 15d
      code: 3d
    request-gate: scope
    gate: code
    capacity: 12
""",
    "registers.yaml": """\
objectives:
  growth: {title: More customers, team: brand, measure: "+8% net sales"}
  thrift: {title: Lower costs, team: data, measure: Not above 2026}
channels:
  email: {title: Letters by mail, team: brand}
audiences:
  everyone: {title: All customers, contacts: 3 per week}
technologies:
  shop: {title: Shop, status: adopted, team: web, standard: S-1, until: 2030-12-31, funded-by: it, decided-by: web}
  cms: {title: Pages, status: adopted, team: web, standard: S-2, until: 2030-12-31, funded-by: it, decided-by: web}
  cdp: {title: Profiles, status: adopted, team: data, standard: S-3, until: 2030-12-31, funded-by: it, decided-by: data}
  mailer: {title: Mailing, status: adopted, team: data, standard: S-4, until: 2030-12-31, connects: [cdp], funded-by: it, decided-by: data}
data:
  customer: {title: Customers, golden-record: cdp, steward: data, personal: true}
glossary:
  cut-off: {means: The last day to join a release, marketing: after it we wait, it: end of that day}
  release: {means: A day on which users get new work, marketing: our pages go live, it: a deployment}
reviews:
  sync:
    title: All teams
    every: every 2 weeks on wed
    at: "14:00"
    for: 45m
    from: 2026-09-02
    until: 2028-12-31
    teams: [brand, web, data, law, studio]
    subjects: [Open requests]
""",
}

_CELL = """\
campaigns:
  @:
    title: Weeks of the @
    team: brand
    owner: alex@flowers.example
    status: planned
    part-of: season-@
    launch: {L+0}
    ends: {L+13}
    channels: [email]
    audience: [everyone]
    contacts: 2 per week
    supports: [growth]
    horizon: tactical
    decides: {strategy: brand, budget: brand, data: data}
    budget: {total: 60000 EUR, split: {function:marketing: 60%, function:it: 40%}, spent: 1000 EUR}
    first-shared: 2026-09-07
    told: {web: 2026-11-02, data: 2026-11-02, law: 2026-11-02, studio: 2026-11-02}
    tasks:
      brief: {title: Brief, duration: 3d, provides: [brief], status: done, started: 2026-11-02, finished: 2026-11-04}
      copy: {title: Texts, duration: 3d..5d..8d, needs: [brief], provides: [copy]}
      landing:
        title: Landing page
        service: landing-page
        needs: [copy]
        ships-on: web
        responsible: [dana@flowers.example]
        uses: [cms]
        request: {asked: 2026-11-09, given: {brief: 2026-11-09}, answer: accepted, answered: 2026-11-11, promised: {L-20}}
        roadblocks:
          - {what: No pictures, raised: 2026-11-10, owner: dana@flowers.example, due: 2026-11-20, resolved: 2026-11-18, how: Found some}
      consent:
        title: Consent text
        service: consent-review
        needs: [brief]
        responsible: [ines@flowers.example]
        reviews-data: [customer]
        request: {asked: 2026-11-09, given: {brief: 2026-11-09}, answer: accepted, answered: 2026-11-10, promised: {L-32}}
      film:
        title: Film
        team: studio
        duration: 5d..8d..12d
        needs: [brief]
        responsible: [nora@studio.example]
        request: {asked: 2026-11-09, answer: accepted, answered: 2026-11-11, promised: {L-24}}
      sign-up:
        title: Sign-up form
        team: data
        duration: 3d..5d..8d
        needs: [consent, @-tools/result]
        responsible: [piotr@flowers.example]
        uses: [cdp, mailer]
        connects: [cdp, mailer]
        collects: [{data: customer, how: form, stored-in: cdp, privacy: approved}]
        request: {asked: 2026-11-09, answer: accepted, answered: 2026-11-11, promised: {L-18}}
      game: {title: Game, duration: 4d, needs: [copy], priority: could}
      rehearsal: {title: Rehearsal, duration: 1d, needs: [landing, film, sign-up]}
      evaluation: {title: Evaluation, duration: 2d, after-launch: true}
projects:
  @-tools:
    title: Tools of the @
    team: data
    owner: piotr@flowers.example
    part-of: tools-@
    supports: [growth]
    horizon: tactical
    stage: pilot
    deadline: {L-25}
    decides: {strategy: data, budget: data, data: data}
    budget: {total: 20000 EUR, split: {team:data: 100%}}
    first-shared: 2026-09-07
    tasks:
      model: {title: Model, duration: 3d, status: done, started: 2026-11-02, finished: 2026-11-04}
      feed: {title: Feed, duration: 4d..6d..9d, needs: [model], status: doing, started: 2026-11-09, remaining: 3d}
      index: {title: Index, duration: 3d..4d..6d, needs: [feed]}
      result: {title: Result, duration: 1d, needs: [index]}
  @-rollout:
    title: Tools for all of the @
    team: data
    owner: piotr@flowers.example
    part-of: tools-@
    supports: [growth]
    horizon: tactical
    stage: full
    scales: @-tools
    after-result: result
    deadline: {L+60}
    decides: {strategy: data, budget: data, data: data}
    budget: {total: 30000 EUR, split: {team:data: 100%}}
    first-shared: 2026-09-07
    tasks:
      plan: {title: Plan, duration: 3d..4d..6d, needs: [@-tools/result]}
      everyone: {title: Everyone, duration: 5d..8d..12d, needs: [plan]}
"""


def launch(flower: str) -> dt.date:
    """The Monday on which the campaign of ``flower`` launches."""
    return FIRST_LAUNCH + dt.timedelta(weeks=4 * FLOWERS.index(flower))


def around(flower: str, days: int) -> str:
    """The date so many calendar days after the launch of ``flower``, as plans write it."""
    return (launch(flower) + dt.timedelta(days=days)).isoformat()


def clean() -> dict[str, str]:
    """All files of the workspace, path to text."""
    texts = dict(_COMMON)
    for flower in FLOWERS:
        texts[f"cells/{flower}.yaml"] = _cell(flower)
    return texts


def _cell(flower: str) -> str:
    """`@` stands for the flower, except in addresses; `{L-20}` for the day twenty days before its launch."""
    named = re.sub(r"(?<!\w)@|(?<=season-)@|(?<=tools-)@", flower, _CELL)
    return re.sub(r"\{L([+-]\d+)\}", lambda found: around(flower, int(found[1])), named)
