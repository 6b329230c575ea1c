"""The commands on what was kept: list, show, resume, compare, export, import, delete."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from advisor.cli.commands import NO, open_interview, rulebook_for, wanted_format
from advisor.cli.files import read_input, write_output
from advisor.cli.verify import evidence_in
from advisor.cli.words import say
from advisor.errors import AdvisorError, nearest
from advisor.reasons import reason_of

if TYPE_CHECKING:
    import argparse

    from advisor.advice import Advice
    from advisor.dossier.model import Dossier
    from advisor.dossier.store import Store
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook


def show_all(options: argparse.Namespace) -> int:
    """List every dossier, the one saved last on top."""
    from advisor.report import dossiers as report

    listed = store_of_user().list()
    if options.format == "json":
        sys.stdout.write(report.list_as_json(listed))
    elif listed:
        sys.stdout.write(report.list_as_text(listed, rulebook_for(options), options.language))
    else:
        print(say("no_dossiers", options.language), file=sys.stderr)
    return 0


def show(options: argparse.Namespace) -> int:
    """Show what is in a dossier, and what became of its last advice."""
    from advisor.dossier.store import as_file
    from advisor.report import as_text
    from advisor.report.dossiers import contents

    dossier = load(options.id, options.language)
    if options.format == "json":
        sys.stdout.write(as_file(dossier).decode())
        return 0
    language = language_of(options, dossier)
    then = advise_on(options, dossier.advice.given) if dossier.advice else None
    sys.stdout.write(as_text.draw(contents(dossier, advise_on(options, dossier.answers), then, language)))
    return 0


def resume(options: argparse.Namespace) -> int:
    """Open the interview where it was left."""
    from advisor.dossier.sitting import Sitting

    store = store_of_user()
    dossier = load(options.id, options.language)
    sitting = Sitting(store, rulebook_for(options), dossier)
    return open_interview(options, language_of(options, dossier), store, sitting)


def compare(options: argparse.Namespace) -> int:
    """Print, or write, two or three dossiers side by side; of a single one its scenarios beside its own answers."""
    from advisor.cli.progress import progress
    from advisor.report import comparison
    from advisor.report.formats import COMPARED

    dossiers = [load(id_, options.language) for id_ in options.ids]
    language = language_of(options, dossiers[0])
    if len(dossiers) > MOST_DOSSIERS:
        raise AdvisorError(say("compare_count", language, count=len(dossiers)))
    with progress(say("report_busy", options.language)):
        sides = _sides(options, dossiers, language)
        if len(sides) < 2:
            raise AdvisorError(say("compare_count", language, count=len(sides)))
        content = comparison.render(wanted_format(options, language, COMPARED), sides, language)
    write_output(content, options.output, options.force, language)
    return 0


MOST_DOSSIERS, MOST_SCENARIOS = 3, 3
"""Side by side at most; scenarios stand beside the answers of their dossier."""


def _sides(options: argparse.Namespace, dossiers: list[Dossier], language: Language) -> list[tuple[str, Advice]]:
    if len(dossiers) > 1:
        return [(dossier.name or dossier.id, advise_on(options, dossier.answers)) for dossier in dossiers]
    dossier = dossiers[0]
    own = [(say("own_answers", language), advise_on(options, dossier.answers))]
    return own + [
        (say("scenario", language, number=s.number), advise_on(options, dossier.answers | s.changes))
        for s in dossier.scenarios[-MOST_SCENARIOS:]
    ]


def export(options: argparse.Namespace) -> int:
    """Print a dossier, or write it to a file."""
    from advisor.dossier.store import as_file

    content = as_file(load(options.id, options.language)).decode()
    write_output(content, options.path, options.force, options.language)
    return 0


def bring_in(options: argparse.Namespace) -> int:
    """Make a dossier of a file of answers, of a report, or of a dossier that was written to a file."""
    from msgspec.structs import replace

    from advisor.dossier.sitting import NEW_ID
    from advisor.dossier.store import is_dossier
    from advisor.interview.answers_reading import LONGEST_NAME
    from advisor.report import reading_back
    from advisor.text import clean_line

    rulebook = rulebook_for(options)
    raw, file = read_input(options.file, options.language, reading_back.LARGEST_REPORT + 1)
    if is_dossier(raw):
        found = _of_dossier(options, raw, file)
    else:
        found = (_of_report if reading_back.is_report(raw) else _of_answers)(options, raw, file, rulebook)
    language = language_of(options, found)
    name = clean_line(options.name)
    if len(name) > LONGEST_NAME:
        raise AdvisorError(f"--name: {say('too_long', language, most=LONGEST_NAME)}")
    store = store_of_user()
    try:
        made = store.create(replace(found, id=NEW_ID, name=name or found.name, language=language))
    except OSError as error:
        raise AdvisorError(say("cannot_write", language, file=store.folder, reason=reason_of(error))) from None
    if gone := [question for question in made.answers if question not in rulebook.known(made.answers)]:
        print(say("answers_gone", language, questions=", ".join(gone)), file=sys.stderr)
    print(say("dossier_made", language, id=made.id), file=sys.stderr)
    print(made.id)
    return 0


def _of_dossier(options: argparse.Namespace, raw: bytes, file: str) -> Dossier:
    """All that was in the dossier, also what today's rulebook no longer knows."""
    from advisor.dossier.store import DamagedError, from_file

    try:
        return from_file(raw)
    except DamagedError as error:
        raise AdvisorError(say("cannot_read", options.language, file=file, reason=error.reason)) from None


