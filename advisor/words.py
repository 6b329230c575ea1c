"""The program's own sentences, in both languages. Nothing about sourcing stands here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Text] = {
    # the advice
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
    "summary_because": Text("Het zwaarst weegt: {because}", "What counts most: {because}"),
    "summary_against": Text("Wat ertegen pleit: {because}", "What speaks against it: {because}"),
    # faults in a file of answers
    "did_you_mean": Text(', bedoelde u "{word}"?', ', did you mean "{word}"?'),
    "unknown_question": Text('onbekende vraag "{question}"{hint}', 'unknown question "{question}"{hint}'),
    "unknown_option": Text(
        'onbekende optie "{option}" bij de vraag "{question}"{hint}',
        'unknown option "{option}" of question "{question}"{hint}',
    ),
    "unknown_key": Text('onbekend woord "{key}"{hint}', 'unknown key "{key}"{hint}'),
    "unknown_schema": Text(
        'onbekend soort bestand "{schema}"; te lezen is: {known}',
        'unknown kind of file "{schema}"; can be read: {known}',
    ),
    "unknown_language": Text(
        'onbekende taal "{language}"; kies nl of en', 'unknown language "{language}"; use nl or en'
    ),
    "answers_missing": Text(
        "hier hoort een lijst answers: met per vraag een antwoord",
        "an answers: list with an answer per question belongs here",
    ),
    "note_not_text": Text("een notitie is tekst", "a note is text"),
    "not_a_date": Text('"{value}" is geen datum als 2026-01-31', '"{value}" is not a date like 2026-01-31'),
    "doubled_key": Text('"{key}" staat er twee keer', '"{key}" is there twice'),
    "not_json": Text("is geen geldige JSON: {problem}", "is not valid JSON: {problem}"),
    "not_utf8": Text("is geen UTF-8-tekst", "is not UTF-8 text"),
    "not_yaml": Text("is geen geldige YAML: {problem}", "is not valid YAML: {problem}"),
    "yaml_character": Text("bevat een teken dat in YAML niet mag", "holds a character that YAML does not allow"),
    "yaml_deep": Text("meer dan {levels} lagen diep genest", "nested deeper than {levels} levels"),
    "yaml_many": Text("meer dan {most} waarden in één bestand", "more than {most} values in one file"),
    "yaml_key": Text("een sleutel moet een woord zijn", "a key must be a word"),
    "yaml_alias": Text(
        "een verwijzing (*) mag niet; schrijf de waarde uit", "an alias (*) is not allowed; write the value out"
    ),
    "yaml_tag": Text("een tag ({tag}) mag niet", "a tag ({tag}) is not allowed"),
    "yaml_second": Text(
        "een tweede document wordt niet gelezen; gebruik per document een bestand",
        "a second document is not read; use one file per document",
    ),
    "too_deep": Text("is te diep genest", "is nested too deeply"),
    "too_long": Text("langer dan {most} tekens", "longer than {most} characters"),
    "file_too_large": Text("is groter dan {megabytes} MB", "is larger than {megabytes} MB"),
    # reports
    "change_none": Text("Dit is hoe u nu al werkt.", "This is how you already work."),
    "change_adjust": Text("Dit bouwt voort op hoe u nu werkt.", "This builds on how you work today."),
    "change_switch": Text(
        "Dit is een andere opzet dan u nu hebt.", "This is a different set-up from the one you have now."
    ),
    "still_open": Text("Vragen zonder antwoord: {count}.", "Questions without an answer: {count}."),
    "short_mix": Text("Wie wat doet: {parts}.", "Who does what: {parts}."),
    "short_start": Text(
        "Het plan begint op {date} en loopt over {weeks} weken.",
        "The plan starts on {date} and runs for {weeks} weeks.",
    ),
    "short_within": Text(
        "Wanneer het moet werken: {within}. Het plan loopt {weeks} weken.",
        "When it has to work: {within}. The plan runs for {weeks} weeks.",
    ),
    "short_firm": Text(
        "Met één ander antwoord blijft de uitkomst in {kept} van de {changes} gevallen dezelfde.",
        "With one other answer the outcome stays the same in {kept} of {changes} cases.",
    ),
    "short_knowledge": Text("De kennis in dit advies is van {date}.", "The knowledge in this advice is of {date}."),
    "main_reasons": Text("De belangrijkste redenen", "The main reasons"),
    "main_risks": Text("De belangrijkste risico's", "The main risks"),
    "mix": Text("Welke vorm voor welk deel van het werk", "Which form for which part of the work"),
    "firmness": Text("Hoe stevig dit advies is", "How firm this advice is"),
    "firm": Text(
        "Verander één antwoord, dan blijft de uitkomst in {kept} van de {changes} gevallen dezelfde. "
        "Zij verandert bijvoorbeeld zo:",
        "Change one answer, and the outcome stays the same in {kept} of {changes} cases. "
        "It changes, for example, like this:",
    ),
    "very_firm": Text(
        "Geen enkel ander antwoord verandert op zichzelf de uitkomst: in alle {changes} gevallen blijft die dezelfde.",
        "No single other answer changes the outcome: it stays the same in all {changes} cases.",
    ),
    "robustness": Text(
        "Verander één antwoord, dan blijft de uitkomst in {kept} van de {changes} gevallen dezelfde. Verander er twee, "
        "dan blijft zij dat in {pairs_kept} van de {pairs} gevallen.",
        "Change one answer, and the outcome stays the same in {kept} of {changes} cases. Change two, and it stays the "
        "same in {pairs_kept} of {pairs} cases.",
    ),
    "too_little_to_change": Text(
        "Er is nog te weinig bekend: zonder advies valt er ook niets te veranderen.",
        "Too little is known so far: without an advice there is nothing that could change.",
    ),
    "other_goals": Text("Als u uw doelen anders weegt", "If you weigh your goals differently"),
    "other_goals_intro": Text(
        "Kwaliteit, flexibiliteit en kosten zijn samen 100%. Telt een van de drie zwaarder, dan tellen de andere twee "
        "naar verhouding lichter. Wat haalbaar is telt altijd even zwaar mee.",
        "Quality, flexibility and cost add up to 100%. When one of the three counts for more, the other two count for "
        "less, in proportion. What is feasible always counts the same.",
    ),
    "goal_always": Text(
        "{goal}, nu {now}%: hoe zwaar dit doel ook telt, het blijft {form}.",
        "{goal}, now {now}%: however much this goal counts, it stays {form}.",
    ),
    "goal_ranges": Text("{goal}, nu {now}%: {ranges}.", "{goal}, now {now}%: {ranges}."),
    "goal_up_to": Text("tot {end}% {form}", "up to {end}% {form}"),
    "goal_between": Text("van {start}% tot {end}% {form}", "from {start}% to {end}% {form}"),
    "goal_from": Text("vanaf {start}% {form}", "from {start}% on {form}"),
    "scenario_differs": Text("Scenario {number}, met dit anders:", "Scenario {number}, with this changed:"),
    "influence_choice": Text("Wat u zelf kunt kiezen:", "What you can choose yourself:"),
    "influence_negotiable": Text("Wat te bespreken is:", "What is open to discussion:"),
    "influence_given": Text("Wat kan gebeuren, maar niet aan u is:", "What may happen, but is not up to you:"),
    "flip_choice": Text(
        "Uw eigen keuze: {answers}. Dan wordt het {form}.", "Your own choice: {answers}. It then becomes {form}."
    ),
    "flip_negotiable": Text(
        "Te bespreken: {answers}. Dan wordt het {form}.", "Open to discussion: {answers}. It then becomes {form}."
    ),
    "flip_given": Text(
        "Niet aan u: {answers}. Dan wordt het {form}.", "Not up to you: {answers}. It then becomes {form}."
    ),
    "what_would_change": Text("Wanneer het wel {form} wordt", "When it would be {form}"),
    "nothing_near": Text(
        "Zelfs met drie andere antwoorden wordt dit niet de uitkomst.",
        "Even with three other answers this does not become the outcome.",
    ),
    "more_flips": Text(
        "Andere combinaties die hier niet staan: {count}.", "Other combinations not shown here: {count}."
    ),
    "why_form": Text("Waarom: {form}", "Why: {form}"),
    "about_form": Text("Wat het is: {form}", "What it is: {form}"),
    "fits": Text("Wanneer het past", "When it fits"),
    "fits_not": Text("Wanneer het niet past", "When it does not fit"),
    "first_steps": Text("Eerste stappen", "First steps"),
    "costs": Text("Kosten (indicatie; telt niet mee in de score)", "Costs (an indication; not part of the score)"),
    "cost_drivers": Text("Bepalend voor de kosten: {drivers}.", "What drives the cost: {drivers}."),
    "ranking": Text("De zes vormen naast elkaar", "The six forms side by side"),
    "form": Text("Vorm", "Form"),
    "score": Text("Score", "Score"),
    "verdict": Text("Oordeel", "Verdict"),
    "verdict_recommended": Text("aanbevolen", "recommended"),
    "verdict_suitable": Text("geschikt", "suitable"),
    "verdict_doubtful": Text("twijfelachtig", "doubtful"),
    "verdict_excluded": Text("valt af", "excluded"),
    "weights": Text("Zo wegen uw doelen: {weights}.", "How your goals weigh: {weights}."),
    "quality": Text("kwaliteit", "quality"),
    "flexibility": Text("flexibiliteit", "flexibility"),
    "cost": Text("kosten", "cost"),
    "feasibility": Text("haalbaarheid", "feasibility"),
    "cautions": Text("Waar u op moet letten", "What to watch out for"),
    "cautions_intro": Text(
        "Juridische punten zijn een waarschuwing naar de stand van de genoemde datum, geen advies: laat ze toetsen.",
        "Legal points are a warning as of the date given, not advice: have them checked.",
    ),
    "as_of": Text("stand van {date}", "as of {date}"),
    "kind_law": Text("wet", "law"),
    "kind_privacy": Text("privacy", "privacy"),
    "kind_people": Text("mensen", "people"),
    "kind_contract": Text("contract", "contract"),
    "kind_financial": Text("financieel", "financial"),
    "kind_operational": Text("uitvoering", "operations"),
    "kind_reputational": Text("reputatie", "reputation"),
    "severity_1": Text("Ook goed om te weten", "Also good to know"),
    "severity_2": Text("Belangrijk", "Important"),
    "severity_3": Text("Eerst regelen", "Settle first"),
    "places": Text("Landen om te onderzoeken: {form}", "Countries to look into: {form}"),
    "places_intro": Text(
        "Dit zijn landen die bij uw antwoorden passen, nog geen keuze: onderzoek per land wat er nu te vinden is.",
        "These are countries that fit your answers, not yet a choice: find out for each what is available there now.",
    ),
    "same_clock": Text(
        "De klok wijst daar altijd dezelfde tijd aan als in Nederland: uw avond en nacht zijn ook daar avond en nacht.",
        "The clock there always shows the same time as in the Netherlands: your evenings and nights are theirs too.",
    ),
    "your_night": Text("Uw nacht", "Your night"),
    "your_day": Text("Uw dag", "Your day"),
    "your_evening": Text("Uw avond", "Your evening"),
    "hours_there": Text(
        "{part}, {here}, is daar {winter} (winter) en {summer} (zomer).",
        "{part}, {here}, is {winter} there in winter and {summer} in summer.",
    ),
    "hours_all_year": Text(
        "{part}, {here}, is daar {there}, het hele jaar.", "{part}, {here}, is {there} there all year round."
    ),
    "from_to": Text("{start}–{end} uur", "{start}–{end}"),
    "open_points": Text("Nog uit te zoeken", "Still to find out"),
    "settled": Text(
        "Wat nog openstaat, verandert de uitkomst niet: die blijft {form}.",
        "What is still open does not change the outcome, which remains {form}.",
    ),
    "settled_ahead": Text(
        "Geen vraag die nog komt verandert het hoofdadvies. Wel bepalen die vragen hoe u het werk verdeelt en waar u "
        "op moet letten.",
        "No question still to come changes the main advice. They do decide how to divide the work and what to look "
        "out for.",
    ),
    "settled_unless": Text(
        "Geen vraag die nog komt verandert het hoofdadvies, tenzij u alsnog te weten komt: {labels}. Wel bepalen die "
        "vragen hoe u het werk verdeelt en waar u op moet letten.",
        "No question still to come changes the main advice, unless you find out after all: {labels}. They do decide "
        "how to divide the work and what to look out for.",
    ),
    "and_more": Text("en nog {count}", "and {count} more"),
    # side by side, then and now
    "part": Text("Deel van het werk", "Part of the work"),
    "compare_title": Text("Naast elkaar: {names}", "Side by side: {names}"),
    "compare_answers": Text("Antwoorden die verschillen", "Answers that differ"),
    "compare_no_answers": Text("Alle antwoorden zijn gelijk.", "All answers are the same."),
    "compare_cautions": Text("Waarschuwingen die verschillen", "Cautions that differ"),
    "compare_no_cautions": Text("De waarschuwingen zijn gelijk.", "The cautions are the same."),
    "compare_only": Text("Wel bij {name}, niet overal", "With {name}, not everywhere"),
    "own_answers": Text("Eigen antwoorden", "Own answers"),
    "scenario": Text("Scenario {number}", "Scenario {number}"),
    "since_kept": Text(
        "De uitkomst blijft {after}, maar de onderbouwing is veranderd.",
        "The outcome stays {after}, but what it rests on has changed.",
    ),
    "since_turned": Text(
        "Op dezelfde antwoorden was de uitkomst {before} en is die nu {after}.",
        "On the same answers the outcome was {before} and is now {after}.",
    ),
    "since_none": Text("geen advies", "no advice"),
    "since_title": Text("Wat er sinds uw laatste advies is veranderd", "What has changed since your last advice"),
    # dossiers
    "kept_as": Text(
        "Uw antwoorden zijn bewaard. Ga verder met: {program} dossier resume {id}",
        "Your answers are kept. Go on with: {program} dossier resume {id}",
    ),
    "dossier_damaged": Text("dossier {id} kan niet worden gelezen: {reason}", "dossier {id} cannot be read: {reason}"),
    "dossier_unreadable": Text("kan niet worden gelezen", "cannot be read"),
    "dossier_column_id": Text("Dossier", "Dossier"),
    "dossier_column_name": Text("Naam", "Name"),
    "dossier_column_answers": Text("Antwoorden", "Answers"),
    "dossier_column_advice": Text("Laatste advies", "Last advice"),
    "dossier_about": Text(
        "Dossier {id}, {revision} keer bewaard, met de kennis van {version}. Advies op deze antwoorden:",
        "Dossier {id}, saved {revision} times, with the knowledge of {version}. Advice on these answers:",
    ),
    "dossier_history": Text("Laatste wijzigingen", "Latest changes"),
    "scenarios": Text("Scenario's", "Scenarios"),
    "no_longer_exists": Text("bestaat niet meer", "no longer exists"),
    "may_still_win": Text("Nog mogelijk als uitkomst: {forms}.", "Still possible as the outcome: {forms}."),
    "ask_first": Text("Zoek dit het eerst uit: {labels}.", "Find this out first: {labels}."),
    "possible_answers": Text("Mogelijke antwoorden: {answers}.", "Possible answers: {answers}."),
    "mail_link": Text("Mail deze vragen aan: {role}", "Mail these questions to: {role}"),
    "mail_subject": Text(
        "Vragen voor een besluit over ons klantcontact", "Questions for a decision on customer contact"
    ),
    "mail_intro": Text(
        "Voor een besluit over ons klantcontact zoek ik een antwoord op deze vragen:",
        "For a decision on our customer contact I am looking for answers to these questions:",
    ),
    "ask_role": Text("Vraag het aan: {role}", "Ask: {role}"),
    "plan": Text("Plan in zeven stappen", "A plan in seven steps"),
    "plan_weeks": Text(
        "De weken tellen vanaf de dag waarop u begint; pas ze aan waar uw eigen agenda dat vraagt.",
        "Weeks count from the day you begin; adapt them where your own calendar asks for it.",
    ),
    "plan_starts": Text(
        "Dit plan begint op {date}; pas de data aan waar uw eigen agenda dat vraagt.",
        "This plan begins on {date}; adapt the dates where your own calendar asks for it.",
    ),
    "plan_step": Text("Stap {number}: {title}", "Step {number}: {title}"),
    "milestone": Text("Mijlpaal: {task}", "Milestone: {task}"),
    "week": Text("week {week}", "week {week}"),
    "weeks": Text("weken {first}–{last}", "weeks {first}–{last}"),
    "day_span": Text("{first} tot en met {last}", "{first} to {last}"),
    "other_forms": Text("Waarom niet een andere vorm", "Why not another form"),
    "form_score": Text("{form}: score {score}, {verdict}", "{form}: score {score}, {verdict}"),
    "no_arguments": Text("Geen van uw antwoorden pleit voor of tegen.", "None of your answers speaks for or against."),
    "direction_excludes": Text("Valt af omdat:", "Excluded because:"),
    "direction_for": Text("Ervoor:", "For:"),
    "direction_against": Text("Ertegen:", "Against:"),
    "direction_part": Text("Alleen voor een deel van het werk:", "For one part of the work only:"),
    "more_arguments": Text(
        "Minder zware argumenten die hier niet staan: {count}.", "Lighter arguments not shown here: {count}."
    ),
    "because_you_said": Text("U antwoordde: {answers}.", "You answered: {answers}."),
    "effect": Text("{effect} {criterion}", "{effect} {criterion}"),
    "findings": Text("Wat uit uw antwoorden blijkt", "What your answers show"),
    "answers": Text("Uw antwoorden", "Your answers"),
    "no_answers": Text("Geen.", "None."),
    "dont_know": Text("Weet ik niet", "I don't know"),
    "note": Text("Notitie: {note}", "Note: {note}"),
    "set_aside": Text(
        "Opzij gezet, omdat de vraag niet meer van toepassing is", "Set aside, because the question no longer applies"
    ),
    "rulebook": Text("Kennis van {version}, kenmerk {hash}.", "Knowledge as of {version}, reference {hash}."),
    # the glossary and the list of questions
    "terms_used": Text("Begrippen in dit advies", "Terms in this advice"),
    "also_called": Text("Ook wel: {names}", "Also called: {names}"),
    "why_it_matters": Text("Waarom het ertoe doet: {why}", "Why it matters: {why}"),
    "see_also": Text("Zie ook: {names}", "See also: {names}"),
    "fill_in": Text(
        "Vul achter elke vraag een van de opties in, of laat unknown staan als u het niet weet.",
        "Put one of the options after each question, or leave unknown if you do not know.",
    ),
    # the command line
    "arguments": Text("gegevens", "arguments"),
    "options": Text("opties", "options"),
    "no_rulebook": Text(
        "in {directory} staat geen kennis: rules/ en glossary/ ontbreken of zijn leeg",
        "{directory} holds no rulebook: rules/ and glossary/ are missing or empty",
    ),
    "cannot_write": Text("{file} kan niet worden geschreven: {reason}", "{file} cannot be written: {reason}"),
    "export_elsewhere": Text(
        "{folder} wijst naar een andere map; noem een map waar nog geen kennis in staat",
        "{folder} leads to another folder; name a folder that holds no rulebook yet",
    ),
    "written": Text("Geschreven: {file}", "Written: {file}"),
    # a report to be heard
    "spoken_plus": Text("plus", "plus"),
    "spoken_minus": Text("min", "minus"),
    "spoken_to": Text("tot", "to"),
    "spoken_through": Text("tot en met", "to"),
    # a report as a file
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
    "export_exists": Text(
        "{file} bestaat al; noem een map waar nog geen kennis in staat",
        "{file} already exists; name a folder that holds no rulebook yet",
    ),
    # pictures, and the report as a page
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


def say(key: str, language: Language, /, **values: object) -> str:
    """One of the program's sentences, filled in."""
    return WORDS[key].format(**values).in_(language)
