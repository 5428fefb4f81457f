"""``roadmap rename``: another id, everywhere it is named, and the former one kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import roadmap, write

PLAN = {
    "roadmap.yaml": "roadmap: {calendar: berlin}\ncalendars: {berlin: {week: mon-fri}}\n",
    "teams.yaml": """\
teams:
  web: {function: it, calendar: berlin} # the shop
  brand:
    function: marketing
services: {page: {team: web, notice: 5d}}
trains:
  web:
    team: web
    every: 2 weeks on tue
    from: 2026-12-01
    until: 2027-06-30
    cut-offs: {code: 3d}
    releases: [{slot: 2027-03-09, name: "27.6"}]
blackouts: {peak: {days: 2027-02-01..2027-02-02, for: [train:web, campaign:sale, team:web]}}
""",
    "sale.yaml": """\
campaigns:
  sale:
    team: brand
    launch: 2027-03-15
    told: {web: 2026-11-02}
    budget: {total: 1000 EUR, split: {team:web: 40%, team:brand: 60%}}
    tasks:
      copy: {duration: 5d, deadline: launch -5d}
      page:
        service: page
        needs: [copy, {task: feed/model, lag: 1d}, feed/model SS]  # links
        ships-on: web
        release: web@27.6
        informed: [team:web, dana@example.com]
        not-before: web@27.6/code -20d
answers: {sale/page: {answer: accepted, answered: 2026-11-20}}
""",
    "feed.yaml": """\
projects:
  feed:
    team: brand
    tasks:
      model: {duration: 3d, needs: ["sale/copy"], ships-on: [web]}
scenarios:
  late: {change: {sale/page: {needs: [copy]}, web@27.6: {date: 2027-03-10}, team:web: {people: 2}}}
