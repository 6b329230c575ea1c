"""The command line keeps its contract: codes, one sentence, both languages, and never a traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from advisor.cli import main
from advisor.cli.progress import progress
from advisor.interview.answers_reading import read_answers
from advisor.language import LANGUAGES
from advisor.rulebook.loading import load
from tests import knowledge

COMMANDS = (
    *("", "questions", "advise", "why", "glossary", "check", "verify", "serve", "rulebook", "rulebook export"),
    "completion",
)
DUTCH, ENGLISH = ("gebruik: advisor", "opties:", "toon deze hulp"), ("usage: advisor", "options:", "show this help")


@pytest.fixture(scope="session")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small rulebook on disk."""
    return knowledge.write(tmp_path_factory.mktemp("small"), knowledge.frame())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: Path) -> Path:
    """An empty folder to work in, with the small rulebook as the knowledge."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADVISOR_RULEBOOK", str(rules))
    return tmp_path


class Run:
    """What one command did."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: str) -> None:
        try:
            self.code = main(list(words))
        except SystemExit as leaving:  # argparse leaves this way after --help and --version
            self.code = int(leaving.code or 0)
        self.out, self.err = capsys.readouterr()

    @property
    def sentence(self) -> str:
        """The one sentence of a refusal."""
        assert self.code == 2
        assert self.out == ""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err.strip()


Command = Any


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], here: Path) -> Command:
    return lambda *words: Run(capsys, *words)


def answers(folder: Path, text: str = "answers:\n  size: small\n", name: str = "a.yaml") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def process(*words: str, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """The real program, in a process of its own."""
    env = os.environ | how.pop("env", {})
    return subprocess.run([sys.executable, "-m", "advisor", *words], env=env, capture_output=True, check=False, **how)


# -- help and usage ----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_explains_itself_in_the_users_language_only(run: Command, command: str, language: str) -> None:
    shown = run(*command.split(), "--help", "--lang", language)
    assert (shown.code, shown.err) == (0, "")
    own, other = (DUTCH, ENGLISH) if language == "nl" else (ENGLISH, DUTCH)
    assert shown.out.startswith(f"{own[0]}{' ' if command else ''}{command} [")
    assert all(words in shown.out for words in own)
    assert not any(words in shown.out for words in other)
    assert "--lang" in shown.out
    assert "--rulebook" in shown.out
    assert run(*command.split(), "-h", "--lang", language).out == shown.out


def test_help_lists_every_command(run: Command) -> None:
    listed = [line.split()[0] for line in run("--help").out.splitlines() if line.startswith("    ") and line[4] != " "]
    assert set(listed) >= {command for command in COMMANDS if command and " " not in command}


def test_the_version_is_printed(run: Command) -> None:
    shown = run("--version")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("advisor ")


WRONG = {
    "advies": (
        'advisor: onbekende opdracht "advies", bedoelde u "advise"?',
        'advisor: unknown command "advies", did you mean "advise"?',
    ),
    "xyzzy": ('advisor: onbekende opdracht "xyzzy"', 'advisor: unknown command "xyzzy"'),
    "rulebook exprt x": (
        'advisor rulebook: onbekende opdracht "exprt", bedoelde u "export"?',
        'advisor rulebook: unknown command "exprt", did you mean "export"?',
    ),
    "rulebook": (
        "advisor rulebook: er ontbreekt iets: OPDRACHT",
        "advisor rulebook: something is missing: COMMAND",
    ),
    "completion tcsh": (
        'advisor completion: SHELL: "tcsh" kan niet; kies uit bash, zsh, fish',
        'advisor completion: SHELL: "tcsh" is not possible; choose from bash, zsh, fish',
    ),
    "advise": ("advisor advise: er ontbreekt iets: FILE", "advisor advise: something is missing: FILE"),
    "why": ("advisor why: er ontbreekt iets: FILE, FORM", "advisor why: something is missing: FILE, FORM"),
    "questions --format yml": (
        'advisor questions: --format: "yml" kan niet; kies uit text, json, yaml, bedoelde u "yaml"?',
        'advisor questions: --format: "yml" is not possible; choose from text, json, yaml, did you mean "yaml"?',
    ),
    "questions --format": (
        "advisor questions: --format heeft een waarde nodig",
        "advisor questions: --format needs a value",
    ),
    "questions --formt json": (
        'advisor: "--formt json" wordt niet begrepen, bedoelde u "--format"?',
        'advisor: "--formt json" is not understood, did you mean "--format"?',
    ),
    "questions --form json": (
        'advisor: "--form json" wordt niet begrepen, bedoelde u "--format"?',
        'advisor: "--form json" is not understood, did you mean "--format"?',
    ),
    "questions extra": (
        'advisor: "extra" wordt niet begrepen; zie --help',
        'advisor: "extra" is not understood; see --help',
    ),
    "advise a --force=1": (
        'advisor advise: "--force" wordt niet begrepen; zie --help',
        'advisor advise: "--force" is not understood; see --help',
    ),
}


@pytest.mark.parametrize("words", WRONG)
def test_a_wrong_command_line_gets_one_sentence_with_the_nearest_right_spelling(run: Command, words: str) -> None:
    dutch, english = WRONG[words]
    assert run(*words.split()).sentence == dutch
    assert run("--lang", "en", *words.split()).sentence == english


def test_an_unknown_language_is_refused_in_dutch(run: Command) -> None:
    assert run("questions", "--lang", "fr").sentence == 'advisor questions: --lang: "fr" kan niet; kies uit nl, en'


# -- language and rulebook ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["--lang en questions", "questions --lang en", "questions --lang=en", "--lang=en questions"]
)
def test_the_language_may_stand_before_or_after_the_command(run: Command, words: str) -> None:
    assert "why size (en)" in run(*words.split()).out


