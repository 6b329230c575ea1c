"""Words with a meaning of their own in a reply, in both languages, folded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from advisor.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


def plain(text: str) -> str:
    """``text`` folded, with ``n't`` written out: "don't" is "do not", "can't" is "can not"."""
    straight = text.replace("\u2019", "'").replace("\u2018", "'")
    return fold(re.sub(r"\bcan'?t\b|\bcannot\b", "can not", re.sub(r"(?<=[a-z])n't\b", " not", straight, flags=re.I)))


def _all(lines: str) -> frozenset[str]:
    return frozenset(plain(phrase) for phrase in lines.replace("\n", "|").split("|") if phrase.strip())


def holds(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of ``phrases`` stands in ``text`` (both folded), as whole words."""
    padded = f" {text} "
    return any(f" {phrase} " in padded for phrase in phrases)


YES = _all("j|ja|y|yes|jawel|klopt|inderdaad|ok|oke|correct|right")
NO = _all("n|nee|neen|no|fout|wrong")

NOTE = re.compile(r"(?:notitie|note)\s*:\s*(.*)", re.I | re.S)
"""A note with the question that is being asked, in group 1; of the words as they were typed, not folded."""

BACK = _all(
    """terug|ga terug|ik wil terug|graag terug|een terug|stap terug|een stap terug|vorige|vorige vraag
    de vorige|naar de vorige vraag|terug naar de vorige vraag|terug naar vorige vraag|ongedaan maken
    herstel|back|go back|one back|step back|previous|previous question|the previous question|undo
    take me back|go back one|back one|back please|go back please|terug graag|terug alstublieft"""
)

WHY = _all(
    """waarom|hoezo|waarvoor|waartoe|uitleg|toelichting|leg uit|leg dit uit|leg dat uit|wat bedoelt u
    wat bedoel je|hoe bedoelt u|wat is dat|wat is dit|wat is de reden|wat betekent dat
    wat betekent dit|wat betekent deze vraag|wat betekent de vraag|wat wordt bedoeld
    wat wordt hier bedoeld|wat wordt hiermee bedoeld|wat bedoelt u daarmee|wat bedoelt u hiermee
    hoe kom ik daarachter|hoe kom ik daar achter|hoe vind ik dat uit|hoe weet ik dat|wie weet dat
    wie weet dit|help|why|how come|what for|explain|explain this|explain that|please explain
    what do you mean|pardon|what is that|what is this|what's that|what's this
    what does that mean|what does this mean|what is the reason|what does this question mean
    what does the question mean|what do you mean by that|what do you mean by this|how do I find out
    how can I find out|how do I find that out|how would I know|who knows|who knows that|who would know"""
)
WHY_ASKED = frozenset({"wat", "what"})
"""Only with a question mark: "wat" also means "some"."""
WHY_STARTS = ("waarom", "hoezo", "why")

DONT_KNOW = _all(
    """weet ik niet|weet niet|weet ik nog niet|weet ik echt niet|ik weet het niet|ik weet niet
    weet het niet|weet ik eigenlijk niet|ik weet dit niet|ik weet dat niet|ik weet het echt niet
    ik weet het nog niet|weten we niet|weten wij niet|we weten het niet|wij weten het niet
    dat is niet bekend|is niet bekend|niet bekend|nog niet bekend|geen idee|geen flauw idee|onbekend
    zou ik niet weten|ik zou het niet weten|ik zou niet weten|geen mening|kan ik niet zeggen
    durf ik niet te zeggen|do not know|don't know|dont know|dunno|no idea|no clue|not a clue
    not known|unknown|not sure|not certain|I wouldn't know|I do not really know|I don't really know
    do not yet know|don't yet know|unsure"""
)
DONT_KNOW_WHOLE = _all(
    "pas|ik pas|sla over|sla deze over|overslaan|volgende|skip|skip this|pass|next|idk|no answer|can't say|can't tell"
)
HEDGES = _all(
    """maar|denk|vermoed|misschien|waarschijnlijk|ongeveer|gok|schat|hoewel|but|think|guess|suppose
    maybe|perhaps|probably|although"""
)
"""Beside a "don't know" these may announce an answer after all."""

NEGATIONS = _all(
    """niet|geen|geeneen|geenszins|nee|neen|nooit|nimmer|niemand|niets|niks|nergens|zonder
    nauwelijks|amper|evenmin|not|no|nope|none|never|nobody|nothing|nowhere|neither|nor|without
    hardly|barely|scarcely|non|dont|doesnt|didnt|isnt|arent|wasnt|wont|cant|couldnt|shouldnt
    wouldnt|havent|hasnt"""
)

QUALIFIERS = _all(
    """minder|meer|onder|boven|over|binnen|buiten|voordat|na|sinds|bijna|haast|behalve
    uitgezonderd|tenzij|vroeger|voorheen|eerst|straks|later|binnenkort|ooit|liever|eerder|of
    maar|wil|willen|zou|zouden|kan|kunnen|mag|mogen|moet|moeten|juist|erg|zeer|heel|te
    enigszins|beetje|weinig|veel|deels|half|soms|af|toe|alleen|slechts|tegen|stoppen|stopt
    gestopt|weg|anders|ander|andere|dan|tot|hoog|laag|als|less|more|fewer|under|above|over
    within|inside|outside|before|after|since|almost|nearly|except|besides|unless|formerly
    previously|first|soon|later|once|used|rather|or|but|want|wanted|would|could|should|can
    may|might|must|very|too|somewhat|bit|little|few|many|much|partly|half|sometimes|only
    against|stop|stopped|stopping|other|otherwise|than|until|high|low|if|instead|beyond|far
    lack|refuse|refuses"""
)
"""One of these left over changes what the other words mean."""

FILLERS = _all(
    """de|het|een|ik|wij|we|ons|onze|u|uw|je|er|dat|dit|die|deze|is|zijn|was|ben|wordt
    worden|heb|hebben|heeft|hebt|doen|doet|gaat|gaan|bij|in|op|aan|met|van|voor|om|en|ook
    wel|hoor|zeker|graag|dus|nu|momenteel|vooral|meestal|gewoon|ongeveer|circa|zo|daar|denk
    optie|antwoord|procent|eigenlijk|zo'n|rond|ca|al|the|a|an|I|us|our|you|your|it|its
    that|this|these|those|are|am|be|been|have|has|do|does|at|on|with|by|of|for|to|and
    also|please|well|so|now|currently|mostly|mainly|usually|just|about|roughly|around|think
    option|answer|percent|per|cent|certainly|definitely|indeed|s|t|there|they|them"""
)

NUMBERS = {
    word: number
    for line in (
        "nul zero 0|twee two 2|drie three 3|vier four 4|vijf five 5|zes six 6|zeven seven 7|acht eight 8|negen nine 9",
        "tien ten 10|elf eleven 11|twaalf twelve 12|vijftien fifteen 15|twintig twenty 20|dertig thirty 30",
        "veertig forty 40|vijftig fifty 50|zestig sixty 60|zeventig seventy 70|tachtig eighty 80|honderd hundred 100",
    )
    for *words, number in map(str.split, line.split("|"))
    for word in words
}
"""Numbers in words. "Een" is an article too and stays a word."""

ALIKE = NUMBERS | dict.fromkeys(("zeer", "erg"), "heel")
"""Words to read as another one."""

ORDINALS = {
    word: number
    for words in (
        "eerste,tweede,derde,vierde,vijfde,zesde,zevende,achtste",
        "first,second,third,fourth,fifth,sixth,seventh,eighth",
    )
    for number, word in enumerate(words.split(","), 1)
}
LAST = frozenset({"laatste", "last"})
