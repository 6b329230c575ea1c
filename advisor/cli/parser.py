"""What can be typed after ``advisor``, with help and errors in the user's language."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from advisor import __version__
from advisor.cli import commands, dossiers
from advisor.cli.completion import SHELLS, completion
from advisor.cli.serve import serve
from advisor.cli.verify import verify
from advisor.cli.words import say
from advisor.errors import nearest
from advisor.language import LANGUAGES, Language
from advisor.report.formats import COMPARED, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class UsageError(Exception):
    """The command line cannot be understood; the text is one sentence."""


def build_parser(language: Language, typed: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """The parser of a command line of which ``typed`` are the words; without them, of every command line."""
    return _Builder(language, typed).build()


class _Parser(argparse.ArgumentParser):
    """argparse that explains itself in the user's language and in one sentence."""

    language: Language = "nl"
    spellings: ClassVar[set[str]] = set()
    """Every option of every command."""

    def add_argument(self, *names: Any, **how: Any) -> argparse.Action:
        self.spellings.update(name for name in names if name.startswith("--"))
        return super().add_argument(*names, **how)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {_sentence(message, self.language)}")


class _NotTyped:
    """Stands in for the parser of a command that was not typed: argparse takes long to make one."""

    def add_argument(self, *names: str, **_: Any) -> None:
        _Parser.spellings.update(name for name in names if name.startswith("--"))

    def set_defaults(self, **_: Any) -> None:
        pass

    def add_subparsers(self, **_: Any) -> _NotTyped:
        return self

    def add_parser(self, _name: str, **_: Any) -> _NotTyped:
        return self


