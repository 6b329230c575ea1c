"""The countries of the rulebook: their clocks, their privacy, and how a report tells about them."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.advice import Advice, Advisor
from advisor.advice.places import SPANS, locations
from advisor.engine import Trace
from advisor.report.contents import PARTS_OF_DAY, contents
from advisor.report.document import Block, Heading, Items, Paragraph
from advisor.rulebook.condition import Condition
from advisor.rulebook.model import UNKNOWN, Place, is_date
from tests.rulebooks import random_answers, shipped

HERE = "Europe/Amsterdam"

IN_EEA = {
    "belgium",
    "czechia",
    "germany",
    "greece",
    "ireland",
    "poland",
    "portugal",
    "romania_bulgaria",
    "spain",
}
OUTSIDE_EEA = {
    "aruba_sint_maarten",
    "curacao",
    "egypt",
    "india",
    "morocco",
    "philippines",
    "south_africa",
    "suriname",
    "tunisia",
    "turkey",
    "united_kingdom",
}

ALSO_THERE = {"aruba_sint_maarten": "America/Lower_Princes", "romania_bulgaria": "Europe/Sofia"}
"""Zone of the second country of an item that names two."""

OUT = {"need": "stable", "current_contract": "open_ended", "main_problem": "nothing_wrong", "start_within": "later"}
"""Answers that leave a form abroad where it is; see ``advice_for``."""


@cache
def advisor() -> Advisor:
    return Advisor(shipped())


def places() -> list[Place]:
    return list(shipped().places.values())


def questions_of(conditions: tuple[Condition, ...]) -> set[str]:
    """The questions conditions rest on, through findings too."""
    asked = set()
    for condition in conditions:
        if condition.operator == "finding":
            asked |= {q for _, when in shipped().ways_to_find[condition.subject] for q in questions_of(when)}
        else:
            asked.add(condition.subject)
    return asked


def combinations(place: Place) -> Iterator[dict[str, str]]:
    """All answers, ``unknown`` included, to the questions a place rests on."""
    asked = sorted(questions_of(place.when))
    options = [[*(option.id for option in shipped().questions[q].options), UNKNOWN] for q in asked]
    return (dict(zip(asked, row, strict=True)) for row in product(*options))


def hold(conditions: tuple[Condition, ...], answers: dict[str, str]) -> bool:
    """Whether conditions hold, read straight from the rulebook: thousands of times faster than the engine."""
    return all(
        any(hold(when, answers) for _, when in shipped().ways_to_find[condition.subject])
        if condition.operator == "finding"
        else answers.get(condition.subject) in shipped().accepted(condition)
        for condition in conditions
    )


def fitting(answers: dict[str, str], form: str) -> set[str]:
    """The places for these answers when ``form`` is in the advice."""
    return {place.id for place in places() if place.form == form and hold(place.when, answers)}


def advice_for(place: Place) -> Advice | None:
    """An advice in which a place is named, for a manager whose work is done in that way already."""
    for answers in combinations(place):
        if hold(place.when, answers):
            advice = advisor().advise({"current_model": place.form, **OUT, **answers})
            if place in [location.place for location in advice.places]:
                return advice
    return None


def texts(blocks: tuple[Block, ...]) -> str:
    lines = []
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            lines.append(block.text)
        elif isinstance(block, Items):
            lines.extend(block.texts)
    return "\n".join(lines)


# -- clocks -----------------------------------------------------------------------------------


def ahead(zone: str, month: int, day: int) -> float:
    """Hours the clock in a zone is ahead of the Dutch one at noon of a day in 2026."""
    noon = datetime(2026, month, day, 12, tzinfo=zoneinfo.ZoneInfo("UTC"))
    there, here = (noon.astimezone(zoneinfo.ZoneInfo(z)).utcoffset() for z in (zone, HERE))
    assert there is not None
    assert here is not None
    return (there - here) / timedelta(hours=1)


needs_zones = pytest.mark.skipif(
    HERE not in zoneinfo.available_timezones(), reason="this machine has no time zone database (package tzdata)"
)


@needs_zones
@pytest.mark.parametrize("place", places(), ids=lambda place: place.id)
def test_offsets_are_those_of_the_time_zone_database_in_january_and_july(place: Place):
    for zone in filter(None, (place.zone, ALSO_THERE.get(place.id))):
        assert (ahead(zone, 1, 15), ahead(zone, 7, 15)) == (place.offset_hours.winter, place.offset_hours.summer)


@needs_zones
def test_the_exceptions_the_notes_warn_of_are_real():
    """Morocco puts its clock back for Ramadan; Egypt starts summer time some weeks after Europe."""
    book = shipped().places
    assert ahead(book["morocco"].zone, 3, 1) == book["morocco"].offset_hours.winter - 1
    assert "Ramadan" in book["morocco"].note.en
    assert ahead(book["egypt"].zone, 4, 15) == book["egypt"].offset_hours.summer - 1
    assert "April" in book["egypt"].note.en


def test_an_evening_here_is_an_afternoon_in_suriname_and_curacao_and_an_evening_in_africa_and_europe():
    trace = Trace(places=tuple(sorted(shipped().places)))
    evening = SPANS[-1]
    there = {
        location.place.id: next(hours for hours in location.hours if hours.here == evening)
        for location in locations(shipped(), trace, {"opening_hours": "around_the_clock"})
    }
    assert (there["suriname"].winter, there["suriname"].summer) == ((14, 20), (13, 19))
    assert (there["curacao"].winter, there["curacao"].summer) == ((13, 19), (12, 18))
    assert (there["south_africa"].winter, there["south_africa"].summer) == ((19, 1), (18, 24))
    afternoon = {place for place, hours in there.items() if hours.winter[0] in (13, 14)}
    assert afternoon == {"suriname", "curacao", "aruba_sint_maarten"}
    assert there["india"].winter == (22.5, 4.5)
    assert there["philippines"].winter == (1, 7)


def test_every_answer_on_opening_hours_has_hours_and_longer_answers_have_no_less():
    hours = shipped().hours
    options = [option.id for option in shipped().questions["opening_hours"].options]
    assert set(hours) == set(options)
    lengths = [hours[option].end - hours[option].start for option in options]
    assert lengths == sorted(lengths)


# -- what makes a country fit ------------------------------------------------------------------


def test_every_place_is_known_to_be_inside_or_outside_the_eea_and_has_a_date():
    assert set(shipped().places) == IN_EEA | OUTSIDE_EEA
    assert all(place.form in ("nearshoring", "offshoring") for place in places())
    assert all(is_date(place.as_of) for place in places())


@pytest.mark.parametrize("place", [p for p in places() if p.id in OUTSIDE_EEA], ids=lambda place: place.id)
def test_no_place_outside_the_eea_fires_unless_data_may_be_seen_from_there(place: Place):
    for answers in combinations(place):
        if hold(place.when, answers):
            assert answers["data_location"] == "anywhere_with_safeguards"


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**9), st.sampled_from(["eea_only", "country_only", "on_premises_only", UNKNOWN]))
def test_no_advice_names_a_place_outside_the_eea_when_data_stays_inside(seed: int, where: str):
    answers = random_answers(shipped(), seed) | {"data_location": where}
    named = {location.place.id for location in advisor().advise(answers).places}
    assert not named & OUTSIDE_EEA


@pytest.mark.parametrize("place", places(), ids=lambda place: place.id)
def test_every_place_is_named_in_some_advice(place: Place):
    assert advice_for(place)


def test_a_short_list_for_whoever_knows_languages_costs_and_where_the_work_may_go():
    asked = {
        "languages": ["dutch", "dutch_english", "several_european", "worldwide"],
        "channels": ["mainly_phone", "mainly_written", "both"],
        "cost_pressure": ["none", "some", "strong"],
        "data_location": ["anywhere_with_safeguards", "eea_only"],
        "distance_acceptance": ["europe", "far"],
        "opening_hours": ["office_hours", "around_the_clock"],
        "volume": ["from_10_to_50", "over_200"],
    }
    for row in product(*asked.values()):
        answers = dict(zip(asked, row, strict=True))
        assert 2 <= len(fitting(answers, "nearshoring")) <= 5, answers
        if answers["data_location"] == "anywhere_with_safeguards":
            assert 2 <= len(fitting(answers, "offshoring")) <= 5, answers


# -- in the report -----------------------------------------------------------------------------


def suriname(opening_hours: str) -> Advice:
    return advisor().advise(
        {
            "current_model": "offshoring",
            **OUT,
            "data_location": "anywhere_with_safeguards",
            "distance_acceptance": "far",
            "languages": "dutch",
            "opening_hours": opening_hours,
        }
    )


def test_the_report_tells_which_countries_and_what_the_clock_says_there():
    dutch = texts(contents(suriname("around_the_clock"), "nl"))
    assert "Uw avond, 18–24 uur, is daar 14–20 uur (winter) en 13–19 uur (zomer)." in dutch
    english = texts(contents(suriname("around_the_clock"), "en"))
    assert "Your evening, 18:00–24:00, is 14:00–20:00 there in winter and 13:00–19:00 in summer." in english
    place = shipped().places["suriname"]
    for words in (place.country, place.because, place.note):
        assert words.nl in dutch
        assert words.en in english
    order = ["Suriname", "Nog uit te zoeken"]
    headings = [block.text for block in contents(suriname("around_the_clock"), "nl") if isinstance(block, Heading)]
    assert [heading for heading in headings if heading in order] == order


def test_the_report_keeps_to_the_opening_hours_and_to_half_hours():
    office = texts(contents(suriname("office_hours"), "nl"))
    assert "Uw dag, 8–18 uur, is daar 4–14 uur (winter) en 3–13 uur (zomer)." in office
    assert "Uw avond, " not in office
    india = advice_for(shipped().places["india"])
    assert india
    with_hours = advisor().advise({**india.answers, "opening_hours": "seven_days"})
    assert "Uw avond, 18–23 uur, is daar 22.30–3.30 uur (winter)" in texts(contents(with_hours, "nl"))
    assert "Your evening, 18:00–23:00, is 22:30–03:30 there in winter" in texts(contents(with_hours, "en"))


def test_the_report_has_a_name_for_every_span():
    assert list(PARTS_OF_DAY) == [end for _, end in SPANS]


def test_a_country_with_the_same_clock_gets_one_sentence():
    spain = advice_for(shipped().places["spain"])
    assert spain
    report = texts(contents(advisor().advise({**spain.answers, "opening_hours": "seven_days"}), "nl"))
    assert "dezelfde tijd" in report


def test_nothing_about_countries_when_none_is_named():
    advice = advisor().advise({"current_model": "insourcing", **OUT})
    assert not advice.places
    for language, word in (("nl", "Landen om te onderzoeken"), ("en", "Countries to look into")):
        assert word not in texts(contents(advice, language))
