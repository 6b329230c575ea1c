"""The headline of an advice, in both languages."""

from advisor.language import Text

WORDS = {
    "too_little": Text("Er is nog te weinig bekend voor een advies", "Too little is known for an advice yet"),
    "too_little_summary": Text(
        "Geen enkel antwoord pleit nog voor of tegen een vorm. Zoek eerst uit wat hieronder openstaat.",
        "No answer speaks for or against any form yet. Find out what is still open below first.",
    ),
    "all_excluded": Text("Geen enkele vorm blijft over", "No form is left"),
    "all_excluded_summary": Text(
        "Elke vorm is uitgesloten door iets wat u zelf noemde. Kijk per vorm wat er zou moeten veranderen.",
        "Every form is excluded by something you said. See for each form what would have to change.",
    ),
    "summary_clear": Text(
        "De hoogste score is voor {form}: {score}, dat is {margin} meer dan {runner_up}.",
        "The highest score goes to {form}: {score}, which is {margin} more than {runner_up}.",
    ),
    "summary_tie": Text(
        "Er is geen duidelijke winnaar: {form} en {runner_up} scoren allebei {score}.",
        "There is no clear winner: {form} and {runner_up} both score {score}.",
    ),
    "summary_only": Text(
        "{form} is de enige vorm die overblijft (score {score}).", "{form} is the only form left (score {score})."
    ),
    "summary_poor": Text(
        "Echt goed past geen enkele vorm: ook bij deze wegen de bezwaren zwaarder dan de voordelen.",
        "No form fits really well: with this one too, the objections outweigh the advantages.",
    ),
    "summary_even": Text(
        "Echt goed past geen enkele vorm: bij deze wegen de voordelen net tegen de bezwaren op.",
        "No form fits really well: with this one the advantages just balance the objections.",
    ),
    "summary_unspoken": Text(
        "Geen enkel antwoord spreekt voor of tegen deze vorm; zij staat bovenaan omdat de andere lager scoren. Zoek "
        "eerst uit wat nog openstaat.",
        "No answer speaks for or against this form; it is first because the others score lower. Find out what is "
        "still open first.",
    ),
    "summary_close": Text(
        "Het scheelt weinig: beide vormen verdienen een serieuze vergelijking.",
        "It is close: both forms deserve a serious comparison.",
    ),
    "core_covers": Text("Hier horen bij u ook bij: {parts}.", "With you it also covers: {parts}."),
    "summary_because": Text("Het zwaarst weegt: {because}", "What counts most: {because}"),
    "summary_against": Text("Wat ertegen pleit: {because}", "What speaks against it: {because}"),
}
