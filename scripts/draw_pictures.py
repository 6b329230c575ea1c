"""Draws the pictures of the README: the interview and an advice, as SVG from the real screens."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from advisor.interview.answers_reading import read_answers
from advisor.language import Language
from advisor.rulebook.loading import load
from advisor.rulebook.locate import shipped
from advisor.tui import AdvisorApp

ROOT = Path(__file__).parent.parent
RULEBOOK = load(shipped())


async def picture(
    name: str,
    keys: list[str],
    language: Language = "nl",
    size: tuple[int, int] = (100, 32),
    theme: str = "advisor-dark",
    case: str = "case_07",
) -> None:
    """Press ``keys`` in an interview half answered, and keep what is on the screen."""
    given = read_answers((ROOT / f"tests/cases/{case}.yaml").read_bytes(), case, RULEBOOK, language).answers
    answers = given if keys[0] in ("f5", "f6") else dict(list(given.items())[:6])
    app = AdvisorApp(RULEBOOK, language, answers, {})
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        target = (Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures") / f"{name}.svg"
        target.write_text(app.export_screenshot(title="advisor"), encoding="utf-8")


async def main() -> None:
    """All pictures, one after the other."""
    await picture("interview", ["1"])
    await picture("interview-en", ["1"], "en", (80, 24), "advisor-light")
    await picture("advice", ["f5"])
    await picture("what-if", ["f6", *["down"] * 11, "right"])
    await picture("goals", ["f5", "6"], size=(100, 48), case="case_03")
    await picture("advice-en", ["f5"], "en", (120, 40), "advisor-light")


if __name__ == "__main__":
    asyncio.run(main())
