"""Anchors and aliases are allowed, within bounds; tags are not, but for those of YAML itself."""

from __future__ import annotations

import pytest

from roadmap.source.load import parse
from tests.source.trees import at, core, faults_of, root_of, span, texts


def test_an_alias_repeats_what_has_the_anchor() -> None:
    text = "a: &base {team: web, needs: [x]}\nb: *base\nc: [*base]\n"
    base = {"team": "web", "needs": ["x"]}
    assert texts(root_of(text)) == {"a": base, "b": base, "c": [base]}


def test_an_aliased_text_stands_at_the_alias_and_an_aliased_mapping_at_its_anchor() -> None:
    text = "a: &days 5d\nb: *days\nc: &task {duration: 5d}\nd: *task\n"
    assert span(at(text, "b")) == (2, 4, 2, 9)
    assert span(at(text, "d")) == (3, 10, 3, 24)


def test_an_aliased_text_is_as_quoted_as_its_anchor() -> None:
    assert at("a: &x '1'\nb: *x\n", "b").plain is False


def test_an_anchor_may_be_used_again() -> None:
    assert texts(root_of("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")) == {"a": "1", "b": "1", "c": "2", "d": "2"}


def test_an_alias_may_be_a_key() -> None:
    assert texts(root_of("a: &x web\n*x : 1\n")) == {"a": "web", "web": "1"}


def test_an_alias_of_a_list_is_no_key() -> None:
    document = parse("plan.yaml", "a: &x [web]\n*x : 1\n")
    assert texts(document.root) == {"a": ["web"]}
    assert [(fault.kind, fault.place[1:3]) for fault in document.faults] == [("wrong-type", (2, 1))]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x web\n", (1, 7, 1, 10)),
        ("a: !!str web\n", (1, 10, 1, 13)),
        ("a: &x !!str web\n", (1, 13, 1, 16)),
        ("a: &x\n  # why\n  web\n", (3, 3, 3, 6)),
        ("a: &x [web]\n", (1, 7, 1, 12)),
        ("a: &x\n  b: 1\n", (2, 3, 2, 7)),
        ("a: &x\n- b\n", (2, 1, 2, 4)),
        ("a: &x\nb: 1\n", (1, 6, 1, 6)),
    ],
)
def test_a_value_stands_behind_its_anchor_and_tag(text: str, place: tuple[int, int, int, int]) -> None:
    assert span(at(text, "a")) == place


def test_an_anchor_on_a_key_is_not_that_of_the_mapping() -> None:
    text = "a: &map\n  &key b: *key\n"
    assert texts(root_of(text)) == {"a": {"b": "b"}}


@pytest.mark.parametrize("text", ["a: *nobody\n", "a: &a [*a]\n", "&a\nb: {c: *a}\n"])
def test_an_alias_that_repeats_nothing_or_itself_is_a_fault(text: str) -> None:
    (fault,) = faults_of(text)
    assert (fault.kind, fault.place.line) == ("yaml", text.splitlines().index(text.splitlines()[-1]) + 1)


def test_a_billion_laughs_are_one_fault() -> None:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, 10)]
    (fault,) = faults_of("\n".join(lines))
    assert (fault.kind, fault.message) == ("too-large", "The aliases up to here repeat more than 100,000 entries.")


def test_repeating_one_long_text_is_bounded_too() -> None:
    text = "a: &a " + "x" * 1_000_000 + "\nb: [" + ", ".join(["*a"] * 100) + "]\n"
    (fault,) = faults_of(text)
    assert (fault.kind, fault.place.line) == ("too-large", 2)


def test_aliases_do_not_build_what_may_not_be_written() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 200)]
    (fault,) = faults_of("\n".join(lines))
    assert fault.message == "Mappings and lists stand more than 100 deep in one another here."


def test_a_thousand_uses_of_a_small_anchor_are_fine() -> None:
    text = "base: &base {team: web, duration: 5d}\ntasks:\n" + "".join(f"  t{n}: *base\n" for n in range(1_000))
    assert len(at(text, "tasks").values) == 1_000


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("!!str 5", "5"),
        ("! 5", "5"),
        ("!!str null", "null"),
        ("!!int '5'", 5),
        ("!!null ''", None),
        ("!!float 1", 1),
        ("!!bool true", True),
        ("!!map {a: 1}", {"a": 1}),
        ("!!seq [a]", ["a"]),
    ],
)
def test_the_tags_of_yaml_itself_keep_their_meaning(written: str, value: object) -> None:
    assert core(root_of(f"a: {written}\n")) == {"a": value}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: !team web\n", (1, 4, 1, 9)),
        ("a: !!python/object:os.system x\n", (1, 4, 1, 29)),
        ("a: !!timestamp 2027-03-15\n", (1, 4, 1, 15)),
        ("a: !!map x\n", (1, 4, 1, 9)),
        ("a: !!set {b}\n", (1, 4, 1, 9)),
        ("a: !<tag:example.com,2027:x> [b]\n", (1, 4, 1, 29)),
    ],
)
def test_other_tags_are_refused_at_their_place(text: str, place: tuple[int, int, int, int]) -> None:
    (fault,) = faults_of(text)
    assert (fault.kind, fault.place[1:]) == ("tag", place)


def test_a_text_that_begins_with_an_exclamation_mark_is_told_to_be_quoted() -> None:
    (fault,) = faults_of("title: !important fix\n")
    assert "quotes" in fault.message