def test_the_last_of_two_languages_counts(run: Command) -> None:
    assert "why size (en)" in run("--lang", "nl", "questions", "--lang", "en").out


def test_without_a_word_about_it_the_language_is_dutch_whatever_the_locale(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "why size (nl)" in run("questions").out
    monkeypatch.setenv("ADVISOR_LANG", "en")
    assert "why size (en)" in run("questions").out
    assert "why size (nl)" in run("questions", "--lang", "nl").out
    monkeypatch.setenv("ADVISOR_LANG", "")
    assert "why size (nl)" in run("questions").out


def test_a_language_in_the_environment_that_we_do_not_have_is_refused(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_LANG", "fr\x1b[31m")
    done = run("questions")
    assert (done.code, done.out) == (2, "")
    assert done.err == 'ADVISOR_LANG: "fr[31m" kan niet; kies uit nl, en\n'
    assert "why size (en)" in run("questions", "--lang", "en").out


def test_the_language_of_the_file_goes_before_that_of_the_environment(
    run: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = answers(here, "language: en\nanswers: {size: small}\n")
    monkeypatch.setenv("ADVISOR_LANG", "nl")
    assert "small (en)" in run("advise", file).out
    assert "small (nl)" in run("advise", file, "--lang", "nl").out
    assert "outsourcing (en)" in run("why", file, "outsourcing").out
    assert json.loads(run("advise", file, "--format", "json").out)["language"] == "en"


def test_the_knowledge_comes_from_the_option_then_the_environment_then_the_program(
    run: Command, here: Path, rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def questions(*words: str) -> set[str]:
        return {
            question["id"] for question in json.loads(run(*words, "questions", "--format", "json").out)["questions"]
        }

    small = {"goals", "current_model", "size", "night"}
    assert questions() == small
    monkeypatch.setenv("ADVISOR_RULEBOOK", str(here / "nowhere"))
    assert questions("--rulebook", str(rules)) == small
    monkeypatch.delenv("ADVISOR_RULEBOOK")
    assert len(questions()) > 20


@pytest.mark.parametrize("command", ["questions", "check", "glossary", "rulebook export x", "advise a.yaml"])
def test_a_rulebook_that_is_not_there_is_one_sentence(run: Command, here: Path, command: str) -> None:
    answers(here)
    assert run(*command.split(), "--rulebook", "nowhere").sentence == 'de map "nowhere" bestaat niet'
    assert (
        run(*command.split(), "--rulebook", "a.yaml", "--lang", "en").sentence == 'the folder "a.yaml" does not exist'
    )


def test_a_rulebook_with_faults_is_refused_with_each_fault(run: Command, here: Path) -> None:
    broken = knowledge.frame()
    broken["rules/basics.yaml"]["rules"][0]["points"] = 7
    broken["rules/x.yaml"] = "findngs: []\n"
    knowledge.write(here / "broken", broken)
    refused = run("questions", "--rulebook", "broken")
    assert (refused.code, refused.out) == (2, "")
    assert [line.split(": ", 1)[1] for line in refused.err.splitlines()] == [
        "the number must be <= 3",
        'unknown key "findngs", did you mean "findings"?',
    ]


def test_a_file_that_cannot_be_read_is_noticed_although_the_rest_was_read_before(run: Command, here: Path) -> None:
    knowledge.write(here / "own", knowledge.frame())
    assert run("questions", "--rulebook", "own").code == 0
    (here / "own" / "rules" / "y.yaml").symlink_to("nowhere")
    assert run("questions", "--rulebook", "own").sentence.startswith("rules/y.yaml:1:1: cannot be read: ")


# -- questions ----------------------------------------------------------------------------------------


def test_the_questions_as_text_have_ids_reasons_and_options_in_order(run: Command) -> None:
    shown = run("questions", "--lang", "en")
    assert (shown.code, shown.err) == (0, "")
    places = [
        shown.out.index(words) for words in ("(goals)", "(current_model)", "(size)", "(small)", "(large)", "(night)")
    ]
    assert places == sorted(places)
    assert "(nl)" not in shown.out


def test_the_questions_as_json_are_the_contract(run: Command, rules: Path) -> None:
    data = json.loads(run("questions", "--format", "json", "--lang", "en").out)
    assert (data["schema"], data["language"]) == ("questions/1", "en")
    assert data["rulebook"] == {"version": "2026-01-01", "hash": load(rules).hash}
    night = data["questions"][3]
    assert night.pop("label") == "label night (en)"
    assert night == {
        "id": "night",
        "topic": "basics",
        "text": "night (en)",
        "why": "why night (en)",
        "who_knows": "manager",
        "how_to_find_out": "how night (en)",
        "influence": "given",
        "ordered": False,
        "ask_if": [{"size": {"at_least": "medium"}}],
        "terms": [],
        "options": [{"id": "quiet", "text": "quiet (en)"}, {"id": "busy", "text": "busy (en)"}],
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shipped", [True, False])
def test_the_questions_as_yaml_are_a_file_of_answers_that_proves_nothing(
    run: Command, here: Path, monkeypatch: pytest.MonkeyPatch, rules: Path, language: str, shipped: bool
) -> None:
    if shipped:
        monkeypatch.delenv("ADVISOR_RULEBOOK")
    text = run("questions", "--format", "yaml", "--lang", language).out
    rulebook = load(Path(__file__).parent.parent if shipped else rules)
    given = read_answers(text.encode(), "a", rulebook, "en")
    assert given.answers == dict.fromkeys(rulebook.questions, "unknown")
    assert given.language == language
    for question in rulebook.questions.values():
        for option in question.options:
            assert f"#   {option.id}: {option.text.in_(given.language)}" in text
    advice = run("advise", answers(here, text), "--format", "json")
    assert (advice.code, advice.err) == (0, "")
    assert json.loads(advice.out)["recommendation"]["form"] is None


# -- advise -------------------------------------------------------------------------------------------

KEYS = {
    "": "schema language rulebook answers set_aside notes recommendation ranking findings places cautions open "
    "robustness plan",
    "rulebook": "version hash",
    "recommendation": "form title change runner_up margin summary mix",
    "open": "unknown still_possible exact settled ask_first",
}
STANDING = "form score verdict arguments"
ARGUMENT = "rule direction points criterion weight segment because lift answers findings terms sources"
CAUTION = "id kind severity demand do forms as_of sources"


def test_the_advice_as_json_has_the_keys_of_the_contract(run: Command, here: Path) -> None:
    file = answers(here, "answers:\n  size: {option: large, note: Veel.}\n  night: busy\n  goals: balanced\n")
    made = run("advise", file, "--format", "json")
    assert (made.code, made.err) == (0, "")
    data = json.loads(made.out)
    for key, wanted in KEYS.items():
        assert set(wanted.split()) <= set(data[key] if key else data), key
    assert data["schema"] == "advice/1"
    assert data["answers"] == {"goals": "balanced", "size": "large", "night": "busy"}
    assert data["notes"] == {"size": "Veel."}
    assert (data["recommendation"]["form"], data["recommendation"]["margin"]) == ("outsourcing", 6)
    assert [type(standing["score"]) for standing in data["ranking"]] == [int] * 6
    for standing in data["ranking"]:
        assert set(STANDING.split()) <= set(standing)
        assert all(set(ARGUMENT.split()) <= set(argument) for argument in standing["arguments"])
    [against] = next(s for s in data["ranking"] if s["form"] == "insourcing")["arguments"]
    assert against | {"because": ""} == {
        "rule": "nights_are_hard",
        "direction": "against",
        "points": 3,
        "criterion": "feasibility",
        "weight": 3,
        "segment": None,
        "because": "",
        "lift": None,
        "answers": {"night": "busy"},
        "findings": ["big_nights"],
        "terms": [],
        "sources": ["seed"],
    }
    assert data["findings"] == [
        {"id": "big_nights", "text": "big nights (nl)", "rules": ["big_nights"], "answers": {"night": "busy"}}
    ]
    assert data["open"]["unknown"] == ["current_model"]


def test_a_gate_and_a_caution_stand_in_the_json(run: Command, here: Path) -> None:
    data = json.loads(run("advise", answers(here), "--format", "json", "--lang", "en").out)
    [gate] = next(s for s in data["ranking"] if s["verdict"] == "excluded")["arguments"]
    assert (gate["direction"], gate["points"], gate["weight"], gate["lift"]) == ("excludes", 0, 0, "grow (en)")
    [caution] = data["cautions"]
    assert set(CAUTION.split()) <= set(caution)
    assert (caution["id"], caution["as_of"], caution["severity"]) == ("mind_the_team", "2026-01-01", 2)


def test_the_same_answers_give_the_same_bytes(run: Command, here: Path) -> None:
    first = answers(here, "answers:\n  size: large\n  night: busy\n  goals: balanced\n")
    second = answers(here, '{"answers": {"goals": "balanced", "night": {"option": "busy"}, "size": "large"}}', "b.json")
    for format_ in ("text", "json", "md"):
        made = run("advise", first, "--format", format_).out
        assert made == run("advise", second, "--format", format_).out == run("advise", first, "--format", format_).out


def test_an_advice_can_be_advised_on_again(run: Command, here: Path) -> None:
    made = run("advise", answers(here), "--format", "json").out
    assert run("advise", answers(here, made, "b.json"), "--format", "json").out == made


def test_an_answer_to_a_question_that_does_not_apply_is_set_aside_with_a_note(run: Command, here: Path) -> None:
    file = answers(here, "answers:\n  size: small\n  night: busy\n")
    made = run("advise", file, "--format", "json")
    assert made.code == 0
    assert made.err == 'night: opzij gezet, want de vraag "night (nl)" is niet van toepassing.\n'
    data = json.loads(made.out)
    assert data["set_aside"] == {"night": "busy"}
    assert data["answers"] == {"size": "small"}
    assert data["findings"] == []
    in_english = answers(here, "language: en\nanswers:\n  size: small\n  night: busy\n", "b.yaml")
    assert run("advise", in_english).err == 'night: set aside, because the question "night (en)" does not apply.\n'


def test_the_answers_may_come_from_standard_input(run: Command, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = b"answers:\n  size: small\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    from_file = run("advise", answers(here, given.decode()))
    assert run("advise", "-").out == from_file.out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"answers:\n  siize: small\n")))
    assert run("advise", "-").sentence == '-:2:3: onbekende vraag "siize", bedoelde u "size"?'


def test_wrong_answers_are_named_with_file_line_column_and_spelling(run: Command, here: Path) -> None:
    file = answers(here, "answers:\n  size: smal\n", "mijn antwoorden.yaml")
    for command in (["advise", file], ["why", file, "outsourcing"]):
        assert run(*command).sentence == (
            'mijn antwoorden.yaml:2:9: onbekende optie "smal" bij de vraag "size", bedoelde u "small"?'
        )


def test_what_cannot_be_read_as_a_file_is_one_sentence(run: Command, here: Path) -> None:
    (here / "folder").mkdir()
    (here / "loop").symlink_to("loop")
    for name in ("folder", "nowhere.yaml", "loop", "folder/a/b", "", "x" * 5000, "a\0b"):
        for command in (["advise", name], ["why", name, "outsourcing"]):
            assert " kan niet worden gelezen: " in run(*command).sentence
            assert " cannot be read: " in run(*command, "--lang", "en").sentence


def test_binary_and_endless_files_are_one_sentence(run: Command, here: Path) -> None:
    (here / "a").write_bytes(bytes(range(256)) * 4)
    assert run("advise", "a").sentence.startswith("a:")
    assert run("advise", "/dev/zero").sentence == "/dev/zero:1:1: is groter dan 4 MB"


def test_messages_hold_nothing_a_terminal_would_obey(run: Command, here: Path) -> None:
    for words in (["advise", "\x1b]0;x\x07"], ["\x1b[2J"], ["questions", "--format", "\x1b[2J"], ["advise", "\u202e"]):
        refused = run(*words)
        assert refused.code == 2
        assert refused.err.strip("\n").isprintable()
    missing = run("glossary", "\x1b[2Jqqq")
    assert missing.err.strip("\n").isprintable()


# -- output -------------------------------------------------------------------------------------------


def test_the_advice_is_written_to_a_file_and_said_on_standard_error(run: Command, here: Path) -> None:
    file = answers(here)
    printed = run("advise", file).out
    written = run("advise", file, "--output", "new/folder/advies.txt")
    assert (written.code, written.out) == (0, "")
    assert "advies.txt" in written.err
    assert (here / "new/folder/advies.txt").read_bytes() == printed.encode()
    assert [path.name for path in (here / "new/folder").iterdir()] == ["advies.txt"]


@pytest.mark.parametrize(
    ("name", "format_"), [("a.json", "json"), ("a.MD", "md"), ("a.txt", "text"), ("advies", "text")]
)
def test_the_suffix_decides_the_format(run: Command, here: Path, name: str, format_: str) -> None:
    file = answers(here, name="mine")
    assert run("advise", file, "--output", name).code == 0
    assert (here / name).read_text(encoding="utf-8") == run("advise", file, "--format", format_).out


def test_a_suffix_that_no_format_has_is_refused_and_nothing_is_written(run: Command, here: Path) -> None:
    refused = run("advise", answers(here), "--output", "advies.xls").sentence
    assert refused.startswith('advies.xls: bij ".xls" hoort geen vorm; kies uit .txt, .json, .md')
    assert not (here / "advies.xls").exists()
    assert run("advise", "a.yaml", "--output", "advies.xls", "--format", "text").code == 0


def test_an_existing_file_is_kept_unless_forced(run: Command, here: Path) -> None:
    file = answers(here)
    (here / "advies.md").write_text("precious", encoding="utf-8")
    assert run("advise", file, "--output", "advies.md").sentence == (
        "advies.md bestaat al; gebruik --force om het te overschrijven"
    )
    assert (here / "advies.md").read_text(encoding="utf-8") == "precious"
    assert run("advise", file, "--output", "advies.md", "--force").code == 0
    assert (here / "advies.md").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_into_and_stays_a_pipe(run: Command, here: Path) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("advise", answers(here, "answers: {}"), "--format", "md", "--output", "pipe", "--force").code == 0
        assert os.read(reader, 2).decode() == "# "
        assert not (here / "pipe").is_file()
    finally:
        os.close(reader)


def test_a_binary_format_is_not_for_a_terminal(run: Command, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = answers(here)
    for format_ in ("docx", "pdf"):
        with monkeypatch.context() as patch:
            patch.setattr(sys.stdout, "isatty", lambda: True)
            refused = run("advise", file, "--format", format_).sentence
        assert refused == f"{format_} past niet in een terminal; geef --output PATH"


@pytest.mark.parametrize("format_", ["docx", "pdf"])
def test_a_binary_report_goes_whole_into_a_file_or_a_pipe(here: Path, format_: str) -> None:
    file = answers(here)
    piped = process("advise", file, "--format", format_)
    assert (piped.returncode, piped.stderr) == (0, b"")
    assert process("advise", file, "--output", f"new/advice.{format_}").returncode == 0
    assert (here / "new" / f"advice.{format_}").read_bytes() == piped.stdout
    assert [path.name for path in (here / "new").iterdir()] == [f"advice.{format_}"]


def test_a_calendar_needs_a_start(run: Command, here: Path) -> None:
    assert "--start" in run("advise", answers(here), "--output", "plan.ics").sentence
    assert not (here / "plan.ics").exists()


def test_who_waits_at_a_terminal_is_told_and_a_log_is_not(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for terminal, told in ((True, "busy\n"), (False, "")):
        monkeypatch.setattr(sys.stderr, "isatty", lambda terminal=terminal: terminal)
        with progress("busy", after=0) as timer:
            if terminal:
                timer.join()
        assert capsys.readouterr().err == told
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress("busy", after=3600):
        pass
    assert capsys.readouterr().err == ""


def test_a_file_that_cannot_be_written_is_one_sentence(run: Command, here: Path) -> None:
    file = answers(here)
    (here / "folder").mkdir()
    for words in (["folder", "--force"], ["a.yaml/x.md"], ["/dev/null/x.md"], ["/proc/x.md"], ["x" * 5000]):
        assert " kan niet worden geschreven: " in run("advise", file, "--output", *words).sentence
    assert "bestaat al" in run("advise", file, "--output", "folder").sentence
    assert sorted(path.name for path in here.iterdir()) == ["a.yaml", "folder"]


# -- why, glossary, check, rulebook ---------------------------------------------------------------------


def test_why_shows_every_argument_for_and_against_one_form(run: Command, here: Path) -> None:
    file = answers(here, "answers:\n  size: large\n  night: busy\n")
    text = run("why", file, "insourcing", "--lang", "en").out
    assert "because nights_are_hard (en)" in text
    assert "because large_goes_out" not in text
    data = json.loads(run("why", file, "insourcing", "--format", "json").out)
    assert (data["schema"], data["form"], data["score"]) == ("why/1", "insourcing", -9)
    assert [argument["rule"] for argument in data["arguments"]] == ["nights_are_hard"]


def test_whatif_shows_flips_robustness_and_thresholds(run: Command, here: Path) -> None:
    file = answers(here, "answers:\n  goals: balanced\n  size: large\n  night: busy\n")
    text = run("whatif", file, "--lang", "en").out
    assert "How firm this advice is" in text
    assert "When it would be insourcing (en)" in text
    assert 'What is not up to you, but may be or become different:\n\n- label size (en) "small (en)".' in text
    assert "Quality, now 33%:" in text
    data = json.loads(run("whatif", file, "--format", "json").out)
    advice = json.loads(run("advise", file, "--format", "json").out)
    assert (data["schema"], data["form"]) == ("whatif/1", advice["recommendation"]["form"])
    assert data["robustness"] == advice["robustness"]
    assert data["goals"]["shares"] == {"quality": 0.3333, "flexibility": 0.3333, "cost": 0.3333}
    assert [len(row) for row in data["goals"]["grid"]["rows"]] == list(range(1, 14))
    assert all(ranges[-1]["to"] == 1 for ranges in data["goals"]["ranges"].values())


def test_whatif_without_a_headline_says_so(run: Command, here: Path) -> None:
    file = answers(here, "answers: {}\n")
    assert "nothing that could change" in " ".join(run("whatif", file, "--lang", "en").out.split())
    data = json.loads(run("whatif", file, "--format", "json").out)
    assert (data["form"], data["robustness"], data["goals"]) == (None, None, None)


def test_an_unknown_form_is_one_sentence_with_the_nearest(run: Command, here: Path) -> None:
    file = answers(here)
    assert run("why", file, "outsorcing").sentence == (
        'onbekende vorm "outsorcing"; kies uit insourcing, outsourcing, offshoring, nearshoring, temp_agency, '
        'managed_insourcing, bedoelde u "outsourcing"?'
    )
    assert run("why", file, "xyz", "--lang", "en").sentence == (
        'unknown form "xyz"; choose from insourcing, outsourcing, offshoring, nearshoring, temp_agency, '
        "managed_insourcing"
    )


def test_a_form_before_the_file_is_told_the_right_order(run: Command, here: Path) -> None:
    file = answers(here)
    said = run("why", "outsourcing", file)
    assert said.sentence == "eerst het bestand, dan de vorm: advisor why antwoorden.yaml offshoring"
    assert run("why", "outsourcing", "-", "--lang", "en").sentence.startswith("first the file, then the form")


def test_a_term_is_looked_up_in_either_language(run: Command) -> None:
    assert run("glossary", "ploeg", "--lang", "en").out.startswith("Team\n")
    assert run("glossary", "team").out.startswith("Ploeg\n")
    assert run("glossary").out == "Ploeg: people (nl)\n"
    assert run("glossary", "--lang", "en").out == "Team: people (en)\n"


@pytest.mark.parametrize("term", ["zzzz", "", "de", "   "])
def test_an_unknown_term_is_the_answer_no(run: Command, term: str) -> None:
    missing = run("glossary", term)
    assert (missing.code, missing.out) == (1, "")
    assert missing.err.startswith("Het begrip ")


def test_sound_knowledge_is_in_order_and_has_a_hash(run: Command, rules: Path) -> None:
    for words in (["check"], ["check", str(rules)], ["check", "--rulebook", str(rules), "--lang", "en"]):
        done = run(*words)
        assert (done.code, done.err) == (0, "")
        assert load(rules).hash in done.out


def test_faults_in_the_knowledge_are_the_answer_no_and_data(run: Command, here: Path) -> None:
    broken = knowledge.frame() | {"rules/x.yaml": "findngs: []\nroles:\n  - id: no\n    name: {nl: a, en: b}\n"}
    knowledge.write(here / "broken", broken)
    found = run("check", "broken")
    assert found.code == 1
    assert found.out == (
        'rules/x.yaml:1:1: unknown key "findngs", did you mean "findings"?\n'
        'rules/x.yaml:3:9: "no" cannot be an id: it already has a meaning\n'
    )
    assert found.err == "Fouten: 2, in 5 bestanden.\n"


def test_a_folder_to_check_that_is_not_there_is_wrong_input(run: Command) -> None:
    assert run("check", "nowhere").sentence == 'de map "nowhere" bestaat niet'


@pytest.mark.parametrize("shipped", [True, False])
def test_an_exported_copy_is_the_same_knowledge(
    run: Command, monkeypatch: pytest.MonkeyPatch, rules: Path, shipped: bool
) -> None:
    if shipped:
        monkeypatch.delenv("ADVISOR_RULEBOOK")
    done = run("rulebook", "export", "my/copy")
    assert (done.code, done.out) == (0, "")
    assert done.err
    original = run("check").out
    assert run("check", "my/copy").out == original
    assert load(Path("my/copy")).hash in original
    assert not (Path("my/copy") / "advisor").exists()


def test_an_export_overwrites_nothing(run: Command, here: Path) -> None:
    assert run("rulebook", "export", "copy").code == 0
    (here / "copy/rules/forms.yaml").unlink()
    before = sorted(here.rglob("*"))
    assert "bestaat al; noem een map waar nog geen kennis in staat" in run("rulebook", "export", "copy").sentence
    assert "already exists" in run("rulebook", "export", "copy", "--lang", "en").sentence
    assert sorted(here.rglob("*")) == before


def test_an_export_to_where_nothing_can_be_written_is_one_sentence(run: Command, here: Path) -> None:
    answers(here)
    for target in ("a.yaml", "a.yaml/copy", "/dev/null/copy"):
        assert " kan niet worden geschreven: " in run("rulebook", "export", target).sentence


# -- as a real program -----------------------------------------------------------------------------------


def test_the_program_ends_with_the_code_and_writes_utf8_with_plain_line_ends(here: Path) -> None:
    file = answers(here, "answers:\n  size: {option: large, note: Één € − ok}\n  night: busy\n")
    wanted = process("advise", file)
    assert (wanted.returncode, wanted.stderr) == (0, b"")
    assert "Één € − ok".encode() in wanted.stdout
    assert b"\r" not in wanted.stdout
    poor = process("advise", file, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert (poor.returncode, poor.stdout, poor.stderr) == (0, wanted.stdout, b"")


def test_wrong_input_ends_the_program_with_two(here: Path) -> None:
    refused = process("advise", "-", "--lang", "en", input=b'{"answers": {"siize": 1}}')
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr == b'-:1:14: unknown question "siize", did you mean "size"?\n'


@pytest.mark.parametrize("command", ["questions", "glossary"])
def test_a_reader_that_leaves_early_is_no_fault(here: Path, command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        left = subprocess.run(
            [sys.executable, "-m", "advisor", command], stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert (left.returncode, left.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_one_sentence(here: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        left = subprocess.run(
            [sys.executable, "-m", "advisor", "questions"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert left.returncode == 2
    assert left.stderr.startswith(b"- kan niet worden geschreven: ")
    assert left.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["advise -", "questions", "--plain"])
def test_a_closed_stream_is_no_traceback(here: Path, closed: str, command: str) -> None:
    shell = f'"{sys.executable}" -m advisor {command} {closed}'
    left = subprocess.run(shell, shell=True, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    assert left.returncode in (0, 2)
    assert b"Traceback" not in left.stderr + left.stdout


def test_check_warns_of_texts_more_than_a_year_older_than_the_rulebook(tmp_path, capsys):
    files = knowledge.frame()
    files["rules/rulebook.yaml"]["version"] = "2027-01-02"
    knowledge.write(tmp_path, files)
    assert main(["check", str(tmp_path)]) == 0
    message = '"mind_the_team" is as of 2026-01-01, more than a year before the rulebook: have it checked again'
    assert message in capsys.readouterr().err


def test_check_is_silent_about_texts_of_the_same_year(tmp_path, capsys):
    knowledge.write(tmp_path, knowledge.frame())
    assert main(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""
