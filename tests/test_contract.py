"""What scripts depend on: the JSON of the questions and of the advice, key by key."""

from __future__ import annotations

import json
import random
from functools import cache
from typing import Any

import pytest

from advisor.advice import Advisor
from advisor.interview.answers_reading import read_answers
from advisor.report.as_json import render
from advisor.report.questions import as_json
from advisor.rulebook.model import CRITERIA, FORMS, SEGMENTS, UNKNOWN
from tests import rulebooks

KINDS = {"law", "privacy", "people", "contract", "financial", "operational", "reputational"}
INFLUENCES = {"given", "negotiable", "choice"}
INTERVIEWS = 40
"""Per batch; five batches make two hundred."""


@cache
def advisor() -> Advisor:
    return Advisor(rulebooks.shipped())


@cache
def questions() -> dict[str, dict[str, Any]]:
    """The questions as a script gets them, by id."""
    return {question["id"]: question for question in json.loads(as_json(rulebooks.shipped(), "nl"))["questions"]}


def answered(seed: int) -> dict[str, str]:
    """Answers as a script would make them from the questions; one in four interviews is complete."""
    chance = random.Random(seed)
    gaps = chance.choice([0, 0.1, 0.3, 0.8])
    answers: dict[str, str] = {}
    for name, question in questions().items():
        draw, option = chance.random(), chance.choice(question["options"])["id"]
        if draw >= gaps:
            answers[name] = option
        elif draw < gaps / 2:
            answers[name] = UNKNOWN
    return answers


def advise(answers: dict[str, str], language: str = "nl") -> dict[str, Any]:
    """The whole way of a script: a file of answers in, JSON out."""
    raw = json.dumps({"answers": answers, "language": language}).encode()
    given = read_answers(raw, "answers.json", rulebooks.shipped(), "en")
    assert given.answers == answers
    return json.loads(render(advisor().advise(given.answers, given.notes), given.language or "nl"))


# -- a validator, from the page that promises -------------------------------------------------------


def has(data: dict[str, Any], **kinds: Any) -> None:
    """``data`` holds these keys, each of this type (or one of these); a bool is not a number here."""
    for key, kind in kinds.items():
        assert key in data, key
        allowed = kind if isinstance(kind, tuple) else (kind,)
        assert type(data[key]) in [type(None) if k is None else k for k in allowed], (key, data[key])


def words(values: list[Any]) -> None:
    assert all(isinstance(value, str) and value for value in values)


def validate(advice: dict[str, Any]) -> None:
    """The contract of ``advise --format json``, without looking at what is advised."""
    has(advice, schema=str, language=str, rulebook=dict, answers=dict, set_aside=dict, notes=dict)
    has(advice, recommendation=dict, ranking=list, findings=list, places=list, cautions=list, open=dict)
    has(advice, robustness=(dict, None), plan=list)
    assert advice["schema"] == "advice/1"
    assert advice["language"] in ("nl", "en")
    has(advice["rulebook"], version=str, hash=str)
    assert len(advice["rulebook"]["hash"]) == 64
    _answers(advice)
    _recommendation(advice)
    _ranking(advice)
    for finding in advice["findings"]:
        has(finding, id=str, text=str, rules=list, answers=dict)
        words(finding["rules"])
        assert finding["rules"]
        _subset_in_order(finding["answers"], advice)
    assert [f["id"] for f in advice["findings"]] == sorted(f["id"] for f in advice["findings"])
    for place in advice["places"]:
        has(place, country=str, form=str, offset_hours=dict, because=str)
        has(place["offset_hours"], winter=(int, float), summer=(int, float))
        assert place["form"] in FORMS
    _cautions(advice)
    _open(advice)
    if advice["robustness"] is not None:
        _robustness(advice["robustness"])
    for step in advice["plan"]:
        has(step, step=int, title=str, tasks=list)
        for task in step["tasks"]:
            has(task, text=str, role=str, start_week=int, weeks=int, milestone=bool)


def _answers(advice: dict[str, Any]) -> None:
    order = list(questions())
    for section in ("answers", "set_aside", "notes"):
        assert list(advice[section]) == sorted(advice[section], key=order.index), section
    for name, option in {**advice["answers"], **advice["set_aside"]}.items():
        assert option in [o["id"] for o in questions()[name]["options"]] or option == UNKNOWN
    assert not advice["answers"].keys() & advice["set_aside"].keys()


