"""The same answers and the same knowledge give the same advice, byte for byte."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.advice import Advisor
from advisor.report.as_json import render
from advisor.rulebook import locate
from advisor.rulebook.loading import load
from advisor.rulebook.yaml12 import read
from tests import knowledge, rulebooks

if TYPE_CHECKING:
    from advisor.rulebook.rulebook import Rulebook

ORDERED = ("topics", "questions", "forms", "version", "topic", "title")
"""What has a meaning by its order, or stands once in a file."""
UNORDERED_INSIDE = ("when", "terms", "sources", "see_also", "despite", "ask_if", "adjusts")


def shuffled(files: rulebooks.Files, seed: int) -> rulebooks.Files:
    """The same knowledge: other file names, items in other files and another order, keys and lists shuffled."""
    chance = random.Random(seed)
    result: rulebooks.Files = {}
    loose: dict[str, list[tuple[str, Any]]] = {"rules": [], "glossary": []}
    for name, content in files.items():
        folder = name.split("/")[0]
        kept = {key: value for key, value in content.items() if key in ORDERED}
        result[f"{folder}/{chance.randrange(10**9):09}.yaml"] = kept
        loose[folder] += [(key, item) for key, items in content.items() if key not in ORDERED for item in items]
    for folder, items in loose.items():
        names = [name for name in result if name.startswith(folder)]
        for section, item in chance.sample(items, len(items)):
            result[chance.choice(names)].setdefault(section, []).append(_jumbled(item, chance))
    return {name: result[name] for name in chance.sample(sorted(result), len(result))}


def _jumbled(item: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """One item with its keys, and its lists without an order, in another order."""
    return {
        key: chance.sample(item[key], len(item[key])) if key in UNORDERED_INSIDE else item[key]
        for key in chance.sample(list(item), len(item))
    }


def shipped_files() -> rulebooks.Files:
    directory = locate.shipped()
    files = [file for folder in ("rules", "glossary") for file in sorted((directory / folder).glob("*.yaml"))]
    return {file.relative_to(directory).as_posix(): read(file.read_bytes(), file.name).data for file in files}


def advices(rulebook: Rulebook, interviews: list[dict[str, str]]) -> list[str]:
    advisor = Advisor(rulebook)
    return [render(advisor.advise(answers), "nl") for answers in interviews]


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_the_order_of_files_and_items_does_not_change_the_advice(data: st.DataObject) -> None:
    files = data.draw(rulebooks.files())
    rulebook = rulebooks.loaded(files)
    interviews = [data.draw(rulebooks.interviews(rulebook)) for _ in range(3)]
    other = rulebooks.loaded(shuffled(files, data.draw(st.integers(0, 10**6))))
    assert other.hash == rulebook.hash
    assert advices(other, interviews) == advices(rulebook, interviews)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 6))])
def test_the_order_of_the_shipped_files_does_not_change_the_advice(seed: int, tmp_path: Path) -> None:
    rulebook = rulebooks.shipped()
    other = load(knowledge.write(tmp_path, shuffled(shipped_files(), seed)))
    interviews = [rulebooks.random_answers(rulebook, n) for n in range(4)]
    assert other.hash == rulebook.hash
    assert advices(other, interviews) == advices(rulebook, interviews)


def test_the_order_of_the_answers_does_not_change_the_advice() -> None:
    rulebook = rulebooks.shipped()
    answers = rulebooks.random_answers(rulebook, 1)
    backwards = dict(reversed(answers.items()))
    assert len(set(advices(rulebook, [answers, backwards]))) == 1


def test_an_advisor_used_before_gives_what_a_fresh_one_gives() -> None:
    rulebook = rulebooks.shipped()
    interviews = [rulebooks.random_answers(rulebook, n) for n in range(3)]
    used = Advisor(rulebook)
    for answers in interviews:
        used.advise(answers)
    again = [render(used.advise(answers), "en") for answers in reversed(interviews)]
    fresh = [render(Advisor(rulebook).advise(answers), "en") for answers in reversed(interviews)]
    assert again == fresh
    assert len(set(again)) == len(interviews)


@pytest.mark.parametrize("processes", [4, pytest.param(20, marks=pytest.mark.slow)])
def test_the_advice_does_not_depend_on_the_process_the_locale_or_the_clock(processes: int, tmp_path: Path) -> None:
    answers = rulebooks.random_answers(rulebooks.shipped(), 3)
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({"answers": answers, "language": "nl"}), encoding="utf-8")

    def run(number: int) -> tuple[bytes, bytes, int]:
        places = [("C", "UTC"), ("nl_NL.UTF-8", "Pacific/Auckland")]
        locale, zone = places[number % 2]
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("ADVISOR_", "LC_", "PYTEST"))}
        environment |= {"PYTHONHASHSEED": str(number), "LC_ALL": locale, "LANG": locale, "TZ": zone}
        command = [sys.executable, "-m", "advisor", "advise", str(file), "--format", "json"]
        done = subprocess.run(command, capture_output=True, env=environment, cwd=locate.shipped(), check=False)
        return done.stdout, done.stderr, done.returncode

    with ThreadPoolExecutor(max_workers=4) as pool:
        results = list(pool.map(run, range(processes)))
    assert {code for _, _, code in results} == {0}, results[0][1].decode()
    assert len({(out, err) for out, err, _ in results}) == 1
    assert json.loads(results[0][0])["schema"] == "advice/1"
