"""What only the server and its pages say, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Text] = {
    "product": Text("Sourcingadvies", "Sourcing advice"),
    # on the command line
    "bad_port": Text(
        '--port: "{port}" kan niet; kies een getal van 0 tot en met 65535 (0: een vrije poort)',
        '--port: "{port}" is not possible; choose a number from 0 to 65535 (0: any free port)',
    ),
    "cannot_listen": Text(
        "op {host}, poort {port}, kan de server niet luisteren: {reason}; kies een andere met --port",
        "the server cannot listen on {host}, port {port}: {reason}; choose another with --port",
    ),
    "no_such_host": Text("er is geen computer met die naam", "there is no computer of that name"),
    "needs_url": Text(
        "op {host} kunnen ook anderen bij de server; geef met --url het adres waarop de browser hem vindt",
        "on {host} others can reach the server too; say with --url at which address the browser finds it",
    ),
    "bad_url": Text(
        '--url: "{url}" kan niet; geef alleen schema en naam, zoals https://advies.example',
        '--url: "{url}" is not possible; give scheme and name only, like https://advice.example',
    ),
    "url_not_safe": Text(
        '--url: "{url}" is niet versleuteld; buiten deze computer moet het adres met https:// beginnen',
        '--url: "{url}" is not encrypted; away from this computer the address must begin with https://',
    ),
    # on the page
    "starting": Text("Even geduld, het interview wordt geopend.", "One moment, the interview is being opened."),
    "no_script": Text(
        "Deze pagina heeft JavaScript nodig. Zonder kan ook, in een terminal: advisor --plain",
        "This page needs JavaScript. You can do without, in a terminal: advisor --plain",
    ),
    "ended": Text("De zitting is afgelopen", "The session has ended"),
    "ended_more": Text(
        "Uw antwoorden zijn bewaard in uw dossier. Begin opnieuw en kies het dossier om verder te gaan.",
        "Your answers are kept in your dossier. Start again and choose the dossier to go on.",
    ),
    "start_again": Text("Opnieuw beginnen", "Start again"),
    # pages instead of it
    "no_entry": Text("U kunt hier niet naar binnen", "You cannot enter here"),
    "no_entry_more": Text(
        "De link is al gebruikt, of klopt niet. Gebruik de browser waarin u hem het eerst opende, of start "
        "advisor serve opnieuw voor een nieuwe link.",
        "The link has been used already, or is not right. Use the browser in which you first opened it, or start "
        "advisor serve again for a new link.",
    ),
    "foreign_page": Text("Dit verzoek komt van een andere pagina", "This request comes from another page"),
    "foreign_page_more": Text(
        "Alleen de eigen pagina mag het interview bedienen: {address}",
        "Only our own page may work the interview: {address}",
    ),
    "other_name": Text("Deze server heet anders", "This server has another name"),
    "other_name_more": Text("Open {address} in uw browser.", "Open {address} in your browser."),
    "full": Text("Er staan al genoeg tabbladen open", "Enough tabs are open already"),
    "full_more": Text(
        "Er kunnen er {most} tegelijk open zijn. Sluit er een en begin opnieuw.",
        "There can be {most} at a time. Close one and start again.",
    ),
    "nothing_here": Text("Hier is niets", "Nothing here"),
    "nothing_here_more": Text("Het interview staat op {address}", "The interview is at {address}"),
}


def say(key: str, language: Language, /, **values: object) -> str:
    """One of the sentences, filled in."""
    return WORDS[key].format(**values).in_(language)
