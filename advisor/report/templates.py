"""The templates of what is drawn as markup."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template

FOLDER = Path(__file__).parent


@cache
def template(name: str, folder: Path = FOLDER) -> Template:
    """A template, by its path in the folder (this package); every value is escaped, and none may be missing.

    Jinja2 is only loaded by who draws.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["px"] = lambda value: f"{round(value, 1):g}"
    return environment.get_template(name)