def _recommendation(advice: dict[str, Any]) -> None:
    recommendation = advice["recommendation"]
    has(recommendation, form=(str, None), title=str, change=(str, None), runner_up=(str, None), margin=(int, None))
    has(recommendation, summary=str, mix=list)
    assert recommendation["title"]
    assert recommendation["summary"]
    if recommendation["form"] is None:
        assert recommendation["change"] is recommendation["runner_up"] is recommendation["margin"] is None
        assert recommendation["mix"] == []
    else:
        assert recommendation["form"] in FORMS
        assert recommendation["change"] in ("none", "adjust", "switch")
        assert (recommendation["runner_up"] is None) == (recommendation["margin"] is None)
    for part in recommendation["mix"]:
        has(part, segment=str, form=str, score=int, gain=int, because=str, arguments=list)
        assert part["segment"] in SEGMENTS
        assert part["form"] in FORMS
        for argument in part["arguments"]:
            _argument(argument, advice)
            assert argument["segment"] in (None, part["segment"])
    segments = [part["segment"] for part in recommendation["mix"]]
    assert segments == sorted(set(segments), key=SEGMENTS.index)
    assert segments[:1] in ([], ["core"])


def _ranking(advice: dict[str, Any]) -> None:
    ranking, headline = advice["ranking"], advice["recommendation"]["form"]
    assert sorted(standing["form"] for standing in ranking) == sorted(FORMS)
    for standing in ranking:
        has(standing, form=str, score=int, verdict=str, arguments=list)
        assert standing["verdict"] in ("recommended", "suitable", "doubtful", "excluded")
        for argument in standing["arguments"]:
            _argument(argument, advice)
        keys = [(-abs(a["points"] * a["weight"]), a["rule"]) for a in standing["arguments"]]
        assert keys == sorted(keys)
        names = [argument["rule"] for argument in standing["arguments"]]
        assert len(set(names)) == len(names)
    assert [s["form"] for s in ranking if s["verdict"] == "recommended"] == ([headline] if headline else [])
    keys = [(standing["verdict"] == "excluded", -standing["score"]) for standing in ranking]
    assert keys == sorted(keys)


def _argument(argument: dict[str, Any], advice: dict[str, Any]) -> None:
    has(argument, rule=str, direction=str, points=int, criterion=(str, None), weight=int, segment=(str, None))
    has(argument, because=str, lift=(str, None), answers=dict, findings=list, terms=list, sources=list)
    assert argument["because"]
    if argument["direction"] == "excludes":
        assert (argument["points"], argument["weight"], argument["criterion"]) == (0, 0, None)
        assert argument["lift"]
    else:
        assert argument["direction"] in ("for", "against")
        assert argument["points"] in (1, 2, 3)
        assert argument["criterion"] in CRITERIA
        assert argument["weight"] in (1, 2, 3)
        assert argument["lift"] is None
    assert argument["segment"] in (None, *SEGMENTS)
    for key in ("findings", "terms", "sources"):
        words(argument[key])
        assert argument[key] == sorted(set(argument[key])), key
    assert argument["sources"]
    assert argument["answers"]
    _subset_in_order(argument["answers"], advice)
    known = {finding["id"] for finding in advice["findings"]}
    assert set(argument["findings"]) <= known


def _subset_in_order(some: dict[str, str], advice: dict[str, Any]) -> None:
    """Answers behind something: answers that were given and are known, in the order of the questions."""
    assert some == {name: advice["answers"][name] for name in some}
    assert UNKNOWN not in some.values()
    assert list(some) == [name for name in advice["answers"] if name in some]


def _cautions(advice: dict[str, Any]) -> None:
    recommendation = advice["recommendation"]
    chosen = {recommendation["form"], *(part["form"] for part in recommendation["mix"])}
    for caution in advice["cautions"]:
        has(caution, id=str, kind=str, severity=int, demand=str, do=str, forms=list, as_of=str, sources=list)
        assert caution["kind"] in KINDS
        assert caution["severity"] in (1, 2, 3)
        assert len(caution["as_of"].split("-")) == 3
        assert caution["sources"]
        assert chosen & set(caution["forms"])
        assert caution["forms"] == sorted(set(caution["forms"]), key=FORMS.index)
    keys = [(-caution["severity"], caution["id"]) for caution in advice["cautions"]]
    assert keys == sorted(keys)


def _open(advice: dict[str, Any]) -> None:
    opened = advice["open"]
    has(opened, unknown=list, still_possible=list, exact=(bool, None), settled=(bool, None), ask_first=list)
    order = list(questions())
    assert opened["unknown"] == sorted(set(opened["unknown"]), key=order.index)
    assert all(advice["answers"].get(name, UNKNOWN) == UNKNOWN for name in opened["unknown"])
    assert not set(opened["unknown"]) & advice["set_aside"].keys()
    assert set(opened["still_possible"]) <= {*FORMS, None}
    assert len(opened["ask_first"]) <= 3
    assert set(opened["ask_first"]) <= set(opened["unknown"])
    if opened["still_possible"]:
        assert advice["recommendation"]["form"] in opened["still_possible"] or not advice["recommendation"]["form"]
        assert opened["settled"] == (len(opened["still_possible"]) == 1)
    else:
        assert opened["exact"] is opened["settled"] is None


