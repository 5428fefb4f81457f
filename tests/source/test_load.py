"""A plan file becomes nodes: values as written, each with its place, and faults where the language refuses."""

from __future__ import annotations

import pytest

from roadmap.source.load import MAX_ENTRIES, parse
from tests.source.trees import at, faults_of, root_of, span, texts, told

PLAN = """\
# Spring
campaigns:
  spring-sale:
    title: Spring sale 2027
    launch: 2027-03-15
    channels: [email, "web shop"]
    notes: |
      First line
        and more

    tasks:
      copy: {duration: 5d, needs: [brief]}
"""


def test_values_stay_as_they_are_written() -> None:
    assert texts(root_of(PLAN)) == {
        "campaigns": {
            "spring-sale": {
                "title": "Spring sale 2027",
                "launch": "2027-03-15",
                "channels": ["email", "web shop"],
                "notes": "First line\n  and more\n",
                "tasks": {"copy": {"duration": "5d", "needs": ["brief"]}},
            }
        }
    }


@pytest.mark.parametrize(
    "word", ["on", "off", "yes", "no", "1.30", "0x10", "2027-03-15", "12:30", "1_000", "=", "true"]
)
def test_a_word_that_other_readers_of_yaml_would_convert_stays_text(word: str) -> None:
    node = at(f"name: {word}\n", "name")
    assert (node.text, node.plain, node.is_null) == (word, True, False)


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_null_is_known_by_its_five_spellings(written: str) -> None:
    assert at(f"launched: {written}\n", "launched").is_null


@pytest.mark.parametrize("written", ['"null"', "'~'", '""', "|\n  null"])
def test_what_is_quoted_or_a_block_is_text_and_never_null(written: str) -> None:
    assert not at(f"launched: {written}\n", "launched").is_null


def test_keys_keep_their_order_and_their_places() -> None:
    tasks = root_of("zeta: 1\n\nalpha: 2\n")
    assert [(key, span(node)) for key, node, _ in tasks.items()] == [("zeta", (1, 1, 1, 5)), ("alpha", (3, 1, 3, 6))]


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (["campaigns"], (3, 3, 12, 43)),
        (["campaigns", "spring-sale", "title"], (4, 12, 4, 28)),
        (["campaigns", "spring-sale", "channels"], (6, 15, 6, 34)),
        (["campaigns", "spring-sale", "channels", 1], (6, 23, 6, 33)),
        (["campaigns", "spring-sale", "notes"], (7, 12, 9, 17)),
        (["campaigns", "spring-sale", "tasks", "copy", "needs", 0], (12, 36, 12, 41)),
    ],
)
def test_a_place_reaches_from_the_first_to_behind_the_last_character(
    way: list[str | int], expected: tuple[int, int, int, int]
) -> None:
    assert span(at(PLAN, *way)) == expected


def test_columns_count_characters_not_bytes() -> None:
    assert span(at("ä: [😀, ö]\n", "ä", 1)) == (1, 8, 1, 9)


def test_a_byte_order_mark_moves_no_place() -> None:
    document = parse("plan.yaml", "\ufefftitle: x\n")
    assert document.root is not None
    assert span(document.root.values["title"]) == (1, 8, 1, 9)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_of_three_ways(end: str) -> None:
    assert span(at(f"a: 1{end}# c{end}b: 2{end}", "b")) == (3, 4, 3, 5)


def test_an_empty_value_stands_behind_its_colon() -> None:
    assert span(at("tasks:\nnotes: x\n", "tasks")) == (1, 7, 1, 7)


def test_a_block_scalar_means_the_same_without_a_line_end_at_the_end_of_the_file() -> None:
    assert at("notes: |\n  x", "notes").text == "x\n"


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "null\n", "\ufeff"])
def test_a_file_that_says_nothing_is_no_fault(text: str) -> None:
    document = parse("plan.yaml", text)
    assert (document.root, document.faults) == (None, ())


@pytest.mark.parametrize(("text", "place"), [("- a\n- b\n", (1, 1)), ("\nplan\n", (2, 1)), ('--- "a"\n', (1, 5))])
def test_a_file_that_holds_no_sections_says_what_a_plan_file_looks_like(text: str, place: tuple[int, int]) -> None:
    (fault,) = faults_of(text)
    assert (fault.kind, fault.place[1:3]) == ("wrong-type", place)
    assert '"campaigns:"' in fault.message


