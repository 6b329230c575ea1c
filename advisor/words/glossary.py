"""What stands around a term or a list of questions, in both languages."""

from advisor.language import Text

WORDS = {
    "also_called": Text("Ook wel: {names}", "Also called: {names}"),
    "why_it_matters": Text("Waarom het ertoe doet: {why}", "Why it matters: {why}"),
    "see_also": Text("Zie ook: {names}", "See also: {names}"),
    "fill_in": Text(
        "Vul achter elke vraag een van de opties in, of laat unknown staan als u het niet weet.",
        "Put one of the options after each question, or leave unknown if you do not know.",
    ),
}
