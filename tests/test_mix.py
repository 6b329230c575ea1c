"""Which form fits which part of the work: what departs from the headline, why, and within which limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor.advice import Advisor
from advisor.engine import Engine
from advisor.language import Text
from advisor.rulebook.model import FORMS, SEGMENTS
from tests import knowledge, rulebooks

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.advice.model import Mix

SMALL = [{"size": "small"}]


def mixed(
    rules: list[dict[str, Any]],
    parts: tuple[str, ...] = (),
    gates: list[dict[str, Any]] | None = None,
    most_forms: int | None = None,
) -> tuple[Mix, ...]:
    """The mix under a small size, with these parts of the work."""
    files = knowledge.frame()
    for segment in files["rules/forms.yaml"]["segments"]:
        if segment["id"] in parts:
            segment["when"] = SMALL
    limit = {"id": "limit", "when": SMALL, "most_forms": most_forms, "because": knowledge.text("limit")}
    limits = [limit] if most_forms else []
    files["rules/basics.yaml"] |= {"rules": rules, "gates": gates or [], "limits": limits}
    return Advisor(rulebooks.loaded(files)).advise({"size": "small"}).mix


def plainly(mix: tuple[Mix, ...]) -> list[tuple[str, str]]:
    return [(part.segment, part.form) for part in mix]


def speaks(name: str, form: str, points: int, segment: str | None = None) -> dict[str, Any]:
    """A rule that fires; it speaks against the form when ``points`` are negative."""
    more = {"segment": segment} if segment else {}
    return knowledge.rule(name, SMALL, "for" if points > 0 else "against", form, abs(points), **more)


HEADLINE = speaks("headline", "outsourcing", 3)


def test_a_part_departs_with_what_speaks_for_its_form_and_against_the_usual_one_and_nothing_else():
    rules = [
        HEADLINE,
        speaks("chosen", "insourcing", 3, "complex"),
        speaks("chosen_too", "insourcing", 2, "complex"),
        speaks("against_chosen", "insourcing", -1, "complex"),
        speaks("against_usual", "outsourcing", -2, "complex"),
        speaks("for_usual", "outsourcing", 1, "complex"),
        speaks("third", "nearshoring", 1, "complex"),
        speaks("elsewhere", "insourcing", 1, "peak"),
    ]
    core, part = mixed(rules, ("complex",))
    assert (core.segment, core.form, core.usual, core.gain, core.arguments) == (
        "core",
        "outsourcing",
        "outsourcing",
        0,
        (),
    )
    assert (part.form, part.usual) == ("insourcing", "outsourcing")
    assert {argument.rule for argument in part.arguments} == {"chosen", "chosen_too", "against_usual"}
    assert (part.score, part.gain) == (3 * (3 + 2 - 1), 3 * (3 + 2 - 1) - 3 * (3 - 2 + 1))
    assert part.because == Text(
        "complex (nl) because against_usual (nl) because chosen (nl)",
        "complex (en) because against_usual (en) because chosen (en)",
    )


def test_a_part_that_does_not_exist_gets_no_form_of_its_own():
    assert plainly(mixed([HEADLINE, speaks("more", "insourcing", 3, "complex"), speaks("a", "insourcing", 1)])) == [
        ("core", "outsourcing")
    ]


def test_a_tie_stays_with_the_form_of_the_core():
    rules = [HEADLINE, speaks("as_much", "insourcing", 3, "complex")]
    assert plainly(mixed(rules, ("complex",))) == [("core", "outsourcing")]
    assert plainly(mixed([*rules, speaks("more", "insourcing", 1, "complex")], ("complex",))) == [
        ("core", "outsourcing"),
        ("complex", "insourcing"),
    ]


def test_a_form_kept_out_of_the_main_stream_may_serve_a_part():
    shut = [rulebooks.gate("not_main", SMALL, "insourcing", scope="main")]
    rules = [HEADLINE, speaks("more", "insourcing", 3, "complex"), speaks("own", "insourcing", 1)]
    assert plainly(mixed(rules, ("complex",), shut)) == [("core", "outsourcing"), ("complex", "insourcing")]
    everywhere = [rulebooks.gate("nowhere", SMALL, "insourcing")]
    assert plainly(mixed(rules, ("complex",), everywhere)) == [("core", "outsourcing")]


def test_agency_workers_take_the_peak_and_leave_the_rest_to_an_own_team():
    flexible = [speaks("flexible", "temp_agency", 3)]
    core, peak = mixed(flexible)
    assert plainly((core, peak)) == [("core", "insourcing"), ("peak", "temp_agency")]
    assert (core.usual, peak.usual) == ("insourcing", "temp_agency")
    languages = [speaks("more", "nearshoring", 3, "languages"), speaks("again", "nearshoring", 1, "languages")]
    assert plainly(mixed([*flexible, *languages], ("languages",))) == [
        ("core", "insourcing"),
        ("languages", "nearshoring"),
        ("peak", "temp_agency"),
    ]


def test_under_agency_workers_only_arguments_about_a_part_take_it_from_the_own_team():
    whole = [speaks("flexible", "temp_agency", 3), speaks("too", "outsourcing", 1)]
    assert plainly(mixed(whole, ("languages", "simple"))) == [("core", "insourcing"), ("peak", "temp_agency")]
    (own,) = [part for part in mixed(whole, ("simple",)) if part.segment == "core"]
    assert own.because.en.endswith("With you it also covers: simple (en).")
    part = [*whole, speaks("here", "temp_agency", 1, "simple")]
    (gone,) = [part for part in mixed(part, ("simple",)) if part.segment == "simple"]
    assert (gone.form, gone.gain) == ("temp_agency", 3)


def test_the_core_names_the_parts_that_exist_and_stay_with_it():
    (core,) = mixed([HEADLINE], ("languages", "simple"))
    assert core.because.en.endswith("With you it also covers: languages (en); simple (en).")
    assert core.because.nl.endswith("Hier horen bij u ook bij: languages (nl); simple (nl).")
    (alone,) = mixed([HEADLINE])
    assert "covers" not in alone.because.en


def test_the_peak_stays_with_agency_workers_when_another_form_gains_there_or_few_forms_may_be_used():
    rules = [
        speaks("flexible", "temp_agency", 3),
        *(speaks(name, "outsourcing", 3, "peak") for name in ("peak", "peak_too")),
        *(speaks(name, "nearshoring", 3, "languages") for name in ("languages", "languages_too")),
    ]
    assert plainly(mixed(rules)) == [("core", "insourcing"), ("peak", "temp_agency")]
    for most in (1, 2):
        assert plainly(mixed(rules, ("languages",), most_forms=most)) == [
            ("core", "insourcing"),
            ("peak", "temp_agency"),
        ]
    shut = [rulebooks.gate("shut", SMALL, "temp_agency", scope="part", segment="peak")]
    assert plainly(mixed(rules, (), shut)) == [("core", "insourcing"), ("peak", "outsourcing")]


def test_the_headline_of_the_shipped_rulebook_has_its_place_in_the_mix():
    advisor = Advisor(rulebooks.shipped())
    headlines = set()
    for seed in range(150):
        advice = advisor.advise(rulebooks.random_answers(advisor.rulebook, seed, unknown=0.05, missing=0))
        if advice.mix:
            headlines.add(advice.recommendation.form)
            assert advice.recommendation.form in {part.form for part in advice.mix}, seed
    assert "temp_agency" in headlines


def test_a_part_the_own_team_is_shut_out_of_starts_from_agency_workers_as_a_whole():
    shut = [rulebooks.gate("shut", SMALL, "insourcing", scope="part", segment="languages")]
    rules = [speaks("flexible", "temp_agency", 3), speaks("some", "nearshoring", 1, "languages")]
    assert ("languages", "temp_agency") in plainly(mixed(rules, ("languages",), shut))


def test_where_the_own_team_is_shut_out_of_a_part_agency_workers_take_that_too():
    gates = [rulebooks.gate("not_nights", SMALL, "insourcing", scope="part", segment="out_of_hours")]
    found = mixed([speaks("flexible", "temp_agency", 3)], ("out_of_hours",), gates)
    assert plainly(found) == [("core", "insourcing"), ("out_of_hours", "temp_agency"), ("peak", "temp_agency")]


def test_a_part_departs_at_a_loss_where_the_usual_form_is_shut_out_and_that_is_no_gain():
    gates = [rulebooks.gate("shut", SMALL, "outsourcing", scope="part", segment="complex")]
    _, part = mixed([HEADLINE, speaks("second", "nearshoring", 1)], ("complex",), gates)
    assert (part.form, part.score, part.usual, part.gain) == ("nearshoring", 3, "outsourcing", 0)


def test_a_part_that_no_form_may_have_stays_with_the_core():
    gates = [rulebooks.gate(f"no_{f}", SMALL, f, scope="part", segment="complex") for f in FORMS]
    assert plainly(mixed([HEADLINE, speaks("more", "insourcing", 3, "complex")], ("complex",), gates)) == [
        ("core", "outsourcing")
    ]


def test_the_parts_stand_in_order_of_precedence_and_the_form_that_gains_least_goes_first():
    rules = [
        HEADLINE,
        speaks("simple", "offshoring", 3, "simple"),
        speaks("simple_too", "offshoring", 3, "simple"),
        speaks("languages", "nearshoring", 3, "languages"),
        speaks("languages_too", "nearshoring", 2, "languages"),
        speaks("complex", "insourcing", 3, "complex"),
        speaks("complex_too", "insourcing", 1, "complex"),
    ]
    parts = ("simple", "languages", "complex")
    order = [("core", "outsourcing"), ("languages", "nearshoring"), ("simple", "offshoring")]
    assert plainly(mixed(rules, parts)) == order
    assert plainly(mixed(rules, parts, most_forms=2)) == [order[0], order[2]]
    assert plainly(mixed(rules, parts, most_forms=1)) == [order[0]]
    assert sorted(SEGMENTS.index(segment) for segment, _ in order) == [SEGMENTS.index(s) for s, _ in order]


def test_a_flexible_shell_has_no_own_team_where_that_is_excluded(tmp_path: Path) -> None:
    rules = [knowledge.rule("flexible", [{"size": "small"}], "for", "temp_agency")]
    for scope in ("everywhere", "main"):
        gates = [rulebooks.gate("shut", [{"size": "small"}], "insourcing", scope=scope)]
        rulebook = knowledge.small(tmp_path / scope, rules=rules, gates=gates)
        mix = Advisor(rulebook).advise({"size": "small"}).mix
        assert plainly(mix) == [("core", "temp_agency")]


def test_a_part_the_core_may_not_have_is_not_given_up_for_one_that_only_gains(tmp_path: Path) -> None:
    """With two forms at most, the part from which the core's form is shut out keeps its own form."""
    files = knowledge.frame()
    when = [{"size": "small"}]
    for segment in files["rules/forms.yaml"]["segments"]:
        if segment["id"] in ("complex", "peak"):
            segment["when"] = when
    files["rules/basics.yaml"] |= {
        "rules": [
            knowledge.rule("headline", when, "for", "outsourcing", 3),
            knowledge.rule("people_stay", when, "for", "insourcing", 1, segment="complex"),
            knowledge.rule("peak_gains", when, "for", "temp_agency", 3, segment="peak"),
            knowledge.rule("peak_gains_more", when, "for", "temp_agency", 3, segment="peak"),
        ],
        "gates": [rulebooks.gate("shut", when, "outsourcing", scope="part", segment="complex")],
        "limits": [{"id": "two", "when": when, "most_forms": 2, "because": knowledge.text("two")}],
    }
    mix = Advisor(rulebooks.loaded(files)).advise({"size": "small"}).mix
    assert plainly(mix) == [("core", "outsourcing"), ("complex", "insourcing")]


def test_no_part_of_the_shipped_mix_goes_to_a_form_shut_out_of_it() -> None:
    rulebook = rulebooks.shipped()
    advisor, engine = Advisor(rulebook), Engine(rulebook)
    for seed in range(12):
        advice = advisor.advise(rulebooks.random_answers(rulebook, seed, unknown=0.05, missing=0))
        if not advice.mix:
            continue
        trace = engine.evaluate(advice.answers, lambda _: ())
        of_part = {part.segment: part.form for part in advice.mix}
        for gate in (rulebook.gates[name] for name in trace.gates):
            parts = (*trace.segments, "core") if gate.scope == "everywhere" else {gate.segment} & {*trace.segments}
            for part in parts:
                assert of_part.get(part, of_part["core"]) != gate.form, (seed, gate.id, part)
