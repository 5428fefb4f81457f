"""Whatever a plan says, every format still says just that: nothing in a title is obeyed, linked or left out."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from roadmap.findings.finding import Finding
from roadmap.outputs.registry import OUTPUTS
from roadmap.outputs.reported import Reported
from roadmap.outputs.style import PLAIN
from roadmap.outputs.terminal_text import visible
from roadmap.source.faults import Related
from roadmap.source.nodes import Place
from tests.outputs.findings import LATE, reported
from tests.outputs.test_junit import report
from tests.outputs.test_sarif import run

PIECES = st.sampled_from(
    [
        "::error::x", "##[add-mask]x", "%0A", "%", "\n", "\r\n", ":", ",", "|", "\\", "\\|", "`", "``", "*", "_", "~~",
        "[x](1)", "[x](http://x.org)", "![x](y)", "<script>", "<!--", "-->", "]]>", "&amp;", "&#64;", "@web", "#12",
        "!3", "$x$", "~bug", "http://x.org", "www.x.org", "a@x.org", "{0}", "{", "}", "\x1b]8;;x\x07", "\u202e",
        "\ud800", "\ufffe", "\x00", "\x85", "\u2028", " ", "  ", "x", "1",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.characters(), max_size=8).map("".join)


def hostile(text: str) -> tuple[Finding, Reported]:
    place = Place(f"{text}.yaml", 2, 3, 2, 7)
    finding = LATE._replace(
        message=text,
        place=place,
        related=(Related(place, text), Related(LATE.place, "web does it")),
        items=(text,),
        evidence={"chain": [text]},
    )
    return finding, reported(finding)._replace(texts={place.path: text})


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_sarif_says_it(text: str) -> None:
    finding, _ = hostile(text)
    (result,) = run(finding)["results"]
    unescaped = re.sub(r"\\(.)", r"\1", result["message"]["text"].replace("{{", "{").replace("}}", "}"))
    assert unescaped == f"{visible(text)} See [{visible(text)}](1); [web does it](2)."
    links = re.findall(r"(?<!\\)(?:\\\\)*\[((?:\\.|[^\\\]])*)\]\((\d)\)", result["message"]["text"])
    assert [number for _, number in links] == ["1", "2"]
    assert re.fullmatch(
        r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+",
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
    )
    json.dumps(result).encode("ascii")


@given(TEXTS)
def test_github_gets_one_command_that_says_it(text: str) -> None:
    _, told = hostile(text)
    (line,) = OUTPUTS["github"].lines(told, PLAIN)
    # As the runner reads it: up to the second pair of colons, pairs at commas, values decoded.
    command, _, data = line.removeprefix("::").partition("::")
    name, _, properties = command.partition(" ")
    pairs = dict(pair.split("=", 1) for pair in properties.split(","))
    assert name == "error"
    assert [*pairs] == ["title", "file", "line", "endLine", "col", "endColumn"]
    assert _decoded(pairs["file"].replace("%3A", ":").replace("%2C", ",")) == f"{visible(text)}.yaml"
    assert _decoded(data) == visible(text)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_junit_says_it(text: str) -> None:
    _, told = hostile(text)
    (failure,) = report(told).iter("failure")
    assert failure.get("message") == visible(text)
    assert failure.text == f"{visible(text)}.yaml:2:3: {visible(text)}"


@given(TEXTS)
def test_gitlab_says_it(text: str) -> None:
    _, told = hostile(text)
    (item,) = json.loads("\n".join(OUTPUTS["gitlab"].lines(told, PLAIN)))
    assert item["description"] == f"SC101 launch-impossible: {visible(text)}"
    assert item["location"]["path"] == f"{visible(text)}.yaml"


class Cells(HTMLParser):
    """The text of the cells of a page, and every tag in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.cells: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


@given(TEXTS)
def test_markdown_shows_it_and_links_nothing(text: str) -> None:
    _, told = hostile(text)
    page = MarkdownIt("gfm-like").render("\n".join(OUTPUTS["markdown"].lines(told, PLAIN)))
    shown = Cells(page.partition("</table>")[0])
    assert shown.tags <= {"h3", "table", "thead", "tbody", "tr", "th", "td", "span"}
    assert shown.cells[3].strip() == visible(text).strip()
    # A forge looks for names in each stretch of text.
    assert not re.search(r"(?:^|[^\w])@\w", re.sub(r"<[^>]*>", "\n", page.replace("&amp;", "&")).replace("&#64;", "@"))


def _decoded(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
