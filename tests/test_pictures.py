"""The pictures of an advice say what the advice says, in both languages, and fit in their frame."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from advisor.advice import Advice, Advisor
from advisor.interview.answers_reading import read_answers
from advisor.language import LANGUAGES, Language, number, signed
from advisor.report.document import Picture
from advisor.report.pictures import contribution, lettering, parts, pictures, plan, profile, ranking, sides
from advisor.report.pictures.drawing import Drawing, plain
from advisor.rulebook.loading import load
from advisor.rulebook.model import FORMS
from tests import knowledge, rulebooks

CASES = sorted((Path(__file__).parent / "cases").glob("case_*.yaml"))[:12]
STARTS = (None, "2026-12-07", "9999-06-01")
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</text></svg><script>alert("1")</script> &amp; {{ 7 * 7 }} \'"> ]]> <!-- '
LONG = "Onafgebrokenlangewoordencombinatie" * 3
ELEMENTS = {"svg", "title", "desc", "defs", "pattern", "rect", "circle", "path", "line", "text"}


@pytest.fixture(scope="module")
def shipped() -> list[Advice]:
    """The advice on each example client."""
    rulebook = rulebooks.shipped()
    advisor = Advisor(rulebook)
    return [advisor.advise(read_answers(case.read_bytes(), case.name, rulebook, "en").answers) for case in CASES]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Advice:
    """An advice of a rulebook whose names and reasons are markup, or words without an end."""
    files = knowledge.frame()
    forms, topic = files["rules/forms.yaml"], files["rules/basics.yaml"]
    for number_, form in enumerate(forms["forms"]):
        form["name"] = dict.fromkeys(LANGUAGES, (LONG, "W" * 90, HOSTILE)[number_ % 3])
    for segment in forms["segments"]:
        segment["name"] = dict.fromkeys(LANGUAGES, HOSTILE + LONG)
    for rule in topic["rules"]:
        rule["because"] = dict.fromkeys(LANGUAGES, HOSTILE * 9)
    forms["segments"][-1]["when"] = [{"size": "large"}]
    topic["rules"].append(
        knowledge.rule("part", [{"size": "large"}], "for", "offshoring", 3, segment=forms["segments"][-1]["id"])
    )
    forms["steps"] = [
        {"id": f"s{n}", "number": n, "title": dict.fromkeys(LANGUAGES, HOSTILE if n % 2 else LONG)} for n in range(1, 8)
    ]
    topic["tasks"] = [
        {
            "id": f"t{n}",
            "step": n % 6 + 1,
            "text": dict.fromkeys(LANGUAGES, HOSTILE),
            "role": "manager",
            "start_week": 25 * (n // 2),
            "weeks": 4 * (n % 3),
            "milestone": n % 2 == 0,
            "forms": list(FORMS),
            "sources": ["seed"],
        }
        for n in range(12)
    ]
    directory = knowledge.write(tmp_path_factory.mktemp("hostile"), files)
    return Advisor(load(directory)).advise({"goals": "balanced", "size": "large", "night": "busy"})


def drawn(advices: list[Advice]) -> list[Picture]:
    return [
        picture
        for advice in advices
        for language in LANGUAGES
        for start in STARTS
        for picture in pictures(advice, language, start)
    ] + [sides.picture(beside(advices, few), language) for few in (2, 4) for language in LANGUAGES]


def beside(advices: list[Advice], few: int) -> list[tuple[str, Advice]]:
    """Two, or four, advices side by side under names that need more room than there is."""
    names = ("Eigen antwoorden", LONG, HOSTILE, "W" * 90)
    return [(names[place], advices[-1 - place % len(advices)]) for place in range(few)]


def texts(picture: Picture) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(picture.svg).iter(f"{SVG}text")]


def written(picture: Picture) -> str:
    return " ".join(texts(picture))


def boxes(picture: Picture) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right and bottom of every text."""
    found = []
    for element in ElementTree.fromstring(picture.svg).iter(f"{SVG}text"):
        x, y, size = (float(element.get(name, "")) for name in ("x", "y", "font-size"))
        wide = lettering.width(element.text or "", size)
        left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[element.get("text-anchor", "start")]
        found.append((left, y - 0.75 * size, left + wide, y + 0.2 * size, element.text or ""))
    return found


