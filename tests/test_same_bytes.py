"""Every report is the same, byte for byte, in every process, whatever the user typed."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from advisor.advice import Advice, Advisor
from advisor.interview.answers_reading import read_answers
from advisor.report import comparison, formats
from advisor.text import clean_text
from tests import rulebooks

ROOT = Path(__file__).parent.parent
START = "2027-01-02"
NAMES = ("<b>Één</b> | {{ 7 }}", "Twee $x$ #set")
NOTE = "</script><img src=x> *a* | `b` #set $x$ \\ é 漢 \x1b[2J \u202e {% raw %}\nBEGIN:VEVENT"


@cache
def advices() -> tuple[Advice, Advice]:
    """Of two example clients, with a note at every question."""
    rulebook = rulebooks.shipped()
    advisor = Advisor(rulebook)
    cases = [ROOT / "tests" / "cases" / f"case_{number}.yaml" for number in ("03", "07")]
    given = [read_answers(case.read_bytes(), case.name, rulebook, "en").answers for case in cases]
    first, second = (advisor.advise(answers, {q: clean_text(NOTE) for q in answers}) for answers in given)
    return first, second


def fingerprints() -> dict[str, str]:
    """Report → hash of its bytes: each format of an advice, and of two side by side."""
    first, second = advices()
    sides = [(NAMES[0], first), (NAMES[1], second)]
    made = {name: formats.render(name, first, "nl", START) for name in formats.SUFFIXES}
    made |= {f"{name} compared": comparison.render(name, sides, "nl") for name in formats.COMPARED}
    return {
        name: hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()
        for name, content in made.items()
    }


def test_no_report_depends_on_the_process_the_locale_or_the_clock() -> None:
    code = "import json; from tests.test_same_bytes import fingerprints; print(json.dumps(fingerprints()))"

    def run(seed: str, zone: str, locale: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
        environment = kept | {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": locale, "LC_ALL": locale}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, cwd=ROOT, check=True)
        found: dict[str, str] = json.loads(done.stdout)
        return found

    first = run("1", "UTC", "C")
    assert len(set(first.values())) == len(first) == len(formats.SUFFIXES) + len(formats.COMPARED)
    assert run("2", "Pacific/Auckland", "nl_NL.UTF-8") == first


def test_notes_are_data_in_json_and_not_in_the_calendar() -> None:
    advice = advices()[0]
    plain = Advisor(advice.rulebook).advise(advice.answers)
    data = json.loads(str(formats.render("json", advice, "nl", START)))
    assert set(data["notes"].values()) == {clean_text(NOTE)}
    assert formats.render("ics", advice, "nl", START) == formats.render("ics", plain, "nl", START)