def _robustness(robustness: dict[str, Any]) -> None:
    has(robustness, single_changes=int, kept=int, pair_changes=int, pairs_kept=int, flips=list)
    assert 0 <= robustness["kept"] <= robustness["single_changes"]
    assert 0 <= robustness["pairs_kept"] <= robustness["pair_changes"]
    for flip in robustness["flips"]:
        has(flip, form=str, total=int, sets=list)
        assert flip["form"] in FORMS
        assert len(flip["sets"]) <= 10
        for one in flip["sets"]:
            has(one, changes=dict, influence=str)
            assert one["influence"] in INFLUENCES
            assert 1 <= len(one["changes"]) <= 3
            assert UNKNOWN not in one["changes"].values()


# -- the promises -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_questions_keep_their_contract(language: str) -> None:
    data = json.loads(as_json(rulebooks.shipped(), language))
    has(data, schema=str, language=str, rulebook=dict, questions=list)
    assert (data["schema"], data["language"]) == ("questions/1", language)
    has(data["rulebook"], version=str, hash=str)
    seen: list[str] = []
    for question in data["questions"]:
        has(question, id=str, topic=str, text=str, why=str, who_knows=str, how_to_find_out=str, influence=str)
        has(question, ordered=bool, ask_if=list, terms=list, options=list)
        assert question["influence"] in INFLUENCES
        assert question["terms"] == sorted(question["terms"])
        assert all(set(condition) <= set(seen) for condition in question["ask_if"])
        names = [option["id"] for option in question["options"]]
        assert len(set(names)) == len(names) >= 2
        assert UNKNOWN not in names
        for option in question["options"]:
            has(option, id=str, text=str)
        seen.append(question["id"])
    assert seen == list(rulebooks.shipped().questions)


@pytest.mark.parametrize("batch", [0, *(pytest.param(batch, marks=pytest.mark.slow) for batch in range(1, 5))])
def test_any_answers_give_an_advice_that_keeps_its_contract(batch: int) -> None:
    headlines = set()
    for seed in range(batch * INTERVIEWS, (batch + 1) * INTERVIEWS):
        answers = answered(seed)
        advice = advise(answers, "nl" if seed % 2 else "en")
        validate(advice)
        assert {**advice["answers"], **advice["set_aside"]}.items() <= answers.items()
        assert {q for q, a in answers.items() if a != UNKNOWN} <= advice["answers"].keys() | advice["set_aside"].keys()
        assert set(advice["open"]["unknown"]) == {
            q for q in rulebooks.shipped().applicable(answers) if answers.get(q, UNKNOWN) == UNKNOWN
        }
        headlines.add(advice["recommendation"]["form"])
    assert len(headlines) > 1


@pytest.mark.parametrize("answers", [{}, "unknown"], ids=["nothing", "only unknown"])
def test_no_answer_at_all_keeps_the_contract_and_has_no_form(answers: dict[str, str] | str) -> None:
    given = dict.fromkeys(questions(), UNKNOWN) if answers == "unknown" else {}
    advice = advise(given)
    validate(advice)
    assert advice["recommendation"]["form"] is None
    assert {standing["verdict"] for standing in advice["ranking"]} == {"doubtful"}
    assert all(standing["score"] == 0 for standing in advice["ranking"])


def test_the_two_languages_differ_in_words_only() -> None:
    texts = {"language", "checksum", "title", "summary", "because", "lift", "text", "demand", "do"}

    def without_words(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: None if k in texts else without_words(v) for k, v in value.items()}
        return [without_words(v) for v in value] if isinstance(value, list) else value

    for seed in range(5):
        dutch, english = (advise(answered(seed), language) for language in ("nl", "en"))
        assert without_words(dutch) == without_words(english)
        assert dutch["recommendation"]["title"] != english["recommendation"]["title"]


def test_an_advice_read_as_answers_gives_the_same_advice() -> None:
    """Our own files carry answers, set aside ones and notes; reading one back loses nothing."""
    for seed in range(5):
        first = render(advisor().advise(answered(seed), {"goals": "our own words"}), "en")
        given = read_answers(first.encode(), "advice.json", rulebooks.shipped(), "en")
        assert render(advisor().advise(given.answers, given.notes), given.language or "nl") == first


def test_the_mix_says_where_its_scores_come_from() -> None:
    """The score of a part is the form's own score and what holds for that part alone."""
    for seed in range(15):
        advice = advise(answered(seed))
        standings = {standing["form"]: standing for standing in advice["ranking"]}
        for part in advice["recommendation"]["mix"]:
            standing = standings[part["form"]]
            scoped = [a for a in standing["arguments"] if a["segment"] == part["segment"]]
            effects = [a["points"] * a["weight"] * (1 if a["direction"] == "for" else -1) for a in scoped]
            assert part["score"] == standing["score"] + sum(effects)
            gates = [
                rulebooks.shipped().gates[a["rule"]] for a in standing["arguments"] if a["direction"] == "excludes"
            ]
            assert not [g for g in gates if g.scope == "everywhere" or g.segment == part["segment"]]
        assert len({part["form"] for part in advice["recommendation"]["mix"]}) <= 3
