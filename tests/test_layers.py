"""What importing a module brings in, seen from a fresh process: the core knows no screen, and starts light."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import advisor

SCREEN = ("advisor.tui", "advisor.web", "advisor.__main__")
"""What may know Textual, and the modules that run when they are imported."""
HEAVY = {"textual", "rich", "typst", "docx", "jinja2", "aiohttp", "textual_serve", "shtab"}
"""Packages for a screen, one format of a report or one command; what does not use them does not load them."""


WORD = ("advisor.report.as_docx", "advisor.report.word_")
"""What writes Word, and so may load its library; only that format loads them."""


def after(code: str) -> dict[str, Any]:
    """What ``code``, run in a fresh process, leaves in ``result``."""
    code = f"import sys, json\nresult = {{}}\n{code}\nsys.stdout.flush()\nprint('\\n' + json.dumps(result))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=Path(advisor.__path__[0]).parent,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout.splitlines()[-1])


def loaded(code: str) -> set[str]:
    """The modules that ``code`` leaves loaded."""
    return set(after(f"{code}\nresult = sorted(sys.modules)"))


def core_modules() -> list[str]:
    names = [module.name for module in pkgutil.walk_packages(advisor.__path__, "advisor.")]
    return [name for name in names if not name.startswith(SCREEN)]


def test_the_core_is_what_we_think_it_is() -> None:
    packages = {".".join(name.split(".")[:2]) for name in core_modules()}
    core = "rulebook engine advice interview report cli plain words text errors language"
    assert {f"advisor.{name}" for name in core.split()} <= packages


def test_no_core_module_knows_the_screen() -> None:
    names = [name for name in core_modules() if not name.startswith(WORD)]
    modules = loaded(f"import {', '.join(names)}")
    assert set(names) <= modules
    assert not modules & HEAVY
    assert not {name for name in modules if name.startswith(WORD)}
    assert not {name for name in modules if name.startswith("advisor.tui")}


def test_an_advice_and_a_what_if_on_the_command_line_load_nothing_heavy() -> None:
    case = Path(__file__).parent / "cases" / "case_01.yaml"
    code = (
        "from advisor.cli import main\n"
        f"codes = [main([command, {str(case)!r}]) for command in ('advise', 'whatif')]\n"
        "result = {'codes': codes, 'modules': sorted(sys.modules)}"
    )
    result = after(code)
    assert result["codes"] == [0, 0]
    modules = set(result["modules"])
    assert {"experta", "advisor.advice.build", "advisor.explorer.neighbours"} <= modules
    assert not modules & HEAVY
    assert not {name for name in modules if name.startswith("advisor.tui")}


def test_only_the_engine_and_the_advice_import_experta() -> None:
    packages = ["rulebook", "interview", "report", "plain", "cli", "words", "text", "errors", "language"]
    names = [name for name in core_modules() if name.split(".")[1] in packages]
    assert {name.split(".")[1] for name in names} == set(packages)
    code = (
        f"import importlib\nfor name in {names!r}:\n"
        "    importlib.import_module(name)\n"
        "    if 'experta' in sys.modules: result.setdefault('first', name)"
    )
    assert after(code) == {}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_short_question_to_the_command_line_loads_nothing_heavy(option: str) -> None:
    code = f"from advisor.cli import main\ntry:\n    main(['{option}'])\nexcept SystemExit: pass"
    modules = loaded(code)
    heavy = HEAVY | {"experta", "yaml", "asyncio", "logging", "advisor.rulebook.model"}
    assert "advisor.cli" in modules
    assert not modules & heavy


def test_what_writes_office_files_is_loaded_only_for_them(tmp_path: Path) -> None:
    words = ["advise", "tests/cases/case_01.yaml", "--output", str(tmp_path / "advice.json")]
    quiet = "import os\nos.dup2(os.open(os.devnull, os.O_WRONLY), 2)"
    modules = loaded(f"{quiet}\nfrom advisor.cli import main\nmain({words!r})")
    assert (tmp_path / "advice.json").stat().st_size > 1000
    assert "advisor.report.as_json" in modules
    assert not modules & {"docx", "lxml", "typst", "icalendar", "pypdf"}


def test_importing_the_package_loads_none_of_it() -> None:
    assert {name for name in loaded("import advisor") if name.startswith("advisor.")} == set()


def test_the_engine_lends_experta_a_name_and_takes_it_back() -> None:
    result = after("import advisor.engine, collections\nresult['lent'] = hasattr(collections, 'Mapping')")
    assert result == {"lent": False}


def test_experta_cannot_write_to_the_screen() -> None:
    code = (
        "import logging\n"
        "import advisor.engine\n"
        "root = logging.getLogger()\n"
        "result['root'] = [type(h).__name__ for h in root.handlers]\n"
        "names = [n for n in logging.root.manager.loggerDict if n.startswith('experta')]\n"
        "loggers = [logging.getLogger(n) for n in names]\n"
        "result['names'] = names\n"
        "result['handlers'] = sorted({type(h).__name__ for l in loggers for h in l.handlers})\n"
        "result['propagate'] = [l.name for l in loggers if l.propagate]\n"
        "import experta\n"
        "experta.watchers.RULES.error('seen?')\n"
        "experta.watchers.ENGINE.critical('seen?')\n"
    )
    result = after(code)
    assert result["root"] == []
    assert result["names"]
    assert result["handlers"] == ["NullHandler"]
    assert result["propagate"] == []


def test_a_handler_of_the_users_own_stays() -> None:
    code = (
        "import logging\n"
        "own = logging.StreamHandler()\n"
        "logging.getLogger().addHandler(own)\n"
        "import advisor.engine\n"
        "result['kept'] = logging.getLogger().handlers == [own]\n"
    )
    assert after(code) == {"kept": True}


def run(*words: str) -> str:
    """Code that runs the command line as a user does."""
    return (
        f"sys.argv = {['advisor', *words]!r}\n"
        "from advisor.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit: pass"
    )


def test_the_version_is_said_without_loading_the_program() -> None:
    modules = loaded(run("--version"))
    assert {name for name in modules if name.startswith("advisor")} == {"advisor", "advisor.__main__"}
    assert not modules & {"argparse", "msgspec", "dataclasses"}


def test_a_look_up_in_the_glossary_knows_nothing_of_the_advice() -> None:
    modules = loaded(run("glossary", "SLA"))
    assert "advisor.rulebook.lookup" in modules
    assert not {name for name in modules if name.startswith(("advisor.explorer", "advisor.engine", "advisor.advice"))}
    assert not modules & {"textual", "experta", "asyncio"}


FIRST_PAINT = (
    "from advisor.tui.app import AdvisorApp\n"
    "from advisor.rulebook.cache import load_cached\n"
    "from advisor.rulebook.locate import shipped\n"
    "import asyncio\n"
    "load_cached(shipped())\n"  # so that the next line finds it kept
    "rulebook = load_cached(shipped())\n"
    "AdvisorApp._warm = lambda app: None\n"
    "async def paint():\n"
    "    app = AdvisorApp(rulebook, 'nl')\n"
    "    async with app.run_test(size=(80, 24)) as pilot:\n"
    "        await pilot.pause()\n"
    "asyncio.run(paint())\n"
)


def test_the_first_question_needs_only_what_it_shows() -> None:
    modules = loaded(FIRST_PAINT)
    later = {"interview.understanding", "rulebook.lookup", "tui.palette", "tui.screens.dialogs", "explorer", "advice"}
    assert "advisor.tui.screens.interview" in modules
    assert not {f"advisor.{name}" for name in later} & modules


def test_the_first_question_reads_only_its_own_sections_of_the_knowledge() -> None:
    result = after(f"{FIRST_PAINT}result['read'] = sorted(set(vars(rulebook)) & set(rulebook.__dataclass_fields__))")
    assert "questions" in result["read"]
    assert not set(result["read"]) & {"rules", "cautions", "tasks", "sources", "places", "forms", "terms"}