class _Builder:
    def __init__(self, language: Language, typed: Sequence[str] | None) -> None:
        self.language = language
        self.typed = typed
        usage = say("usage", language)
        # Only help is laid out; argparse would load much to learn how wide the terminal is.
        width = None if {"-h", "--help"} & set(typed or ()) else 80

        class Formatter(argparse.RawDescriptionHelpFormatter):
            def __init__(self, prog: str) -> None:
                super().__init__(prog, width=width)

            def add_usage(self, text: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
                # With a prefix, argparse only asks how a command is called.
                super().add_usage(text, actions, groups, f"{usage}: " if prefix is None else prefix)

        self.formatter = Formatter

    def say(self, key: str) -> str:
        return say(key, self.language)

    def build(self) -> argparse.ArgumentParser:
        parser = self.parser("advisor", self.say("help_advisor"))
        options = self.common(parser)
        options.add_argument("--plain", action="store_true", help=self.say("help_plain"))
        options.add_argument(
            "--version", action="version", version=f"advisor {__version__}", help=self.say("help_version")
        )
        parser.set_defaults(run=commands.interview, plain=False)
        group = self.group(parser, prog="advisor")

        command = self.command(group, "questions", commands.questions)
        self.formats(command, ("text", "json", "yaml"))

        self.advise(group)

        command = self.command(group, "why", commands.why)
        command.add_argument("file", metavar="FILE", help=self.say("help_file"))
        command.add_argument("form", metavar="FORM", help=self.say("help_form"))
        self.formats(command, ("text", "json"))

        command = self.command(group, "whatif", commands.whatif)
        command.add_argument("file", metavar="FILE", help=self.say("help_file"))
        self.formats(command, ("text", "json"))

        command = self.command(group, "glossary", commands.glossary)
        command.add_argument("term", metavar="TERM", nargs="*", help=self.say("help_term"))

        command = self.command(group, "check", commands.check)
        command.add_argument("directory", metavar="DIR", nargs="?", help=self.say("help_dir"))
        command.add_argument("--prove", action="store_true", help=self.say("help_prove"))

        command = self.command(group, "verify", verify)
        command.add_argument("file", metavar="REPORT", help=self.say("help_report"))

        self.dossier(group)

        command = self.command(group, "serve", serve)
        command.add_argument("--host", metavar="ADDRESS", default="127.0.0.1", help=self.say("help_host"))
        command.add_argument("--port", metavar="N", default="8000", help=self.say("help_port"))
        command.add_argument("--url", metavar="URL", help=self.say("help_url"))

        rulebook = self.command(group, "rulebook", None)
        inner = self.group(rulebook, required=True, dest="rulebook_command")
        command = self.command(inner, "export", commands.export)
        command.add_argument("directory", metavar="DIR", help=self.say("help_export_dir"))

        command = self.command(group, "completion", completion)
        command.add_argument("shell", metavar="SHELL", choices=SHELLS, help=self.say("help_shell"))
        return parser

    def advise(self, group: Any) -> None:
        command = self.command(group, "advise", commands.advise)
        command.add_argument("file", metavar="FILE", help=self.say("help_file"))
        self.output(command, tuple(SUFFIXES))
        command.add_argument("--start", metavar="YYYY-MM-DD", help=self.say("help_start"))
        command.add_argument("--no-data", action="store_false", dest="data", help=self.say("help_no_data"))

    def dossier(self, group: Any) -> None:
        """The commands on what was kept."""
        dossier = self.command(group, "dossier", None)
        inner = self.group(dossier, required=True, dest="dossier_command")
        command = self.command(inner, "list", dossiers.show_all, of="dossier")
        self.formats(command, ("text", "json"))
        for name, run in (("show", dossiers.show), ("resume", dossiers.resume), ("delete", dossiers.delete)):
            command = self.command(inner, name, run, of="dossier")
            command.add_argument("id", metavar="ID", help=self.say("help_dossier_id"))
            if name == "show":
                self.formats(command, ("text", "json"))
            elif name == "resume":
                plain = self.say("help_plain")
                command.add_argument("--plain", action="store_true", default=argparse.SUPPRESS, help=plain)
            else:
                command.add_argument("--force", action="store_true", help=self.say("help_delete_force"))
        command = self.command(inner, "compare", dossiers.compare, of="dossier")
        command.add_argument("ids", metavar="ID", nargs="+", help=self.say("help_compare_ids"))
        self.output(command, COMPARED)
        command = self.command(inner, "export", dossiers.export, of="dossier")
        command.add_argument("id", metavar="ID", help=self.say("help_dossier_id"))
        command.add_argument("path", metavar="PATH", nargs="?", help=self.say("help_output"))
        command.add_argument("--force", action="store_true", help=self.say("help_force"))
        command = self.command(inner, "import", dossiers.bring_in, of="dossier")
        command.add_argument("file", metavar="FILE", help=self.say("help_import_file"))
        command.add_argument("--name", metavar="NAME", default="", help=self.say("help_name"))

    def group(self, parser: _Parser, **how: Any) -> Any:
        kind: Any = self.sub_parser
        return parser.add_subparsers(title=self.say("commands"), metavar=self.say("command"), parser_class=kind, **how)

    def sub_parser(self, prog: str, description: str) -> _Parser | _NotTyped:
        wanted = self.typed is None or prog.split()[-1] in self.typed
        return self.parser(prog, description) if wanted else _NotTyped()

    def parser(self, name: str, description: str) -> _Parser:
        parser = _Parser(
            prog=name, description=description, formatter_class=self.formatter, add_help=False, allow_abbrev=False
        )
        parser.language = self.language
        parser._positionals.title = self.say("arguments")  # noqa: SLF001 - argparse has no other way to name its groups
        parser._optionals.title = self.say("options")  # noqa: SLF001 - as above
        return parser

    def command(self, group: Any, name: str, run: Callable[[argparse.Namespace], int] | None, of: str = "") -> _Parser:
        text = self.say(f"help_{of}_{name}" if of else f"help_{name}")
        parser: _Parser = group.add_parser(name, help=text, description=text)
        self.common(parser)
        if run:
            parser.set_defaults(run=run)
        return parser

    def common(self, parser: _Parser) -> argparse._ActionsContainer:
        """Options that every command takes; not given means not set, so either position counts."""
        parser.add_argument("--help", "-h", action="help", help=self.say("help_help"))
        parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=self.say("help_lang"))
        parser.add_argument("--rulebook", metavar="DIR", default=argparse.SUPPRESS, help=self.say("help_rulebook_dir"))
        return parser

    def output(self, parser: _Parser, formats: tuple[str, ...]) -> None:
        """What a command takes that makes a file."""
        self.formats(parser, formats, default=None)
        parser.add_argument("--output", metavar="PATH", help=self.say("help_output"))
        parser.add_argument("--force", action="store_true", help=self.say("help_force"))

    def formats(self, parser: _Parser, formats: tuple[str, ...], default: str | None = "text") -> None:
        text = self.say("help_format" if default else "help_format_of_path")
        parser.add_argument("--format", choices=formats, default=default, help=text)


_MESSAGES = (
    (
        r"(?s)argument (?P<argument>.+?): invalid choice: ['\"]?(?P<word>.*?)['\"]? \(choose from (?P<known>.*)\)",
        "bad_choice",
    ),
    (r"the following arguments are required: (?P<argument>.*)", "missing_argument"),
    (r"unrecognized arguments: (?P<word>.*)", "unknown_argument"),
    (r"argument (?P<word>.+?): ignored explicit argument .*", "unknown_argument"),
    (r"argument (?P<argument>.+?): expected one argument", "missing_value"),
    (r"ambiguous option: (?P<word>\S+) could match (?P<known>.*)", "bad_choice"),
)
"""What argparse says, as patterns, and what we say instead."""


def _sentence(message: str, language: Language) -> str:
    """An error of argparse as our sentence, with the nearest right word."""
    for pattern, key in _MESSAGES:
        match = re.match(pattern, message)
        if not match:
            continue
        values = match.groupdict()
        if key == "bad_choice":
            known = re.findall(r"[\w-]+", values["known"])
            near = nearest(values["word"], known)
            values["known"] = ", ".join(known)
            values["hint"] = say("did_you_mean", language, word=near) if near else ""
            if values.get("argument") == say("command", language):
                key = "bad_command"
        elif key == "unknown_argument":
            word = values["word"].partition(" ")[0].partition("=")[0]
            near = nearest(word, _Parser.spellings)
            right = near is None or near == word
            values["hint"] = say("see_help", language) if right else say("did_you_mean", language, word=near)
        return say(key, language, **values)
    return message
