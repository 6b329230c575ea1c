"""What is said of files that are read and written, in both languages."""

from advisor.language import Text

WORDS = {
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
    "not_a_date": Text(
        '"{value}" is geen bestaande datum als 31-1-2026 of 2026-01-31',
        '"{value}" is not an existing date like 2026-01-31',
    ),
    "doubled_key": Text('"{key}" staat er twee keer', '"{key}" is there twice'),
    "not_json": Text(
        "is geen geldige JSON: kijk hier naar komma's, haakjes en aanhalingstekens ({problem})",
        "is not valid JSON: look here at commas, brackets and quotes ({problem})",
    ),
    "not_utf8": Text("is geen UTF-8-tekst", "is not UTF-8 text"),
    "not_yaml": Text("is geen geldige YAML: {problem}", "is not valid YAML: {problem}"),
    "not_yaml_look": Text(
        "is geen geldige YAML: kijk hier naar inspringing, dubbele punt en aanhalingstekens ({problem})",
        "is not valid YAML: look here at indentation, colons and quotes ({problem})",
    ),
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
    "export_exists": Text(
        "{file} bestaat al; noem een map waar nog geen kennis in staat",
        "{file} already exists; name a folder that holds no rulebook yet",
    ),
}
