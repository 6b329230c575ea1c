"""The cache saves time and nothing else."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from advisor.errors import FaultsError
from advisor.rulebook.cache import KEEP, _user_folder, load_cached
from advisor.rulebook.loading import load
from advisor.rulebook.locate import shipped
from tests.knowledge import frame, write

NO_SECTIONS = b'{"version": "2026-01-01", "hash": "", "topic_of": {}, "term_names": {}, "lengths": {}}'


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return write(tmp_path / "rules_and_glossary", frame())


def test_what_comes_from_the_cache_is_what_the_loader_gives(tmp_path):
    load_cached(shipped(), tmp_path)
    again = load_cached(shipped(), tmp_path)
    assert again == load(shipped())
    assert again.hash == load(shipped()).hash
    assert again.term_names == load(shipped()).term_names


def test_a_changed_file_is_seen_at_once(rules, tmp_path):
    before = load_cached(rules, tmp_path)
    file = rules / "rules" / "rulebook.yaml"
    file.write_text(file.read_text().replace("2026-01-01", "2026-02-02"))
    assert (before.version, load_cached(rules, tmp_path).version) == ("2026-01-01", "2026-02-02")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 1}', b"\xff\xfe", NO_SECTIONS])
def test_a_damaged_cache_is_passed_over(rules, tmp_path, content):
    load_cached(rules, tmp_path)
    [file] = tmp_path.glob("rulebook-*.json")
    file.write_bytes(content)
    assert load_cached(rules, tmp_path) == load(rules)


def test_a_folder_that_cannot_be_written_is_no_fault(rules, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert load_cached(rules, blocked / "cache") == load(rules)


def test_a_rulebook_with_faults_is_never_kept(rules, tmp_path):
    files = copy.deepcopy(frame())
    files["rules/basics.yaml"]["rules"][0]["for"] = "insourcin"
    write(rules, files)
    for _ in range(2):
        with pytest.raises(FaultsError, match='did you mean "insourcing"'):
            load_cached(rules, tmp_path / "cache")
    assert not list(tmp_path.glob("cache/*"))


def test_old_caches_are_cleared_away(rules, tmp_path):
    file = rules / "rules" / "rulebook.yaml"
    text = file.read_text()
    for day in range(1, KEEP + 4):
        file.write_text(text.replace("2026-01-01", f"2026-01-{day:02}"))
        load_cached(rules, tmp_path)
    assert len(list(tmp_path.glob("rulebook-*.json"))) == KEEP


def test_a_section_damaged_inside_is_read_from_the_yaml(rules, tmp_path):
    load_cached(rules, tmp_path)
    [file] = tmp_path.glob("rulebook-*.json")
    file.write_bytes(file.read_bytes().replace(b'"points":', b'"pints":'))
    assert load_cached(rules, tmp_path).rules == load(rules).rules


def test_a_section_whose_cache_is_gone_is_read_from_the_yaml(rules, tmp_path):
    load_cached(rules, tmp_path)
    opened = load_cached(rules, tmp_path)
    [file] = tmp_path.glob("rulebook-*.json")
    file.unlink()
    assert opened.rules == load(rules).rules


@pytest.mark.parametrize("chosen", ["", "/somewhere"])
def test_the_cache_is_where_the_platform_keeps_caches(monkeypatch, chosen):
    monkeypatch.setenv("XDG_CACHE_HOME", chosen)
    assert _user_folder() == user_cache_path("advisor", appauthor=False)
