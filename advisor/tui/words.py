"""What the screen says, in both languages. Nothing about sourcing stands here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Text] = {
    # everywhere
    "product": Text("Sourcingadvies", "Sourcing advice"),
    "unknown": Text("Weet ik niet", "I don't know"),
    "yes": Text("Ja", "Yes"),
    "no": Text("Nee, ik kies opnieuw", "No, I will choose again"),
    "none": Text("nog geen antwoord", "no answer yet"),
    # who is talking
    "adviser": Text("Adviseur", "Adviser"),
    "you": Text("U", "You"),
    # the conversation
    "greeting": Text(
        "Goedendag. Ik stel u hoogstens {count} vragen en geef daarna advies, met de redenen erbij. Weet u iets niet? "
        "Zeg dat gerust: dan hoort u wie het kan uitzoeken. U kunt elk antwoord later nog wijzigen.",
        "Good day. I will ask you at most {count} questions and then give my advice, with the reasons. Not sure about "
        "something? Just say so: I will tell you who can find out. You can change any answer later.",
    ),
    "resumed": Text(
        "Welkom terug. U hebt al {count} vragen beantwoord; we gaan verder waar u was.",
        "Welcome back. You have answered {count} questions so far; we carry on where you were.",
    ),
    "resumed_one": Text(
        "Welkom terug. U hebt al één vraag beantwoord; we gaan verder waar u was.",
        "Welcome back. You have answered one question so far; we carry on where you were.",
    ),
    "ask_role": Text("Wie het weet: {role}.", "Who knows: {role}."),
    "find_out": Text("Zo komt u erachter: {how}", "How to find out: {how}"),
    "why_asked": Text("Waarom ik dit vraag", "Why I ask this"),
    "why_nothing": Text("Er staat nu geen vraag open.", "There is no question open now."),
    "changed": Text("Gewijzigd", "Changed"),
    "changed_from": Text("Eerst: {before}. Nu: {after}.", "It was: {before}. It is now: {after}."),
    "kept": Text("Blijft zoals het was: {answer}.", "Left as it was: {answer}."),
    "now_aside": Text("Telt hierdoor niet meer mee: {questions}", "No longer counts because of this: {questions}"),
    "now_back": Text("Telt hierdoor weer mee: {questions}", "Counts again because of this: {questions}"),
    "back_to": Text("We gaan terug naar: {question}", "We go back to: {question}"),
    "first_question": Text("Dit is de eerste vraag.", "This is the first question."),
    "did_you_mean": Text("Bedoelt u: “{option}”?", "Do you mean: “{option}”?"),
    "not_stored": Text(
        "Goed, ik heb niets ingevuld. Kies een van de antwoorden.", "Fine, I have filled in nothing. Choose an answer."
    ),
    "fits_more": Text(
        "Dat past bij meer dan één antwoord: {numbers}. Kies het nummer dat u bedoelt.",
        "That fits more than one answer: {numbers}. Choose the number you mean.",
    ),
    "not_understood": Text(
        "Dat begrijp ik niet. Kies een nummer, of typ een paar woorden uit een antwoord. U kunt ook “waarom?”, "
        "“weet ik niet”, “terug” of “wat is een …?” typen.",
        "I do not understand. Choose a number, or type a few words from an answer. You can also type “why?”, “I don't "
        "know”, “back” or “what is …?”.",
    ),
    "term_unknown": Text(
        "“{words}” staat niet in de begrippenlijst. Met f4 zoekt u zelf.",
        "“{words}” is not in the glossary. Press f4 to look for yourself.",
    ),
    "noted": Text("Notitie bewaard", "Note kept"),
    "note_dropped": Text("De notitie bij deze vraag is gewist.", "The note with this question has been removed."),
    "note_nowhere": Text(
        "Er staat nu geen vraag open om een notitie bij te bewaren.", "There is no question open to keep a note with."
    ),
    "settled_advice": Text("Met f5 leest u het advies nu al.", "Press f5 to read the advice already."),
    "trouble_elsewhere": Text(
        "Dit dossier is in een ander venster gewijzigd of verwijderd. Wat u hier antwoordt, bewaar ik vanaf nu apart, "
        "in dossier {detail}.",
        "This dossier was changed or deleted in another window. What you answer here I now keep apart, in dossier "
        "{detail}.",
    ),
    "trouble_not_written": Text(
        "Uw antwoorden konden niet worden bewaard ({detail}). Ze staan hier nog; ik probeer het na elk antwoord weer.",
        "Your answers could not be kept ({detail}). They are still here; I try again after every answer.",
    ),
    "knowledge_changed": Text(
        "De kennis is bijgewerkt. {verdict} Argumenten erbij: {appeared}; vervallen: {vanished}; die anders tellen: "
        "{changed}.",
        "The knowledge has been updated. {verdict} Arguments added: {appeared}; no longer counting: {vanished}; "
        "counting otherwise: {changed}.",
    ),
    "took_back": Text(
        "Uw laatste wijziging is teruggenomen: {questions}", "Your last change was taken back: {questions}"
    ),
    "nothing_to_take_back": Text("Er is niets om terug te nemen.", "There is nothing to take back."),
    "see_also": Text("Zie ook: {terms}", "See also: {terms}"),
    "all_answered": Text("Alle vragen zijn beantwoord.", "All questions have been answered."),
    "to_advice": Text("Bekijk het advies", "Read the advice"),
    "to_review": Text("Kijk uw antwoorden na", "Look over your answers"),
    "to_quit": Text("Sluit af", "Close"),
    # the answer card
    "choices_hint": Text("cijfer of ↑↓ kiest · Enter antwoordt", "digit or ↑↓ chooses · Enter answers"),
    "choose_first": Text(
        "Kies eerst een antwoord, met een cijfer of met ↑ en ↓.", "First choose, by digit or ↑ and ↓."
    ),
    "reply_hint": Text(
        "/ om te typen: uw antwoord, waarom?, wat is een …?", "/ to type: your answer, why?, what is …?"
    ),
    "reply_active": Text(
        "uw antwoord, waarom?, terug, wat is een …? · Esc", "your answer, why?, back, what is …? · Esc"
    ),
    "forms_hint": Text("↑↓ kiest · Enter leest", "↑↓ chooses · Enter reads"),
    "card_terms": Text("Begrippen (f4): {terms}", "Glossary (f4): {terms}"),
    "card_note": Text("Uw notitie: {note}", "Your note: {note}"),
    # progress
    "progress": Text("Vraag {number} van hoogstens {at_most}", "Question {number} of at most {at_most}"),
    "progress_done": Text("{count} vragen beantwoord", "{count} questions answered"),
    "progress_done_one": Text("Eén vraag beantwoord", "One question answered"),
    "topics": Text("Onderwerpen", "Topics"),
    # the standing
    "standing": Text("Tussenstand", "Standing so far"),
    "standing_early": Text(
        "De tussenstand verschijnt als de helft van de vragen is beantwoord: een vroege stand stuurt uw antwoorden.",
        "The standing can be shown once half the questions are answered: an early one would steer your answers.",
    ),
    "standing_open": Text(
        "Nog {count} vragen te gaan; de stand kan nog draaien.", "{count} questions left; it may still turn."
    ),
    "standing_open_one": Text(
        "Nog één vraag te gaan; de stand kan nog draaien.", "One question left; it may still turn."
    ),
    "standing_unknown": Text("{count} keer “weet ik niet”.", "{count} times “I don't know”."),
    "standing_unknown_one": Text("Eén keer “weet ik niet”.", "“I don't know” once."),
    "bar_legend": Text("█ pleit voor · ▒ pleit tegen, per saldo", "█ for · ▒ against, on balance"),
    # the advice
    "advice": Text("Advies", "Advice"),
    "page_summary": Text("Advies", "Advice"),
    "page_forms": Text("Per vorm", "Per form"),
    "page_cautions": Text("Let op", "Cautions"),
    "page_plan": Text("Plan", "Plan"),
    "page_firm": Text("Hoe stevig", "How firm"),
    "goals_now": Text("zo weegt u nu", "your weighting now"),
    "nothing_to_plan": Text(
        "Zonder advies is er nog niets te plannen.", "Without an advice there is nothing to plan yet."
    ),
    "page_open": Text("Nog open", "Still open"),
    "margin": Text("Voorsprong: {margin} op {runner_up}", "Margin: {margin} ahead of {runner_up}"),
    "margin_none": Text("Geen voorsprong op {runner_up}", "No lead over {runner_up}"),
    "unfinished": Text(
        "Dit is een tussenadvies: {count} vragen zijn nog niet gesteld.",
        "This advice is provisional: {count} questions have not been asked yet.",
    ),
    "unfinished_one": Text(
        "Dit is een tussenadvies: één vraag is nog niet gesteld.",
        "This advice is provisional: one question has not been asked yet.",
    ),
    "unknowns": Text(
        "Op {count} vragen weet u het antwoord niet; zie “Nog open”.",
        "You do not know the answer to {count} questions; see “Still open”.",
    ),
    "unknowns_one": Text(
        "Op één vraag weet u het antwoord niet; zie “Nog open”.",
        "You do not know the answer to one question; see “Still open”.",
    ),
    "weights": Text(
        "Zo zwaar telt wat u belangrijk vindt: {weights}.", "How much each criterion counts for you: {weights}."
    ),
    "ranking": Text("De vormen op een rij", "The forms in order"),
    "mix": Text("Per deel van het werk", "Per part of the work"),
    "mix_gain": Text("Scoort daar {gain} hoger dan {form}.", "Scores {gain} higher there than {form}."),
    "findings": Text("Wat ik uit uw antwoorden opmaak", "What I conclude from your answers"),
    "for": Text("Voor", "For"),
    "against": Text("Tegen", "Against"),
    "excludes": Text("Uitgesloten", "Excluded"),
    "for_part": Text("Alleen voor een deel van het werk", "For one part of the work only"),
    "verdict_nothing": Text("nog niets over bekend", "nothing known yet"),
    "nothing_for": Text("Uw antwoorden pleiten er nergens voor.", "Nothing you answered speaks for it."),
    "nothing_against": Text("Uw antwoorden pleiten er nergens tegen.", "Nothing you answered speaks against it."),
    "effect": Text("{criterion}: {points} × gewicht {weight}", "{criterion}: {points} × weight {weight}"),
    "only_for": Text(
        "telt alleen voor dit deel van het werk: {segment}", "counts only for this part of the work: {segment}"
    ),
    "lift": Text("{lift}", "{lift}"),
    "because_you": Text("Uw antwoorden:", "Your answers:"),
    "caution_none": Text("Bij dit advies horen geen waarschuwingen.", "There are no cautions with this advice."),
    "caution_do": Text("Wat u kunt doen: {do}", "What to do: {do}"),
    "caution_date": Text("Stand van zaken op {date}.", "As things stood on {date}."),
    "caution_law": Text(
        "Stand van zaken op {date}. Dit is geen juridisch advies; laat dit toetsen.",
        "As things stood on {date}. This is not legal advice; have it checked.",
    ),
    "open_none": Text("Er staat niets meer open.", "Nothing is open any more."),
    "open_intro": Text(
        "Deze antwoorden ontbreken nog. Ze zijn gegroepeerd naar wie ze weet.",
        "These answers are still missing, grouped by who knows them.",
    ),
    "not_asked": Text("nog niet gesteld", "not asked yet"),
    "not_known": Text("dat weet u nog niet", "you do not know yet"),
    # what if
    "whatif": Text("Wat als", "What if"),
    "whatif_same": Text("Het advies blijft: {form}", "The advice stays: {form}"),
    "whatif_other": Text("Het advies wordt: {form}", "The advice becomes: {form}"),
    "whatif_before": Text("Met uw eigen antwoorden: {form}", "With your own answers: {form}"),
    "whatif_none": Text("Er is te weinig bekend voor een advies.", "Too little is known for an advice."),
    "whatif_nothing": Text(
        "Kies links een vraag en geef met ← of → een ander antwoord: u ziet meteen wat dat doet. Uw eigen antwoorden "
        "blijven zoals ze zijn.",
        "Choose a question on the left and give another answer with ← or →: you see at once what it does. Your own "
        "answers stay as they are.",
    ),
    "whatif_changed": Text("Anders dan uw antwoorden", "Other than your answers"),
    "whatif_was": Text("was: {answer}", "was: {answer}"),
    "whatif_flips": Text("Eén ander antwoord keert het om", "One other answer turns it"),
    "whatif_no_flips": Text("Geen enkel antwoord keert het in zijn eentje om.", "No single other answer turns it."),
    "whatif_more": Text("en nog {count}", "and {count} more"),
    "whatif_questions": Text("←→ wijzigt · Enter kiest", "←→ changes · Enter picks"),
    "whatif_options": Text("cijfer of Enter kiest · Esc", "digit or Enter picks · Esc"),
    "whatif_yours": Text("uw antwoord", "your answer"),
    "whatif_own": Text("uw eigen antwoorden", "your own answers"),
    "whatif_on_show": Text("Op het scherm: {what}", "On the screen: {what}"),
    "scenario": Text("scenario {number}", "scenario {number}"),
    "scenario_kept": Text(
        "Bewaard als scenario {number}. Met s bladert u langs uw scenario's.",
        "Kept as scenario {number}. Press s to go through your scenarios.",
    ),
    "scenario_there": Text("Dit is al bewaard als scenario {number}.", "This is kept already, as scenario {number}."),
    "scenarios_none": Text("U hebt nog geen scenario bewaard; dat doet u met k.", "No scenario kept yet; press k to."),
    "scenarios": Text("Bewaarde scenario's", "Scenarios kept"),
    "scenario_outcome": Text("{number}. {form} ({count} anders)", "{number}. {form} ({count} different)"),
    "whatif_unchanged": Text("U hebt nog niets veranderd.", "You have not changed anything yet."),
    "adopted": Text("Overgenomen in uw antwoorden.", "Taken over into your answers."),
    # dossiers
    "dossiers": Text("Dossiers", "Dossiers"),
    "dossiers_hint": Text("Enter opent · r rapport · f1 help", "Enter opens · r report · f1 help"),
    "dossiers_none": Text("Er worden geen dossiers bewaard.", "No dossiers are being kept."),
    "dossier_new": Text("Nieuw gesprek", "New interview"),
    "dossier_compare": Text("Vergelijk de {count} gekozen dossiers", "Compare the {count} dossiers chosen"),
    "dossier_damaged": Text("kan niet worden gelezen", "cannot be read"),
    "dossier_problem": Text(
        "Dit bestand is geen dossier, of het is beschadigd: {problem}. Het blijft staan zoals het is.",
        "This file is no dossier, or it is damaged: {problem}. It is left as it is.",
    ),
    "dossier_unreadable": Text(
        "Dossier {id} kan niet worden geopend: {reason}", "Dossier {id} cannot be opened: {reason}"
    ),
    "dossier_counts": Text(
        "Antwoorden: {answers}. Notities: {notes}. Scenario's: {scenarios}. Wijzigingen: {steps}.",
        "Answers: {answers}. Notes: {notes}. Scenarios: {scenarios}. Changes: {steps}.",
    ),
    "dossier_same": Text("De kennis is sindsdien niet veranderd.", "The knowledge has not changed since."),
    "dossier_older": Text(
        "De kennis is sindsdien bijgewerkt; het dossier gebruikte die van {version}.",
        "The knowledge has been updated since; the dossier used that of {version}.",
    ),
    "dossier_enough": Text("U vergelijkt hoogstens drie dossiers.", "You can compare three dossiers at most."),
    "dossier_busy": Text(
        "Dit dossier is in een ander venster gewijzigd of verwijderd.",
        "This dossier was changed or deleted in another window.",
    ),
    "dossier_name": Text(
        "Naam van dit dossier (Enter bewaart, Esc niet)", "Name of this dossier (Enter keeps, Esc not)"
    ),
    "dossier_delete": Text("Dossier “{name}” voorgoed wissen?", "Delete dossier “{name}” for good?"),
    "dossier_was_open": Text(
        "Dit dossier was geopend. Er staat nu een nieuw gesprek voor u klaar.",
        "This dossier was open. A new interview is now ready for you.",
    ),
    "no_keep": Text("Nee, laat staan", "No, leave it"),
    "not_written": Text("Dat lukte niet: {reason}", "That did not work: {reason}"),
    # saving a report
    "save_title": Text("Bewaren als bestand", "Save as a file"),
    "save_hint": Text("cijfer kiest · Enter bewaart · Esc sluit", "digit picks · Enter saves · Esc closes"),
    "save_name": Text("Bestand", "File"),
    "save_start": Text("Begindatum", "Start date"),
    "save_start_hint": Text("als 4-1-2027; mag leeg blijven", "like 2027-01-04; may stay empty"),
    "save": Text("Bewaar", "Save"),
    "save_not": Text("Sluit", "Close"),
    "save_folder": Text("In de map {folder}", "In the folder {folder}"),
    "save_download": Text("Uw browser zet het bij uw downloads.", "Your browser puts it with your downloads."),
    "save_needs_name": Text("Geef het bestand een naam.", "Give the file a name."),
    "save_needs_start": Text(
        "Een agenda heeft een begindatum nodig, zoals 4-1-2027.", "A calendar needs a start date, like 2027-01-04."
    ),
    "save_over": Text("Er is al een bestand {path}. Overschrijven?", "There is a file {path} already. Overwrite it?"),
    "file_there": Text("Er is al een bestand {path}; het blijft staan.", "There is a file {path} already; it stays."),
    "save_sent": Text("{name} staat bij uw downloads.", "{name} is with your downloads."),
    # the review
    "review": Text("Uw antwoorden", "Your answers"),
    "review_hint": Text("Enter wijzigt · Esc terug", "Enter changes · Esc back"),
    "set_aside": Text("Telt nu niet mee", "Does not count now"),
    "aside_why": Text(
        "Deze vraag is door een ander antwoord niet aan de orde. Uw antwoord blijft bewaard en telt weer mee zodra "
        "dat verandert.",
        "Another answer makes this question irrelevant. Your answer is kept, and counts again as soon as that changes.",
    ),
    "note": Text("Notitie", "Note"),
    # the glossary
    "glossary": Text("Begrippen", "Glossary"),
    "glossary_search": Text("Zoek een begrip", "Look for a term"),
    "glossary_none": Text("Niets gevonden bij “{words}”.", "Nothing found for “{words}”."),
    "glossary_why": Text("Waarom het telt", "Why it matters"),
    "glossary_also": Text("Ook te vinden als: {names}", "Also found as: {names}"),
    "glossary_links": Text("Zie ook", "See also"),
    "glossary_empty": Text("Kies een begrip.", "Choose a term."),
    # help
    "help": Text("Help", "Help"),
    "help_intro": Text(
        "Kies met een cijfer of met de pijlen en geef antwoord met Enter; 0 is “weet ik niet”. De muis werkt ook.",
        "Choose with a digit or the arrows and answer with Enter; 0 is “I don't know”. The mouse works too.",
    ),
    "help_typing": Text(
        "Met / of Tab gaat u naar de tekstregel, met Esc terug. Typ woorden uit een antwoord, “weet ik niet”, "
        "“waarom?”, “terug”, of “wat is een …?”. Begin met “notitie:” om iets bij een vraag te bewaren. Wat u typt "
        "wordt pas na uw “ja” een antwoord.",
        "Press / or Tab for the text line, Esc to leave it. Type words from an answer, “I don't know”, “why?”, "
        "“back”, or “what is …?”. Start with “note:” to keep something with a question. What you type becomes an "
        "answer only after your “yes”.",
    ),
    "help_scroll": Text(
        "Shift met ↑ of ↓ schuift het gesprek. Met de muis selecteert u tekst; ctrl+c kopieert die.",
        "Shift with ↑ or ↓ scrolls the conversation. Select text with the mouse; ctrl+c copies it.",
    ),
    "help_keys": Text("Toetsen", "Keys"),
    "help_close": Text("Esc sluit", "Esc closes"),
    "save_or_close": Text("r bewaart als bestand · Esc sluit", "r saves as a file · Esc closes"),
    "quit_hint": Text("Met ctrl+q sluit u af.", "Press ctrl+q to close."),
    # the palette
    "palette_search": Text("Zoek een opdracht, begrip of vraag", "Look for a command, term or question"),
    "palette_none": Text("Niets gevonden", "Nothing found"),
    "palette_term": Text("Begrip: {name}", "Term: {name}"),
    "palette_question": Text("Vraag: {question}", "Question: {question}"),
    "palette_go": Text("Ga naar deze vraag", "Go to this question"),
    "palette_look": Text("Zoek dit begrip op", "Look up this term"),
}


def say(key: str, language: Language, /, **values: object) -> str:
    """One of the screen's sentences, filled in."""
    return WORDS[key].format(**values).in_(language)


def say_count(key: str, language: Language, count: int) -> str:
    """A sentence with a number; ``{key}_one`` is its form for one."""
    return say(f"{key}_one", language) if count == 1 else say(key, language, count=count)
