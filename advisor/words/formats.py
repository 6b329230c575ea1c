"""The formats of a report, its pictures, and what is said aloud for a sign, in both languages."""

from advisor.language import Text

WORDS = {
    "spoken_plus": Text("plus", "plus"),
    "spoken_minus": Text("min", "minus"),
    "spoken_to": Text("tot", "to"),
    "spoken_through": Text("tot en met", "to"),
    "file_report": Text("sourcingadvies", "sourcing advice"),
    "file_comparison": Text("vergelijking", "comparison"),
    "format_pdf": Text("PDF, om te lezen en te delen", "PDF, to read and to share"),
    "format_docx": Text("Word, om te bewerken", "Word, to edit"),
    "format_html": Text("Webpagina, voor de browser", "Web page, for the browser"),
    "format_text": Text("Platte tekst", "Plain text"),
    "format_md": Text("Markdown, voor wiki's en notities", "Markdown, for wikis and notes"),
    "format_json": Text("JSON, voor andere programma's", "JSON, for other programs"),
    "format_ics": Text("Agenda, met het plan als afspraken", "Calendar, with the plan as events"),
    "report_busy": Text("Bezig met het rapport ...", "Working on the report ..."),
    "pictures": Text("Het advies in beeld", "The advice in pictures"),
    "page_skip": Text("Naar de inhoud", "Skip to the content"),
    "page_contents": Text("Inhoud", "Contents"),
    "picture_ranking": Text("De score van elke vorm", "The score of each form"),
    "alt_ranking": Text(
        "Van hoog naar laag, met wat afvalt achteraan: {forms}.", "From high to low, the excluded ones last: {forms}."
    ),
    "alt_form": Text("{form} {score} ({verdict})", "{form} {score} ({verdict})"),
    "picture_sides": Text(
        "De score van elke vorm; vol is de uitkomst, met een onderbroken lijn wat afvalt",
        "The score of each form; filled is the outcome, with a broken line what is excluded",
    ),
    "picture_contribution": Text("Waar de score van {form} vandaan komt", "Where the score of {form} comes from"),
    "alt_contribution": Text(
        "De score van {form} is {score}. Per doel: {criteria}. Het zwaarst tellen: {arguments}",
        "The score of {form} is {score}. Per goal: {criteria}. What counts most: {arguments}",
    ),
    "for_and_against": Text("{plus} en {minus}", "{plus} and {minus}"),
    "criterion_weight": Text("{criterion} (gewicht {weight})", "{criterion} (weight {weight})"),
    "largest_arguments": Text("De argumenten die het zwaarst tellen", "The arguments that count most"),
    "speaks_against": Text("tegen", "against"),
    "speaks_for": Text("voor", "for"),
    "picture_profile": Text(
        "Kwaliteit, flexibiliteit en kosten per vorm, los van uw doelen",
        "Quality, flexibility and cost per form, apart from your goals",
    ),
    "alt_profile": Text(
        "Punten voor min punten tegen, per vorm. {forms}.", "Points for minus points against, per form. {forms}."
    ),
    "picture_parts": Text("Welk deel van het werk bij welke vorm", "Which part of the work with which form"),
    "picture_plan": Text("Het plan in de tijd", "The plan over time"),
    "alt_plan": Text("Wanneer elke stap loopt. {steps}.", "When each step runs. {steps}."),
    "alt_milestones": Text("Mijlpalen: {milestones}.", "Milestones: {milestones}."),
    "legend_task": Text("een taak", "a task"),
    "legend_milestone": Text("een mijlpaal", "a milestone"),
}