# -- what they say -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ranking_shows_every_form_with_its_score_and_verdict(shipped: list[Advice], language: Language) -> None:
    for advice in shipped:
        picture = ranking.picture(advice, language)
        assert picture
        for standing in advice.ranking:
            name = advice.rulebook.forms[standing.form].name.in_(language)
            assert name in written(picture)
            assert number(standing.score, language) in texts(picture)
            assert f"{name} {number(standing.score, language)} (" in picture.alt


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contribution_adds_up_to_the_score_and_names_the_largest_arguments(
    shipped: list[Advice], language: Language
) -> None:
    for advice in shipped:
        assert advice.recommendation.form
        standing = advice.standing(advice.recommendation.form)
        picture = contribution.picture(advice, language)
        assert picture
        counted = [a for a in standing.arguments if a.segment is None and a.criterion]
        sums = [value for value in texts(picture) if value[0] in "+−0"][: -len(counted[:5])]
        assert sum(int(value.replace("−", "-")) for value in sums) == standing.score
        for argument in counted[:5]:
            assert argument.because.in_(language) in picture.alt
            assert argument.because.in_(language)[:25] in written(picture)
            assert signed(argument.effect) in texts(picture)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_profile_shows_unweighed_points(shipped: list[Advice], language: Language) -> None:
    for advice in shipped:
        picture = profile.picture(advice, language)
        assert picture
        values = sorted(value for value in texts(picture) if value[0] in "+−0" and len(value) < 4)
        points = [s.points[c] for s in advice.ranking for c in ("quality", "flexibility", "cost")]
        assert values == sorted(signed(value) for value in points)


@pytest.mark.parametrize("language", LANGUAGES)
def test_side_by_side_every_form_has_its_score_in_every_column(shipped: list[Advice], language: Language) -> None:
    beside_ = list(zip(("Kantoor", "Winkel"), shipped[:2], strict=True))
    picture = sides.picture(beside_, language)
    shown = texts(picture)
    assert [text for text in shown if text in ("Kantoor", "Winkel")] == ["Kantoor", "Winkel"]
    scores = [
        number(advice.standing(standing.form).score, language)
        for standing in shipped[0].ranking
        for _, advice in beside_
    ]
    assert [text for text in shown if text in scores] == scores
    assert all(f"{name}: " in picture.alt for name, _ in beside_)


def test_the_parts_are_drawn_only_when_there_is_a_mix(shipped: list[Advice]) -> None:
    mixed = [advice for advice in shipped if len(advice.mix) > 1]
    assert 0 < len(mixed) < len(shipped)
    for advice in shipped:
        picture = parts.picture(advice, "en")
        assert (picture is not None) == (advice in mixed)
        for part in advice.mix if picture else ():
            assert picture
            form = advice.rulebook.forms[part.form].name.en
            assert f"{advice.rulebook.segments[part.segment].name.en}: {form}." in picture.alt


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_shows_its_steps_in_weeks_or_on_the_calendar(shipped: list[Advice], language: Language) -> None:
    for advice in shipped:
        weeks, dated = plan.picture(advice, language), plan.picture(advice, language, "2026-12-07")
        assert weeks
        assert dated
        for stage in advice.plan:
            assert stage.step.title.in_(language) in weeks.alt
        assert "week 1" in texts(weeks)
        assert {"2026", "2027", "7 " + ("december" if language == "nl" else "December")} <= set(texts(dated))


def test_a_step_that_ends_in_a_moment_runs_until_that_moment(shipped: list[Advice]) -> None:
    stages = [stage for advice in shipped for stage in advice.plan if stage.tasks and stage.tasks[-1].weeks == 0]
    assert stages
    picture = plan.picture(next(a for a in shipped if stages[0] in a.plan), "en")
    assert picture
    assert f"–{stages[0].tasks[-1].start_week + 1}" in picture.alt


def test_without_answers_there_is_nothing_to_draw() -> None:
    assert pictures(Advisor(rulebooks.shipped()).advise({}), "nl") == ()


# -- how they are made -------------------------------------------------------------------------------


