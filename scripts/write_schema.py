"""Writes schema/rulebook.json, which editors use for the files in rules/ and glossary/."""

from pathlib import Path

from advisor.rulebook.schema import json_schema

if __name__ == "__main__":
    Path(__file__).parent.parent.joinpath("schema", "rulebook.json").write_text(json_schema(), encoding="utf-8")
