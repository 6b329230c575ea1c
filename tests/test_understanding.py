"""What people type in reply to a question: understood when it is clear, refused when it is not."""

from __future__ import annotations

import pytest

from advisor.interview.understanding import (
    Back,
    Choice,
    DontKnow,
    NotUnderstood,
    TermAsked,
    Understood,
    Why,
    understand,
)
from advisor.language import LANGUAGES, Language, Text
from advisor.rulebook.loading import load
from advisor.rulebook.locate import shipped
from advisor.rulebook.lookup import Glossary
from advisor.rulebook.model import Option, Question, Term, Words
from tests import rulebooks


def option(name: str, nl: str, en: str, also_nl: tuple[str, ...] = (), also_en: tuple[str, ...] = ()) -> Option:
    return Option(id=name, text=Text(nl, en), also=Words(nl=also_nl, en=also_en))


def question(nl: str, en: str, *options: Option) -> Question:
    return Question(
        id="q",
        influence="given",
        text=Text(nl, en),
        label=Text("l", "l"),
        why=Text("w", "w"),
        who_knows="hr",
        how_to_find_out=Text("h", "h"),
        options=options,
    )


GLOSSARY = Glossary(
    {
        name: Term(id=name, name=Text(nl, en), definition=Text("d", "d"), why=Text("w", "w"), sources=("seed",))
        for name, nl, en in (("flexpool", "Flexpool", "Flex pool"), ("bpo", "BPO", "Business process outsourcing"))
    }
)
RECRUITING = question(
    "Hoe snel vervult u een vacature?",
    "How soon do you fill a vacancy?",
    option("six_weeks", "Binnen zes weken", "Within six weeks", ("snel",), ("quickly",)),
    option("three_months", "Binnen drie maanden", "Within three months"),
    option("longer", "Na meer dan drie maanden", "After more than three months", ("lang",), ("slowly",)),
    option("hardly", "Nauwelijks: vacatures blijven open", "Hardly at all: vacancies stay open", ("lukt niet",)),
)
MUCH = question(
    "Hoe hoog is het verloop?",
    "How high is staff turnover?",
    option("low", "Laag (minder dan 10 %)", "Low (under 10%)", ("weinig", "niet veel"), ("little", "not much")),
    option("high", "Hoog, 25 tot 40 %", "High, 25 to 40%", ("veel",), ("much", "a lot")),
    option("very_high", "Zeer hoog (meer dan 40 %)", "Very high (over 40%)", ("heel veel",), ("a great deal",)),
)
YES_NO = question(
    "Mag het werk naar het buitenland?",
    "May the work go abroad?",
    option("yes", "Ja", "Yes", ("mag",), ("allowed",)),
    option("no", "Nee", "No", ("mag niet",), ("not allowed",)),
)
MODEL = question(
    "Wie doet het werk nu?",
    "Who does the work now?",
    option("own", "Eigen mensen in vaste dienst", "Our own permanent staff", ("eigen team",), ("own team",)),
    option(
        "temps", "Eigen mensen met uitzendkrachten", "Own staff plus agency workers", ("uitzendkrachten",), ("temps",)
    ),
    option("bpo", "Een facilitair contactcenter", "An outsourced contact centre", ("BPO", "uitbesteed"), ("BPO",)),
)
GOALS = question(
    "Wat weegt het zwaarst?",
    "What matters most?",
    option("quality", "Eerst kwaliteit, dan kosten", "Quality first, then cost", ("kwaliteit eerst, kosten laatst",)),
    option("cost", "Eerst kosten, dan kwaliteit", "Cost first, then quality"),
)
PEAKS = question(
    "Hoe ziet uw drukte eruit?",
    "What is your demand like?",
    option("predictable", "Voorspelbare pieken", "Predictable peaks"),
    option("unpredictable", "Onvoorspelbare pieken", "Unpredictable peaks"),
)


def understood(typed: str, about: Question, language: Language = "nl") -> Understood:
    return understand(typed, about, language, GLOSSARY)