""",
}


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, PLAN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def renamed(root: Path, reference: str, new: str) -> dict[str, str]:
    """The files that changed."""
    answer = roadmap("rename", reference, new, "--today", "2026-11-22")
    assert (answer.status, answer.err) == (0, "")
    after = {name: (root / name).read_text("utf-8") for name in PLAN}
    return {name: text for name, text in after.items() if text != PLAN[name]}


def test_a_campaign(plan: Path) -> None:
    assert renamed(plan, "sale", "promo") == {
        "teams.yaml": PLAN["teams.yaml"].replace("campaign:sale", "campaign:promo"),
        "sale.yaml": PLAN["sale.yaml"]
        .replace("  sale:\n    team", "  promo:\n    was: [sale]\n    team")
        .replace("sale/page", "promo/page"),
        "feed.yaml": PLAN["feed.yaml"].replace('"sale/copy"', '"promo/copy"').replace("sale/page", "promo/page"),
    }


def test_a_task(plan: Path) -> None:
    assert renamed(plan, "sale/copy", "texts") == {
        "sale.yaml": PLAN["sale.yaml"]
        .replace("copy: {duration", "texts: {was: [copy], duration")
        .replace("needs: [copy,", "needs: [texts,"),
        "feed.yaml": PLAN["feed.yaml"]
        .replace('"sale/copy"', '"sale/texts"')
        .replace("needs: [copy]", "needs: [texts]"),
    }


def test_a_team_and_not_the_train_of_the_same_name(plan: Path) -> None:
    assert renamed(plan, "team:web", "shop") == {
        "teams.yaml": PLAN["teams.yaml"]
        .replace("  web: {function", "  shop: {was: [web], function")
        .replace("page: {team: web", "page: {team: shop")
        .replace("    team: web\n", "    team: shop\n")
        .replace("team:web]", "team:shop]"),
        "sale.yaml": PLAN["sale.yaml"].replace("told: {web", "told: {shop").replace("team:web", "team:shop"),
        "feed.yaml": PLAN["feed.yaml"].replace("team:web", "team:shop"),
    }


def test_a_train(plan: Path) -> None:
    assert renamed(plan, "train:web", "shop") == {
        "teams.yaml": PLAN["teams.yaml"]
        .replace("  web:\n    team", "  shop:\n    was: [web]\n    team")
        .replace("train:web", "train:shop"),
        "sale.yaml": PLAN["sale.yaml"].replace("ships-on: web", "ships-on: shop").replace("web@27.6", "shop@27.6"),
        "feed.yaml": PLAN["feed.yaml"].replace("[web]", "[shop]").replace("web@27.6", "shop@27.6"),
    }


def test_a_release(plan: Path) -> None:
    assert renamed(plan, "web@27.6", "27.7") == {
        "teams.yaml": PLAN["teams.yaml"].replace(
            '{slot: 2027-03-09, name: "27.6"}', '{was: [27.6], slot: 2027-03-09, name: "27.7"}'
        ),
        "sale.yaml": PLAN["sale.yaml"].replace("web@27.6", "web@27.7"),
        "feed.yaml": PLAN["feed.yaml"].replace("web@27.6", "web@27.7"),
    }


def test_former_ids_add_up_and_the_first_stays_first(plan: Path) -> None:
    renamed(plan, "sale", "promo")
    renamed(plan, "promo", "offer")
    assert "  offer:\n    was: [sale, promo]\n" in (plan / "sale.yaml").read_text("utf-8")
    renamed(plan, "offer", "promo")
    assert "  promo:\n    was: [sale, offer]\n" in (plan / "sale.yaml").read_text("utf-8")
    renamed(plan, "promo", "sale")
    assert "  sale:\n    was: [sale, offer, promo]\n" in (plan / "sale.yaml").read_text("utf-8")
    renamed(plan, "sale", "gala")
    assert "  gala:\n    was: [sale, offer, promo]\n" in (plan / "sale.yaml").read_text("utf-8")


def test_a_diff_writes_nothing(plan: Path) -> None:
    answer = roadmap("rename", "calendar:berlin", "de", "--diff")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == (
        "--- a/roadmap.yaml\n+++ b/roadmap.yaml\n@@ -1,2 +1,2 @@\n"
        "-roadmap: {calendar: berlin}\n-calendars: {berlin: {week: mon-fri}}\n"
        "+roadmap: {calendar: de}\n+calendars: {de: {was: [berlin], week: mon-fri}}\n"
        "--- a/teams.yaml\n+++ b/teams.yaml\n@@ -1,5 +1,5 @@\n"
        " teams:\n"
        "-  web: {function: it, calendar: berlin} # the shop\n+  web: {function: it, calendar: de} # the shop\n"
        "   brand:\n     function: marketing\n services: {page: {team: web, notice: 5d}}\n"
    )
    assert (plan / "roadmap.yaml").read_text("utf-8") == PLAN["roadmap.yaml"]


@pytest.mark.parametrize(
    ("reference", "new", "why"),
    [
        ("sale", "feed", "there is a campaign or project feed already"),
        ("sale/copy", "page", "there is a task sale/page already"),
        ("web@27.6", "27 7", '"27 7" cannot name a release'),
        ("sale", "Sale", '"Sale" is not an id'),
        ("sale", "sale", "sale is called sale already"),
        ("web", "shop", "'web' could be several things: write team:web or train:web"),
        ("nobody", "x", "nothing that can be renamed is called 'nobody'"),
        ("web@2027-03-23", "x", "nothing that can be renamed is called 'web@2027-03-23'"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(plan: Path, reference: str, new: str, why: str) -> None:
    answer = roadmap("rename", reference, new)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"roadmap: {why}")
    assert answer.err.count("\n") == 1
    assert {name: (plan / name).read_text("utf-8") for name in PLAN} == PLAN


def test_a_name_that_would_shadow_another_is_refused(plan: Path) -> None:
    """`feed` in a link of `sale` means the project; a task of that name in `sale` would take its place."""
    write(plan, {"sale.yaml": PLAN["sale.yaml"].replace("feed/model SS", "feed")})
    answer = roadmap("rename", "sale/copy", "feed")
    assert answer.status == 2
    assert "would mean another thing" in answer.err


def test_a_task_of_a_template_is_refused(plan: Path) -> None:
    write(
        plan,
        {
            "more.yaml": "templates: {t: {tasks: {brief: {duration: 1d}}}}\n"
            "campaigns: {x: {use: t, launch: 2027-03-01}, y: {use: t, launch: 2027-03-01}}\n"
        },
    )
    answer = roadmap("rename", "x/brief", "plan")
    assert answer.status == 2
    assert "x/brief comes from a template" in answer.err


def test_a_file_that_cannot_be_read_may_hold_the_name(plan: Path) -> None:
    write(plan, {"broken.yaml": "campaigns: [\n"})
    answer = roadmap("rename", "sale", "promo")
    assert (answer.status, answer.err.startswith("roadmap: broken.yaml cannot be read")) == (2, True)


def test_an_id_by_which_another_thing_is_known_is_not_kept(plan: Path) -> None:
    """Somebody gave it to a new thing, which a name of its own mends."""
    renamed(plan, "sale/copy", "texts")
    renamed(plan, "web@27.6", "27.7")
    renamed(plan, "team:brand", "marque")
    sale = plan / "sale.yaml"
    sale.write_text(
        sale.read_text("utf-8").replace("    tasks:\n", "    tasks:\n      copy: {duration: 1d}\n"), "utf-8"
    )
    teams = plan / "teams.yaml"
    text = teams.read_text("utf-8").replace("releases: [", 'releases: [{slot: 2027-03-23, name: "27.6"}, ')
    teams.write_text(text.replace("services:", "  brand: {function: legal}\nservices:"), "utf-8")
    for reference, new, expected in (
        ("sale/copy", "draft", "draft: {duration: 1d}"),
        ("web@27.6", "27.8", '{slot: 2027-03-23, name: "27.8"}'),
        ("team:brand", "law", "law: {function: legal}"),
    ):
        answer = roadmap("rename", reference, new, "--today", "2026-11-22")
        name = reference.rpartition(":")[2].rpartition("/")[2].rpartition("@")[2]
        why = f"roadmap: {name} is not kept in `was`: another thing was called so before, and is known by it\n"
        assert (answer.status, answer.err) == (0, why)
        assert expected in sale.read_text("utf-8") + teams.read_text("utf-8")
