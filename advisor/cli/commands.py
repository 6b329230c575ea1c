"""Each command: read, ask the core, print. No knowledge and no formatting of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.cli.files import read_input, write_output
from advisor.cli.words import say
from advisor.errors import AdvisorError, nearest

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection

    from advisor.advice import Advice
    from advisor.dossier.sitting import Sitting
    from advisor.dossier.store import Store
    from advisor.interview.answers_reading import AnswersFile
    from advisor.language import Language
    from advisor.rulebook.loading import Reading
    from advisor.rulebook.rulebook import Rulebook

NO = 1
"""Exit code when the answer is "no": faults found, term unknown."""


def interview(options: argparse.Namespace) -> int:
    """Open the interview: the Textual UI, or line by line without a terminal."""
    from advisor.dossier.locate import user_folder
    from advisor.dossier.store import Store

    return open_interview(options, options.language, Store(user_folder()))


def open_interview(
    options: argparse.Namespace, language: Language, store: Store, sitting: Sitting | None = None
) -> int:
    """Hold an interview, a new one or one that was kept; then tidy the dossiers."""
    code = _hold(options, language, store, sitting)
    store.sweep()  # afterwards: the first question need not wait for it
    return code


def _hold(options: argparse.Namespace, language: Language, store: Store, sitting: Sitting | None) -> int:
    rulebook = rulebook_for(options)
    streams = (sys.stdin, sys.stdout, sys.__stderr__)  # Textual draws on the last one
    terminal = all(stream and stream.isatty() for stream in streams) and os.environ.get("TERM", "") not in ("dumb", "")
    if options.plain or not (terminal or os.name == "nt"):
        import gc

        from advisor.plain import run as run_plain

        gc.enable()  # the screen does so once the first question is there
        typed = sys.stdin.isatty()
        return run_plain(rulebook, language, interactive=typed, sitting=sitting, store=store if typed else None)
    from advisor.cli.screen import run_screen

    return run_screen(rulebook, language, store, sitting)


def questions(options: argparse.Namespace) -> int:
    """Print what the interview can ask."""
    from advisor.report import questions as report

    rulebook = rulebook_for(options)
    render = {"text": report.as_text, "json": report.as_json, "yaml": report.as_yaml}[options.format]
    sys.stdout.write(render(rulebook, options.language))
    return 0


def advise(options: argparse.Namespace) -> int:
    """Print or write the advice on a file of answers."""
    from advisor.cli.progress import progress
    from advisor.report import formats

    chosen = start_in(options)
    with progress(say("report_busy", options.language)):
        given, advice = advice_on(options)
        language = language_of(options, given)
        wanted = wanted_format(options, language, formats.SUFFIXES)
        start = chosen or given.start
        content = formats.render(wanted, advice, language, start, of=given.name, data=options.data)
    write_output(content, options.output, options.force, language)
    return 0


def why(options: argparse.Namespace) -> int:
    """Print every argument for and against one form."""
    from advisor.report import as_text
    from advisor.report.contents import form_contents
    from advisor.report.why import as_json

    if options.form == "-" or (os.path.isfile(options.form) and not os.path.exists(options.file)):
        raise AdvisorError(say("file_before_form", options.language))
    given, advice = advice_on(options)
    language = language_of(options, given)
    form = _form_meant(options.form, advice.rulebook, language)
    if options.format == "json":
        sys.stdout.write(as_json(advice, form, language))
    else:
        sys.stdout.write(as_text.draw(form_contents(advice, form, language)))
    return 0


def whatif(options: argparse.Namespace) -> int:
    """Print what other answers and other goals would make of the advice."""
    from advisor.report import as_text
    from advisor.report.whatif import as_json, contents

    given, advice = advice_on(options)
    language = language_of(options, given)
    render = {"text": lambda: as_text.draw(contents(advice, language)), "json": lambda: as_json(advice, language)}
    sys.stdout.write(render[options.format]())
    return 0


def _form_meant(words: str, rulebook: Rulebook, language: Language) -> str:
    """The form with this id, or whose name in either language holds these words.

    Raises:
        AdvisorError: when there is none, or more than one.
    """
    from advisor.report.why import forms_meant

    meant = forms_meant(words, rulebook)
    if len(meant) == 1:
        return meant[0]
    near = nearest(words, rulebook.forms)
    hint = say("did_you_mean", language, word=near) if near else ""
    raise AdvisorError(say("unknown_form", language, form=words, hint=hint, known=", ".join(rulebook.forms)))


def glossary(options: argparse.Namespace) -> int:
    """Look up a term, or list them all."""
    from advisor.report import glossary as report
    from advisor.report.as_text import draw
    from advisor.rulebook.lookup import Glossary
    from advisor.text import clean_line

    rulebook = rulebook_for(options)
    book = Glossary(rulebook.terms)
    if not options.term:
        sys.stdout.write(report.a_to_z(book, options.language))
        return 0
    query = clean_line(" ".join(options.term))
    found = book.find(query)
    if not found:
        print(say("unknown_term", options.language, term=query), file=sys.stderr)
        return NO
    sys.stdout.write(draw(report.entry(found[0], rulebook, options.language)))
    if len(found) > 1:
        names = ", ".join(term.name.in_(options.language) for term in found[1:])
        sys.stdout.write("\n" + say("also_found", options.language, names=names) + "\n")
    return 0


def check(options: argparse.Namespace) -> int:
    """Verify the knowledge; say how much was read, or everything that is wrong."""
    from advisor.rulebook.loading import build, examine
    from advisor.rulebook.rulebook import stale

    if options.directory:
        options.rulebook = options.directory
    reading = examine(rulebook_directory(options))
    if reading.faults:
        for fault in reading.faults:
            print(fault)
        print(say("faults_found", options.language, count=len(reading.faults), files=reading.files), file=sys.stderr)
        return NO
    rulebook = build(reading)
    names = ("questions", "findings", "rules", "gates", "cautions", "terms")
    counts = {name: len(getattr(rulebook, name)) for name in names}
    print(
        say("check_done", options.language, files=reading.files, version=rulebook.version, hash=rulebook.hash, **counts)
    )
    for name in stale(rulebook):
        section = "cautions" if name in rulebook.cautions else "places"
        message = say("stale", "en", as_of=getattr(rulebook, section)[name].as_of)
        print(reading.fault(section, name, message), file=sys.stderr)
    return _prove(rulebook, reading, options.language) if options.prove else 0


def _prove(rulebook: Rulebook, reading: Reading, language: Language) -> int:
    """Decide what must hold for every interview; print each failure with its place and an example."""

    from advisor.explorer.proving import prove

    proof = prove(rulebook)
    for failure in proof.failures:
        print(reading.fault(failure.section, failure.id, failure.message))
        if failure.witness is not None:
            answers = ", ".join(f"{question}: {option}" for question, option in failure.witness.items())
            print(f"    {say('witness', language, answers=answers)}")
    key = "not_proven" if proof.failures else "proven"
    figures = {"properties": proof.properties, "largest": proof.largest, "failures": len(proof.failures)}
    print(say(key, language, **figures))
    return NO if proof.failures else 0


def export(options: argparse.Namespace) -> int:
    """Write an editable copy of the knowledge."""
    from advisor.rulebook.export import export_to

    target = Path(options.directory)
    count = export_to(rulebook_directory(options), target, options.language)
    print(say("exported", options.language, count=count, directory=target), file=sys.stderr)
    return 0


# -- shared by the commands -----------------------------------------------------------------------


def rulebook_directory(options: argparse.Namespace) -> Path:
    """``--rulebook``, else ADVISOR_RULEBOOK, else what we ship."""
    from advisor.rulebook.locate import shipped

    chosen = getattr(options, "rulebook", None) or os.environ.get("ADVISOR_RULEBOOK")
    if not chosen:
        return shipped()
    directory = Path(chosen)
    if not directory.is_dir():
        raise AdvisorError(say("no_directory", options.language, directory=directory))
    return directory


def rulebook_for(options: argparse.Namespace) -> Rulebook:
    """The rulebook to work with."""
    from advisor.rulebook.cache import load_cached

    return load_cached(rulebook_directory(options))


def advice_on(options: argparse.Namespace) -> tuple[AnswersFile, Advice]:
    """The advice on the answers in ``options.file``; says on standard error what was set aside."""
    from advisor.advice import Advisor
    from advisor.interview.answers_reading import read_answers

    rulebook = rulebook_for(options)
    raw, name = read_input(options.file, options.language)
    given = read_answers(raw, name, rulebook, options.language, prefer_own=options.asked_language is None)
    advice = Advisor(rulebook).advise(given.answers, given.notes)
    for question in advice.set_aside:
        language = language_of(options, given)
        text = rulebook.questions[question].text.in_(language)
        print(say("was_set_aside", language, question=question, text=text), file=sys.stderr)
    return given, advice


def start_in(options: argparse.Namespace) -> str | None:
    """The day in ``--start``, which wins over the one in the file."""
    from advisor.rulebook.model import read_date
    from advisor.text import clean_line

    if options.start is None:
        return None
    start = read_date(options.start)
    if start is None:
        raise AdvisorError(f"--start: {say('not_a_date', options.language, value=clean_line(options.start))}")
    return start


def language_of(options: argparse.Namespace, given: AnswersFile) -> Language:
    """``--lang``, else the file's, else the environment's, else Dutch."""
    chosen: Language = options.asked_language or given.language or options.language
    return chosen


def wanted_format(options: argparse.Namespace, language: Language, known: Collection[str]) -> str:
    """``--format``, else what the name of the file asks for; text without either.

    Raises:
        AdvisorError: no format among ``known`` has such an extension, or it is not for a terminal.
    """
    from advisor.report.files import format_of
    from advisor.report.formats import BINARY, SUFFIXES

    asked, suffix = format_of(options.output or "", known), Path(options.output or "").suffix
    if options.format is None and suffix and asked is None:
        values = {"file": options.output, "suffix": suffix, "known": ", ".join(SUFFIXES[name] for name in known)}
        raise AdvisorError(say("unknown_suffix", language, **values))
    wanted: str = options.format or asked or "text"
    if wanted in BINARY and options.output is None and sys.stdout.isatty():
        raise AdvisorError(say("binary_to_terminal", language, format=wanted))
    return wanted
