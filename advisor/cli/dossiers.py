"""The commands on what was kept: list, show, resume, compare, export, import, delete."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from advisor.cli.commands import NO, open_interview, rulebook_for, wanted_format
from advisor.cli.files import read_input, write_output
from advisor.cli.verify import evidence_in
from advisor.cli.words import say
from advisor.errors import AdvisorError, nearest
from advisor.reasons import reason_of

if TYPE_CHECKING:
    import argparse

    from advisor.advice import Advice
    from advisor.dossier.model import Dossier, Remembered
    from advisor.dossier.store import Store
    from advisor.interview.answers_reading import AnswersFile
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
    """Make a dossier of a file of answers, a dossier or a report."""
    from msgspec.structs import replace

    from advisor.dossier.sitting import Sitting
    from advisor.interview.answers_reading import LONGEST_NAME
    from advisor.report import reading_back
    from advisor.text import clean_line

    rulebook = rulebook_for(options)
    raw, file = read_input(options.file, options.language, reading_back.LARGEST_REPORT + 1)
    given, advice = (_of_report if reading_back.is_report(raw) else _of_answers)(options, raw, file, rulebook)
    language = options.asked_language or given.language or options.language
    store = store_of_user()
    name = clean_line(options.name) or given.name
    if len(name) > LONGEST_NAME:
        raise AdvisorError(f"--name: {say('too_long', language, most=LONGEST_NAME)}")
    blank = Sitting.new(store, rulebook, language, name).dossier
    kept = replace(blank, answers=given.answers, notes=given.notes, start=given.start, advice=advice)
    try:
        made = store.create(kept)
    except OSError as error:
        raise AdvisorError(say("cannot_write", language, file=store.folder, reason=reason_of(error))) from None
    if gone := [question for question in given.answers if question not in rulebook.known(given.answers)]:
        print(say("answers_gone", language, questions=", ".join(gone)), file=sys.stderr)
    print(say("dossier_made", language, id=made.id), file=sys.stderr)
    print(made.id)
    return 0


def _of_answers(options: argparse.Namespace, raw: bytes, name: str, rulebook: Rulebook) -> tuple[AnswersFile, None]:
    from advisor.interview.answers_reading import read_answers

    return read_answers(raw, name, rulebook, options.language, prefer_own=options.asked_language is None), None


def _of_report(
    options: argparse.Namespace, raw: bytes, name: str, rulebook: Rulebook
) -> tuple[AnswersFile, Remembered]:
    """The answers in a report, also those that today's rulebook no longer knows, and the advice it was made of."""
    from advisor.interview.answers_reading import AnswersFile
    from advisor.report.evidence import as_remembered
    from advisor.rulebook.model import is_date
    from advisor.text import clean_text

    evidence = evidence_in(raw, name, options.language)
    advice = as_remembered(evidence)
    start = evidence.start if is_date(evidence.start or "") else None
    notes = {question: clean_text(note) for question, note in evidence.notes.items()}
    return AnswersFile(advice.given, notes, language=evidence.language, start=start), advice


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