@pytest.mark.parametrize("typed", ["2", " 2 ", "2.", "2)", "optie 2", "Option 2", "nr. 2", "#2"])
def test_a_number_is_sure(typed: str) -> None:
    assert understood(typed, RECRUITING) == Choice("three_months", sure=True)


@pytest.mark.parametrize("typed", ["5", "99", "-1", "1,5", "1 2", "1 of 2", "٢", "999999999999999", "1;2"])
def test_a_number_that_is_no_option_is_refused(typed: str) -> None:
    assert understood(typed, RECRUITING) == NotUnderstood()


@pytest.mark.parametrize(
    "typed",
    [
        *("0", "weet ik niet", "Weet ik niet.", "dat weet ik echt niet", "geen idee", "geen idee?", "onbekend"),
        *("ik zou het niet weten", "Ik heb geen idee hoe lang dat duurt", "sla over", "I don't know", "i dont know"),
        *("I don’t know how long it takes", "no idea", "not sure", "skip", "unknown"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_not_knowing_is_an_answer(typed: str, language: Language) -> None:
    assert understood(typed, RECRUITING, language) == DontKnow()


@pytest.mark.parametrize(
    "typed",
    ["weet ik niet, maar ik denk snel", "I don't know but probably quickly", "geen idee, ik schat drie maanden"],
)
def test_not_knowing_with_a_guess_is_refused(typed: str) -> None:
    assert understood(typed, RECRUITING) == NotUnderstood()


@pytest.mark.parametrize(
    "typed",
    [
        *("?", "??", "waarom", "Waarom?", "waarom vraagt u dat", "Waarom is dat belangrijk?", "hoezo", "leg uit"),
        *("wat bedoelt u?", "wie weet dat?", "hoe kom ik daarachter?", "why", "Why do you ask?", "who knows?"),
        *("what do you mean?", "wat betekent dat?", "What’s that?"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_why(typed: str, language: Language) -> None:
    assert understood(typed, RECRUITING, language) == Why()


@pytest.mark.parametrize(
    "typed", ["terug", "Terug!", "ga terug", "vorige", "vorige vraag", "back", "go back", "previous question"]
)
def test_back(typed: str) -> None:
    assert understood(typed, RECRUITING) == Back()


@pytest.mark.parametrize(
    ("typed", "term", "words"),
    [
        ("wat is een flexpool?", "flexpool", "flexpool"),
        ("Wat is eigenlijk een Flexpool", "flexpool", "Flexpool"),
        ("wat betekent flex pool?", "flexpool", "flex pool"),
        ("wat zijn flexpools?", "flexpool", "flexpools"),
        ("wat wordt bedoeld met een flexpool?", "flexpool", "flexpool"),
        ("wat houdt een flexpool in?", "flexpool", "flexpool"),
        ("leg flexpool uit", "flexpool", "flexpool"),
        ("what is BPO", "bpo", "BPO"),
        ("what’s a flex pool?", "flexpool", "flex pool"),
        ("what does BPO mean?", "bpo", "BPO"),
        ("what do you mean by 'BPO'?", "bpo", "BPO"),
        ("explain business process outsourcing", "bpo", "business process outsourcing"),
        ("BPO?", "bpo", "BPO"),
        ("wat is een pannenkoek?", None, "pannenkoek"),
        ("what is a pancake?", None, "pancake"),
    ],
)
def test_a_term(typed: str, term: str | None, words: str) -> None:
    assert understood(typed, MODEL) == TermAsked(term, words)


@pytest.mark.parametrize(
    ("typed", "about", "meant"),
    [
        ("binnen zes weken", RECRUITING, "six_weeks"),
        ("Within six weeks.", RECRUITING, "six_weeks"),
        ("binnen 6 weken", RECRUITING, "six_weeks"),
        ("zes weken", RECRUITING, "six_weeks"),
        ("snel", RECRUITING, "six_weeks"),
        ("meer dan drie maanden", RECRUITING, "longer"),
        ("more than 3 months", RECRUITING, "longer"),
        ("wij vervullen een vacature binnen drie maanden", RECRUITING, "three_months"),
        ("nauwelijks", RECRUITING, "hardly"),
        ("dat lukt niet", RECRUITING, "hardly"),
        ("de tweede", RECRUITING, "three_months"),
        ("the last one", RECRUITING, "hardly"),
        ("hoog", MUCH, "high"),
        ("Hoog?", MUCH, "high"),
        ("het verloop is hoog", MUCH, "high"),
        ("zeer hoog", MUCH, "very_high"),
        ("erg hoog", MUCH, "very_high"),
        ("meer dan veertig procent", MUCH, "very_high"),
        ("very high", MUCH, "very_high"),
        ("laag", MUCH, "low"),
        ("niet veel", MUCH, "low"),
        ("not much", MUCH, "low"),
        ("veel", MUCH, "high"),
        ("meer dan 40 procent", MUCH, "very_high"),
        ("ja", YES_NO, "yes"),
        ("Ja hoor, zeker", YES_NO, "yes"),
        ("yes", YES_NO, "yes"),
        ("nee", YES_NO, "no"),
        ("nee hoor", YES_NO, "no"),
        ("mag niet", YES_NO, "no"),
        ("uitzendkrachten", MODEL, "temps"),
        ("uitzendkrahcten", MODEL, "temps"),
        ("wij werken met uitzendkrachten", MODEL, "temps"),
        ("BPO", MODEL, "bpo"),
        ("dat is uitbesteed", MODEL, "bpo"),
        ("facilitair contactcentre", MODEL, "bpo"),
        ("our own permanent staff", MODEL, "own"),
        ("eerst kwaliteit en dan kosten", GOALS, "quality"),
        ("cost first", GOALS, "cost"),
        ("kwaliteit kosten", GOALS, "quality"),
        ("onvoorspelbare pieken", PEAKS, "unpredictable"),
        ("voorspelbaar", PEAKS, None),
        ("voorspelbare", PEAKS, "predictable"),
        ("predictable", PEAKS, "predictable"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_words_are_asked_back(typed: str, about: Question, meant: str | None, language: Language) -> None:
    assert understood(typed, about, language) == (Choice(meant, sure=False) if meant else NotUnderstood())


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("drie maanden", RECRUITING),
        ("maanden", RECRUITING),
        ("niet binnen zes weken", RECRUITING),
        ("minder dan zes weken of drie maanden", RECRUITING),
        ("niet snel", RECRUITING),
        ("not quickly", RECRUITING),
        ("zeven weken", RECRUITING),
        ("niet hoog", MUCH),
        ("best hoog", MUCH),
        ("niet zeer", MUCH),
        ("binnen een week", RECRUITING),
        ("40%", MUCH),
        ("niet zo weinig", MUCH),
        ("nee, zeker niet", YES_NO),
        ("zeker niet", YES_NO),
        ("niet ja", YES_NO),
        ("ja en nee", YES_NO),
        ("absolutely not", YES_NO),
        ("isn't allowed, no", YES_NO),
        ("geen uitzendkrachten", MODEL),
        ("zonder uitzendkrachten", MODEL),
        ("behalve uitzendkrachten", MODEL),
        ("vroeger uitzendkrachten", MODEL),
        ("liever uitzendkrachten", MODEL),
        ("eigen mensen", MODEL),
        ("eigen team of uitzendkrachten", MODEL),
        ("niet voorspelbare pieken", PEAKS),
        ("pieken", PEAKS),
        ("kosten eerst, kwaliteit laatst", GOALS),
        ("de", MODEL),
        ("mooi weer vandaag", MODEL),
        ("", MODEL),
        ("   ", MODEL),
        ("\x1b[31m", MODEL),
        ("[@click=app.quit]x[/]", MODEL),
        ("x" * 10_000, MODEL),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_when_in_doubt_nothing_is_understood(typed: str, about: Question, language: Language) -> None:
    assert isinstance(understood(typed, about, language), NotUnderstood)


@pytest.mark.parametrize(
    ("asked", "typed", "numbers"),
    [
        ("goals", "kwaliteit eerst", (1, 2)),
        ("goals", "eerst kwaliteit", (1, 2)),
        ("goals", "Quality first!", (1, 2)),
        ("goals", "cost first", (5, 6)),
        ("peaks", "pieken", (2, 3)),
        ("goals", "kwaliteit", ()),  # it stands in six of them: no help to name those
        ("goals", "mooi weer vandaag", ()),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_of_a_reply_that_fits_a_few_options_their_numbers_are_told(
    asked: str, typed: str, numbers: tuple[int, ...], language: Language
) -> None:
    assert understand(typed, rulebooks.shipped().questions[asked], language, GLOSSARY) == NotUnderstood(numbers)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("toetsen regelmatig", "important"),
        ("het onderscheidt ons niet", "important"),
        ("sturen op resultaat", "hygiene"),
        ("we check it regularly", "important"),
        ("niet regelmatig", None),
        ("wij toetsen nooit", None),
        ("regelmatig", "important"),
        ("ertoe en", None),
    ],
)
def test_words_that_stand_together_in_an_answer_are_asked_back(typed: str, meant: str | None) -> None:
    book = rulebooks.shipped()
    found = understand(typed, book.questions["strategic_role"], "nl", Glossary(book.terms))
    assert found == (Choice(meant, sure=False) if meant else NotUnderstood())


def test_the_language_of_the_interview_goes_first() -> None:
    about = question("V", "Q", option("a", "Gift", "Poison"), option("b", "Kado", "Gift"))
    assert understood("gift", about, "nl") == Choice("a", sure=False)
    assert understood("gift", about, "en") == Choice("b", sure=False)


def test_every_phrase_of_the_rulebook_means_its_own_option() -> None:
    rulebook = load(shipped())
    glossary = Glossary(rulebook.terms)
    wrong = [
        (question.id, meant.id, phrase)
        for question in rulebook.questions.values()
        for meant in question.options
        for language in LANGUAGES
        for phrase in (meant.text.in_(language), *meant.also.in_(language))
        if understand(phrase, question, language, glossary) != Choice(meant.id, sure=False)
    ]
    assert wrong == []


# -- amounts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "typed", "option"),
    [
        ("volume", "3 fte", "under_10"),
        ("volume", "drie fte", "under_10"),
        ("volume", "1 FTE", "under_10"),
        ("volume", "ongeveer 45 fte", "from_10_to_50"),
        ("volume", "45", "from_10_to_50"),
        ("volume", "50 fte", "from_50_to_200"),
        ("volume", "200 fte", "from_50_to_200"),
        ("volume", "250", "over_200"),
        ("out_of_hours_volume", "3%", "negligible"),
        ("out_of_hours_volume", "25 %", "substantial"),
        ("out_of_hours_volume", "40 procent", "substantial"),
        ("own_turnover", "about 25 per cent", "high"),
        ("own_turnover", "5%", "low"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_amount_is_the_range_it_falls_in(asked: str, typed: str, option: str, language: Language) -> None:
    question = rulebooks.shipped().questions[asked]
    assert understand(typed, question, language, GLOSSARY) == Choice(option, sure=False)


@pytest.mark.parametrize("typed", ["minder dan 200 fte", "10 of 60 fte", "geen 45 fte", "45 euro", "12%", "9" * 30])
def test_what_is_more_than_an_amount_is_not_taken_for_one(typed: str) -> None:
    question = rulebooks.shipped().questions["volume"]
    assert understand(typed, question, "nl", GLOSSARY) == NotUnderstood()


def test_a_number_that_an_option_has_is_that_option() -> None:
    question = rulebooks.shipped().questions["volume"]
    assert understand("3", question, "nl", GLOSSARY) == Choice("from_50_to_200", sure=True)
