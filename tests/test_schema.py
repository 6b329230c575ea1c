"""The JSON Schema for editors."""

from pathlib import Path

from advisor.rulebook.schema import json_schema

ROOT = Path(__file__).parent.parent


def test_the_schema_for_editors_is_that_of_the_loader():
    written = (ROOT / "schema" / "rulebook.json").read_text(encoding="utf-8")
    assert written == json_schema(), "run: make docs"
