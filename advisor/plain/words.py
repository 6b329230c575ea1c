"""The sentences of the plain mode, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Text] = {
    "welcome": Text(
        "Dit gesprek helpt u kiezen wie uw klantcontact het best kan doen. U beantwoordt de vragen een voor een; "
        "aan het eind krijgt u een advies.",
        "This interview helps you choose who can best handle your customer contact. You answer the questions one by "
        "one; at the end you get advice.",
    ),
    "welcome_back": Text(
        "Welkom terug. Antwoorden die u al gaf: {count}. We gaan verder waar u was.",
        "Welcome back. Answers you gave so far: {count}. We carry on where you were.",
    ),
    "trouble_elsewhere": Text(
        "Dit dossier is in een ander venster gewijzigd of verwijderd. Wat u hier antwoordt, bewaar ik vanaf nu in "
        "dossier {detail}.",
        "This dossier was changed or deleted in another window. What you answer here I now keep in dossier {detail}.",
    ),
    "trouble_not_written": Text(
        "Uw antwoorden konden niet worden bewaard ({detail}). Ik probeer het na elk antwoord weer.",
        "Your answers could not be kept ({detail}). I try again after every answer.",
    ),
    "took_back": Text("Teruggenomen: {questions}.", "Taken back: {questions}."),
    "nothing_to_take_back": Text("Er is niets om terug te nemen.", "There is nothing to take back."),
    "kept_as": Text(
        "Uw antwoorden zijn bewaard. Ga verder met: {program} dossier resume {id} --plain",
        "Your answers are kept. Go on with: {program} dossier resume {id} --plain",
    ),
    "help_undo": Text(
        "herstel: neem de laatste wijziging van uw antwoorden terug", "undo: take back the last change to your answers"
    ),
    "help": Text(
        "Typ het nummer van een antwoord, of het antwoord in uw eigen woorden. U kunt ook typen:",
        "Type the number of an answer, or the answer in your own words. You can also type:",
    ),
    "help_unknown": Text("0, o of u: ik weet het niet", "0, u or o: I don't know"),
    "help_why": Text(
        "? (vraagteken): waarom deze vraag, wie het weet en hoe u erachter komt",
        "? (question mark): why we ask this, who knows the answer and how to find out",
    ),
    "help_back": Text("t of b: terug naar de vorige vraag", "b or t: back to the previous question"),
    "help_term": Text(
        "wat is, en dan een woord: uitleg van dat woord", "what is, and then a word: that word explained"
    ),
    "help_note": Text(
        "notitie: en dan uw eigen woorden, om bij deze vraag te bewaren",
        "note: and then your own words, to keep with this question",
    ),
    "help_answers": Text(
        "antwoorden: alles nalezen, en zo nodig wijzigen", "answers: read everything back, and change it if need be"
    ),
    "help_advice": Text("advies: het advies tot nu toe", "advice: the advice so far"),
    "help_chapter": Text(
        "hoofdstuk, en dan een cijfer of alles: meer van het advies, bijvoorbeeld hoofdstuk 2",
        "chapter, and then a number or all: more of the advice, for instance chapter 2",
    ),
    "help_what_if": Text(
        "wat als: welke andere antwoorden en doelen het advies veranderen",
        "what if: which other answers and goals change the advice",
    ),
    "help_why_form": Text(
        "waarom, en dan een vorm zoals outsourcing: alles wat ervoor en ertegen pleit",
        "why, and then a form such as outsourcing: all that speaks for it and against it",
    ),
    "help_try": Text(
        "probeer: geef andere antwoorden op proef en hoor wat het advies dan wordt",
        "try: give other answers on trial and hear what the advice becomes",
    ),
    "help_save": Text(
        "bewaar: het advies als PDF, Word, webpagina, agenda of ander bestand",
        "save: the advice as a PDF, Word, web page, calendar or other file",
    ),
    "help_dossiers": Text(
        "dossiers: verdergaan met een ander dossier, of een nieuw gesprek beginnen",
        "dossiers: go on with another dossier, or begin a new interview",
    ),
    "help_help": Text("hulp: deze lijst opnieuw", "help: this list again"),
    "help_stop": Text(
        "stop: ophouden; uw antwoorden krijgt u mee",
        "stop: leave off; you take your answers with you",
    ),
    "question": Text("Vraag {number} van hoogstens {at_most}", "Question {number} of at most {at_most}"),
    "dont_know": Text("Weet ik niet", "I don't know"),
    "answer_was": Text(
        "Uw antwoord was: {answer}. Met alleen Enter laat u het zo.",
        "Your answer was: {answer}. Press just Enter to leave it as it is.",
    ),
    "note_was": Text("Uw notitie: {note}", "Your note: {note}"),
    "prompt": Text("Uw antwoord: ", "Your answer: "),
    "prompt_sure": Text("Ja of nee: ", "Yes or no: "),
    "prompt_change": Text("Nummer: ", "Number: "),
    "prompt_done": Text("Wat wilt u nog doen? ", "What else would you like to do? "),
    "noted": Text("Genoteerd: {answer}.", "Noted: {answer}."),
    "noted_unknown": Text(
        "Genoteerd: u weet het niet. De vraag komt bij wat nog uit te zoeken is.",
        "Noted: you don't know. The question joins what is still to be found out.",
    ),
    "kept": Text("Uw antwoord blijft staan.", "Your answer stays as it is."),
    "set_aside": Text(
        "Daardoor telt uw antwoord op deze vraag niet mee zolang zij niet van toepassing is: {question}",
        "As a result your answer to this question does not count while the question does not apply: {question}",
    ),
    "counts_again": Text(
        "Daardoor telt uw eerdere antwoord op deze vraag weer mee: {question}",
        "As a result your earlier answer to this question counts again: {question}",
    ),
    "settled": Text("Typ advies om het advies nu al te lezen.", "Type advice to read the advice already."),
    "did_you_mean": Text('Bedoelt u "{answer}"? (j/n)', 'Do you mean "{answer}"? (y/n)'),
    "not_meant": Text(
        "Goed, er is niets opgeslagen. Typ het nummer van uw antwoord, of zeg het anders.",
        "All right, nothing has been stored. Type the number of your answer, or put it another way.",
    ),
    "fits_more": Text(
        "Dat past bij meer dan één antwoord: {numbers}. Er is niets opgeslagen; typ het nummer dat u bedoelt.",
        "That fits more than one answer: {numbers}. Nothing has been stored; type the number you mean.",
    ),
    "not_understood": Text(
        "Dat begreep ik niet, en er is niets opgeslagen. Typ een nummer van 1 tot en met {last}, 0 als u het niet "
        "weet, ? voor uitleg of hulp voor alles wat u kunt typen.",
        "I did not understand that, and nothing has been stored. Type a number from 1 to {last}, 0 if you don't "
        "know, ? for an explanation or help for all you can type.",
    ),
    "why": Text("Waarom deze vraag: {why}", "Why we ask: {why}"),
    "who_knows": Text("Wie het weet: {role}.", "Who knows: {role}."),
    "how": Text("Hoe u erachter komt: {how}", "How to find out: {how}"),
    "terms": Text("Woorden die u kunt opvragen: {terms}.", "Words you can look up: {terms}."),
    "term": Text("{name}: {definition}", "{name}: {definition}"),
    "term_why": Text("Waarom dit ertoe doet: {why}", "Why it matters: {why}"),
    "term_other": Text("In het Engels: {name}.", "In Dutch: {name}."),
    "see_also": Text("Zie ook: {terms}.", "See also: {terms}."),
    "no_term": Text(
        '"{words}" staat niet in de woordenlijst. Probeer een ander woord, of typ ? voor uitleg bij de vraag.',
        '"{words}" is not in the glossary. Try another word, or type ? for an explanation of the question.',
    ),
    "nobody": Text(
        "Er kwam al heel lang geen nieuw antwoord en geen nieuwe notitie; het interview stopt hier.",
        "For very many lines there was no new answer or note; the interview stops here.",
    ),
    "first_question": Text(
        "Dit is de eerste vraag; verder terug kan niet.", "This is the first question; you cannot go back further."
    ),
    "note_kept": Text("Notitie bewaard: {note}", "Note kept: {note}"),
    "note_removed": Text("Er staat nu geen notitie bij deze vraag.", "There is no note with this question now."),
    "note_where": Text(
        "Een notitie hoort bij een vraag. Ga eerst terug naar die vraag, via t of antwoorden.",
        "A note belongs to a question. Go back to that question first, through b or answers.",
    ),
    "review": Text("Uw antwoorden", "Your answers"),
    "not_answered": Text("nog niet beantwoord", "not answered yet"),
    "review_empty": Text("U hebt nog geen vraag beantwoord.", "You have not answered any question yet."),
    "reviewed_aside": Text(
        "{answer} (telt niet mee: de vraag is niet van toepassing)",
        "{answer} (does not count: the question does not apply)",
    ),
    "change_which": Text(
        "Typ het nummer van een vraag om uw antwoord te wijzigen, of alleen Enter om verder te gaan.",
        "Type the number of a question to change your answer, or just Enter to go on.",
    ),
    "no_such_number": Text(
        "Dat nummer staat niet in de lijst. Kies 1 tot en met {last}, of typ alleen Enter.",
        "That number is not in the list. Choose 1 to {last}, or press just Enter.",
    ),
    "not_applicable": Text(
        "Die vraag is nu niet van toepassing. Zij komt terug als een eerder antwoord daar aanleiding toe geeft.",
        "That question does not apply now. It comes back if an earlier answer gives reason to ask it.",
    ),
    "no_advice": Text(
        "Voor een advies is nog te weinig bekend: geen enkel antwoord pleit nog voor of tegen een vorm.",
        "Too little is known for advice yet: no answer so far speaks for or against any form.",
    ),
    "chapters": Text(
        "Na het advies in het kort is er meer te lezen, in deze hoofdstukken:",
        "After the advice in short there is more to read, in these chapters:",
    ),
    "chapters_how": Text(
        "Typ hoofdstuk en het cijfer dat ervoor staat, bijvoorbeeld hoofdstuk 1, of typ hoofdstuk alles.",
        "Type chapter and the number in front of it, for instance chapter 1, or type chapter all.",
    ),
    "read_later": Text(
        "Typ daar advies om ook de rest van het advies te lezen.",
        "Type advice there to read the rest of the advice too.",
    ),
    "so_far": Text("Dit is het advies tot nu toe.", "This is the advice so far."),
    "open_many": Text(
        'Er staan nog {count} vragen open; u vindt ze onder "{heading}".',
        'There are still {count} open questions; you find them under "{heading}".',
    ),
    "open_single": Text(
        'Er staat nog een vraag open; u vindt haar onder "{heading}".',
        'There is still one open question; you find it under "{heading}".',
    ),
    "finished": Text(
        "U hebt alle vragen beantwoord. Dit is het advies.", "You have answered every question. This is the advice."
    ),
    "done": Text(
        "Typ antwoorden om iets te wijzigen, t voor de laatste vraag, advies om het advies nog eens te lezen, bewaar "
        "om er een bestand van te maken, of stop.",
        "Type answers to change something, b for the last question, advice to read the advice again, save to make a "
        "file of it, or stop.",
    ),
    "done_not_understood": Text("Dat begreep ik niet.", "I did not understand that."),
    # the program's own questions
    "not_a_number": Text(
        "Typ een nummer van {first} tot en met {last}, of alleen Enter om dit over te slaan.",
        "Type a number from {first} to {last}, or press just Enter to skip this.",
    ),
    # dossiers
    "dossiers": Text(
        "Deze gesprekken zijn bewaard, het laatste bovenaan:", "These interviews were kept, the latest on top:"
    ),
    "dossier_line": Text("{name}. Antwoorden: {count}.", "{name}. Answers: {count}."),
    "dossier_advised": Text(
        "{name}. Antwoorden: {count}. Laatste advies: {form}.", "{name}. Answers: {count}. Last advice: {form}."
    ),
    "dossier_new": Text("0. Een nieuw gesprek beginnen", "0. Begin a new interview"),
    "prompt_dossier": Text("Nummer van het gesprek: ", "Number of the interview: "),
    "no_dossiers": Text(
        "Van dit gesprek wordt geen dossier bewaard, omdat uw antwoorden niet met de hand worden getypt.",
        "No dossier is kept of this interview, because your answers are not typed by hand.",
    ),
    # saving
    "save_which": Text(
        "U kunt het advies bewaren als een van deze bestanden:", "You can save the advice as one of these files:"
    ),
    "prompt_format": Text("Nummer van het soort bestand: ", "Number of the kind of file: "),
    "prompt_file": Text(
        "Naam van het bestand, of alleen Enter voor {path}: ", "Name of the file, or just Enter for {path}: "
    ),
    "prompt_start": Text(
        "Dag waarop het plan begint, zoals 4-1-2027, of alleen Enter voor een plan in weken: ",
        "Day on which the plan begins, like 2027-01-04, or just Enter for a plan in weeks: ",
    ),
    "prompt_start_needed": Text(
        "Dag waarop het plan begint, zoals 4-1-2027; een agenda kan niet zonder: ",
        "Day on which the plan begins, like 2027-01-04; a calendar needs one: ",
    ),
    "prompt_start_known": Text(
        "Dag waarop het plan begint. Alleen Enter houdt {start}; 0 geeft een plan in weken: ",
        "Day on which the plan begins. Just Enter keeps {start}; 0 gives a plan in weeks: ",
    ),
    "prompt_over": Text(
        "Er is al een bestand {path}. Overschrijven? Typ ja of nee: ",
        "There is a file {path} already. Overwrite it? Type yes or no: ",
    ),
    "save_nothing": Text("Er is geen bestand geschreven.", "No file has been written."),
    # trying other answers
    "try_hint": Text("Typ probeer om zelf andere antwoorden te proberen.", "Type try to try other answers yourself."),
    "try_which": Text(
        "Bij deze vragen kunt u een ander antwoord proberen. Uw eigen antwoorden blijven zoals ze zijn.",
        "You can try another answer to these questions. Your own answers stay as they are.",
    ),
    "prompt_try": Text(
        "Nummer van de vraag, of alleen Enter om op te houden: ", "Number of the question, or just Enter to leave off: "
    ),
    "prompt_option": Text(
        "Nummer van het antwoord op proef, of alleen Enter om een andere vraag te kiezen: ",
        "Number of the answer on trial, or just Enter to choose another question: ",
    ),
    "try_now": Text("Het antwoord is nu: {answer}.", "The answer is now: {answer}."),
    "try_changed": Text("Op proef, {label}: {answer}.", "On trial, {label}: {answer}."),
    "try_same": Text("Het advies blijft dan: {title}.", "The advice then stays: {title}."),
    "try_other": Text("Het advies wordt dan: {title}.", "The advice then becomes: {title}."),
    "prompt_adopt": Text(
        "Deze antwoorden op proef overnemen als uw eigen antwoorden? Typ ja of nee: ",
        "Take these answers on trial over as your own? Type yes or no: ",
    ),
    "try_left": Text("Uw eigen antwoorden zijn gebleven zoals ze waren.", "Your own answers stayed as they were."),
    "adopted": Text("Overgenomen als uw eigen antwoorden.", "Taken over as your own answers."),
    "words_lost": Text(
        'Niet opgeslagen, omdat u het nog niet had bevestigd: "{words}" als "{answer}".',
        'Not stored, because you had not confirmed it yet: "{words}" as "{answer}".',
    ),
    "nothing": Text("Er is nog niets ingevuld.", "Nothing has been filled in yet."),
    "open": Text("Deze vragen staan nog open:", "These questions are still open:"),
    "open_one": Text("{question} (te vragen aan: {role})", "{question} (to ask: {role})"),
    "go_on": Text(
        "Zo bewaart u uw antwoorden: zet alle regels hieronder in een bestand, bijvoorbeeld antwoorden.yaml. "
        "Het advies krijgt u dan opnieuw met: {program} advise antwoorden.yaml",
        "To keep your answers: put all the lines below in a file, for instance answers.yaml. You then get the advice "
        "again with: {program} advise answers.yaml",
    ),
}


def say(key: str, language: Language, /, **values: object) -> str:
    """One of the sentences, filled in."""
    return WORDS[key].format(**values).in_(language)
