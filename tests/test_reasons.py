"""Why a file could not be read or written is said in the user's language, whatever the system speaks."""

import errno
from pathlib import Path

import pytest

from advisor.disk import read_regular
from advisor.dossier.store import DamagedError, Store
from advisor.language import Text
from advisor.reasons import reason_of


def failure(path: Path) -> Exception:
    try:
        read_regular(path, 10)
    except OSError as error:
        return error
    pytest.fail(f"{path} could be read")


def test_what_the_system_says_of_a_missing_file_is_said_in_both_languages(tmp_path: Path) -> None:
    assert reason_of(failure(tmp_path / "gone")) == Text(
        "dat bestand of die map is er niet", "there is no such file or folder"
    )


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EISDIR, errno.ENOSPC, errno.EADDRINUSE])
def test_a_usual_reason_of_the_system_is_not_passed_on_in_its_own_words(number: int) -> None:
    reason = reason_of(OSError(number, "as the system says it"))
    assert reason.nl != reason.en
    assert "as the system says it" not in (reason.nl, reason.en)


def test_a_rare_reason_is_passed_on_without_its_terminal_codes() -> None:
    assert reason_of(OSError(errno.EXDEV, "cross\x1b device")) == Text("cross device", "cross device")


def test_a_folder_that_is_read_as_a_file_is_called_one(tmp_path: Path) -> None:
    assert reason_of(failure(tmp_path)).en in ("this is a folder", "this is not a regular file")


def test_a_name_no_file_can_have_is_said_to_be_one() -> None:
    with pytest.raises(ValueError, match="null byte") as caught:
        Path("a\0b").read_bytes()
    assert reason_of(caught.value) == Text("zo kan het niet heten", "it cannot be called like that")


def test_what_is_wrong_with_a_damaged_dossier_is_said_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("[]")
    with pytest.raises(DamagedError) as caught:
        Store(tmp_path).load("bad")
    reason = reason_of(caught.value)
    assert reason.nl.startswith("de inhoud klopt niet (")
    assert reason.en.startswith("its content is not right (")