def test_every_picture_is_xml_of_known_shapes_with_the_same_words_for_who_cannot_see(
    shipped: list[Advice], hostile: Advice
) -> None:
    for picture in drawn([*shipped, hostile]):
        root = ElementTree.fromstring(picture.svg)
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS
        assert root.findtext(f"{SVG}title") == picture.title != ""
        assert root.findtext(f"{SVG}desc") == picture.alt != ""
        assert picture.alt[-1] in ".)"


def test_the_two_languages_have_the_same_pictures_in_other_words(shipped: list[Advice]) -> None:
    for advice in shipped:
        dutch, english = (pictures(advice, language) for language in LANGUAGES)
        assert len(dutch) == len(english) >= 4
        for one, other in zip(dutch, english, strict=True):
            assert one.alt != other.alt
            assert one.title != other.title


def test_no_text_leaves_the_frame_or_covers_another(shipped: list[Advice], hostile: Advice) -> None:
    for picture in drawn([*shipped, hostile]):
        root = ElementTree.fromstring(picture.svg)
        _, _, width, height = (float(value) for value in root.get("viewBox", "").split())
        written_ = boxes(picture)
        for left, top, right, bottom, text in written_:
            assert left >= 0, text
            assert top >= 0, text
            assert right <= width, text
            assert bottom <= height, text
        for one, other in combinations(written_, 2):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (picture.title, one, other)


def test_no_shape_leaves_the_frame(shipped: list[Advice], hostile: Advice) -> None:
    for picture in drawn([*shipped, hostile]):
        root = ElementTree.fromstring(picture.svg)
        _, _, width, height = (float(value) for value in root.get("viewBox", "").split())
        for box in root.findall(f"{SVG}rect"):
            x, y, wide, high = (float(box.get(name, "0")) for name in ("x", "y", "width", "height"))
            assert x >= 0
            assert y >= 0
            assert x + wide <= width + 0.1
            assert y + high <= height + 0.1


def test_hostile_names_are_shown_as_text(hostile: Advice) -> None:
    picture = ranking.picture(hostile, "nl")
    assert picture
    assert " ".join(HOSTILE.split()) in picture.alt
    assert "</text></svg><script>" in "".join(texts(picture))
    assert "<script" not in picture.svg


def test_signs_that_xml_does_not_know_are_left_out() -> None:
    drawing = Drawing("picture-test")
    drawing.write(0, 20, plain("a\x00b\x0bc\ufffed\ud800e"))
    picture = drawing.picture(30, "t\uffff", "a\x1b", "nl")
    assert texts(picture) == ["abcde"]
    assert (picture.title, picture.alt) == ("t", "a")
    assert ElementTree.fromstring(picture.svg).findtext(f"{SVG}title") == "t"


def test_nothing_is_fetched_and_no_style_leaks_into_the_page_around_it(shipped: list[Advice]) -> None:
    for picture in drawn(shipped[:3]):
        rest = picture.svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "http" not in rest
        assert "href" not in rest
        assert "<style" not in rest
        assert rest.count("url(") == rest.count("url(#picture-")


def test_what_is_named_inside_one_picture_is_not_named_in_another(shipped: list[Advice]) -> None:
    for advice in shipped:
        names = [
            element.get("id")
            for picture in pictures(advice, "nl")
            for element in ElementTree.fromstring(picture.svg).iter()
            if element.get("id")
        ]
        assert len(names) == len(set(names))


# -- fitting text ------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["een paar korte woorden", LONG, "W" * 50, "客户联系" * 9, ""])
def test_wrapped_text_stays_within_its_room_and_its_number_of_lines(text: str) -> None:
    for most in (1, 2, 5):
        lines = lettering.wrap(text, 13, 100, most)
        assert len(lines) <= most
        assert all(lettering.width(line, 13) <= 100 for line in lines)


def test_text_that_fits_is_kept_whole_and_other_text_says_that_it_goes_on() -> None:
    assert lettering.wrap("kort en goed", 13, 200, 1) == ["kort en goed"]
    assert lettering.wrap("kort en goed", 13, 60, 1)[-1].endswith("…")
    assert " ".join(lettering.wrap("een paar korte woorden", 13, 80, 9)) == "een paar korte woorden"
