"""Dossiers, advices side by side, and an advice then and now, in both languages."""

from advisor.language import Text

WORDS = {
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
}
