"""The glossary finds what people mean, however they type it, and nothing when they mean nothing."""

from __future__ import annotations

import pytest

from advisor.language import Text
from advisor.rulebook.loading import load
from advisor.rulebook.locate import shipped
from advisor.rulebook.lookup import MOST, Glossary
from advisor.rulebook.model import Term, Words


def term(name: str, nl: str, en: str, also_nl: tuple[str, ...] = (), also_en: tuple[str, ...] = ()) -> Term:
    return Term(
        id=name,
        name=Text(nl, en),
        also=Words(nl=also_nl, en=also_en),
        definition=Text("d", "d"),
        why=Text("w", "w"),
        sources=("seed",),
    )


TERMS = {
    t.id: t
    for t in (
        term("aht", "AHT", "Average handling time", ("gemiddelde afhandeltijd",), ("AHT", "handling time")),
        term("avg", "AVG", "GDPR", ("privacywet",), ("data protection law",)),
        term("bpo", "BPO", "Business process outsourcing", ("procesuitbesteding",), ("BPO",)),
        term("continuiteitsplan", "Continuïteitsplan", "Continuity plan", ("uitwijkplan",), ("disaster plan",)),
        term("flexpool", "Flexpool", "Flex pool", ("oproeppool",), ("pool of temps",)),
        term("jaaruren", "Annualisering (jaarurensysteem)", "Annualised hours", ("jaaruren",), ("annual hours",)),
        term("klanttevredenheid", "Klanttevredenheid", "Customer satisfaction", ("CSAT",), ("CSAT",)),
        term("krapte", "Arbeidsmarktkrapte", "Labour market tightness", ("krapte",), ("tight labour market",)),
        term("nearshoring", "Nearshoring", "Nearshoring"),
        term("offshoring", "Offshoring", "Offshoring"),
        term("outsourcing", "Outsourcing", "Outsourcing", ("uitbesteden", "uitbesteding"), ("contracting out",)),
        term("overgang", "Overgang van onderneming", "Transfer of undertaking", (), ("TUPE",)),
        term("prognose", "Prognose", "Forecast", ("voorspelling",), ("volume forecast",)),
        term("uitzendkracht", "Uitzendkracht", "Agency worker", ("inhuurkracht",), ("temp",)),
        term("vast_flex", "Vast-flexverhouding", "Fixed/flex ratio"),
        term("verloop", "Verloop", "Staff turnover", ("personeelsverloop",), ("attrition", "churn")),
    )
}
GLOSSARY = Glossary(TERMS)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("flexpool", "flexpool"),
        ("FLEXPOOL", "flexpool"),
        ("flex pool", "flexpool"),
        ("flex-pool", "flexpool"),
        ("flexpools", "flexpool"),
        ("een flexpool", "flexpool"),
        ("felxpool", "flexpool"),
        ("flexpol", "flexpool"),
        ("BPO", "bpo"),
        ("bpo's", "bpo"),
        ("busines proces outsourcing", "bpo"),
        ("aht", "aht"),
        ("avg handling time", "aht"),
        ("gemiddelde afhandelings tijd", "aht"),
        ("GDPR", "avg"),
        ("privacywetten", "avg"),
        ("klant tevredenheid", "klanttevredenheid"),
        ("klanttevredenheit", "klanttevredenheid"),
        ("customer satisfacton", "klanttevredenheid"),
        ("krapte arbeidsmarkt", "krapte"),
        ("arbeidsmarkt krapte", "krapte"),
        ("tight labor market", "krapte"),
        ("near-shoring", "nearshoring"),
        ("nearshorring", "nearshoring"),
        ("ofshoring", "offshoring"),
        ("uitbesteedt", "outsourcing"),
        ("outsourcen", "outsourcing"),
        ("overgang onderneming", "overgang"),
        ("forecasts", "prognose"),
        ("prognoses", "prognose"),
        ("uitzendkrachten", "uitzendkracht"),
        ("uitzend krachten", "uitzendkracht"),
        ("agency workers", "uitzendkracht"),
        ("verhouding vast flex", "vast_flex"),
        ("personeels verloop", "verloop"),
        ("turnover staff", "verloop"),
        ("continuiteitsplan", "continuiteitsplan"),
        ("annualisering", "jaaruren"),
        ("annu", "jaaruren"),
    ],
)
def test_finds_what_is_meant(query: str, found: str) -> None:
    assert [t.id for t in GLOSSARY.find(query)][:1] == [found]


@pytest.mark.parametrize(
    "query",
    [
        *("", "   ", "?!", "de", "een", "the", "niet", "xyz", "asdfgh", "qwertyuiop", "pannenkoek", "banana"),
        *("lekker weer vandaag", "hello world", "bitcoin", "voetbal", "zeilboot", "BPI", "\x1b[31m", "日本"),
    ],
)
def test_nonsense_finds_nothing(query: str) -> None:
    assert GLOSSARY.find(query) == ()


def test_the_same_word_goes_before_a_beginning_and_a_name_before_a_synonym() -> None:
    terms = {
        t.id: t
        for t in (
            term("a", "Flexpooler", "Flexpooler"),
            term("b", "Iets", "Something", ("flexpool",)),
            term("c", "Flexpool", "Flex pool"),
        )
    }
    assert [t.id for t in Glossary(terms).find("flexpool")] == ["c", "b", "a"]


def test_ties_are_in_order_of_id_and_the_list_is_short() -> None:
    terms = {f"t{i}": term(f"t{i}", "Zelfde", "Same") for i in (7, 3, 5, 1, 2, 6, 4)}
    assert [t.id for t in Glossary(terms).find("zelfde")] == [f"t{i}" for i in range(1, MOST + 1)]


def test_a_to_z_follows_the_language_and_not_the_accents() -> None:
    terms = {t.id: t for t in (term("z", "Édele zaak", "Zeal"), term("f", "Fiets", "bike"), term("d", "dal", "Valley"))}
    assert [t.id for t in Glossary(terms).a_to_z("nl")] == ["d", "z", "f"]
    assert [t.id for t in Glossary(terms).a_to_z("en")] == ["f", "d", "z"]


def test_an_empty_glossary_finds_nothing() -> None:
    assert Glossary({}).find("flexpool") == ()
    assert Glossary({}).a_to_z("nl") == ()


def test_every_name_in_the_glossary_finds_its_own_term() -> None:
    terms = load(shipped()).terms
    glossary = Glossary(terms)
    names = {name for t in terms.values() for name in (t.name.nl, t.name.en)}
    best = {name: glossary.find(name)[0].name for name in sorted(names)}
    assert [name for name in names if name not in (best[name].nl, best[name].en)] == []
