"""What only the command line says, in both languages; the rest is in ``advisor.words``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor import words
from advisor.language import Language, Text
from advisor.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Text] = {
    "arguments": Text("gegevens", "arguments"),
    "options": Text("opties", "options"),
    "help_format_of_path": Text(
        "vorm van de uitvoer; zonder deze optie volgt die uit de naam in PATH",
        "format of the output; without this option the name in PATH tells it",
    ),
    "help_no_data": Text(
        "laat de gegevens weg waarmee advisor verify het rapport narekent",
        "leave out the data with which advisor verify checks the report",
    ),
    "help_verify": Text("reken een rapport na met de kennis van nu", "replay a report against today's rulebook"),
    "help_report": Text("een rapport als json, html, docx of pdf", "a report as json, html, docx or pdf"),
    "binary_to_terminal": Text(
        "{format} past niet in een terminal; geef --output PATH",
        "{format} does not fit in a terminal; give --output PATH",
    ),
    "help_serve": Text("open het interview in een browser", "open the interview in a browser"),
    "help_host": Text(
        "adres waarop de server luistert; zonder: alleen deze computer",
        "address the server listens on; without it: this computer only",
    ),
    "help_port": Text("poort waarop de server luistert (0: een vrije)", "port the server listens on (0: any free one)"),
    "help_url": Text(
        "adres dat een proxy aan de server geeft, zoals https://advies.example",
        "address that a proxy gives the server, like https://advice.example",
    ),
    "no_web": Text(
        "voor de browser is nog iets nodig; installeer het met: {python} -m pip install textual-serve",
        "the browser needs one thing more; install it with: {python} -m pip install textual-serve",
    ),
    "serve_link": Text(
        "Open dit adres in uw browser; de link werkt één keer. Stoppen: ctrl+c.",
        "Open this address in your browser; the link works once. To stop: ctrl+c.",
    ),
    "serve_key": Text(
        "De server laat binnen wie de sleutel meestuurt. Stoppen: ctrl+c.",
        "The server lets in whoever sends the key. To stop: ctrl+c.",
    ),
    "short_key": Text(
        "{name} is te kort: een sleutel heeft minstens {least} tekens",
        "{name} is too short: a key has at least {least} characters",
    ),
    "no_dossiers": Text("Er zijn nog geen dossiers.", "There are no dossiers yet."),
    "unknown_dossier": Text("er is geen dossier {id}{hint}", "there is no dossier {id}{hint}"),
    "dossier_made": Text("bewaard als dossier {id}", "kept as dossier {id}"),
    "answers_gone": Text(
        "bewaard, maar niet meegeteld, want de kennis van nu kent deze antwoorden niet: {questions}",
        "kept, but not counted, because today's knowledge does not know these answers: {questions}",
    ),
    "dossier_deleted": Text("dossier {id} is gewist", "dossier {id} has been deleted"),
    "delete_sure": Text("Dossier {id} voorgoed wissen? (j/n)", "Delete dossier {id} for good? (y/n)"),
    "delete_needs_force": Text(
        "dossier {id} is niet gewist: buiten een terminal is --force nodig",
        "dossier {id} was not deleted: outside a terminal that takes --force",
    ),
    "compare_count": Text(
        "er zijn 2 of 3 dossiers nodig om te vergelijken, of één dossier met scenario's; dit is er {count}",
        "comparing takes 2 or 3 dossiers, or one dossier with scenarios; this is {count}",
    ),
    "help_dossier": Text("werk met wat bewaard is", "work with what was kept"),
    "help_dossier_list": Text("toon alle dossiers", "list every dossier"),
    "help_dossier_show": Text("toon wat er in een dossier staat", "show what is in a dossier"),
    "help_dossier_resume": Text("ga verder met een dossier", "go on with a dossier"),
    "help_dossier_compare": Text(
        "zet dossiers, of de scenario's van één dossier, naast elkaar",
        "put dossiers, or the scenarios of one dossier, side by side",
    ),
    "help_dossier_export": Text("schrijf een dossier weg als bestand", "write a dossier to a file"),
    "help_dossier_import": Text(
        "maak een dossier van een weggeschreven dossier, een bestand met antwoorden of een rapport",
        "make a dossier of an exported dossier, a file of answers or a report",
    ),
    "help_import_file": Text(
        "een dossier, een bestand met antwoorden, of een rapport als json, html, docx of pdf; - voor standaardinvoer",
        "a dossier, a file with answers, or a report as json, html, docx or pdf; - for standard input",
    ),
    "help_dossier_delete": Text("wis een dossier", "delete a dossier"),
    "help_dossier_id": Text("dossier, zoals dossier list het noemt", "dossier, as dossier list names it"),
    "help_compare_ids": Text(
        "twee of drie dossiers, of één met scenario's", "two or three dossiers, or one with scenarios"
    ),
    "help_delete_force": Text("vraag niet om bevestiging", "do not ask for confirmation"),
    "help_name": Text("naam van het dossier", "name of the dossier"),
    "keep_answers": Text(
        "Bewaar de regels hieronder als antwoorden.yaml; het hele advies geeft: {program} advise antwoorden.yaml",
        "Keep the lines below as answers.yaml; for the whole advice: {program} advise answers.yaml",
    ),
    "usage": Text("gebruik", "usage"),
    "command": Text("OPDRACHT", "COMMAND"),
    "commands": Text("opdrachten", "commands"),
    "help_advisor": Text(
        "Wie handelt uw klantcontact af? Een interview in de terminal, een advies met redenen.",
        "Who should handle your customers' contacts? An interview in the terminal, an advice with reasons.",
    ),
    "help_plain": Text(
        "regel voor regel, voor schermlezers, pijpen en logboeken", "line by line, for screen readers, pipes and logs"
    ),
    "help_version": Text("noem de versie en stop", "print the version and stop"),
    "help_help": Text("toon deze hulp en stop", "show this help and stop"),
    "help_lang": Text("taal: nl of en", "language: nl or en"),
    "help_rulebook_dir": Text(
        "map met rules/ en glossary/ in plaats van de eigen kennis",
        "folder with rules/ and glossary/ to use instead of ours",
    ),
    "help_format": Text("vorm van de uitvoer", "format of the output"),
    "help_file": Text(
        "bestand met antwoorden, of - voor standaardinvoer", "file with answers, or - for standard input"
    ),
    "help_output": Text("schrijf naar dit bestand", "write to this file"),
    "help_force": Text("overschrijf een bestaand bestand", "overwrite an existing file"),
    "help_start": Text(
        "begin van het plan, als 2026-01-31: geeft data in plaats van weken",
        "start of the plan, like 2026-01-31: gives dates instead of weeks",
    ),
    "help_form": Text(
        "een van de zes vormen, bijvoorbeeld outsourcing", "one of the six forms, for example outsourcing"
    ),
    "help_term": Text(
        "het woord dat u zoekt; zonder woord: de hele lijst", "the word you look for; without one: the whole list"
    ),
    "help_dir": Text("map met rules/ en glossary/", "folder that holds rules/ and glossary/"),
    "help_export_dir": Text("map die de kopie krijgt", "folder that gets the copy"),
    "help_questions": Text("toon de vragen van het interview", "show the questions of the interview"),
    "help_advise": Text("geef advies op een bestand met antwoorden", "give the advice on a file of answers"),
    "help_why": Text("toon alles voor en tegen één vorm", "show everything for and against one form"),
    "help_whatif": Text(
        "toon welke andere antwoorden en doelen het advies veranderen",
        "show which other answers and goals change the advice",
    ),
    "help_glossary": Text("zoek een begrip op", "look up a term"),
    "help_check": Text("controleer de kennis", "verify the knowledge"),
    "help_rulebook": Text("werk met de kennis zelf", "work with the knowledge itself"),
    "help_completion": Text(
        "toon het script waarmee uw shell opdrachten aanvult",
        "print the script with which your shell completes commands",
    ),
    "help_shell": Text("bash, zsh of fish", "bash, zsh or fish"),
    "help_export": Text("maak een kopie van de kennis om te bewerken", "make a copy of the knowledge to edit"),
    "bad_choice": Text(
        '{argument}: "{word}" kan niet; kies uit {known}{hint}',
        '{argument}: "{word}" is not possible; choose from {known}{hint}',
    ),
    "bad_command": Text('onbekende opdracht "{word}"{hint}', 'unknown command "{word}"{hint}'),
    "missing_argument": Text("er ontbreekt iets: {argument}", "something is missing: {argument}"),
    "unknown_argument": Text('"{word}" wordt niet begrepen{hint}', '"{word}" is not understood{hint}'),
    "see_help": Text("; zie --help", "; see --help"),
    "missing_value": Text("{argument} heeft een waarde nodig", "{argument} needs a value"),
    "interrupted": Text("Afgebroken.", "Interrupted."),
    "unknown_form": Text(
        'onbekende vorm "{form}"; kies uit {known}{hint}', 'unknown form "{form}"; choose from {known}{hint}'
    ),
    "file_before_form": Text(
        "eerst het bestand, dan de vorm: advisor why antwoorden.yaml offshoring",
        "first the file, then the form: advisor why answers.yaml offshoring",
    ),
    "unknown_term": Text(
        'Het begrip "{term}" staat niet in de begrippenlijst.', 'The term "{term}" is not in the glossary.'
    ),
    "also_found": Text("Misschien bedoelde u ook: {names}", "You may also have meant: {names}"),
    "faults_found": Text("Fouten: {count}, in {files} bestanden.", "Faults: {count}, in {files} files."),
    "check_done": Text(
        "In orde: {files} bestanden, {questions} vragen, {findings} bevindingen, {rules} argumenten, "
        "{gates} uitsluitingen, {cautions} waarschuwingen, {terms} begrippen. Versie {version}, kenmerk {hash}.",
        "In order: {files} files, {questions} questions, {findings} findings, {rules} arguments, {gates} gates, "
        "{cautions} cautions, {terms} terms. Version {version}, hash {hash}.",
    ),
    "help_prove": Text(
        "bewijs ook wat voor elk denkbaar interview moet gelden",
        "also prove what must hold for every possible interview",
    ),
    "witness": Text("bijvoorbeeld bij {answers}", "for example with {answers}"),
    "proven": Text(
        "Bewezen: {properties} eigenschappen, de breedste over {largest} combinaties.",
        "Proven: {properties} properties, the widest over {largest} combinations.",
    ),
    "not_proven": Text(
        "Niet bewezen: {failures} van {properties} eigenschappen, de breedste over {largest} combinaties.",
        "Not proven: {failures} of {properties} properties, the widest over {largest} combinations.",
    ),
    "stale": Text(
        "is van {as_of}, meer dan een jaar ouder dan de kennis zelf: laat het opnieuw toetsen",
        "is as of {as_of}, more than a year before the rulebook: have it checked again",
    ),
    "exported": Text("{count} bestanden gekopieerd naar {directory}.", "{count} files copied to {directory}."),
    "no_directory": Text('de map "{directory}" bestaat niet', 'the folder "{directory}" does not exist'),
    "was_set_aside": Text(
        '{question}: opzij gezet, want de vraag "{text}" is niet van toepassing.',
        '{question}: set aside, because the question "{text}" does not apply.',
    ),
    "cannot_read": Text("{file} kan niet worden gelezen: {reason}", "{file} cannot be read: {reason}"),
    "file_exists": Text(
        "{file} bestaat al; gebruik --force om het te overschrijven",
        "{file} already exists; use --force to overwrite it",
    ),
    "unknown_suffix": Text(
        '{file}: bij "{suffix}" hoort geen vorm; kies uit {known}, of geef --format',
        '{file}: no format goes with "{suffix}"; choose from {known}, or give --format',
    ),
}


def say(key: str, language: Language, /, **values: object) -> str:
    """One of the sentences, filled in; what is filled in (a name, a word that was typed) is made harmless first."""
    values = {name: _harmless(value) for name, value in values.items()}
    return WORDS[key].format(**values).in_(language) if key in WORDS else words.say(key, language, **values)


def _harmless(value: object) -> object:
    if isinstance(value, Text):
        return Text(clean_line(value.nl), clean_line(value.en))
    return value if isinstance(value, int) else clean_line(str(value))
