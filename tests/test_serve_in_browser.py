"""``advisor serve`` as a user meets it: in a real browser, from the link to a report among the downloads."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from aiohttp import web

from advisor.dossier.store import Store
from advisor.interview import Interview
from advisor.tui.words import say as on_screen
from advisor.web.words import say
from tests import rulebooks
from tests.chromium import CONTROL, PROGRAM, Page, chromium
from tests.serving import ends, is_alive

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from advisor.language import Language

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="needs Chromium (Debian: apt install chromium)"),
]
PATIENCE = 60
"""Seconds until a test gives up."""


@dataclass
class Running:
    """``advisor serve`` in a process of its own."""

    process: asyncio.subprocess.Process
    link: str
    address: str
    store: Store

    @property
    def screens(self) -> list[int]:
        """The processes of its tabs."""
        number = self.process.pid
        return [int(child) for child in Path(f"/proc/{number}/task/{number}/children").read_text().split()]


@asynccontextmanager
async def running(folder: Path, language: Language = "nl") -> AsyncIterator[Running]:
    environment = {**os.environ, "ADVISOR_DOSSIERS": str(folder / "dossiers")}
    command = (sys.executable, "-m", "advisor", "serve", "--port", "0", "--lang", language)
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE, env=environment)
    assert process.stdout
    try:
        async with asyncio.timeout(PATIENCE):
            link = (await process.stdout.readline()).decode().strip()
            yield Running(process, link, link.partition("/?")[0], Store(folder / "dossiers"))
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


async def open_screen(page: Page, address: str) -> None:
    """Open the interview and wait for its first picture."""
    await page.open(address)
    await page.until("document.body.classList.contains('-first-byte')")


async def answer_all(page: Page, store: Store) -> int:
    """Answer every question with its first option; how many there were."""
    rulebook = rulebooks.shipped()
    interview = Interview(rulebook, {})
    await page.draws(interview.current.text.nl[:12])
    while (question := interview.current) is not None:
        option = question.options[0].id
        await page.press("1")
        await page.press("Enter")
        interview.answer(option)
        follows = interview.current
        await page.draws(follows.text.nl[:12] if follows else on_screen("page_cautions", "nl"))
        (listed,) = store.list()
        assert listed.dossier is not None
        assert listed.dossier.answers[question.id] == option  # on disk before the next question shows
    return len(interview.given)


async def test_from_the_link_to_a_report_and_back_again(tmp_path: Path) -> None:
    async with running(tmp_path) as served, chromium(tmp_path) as browser:
        page = await browser.page()
        await page.size(1160, 760)
        await open_screen(page, served.link)
        assert await page.evaluate("location.href") == f"{served.address}/"
        assert await answer_all(page, served.store) > 20

        await page.press("r")
        await page.draws(on_screen("save_title", "nl"))
        await page.press("2")
        await page.draws(".docx")
        await page.press("Enter")
        await browser.until(lambda: bool(browser.files))
        ((name, state),) = browser.files
        assert (Path(name).suffix, state) == (".docx", "completed")
        assert len(docx.Document(str(tmp_path / name)).paragraphs) > 50
        assert len(browser.pages) == 1

        await page.reload()
        await page.draws("interview-1")
        await page.press("Enter")
        await page.draws(on_screen("all_answered", "nl"))
        foreign = [url for url in page.requests if not url.partition("://")[2].startswith(served.address[7:])]
        assert [url for url in foreign if not url.startswith(("data:", "blob:"))] == []


async def test_two_tabs_are_two_sittings_and_end_with_their_tab(tmp_path: Path) -> None:
    async with running(tmp_path, "en") as served, chromium(tmp_path) as browser:
        first, second = await browser.page(), await browser.page()
        await open_screen(first, served.link)
        await open_screen(second, served.address)
        one, other = served.screens
        await second.close()
        await ends(other)
        assert is_alive(one)
        await first.press("q", CONTROL)
        await first.until("document.body.classList.contains('-closed')")
        await ends(one)
        assert say("ended", "en") in await first.evaluate("document.body.innerText")
        assert await first.evaluate("document.activeElement.id") == "again"
        first.loaded = False
        await first.press("Enter")
        await browser.until(lambda: first.loaded)
        await first.until("document.body.classList.contains('-first-byte')")
        assert len(served.screens) == 1


async def test_nobody_else_comes_in(tmp_path: Path) -> None:
    async with running(tmp_path) as served, chromium(tmp_path) as browser, other_server() as elsewhere:
        page = await browser.page()
        await open_screen(page, served.link)
        assert await says(await browser.another_user(), served.link) == say("no_entry", "nl")
        assert await says(await browser.another_user(), f"{served.address}/?token=guess") == say("no_entry", "nl")
        by_name = served.address.replace("127.0.0.1", "localhost")
        assert await says(await browser.page(), by_name) == say("other_name", "nl")
        # A page of another server on this computer: the browser sends our cookie along.
        attacker = await browser.page()
        await attacker.open(elsewhere)
        await attacker.until("document.title === 'elsewhere'")
        heard = await attacker.evaluate(
            "new Promise(done => { const socket = new WebSocket('" + served.address.replace("http", "ws") + "/ws');"
            "socket.onopen = () => done('opened'); socket.onerror = () => done('refused'); })"
        )
        assert heard == "refused"
        assert len(served.screens) == 1


async def test_a_server_that_is_killed_leaves_no_screen(tmp_path: Path) -> None:
    async with running(tmp_path) as served, chromium(tmp_path) as browser:
        first, second = await browser.page(), await browser.page()
        await open_screen(first, served.link)
        await open_screen(second, served.address)
        screens = served.screens
        assert len(screens) == 2
        served.process.send_signal(signal.SIGKILL)
        for screen in screens:
            await ends(screen)
        await first.until("document.body.classList.contains('-closed')")


async def says(page: Page, address: str) -> str:
    """The heading of a page."""
    await page.open(address)
    await page.until("document.querySelector('h1')")
    return str(await page.evaluate("document.querySelector('h1').innerText"))


@asynccontextmanager
async def other_server() -> AsyncIterator[str]:
    """A page of somebody else, on this computer."""

    async def page(_: web.Request) -> web.Response:
        return web.Response(text="<title>elsewhere</title>", content_type="text/html")

    app = web.Application()
    app.add_routes([web.get("/", page)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()