def test_a_duplicate_key_names_both_lines_and_the_first_counts() -> None:
    text = "title: one\nteam: web\ntitle: two\n"
    document = parse("plan.yaml", text)
    assert texts(document.root) == {"title": "one", "team": "web"}
    (fault,) = document.faults
    assert (fault.kind, fault.place, fault.related[0].place) == (
        "duplicate-key",
        ("plan.yaml", 3, 1, 3, 6),
        ("plan.yaml", 1, 1, 1, 6),
    )
    assert "line 1" in fault.message
    assert "line 3" in fault.message


def test_a_key_is_the_same_key_with_and_without_quotes() -> None:
    assert told("title: one\n'title': two\n")[0].startswith("2:1 duplicate-key")


def test_what_belongs_to_a_duplicate_key_is_dropped_whole() -> None:
    document = parse("plan.yaml", "a: {x: 1}\na:\n  y: {z: [1, 2]}\n  w: 3\nb: 2\n")
    assert texts(document.root) == {"a": {"x": "1"}, "b": "2"}


def test_the_merge_key_is_refused_with_a_pointer_to_templates() -> None:
    document = parse("plan.yaml", "base: &base {team: web}\nb:\n  <<: *base\n  title: x\n")
    assert texts(document.root) == {"base": {"team": "web"}, "b": {"title": "x"}}
    (fault,) = document.faults
    assert (fault.kind, fault.place[1:]) == ("merge-key", (3, 3, 3, 5))
    assert '"templates"' in fault.message


def test_a_quoted_merge_key_is_a_word_like_others() -> None:
    assert texts(root_of('"<<": x\n')) == {"<<": "x"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("? [a, b]\n: c\nd: e\n", (1, 3)),
        ("? {a: b}\n: c\nd: e\n", (1, 3)),
        ("? - a\n: c\nd: e\n", (1, 3)),
        ("d: e\n[a, b]: c\n", (2, 1)),
        ("d: e\n? [{[a]: b}]\n: c\n", (2, 3)),
    ],
)
def test_a_list_or_mapping_as_a_key_is_refused_once_and_the_rest_is_kept(text: str, place: tuple[int, int]) -> None:
    document = parse("plan.yaml", text)
    assert texts(document.root) == {"d": "e"}
    assert [(fault.kind, fault.place[1:3]) for fault in document.faults] == [("wrong-type", place)]


@pytest.mark.parametrize(
    "text", ["a: 1\n---\nb: 2\n", "a: 1\n...\n---\nb: 2\n", "--- {}\n---\n", "a: 1\n---\n", "a: 1\n...\nb: 2\n"]
)
def test_a_file_holds_one_document(text: str) -> None:
    document = parse("plan.yaml", text)
    assert document.root is None
    (fault,) = document.faults
    assert fault.kind == "yaml"
    assert "one document" in fault.message


def test_a_broken_file_tells_all_that_was_found_and_gives_nothing_half_read() -> None:
    document = parse("plan.yaml", "a: 1\na: 2\nb: 'x\n")
    assert document.root is None
    assert [fault.kind for fault in document.faults] == ["duplicate-key", "yaml"]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "[\n" * 100_000, "a: " + "[" * 10**5]
)
def test_a_hundred_thousand_open_brackets_are_one_fault(text: str) -> None:
    (fault,) = faults_of(text)
    assert (fault.kind, fault.message) == (
        "too-large",
        "Mappings and lists stand more than 100 deep in one another here.",
    )


def test_a_hundred_levels_are_read_and_one_more_is_not() -> None:
    levels = [" " * depth + "a:\n" for depth in range(100)]
    assert faults_of("".join(levels)) == []
    (fault,) = faults_of("".join(levels) + " " * 100 + "a: 1\n")
    assert fault.place[1:3] == (101, 101)


def test_a_file_with_nothing_but_mistakes_is_not_told_to_its_end() -> None:
    faults = faults_of("a: 1\n" * 5_000)
    assert len(faults) == 1_001
    assert faults[-1].kind == "too-large"


def test_a_file_with_too_many_entries_is_refused_before_it_is_read() -> None:
    (fault,) = faults_of("a: [" + "x," * MAX_ENTRIES + "\n]")
    assert (fault.kind, fault.place[1:3]) == ("too-large", (1, 1))