def _of_answers(options: argparse.Namespace, raw: bytes, file: str, rulebook: Rulebook) -> Dossier:
    from advisor.interview.answers_reading import read_answers

    given = read_answers(raw, file, rulebook, options.language, prefer_own=options.asked_language is None)
    filled = {"name": given.name, "answers": given.answers, "notes": given.notes, "start": given.start}
    return _blank(rulebook, given.language or options.language, **filled)


def _of_report(options: argparse.Namespace, raw: bytes, file: str, rulebook: Rulebook) -> Dossier:
    """The answers in a report, also those that today's rulebook no longer knows, and the advice it was made of."""
    from advisor.report.evidence import as_remembered
    from advisor.rulebook.model import is_date
    from advisor.text import clean_text

    evidence = evidence_in(raw, file, options.language)
    advice = as_remembered(evidence)
    start = evidence.start if is_date(evidence.start or "") else None
    notes = {question: clean_text(note) for question, note in evidence.notes.items()}
    return _blank(rulebook, evidence.language, answers=advice.given, notes=notes, start=start, advice=advice)


def _blank(rulebook: Rulebook, language: Language, **filled: Any) -> Dossier:
    """A dossier that was never kept, with something filled in."""
    from msgspec.structs import replace

    from advisor.dossier.sitting import Sitting

    return replace(Sitting.new(store_of_user(), rulebook, language).dossier, **filled)


def delete(options: argparse.Namespace) -> int:
    """Remove a dossier; at a terminal after a yes, elsewhere only with ``--force``."""
    store, language = store_of_user(), options.language
    if options.id not in {listed.id for listed in store.list()}:
        load(options.id, language)
    if not options.force:
        if not sys.stdin.isatty():
            raise AdvisorError(say("delete_needs_force", language, id=options.id))
        print(say("delete_sure", language, id=options.id), end=" ", file=sys.stderr, flush=True)
        if sys.stdin.readline().strip().casefold() not in ("j", "ja", "y", "yes"):
            return NO
    store.delete(options.id)
    print(say("dossier_deleted", language, id=options.id), file=sys.stderr)
    return 0


# -- shared ---------------------------------------------------------------------------------------


def store_of_user() -> Store:
    """The user's dossiers."""
    from advisor.dossier.locate import user_folder
    from advisor.dossier.store import Store

    return Store(user_folder())


def load(id_: str, language: Language) -> Dossier:
    """The dossier with this id.

    Raises:
        AdvisorError: there is none, or it cannot be read.
    """
    from advisor.dossier.store import MissingError, StoreError

    store = store_of_user()
    try:
        return store.load(id_)
    except MissingError:
        known = [listed.id for listed in store.list()]
        near = nearest(id_, known)
        hint = say("did_you_mean", language, word=near) if near else ""
        raise AdvisorError(say("unknown_dossier", language, id=id_, hint=hint)) from None
    except (StoreError, OSError) as error:
        raise AdvisorError(say("dossier_damaged", language, id=id_, reason=reason_of(error))) from None


def advise_on(options: argparse.Namespace, answers: dict[str, str]) -> Advice:
    """The advice on the answers that the rulebook knows."""
    from advisor.advice import Advisor

    rulebook = rulebook_for(options)
    return Advisor(rulebook).advise(rulebook.known(answers))


def language_of(options: argparse.Namespace, dossier: Dossier) -> Language:
    """``--lang``, else the dossier's."""
    chosen: Language = options.asked_language or dossier.language
    return chosen
