"""Chromium without a window, worked through its DevTools: just what the tests of the browser need."""

from __future__ import annotations

import asyncio
import base64
import itertools
import re
import shutil
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import ClientSession, ClientWebSocketResponse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OPTIONS = (
    "--headless=new",
    "--no-sandbox",  # the tests may run as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--remote-debugging-port=0",
)
KEYS = {"Enter": 13, "Escape": 27, "F1": 112, "F2": 113, "F5": 116, "F6": 117, "F7": 118}
"""Keys that write nothing, and their numbers."""
CONTROL = 2
SEQUENCE = re.compile(r"\x1b(?:\[[0-9;?<>=$]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")
"""What a terminal obeys instead of showing it."""


@dataclass
class Page:
    """A tab."""

    chromium: Chromium
    target: str
    session: str
    requests: list[str] = field(default_factory=list)
    """Every address that was asked for."""
    loaded: bool = False
    drawn: str = ""
    """The letters that the screen drew since the last key, in the order in which they came."""

    async def call(self, method: str, **how: Any) -> Any:
        return await self.chromium.call(method, self.session, **how)

    async def open(self, address: str) -> None:
        """Go there, until everything that the page names is loaded."""
        self.loaded = False
        await self.call("Page.navigate", url=address)
        await self.chromium.until(lambda: self.loaded)

    async def reload(self) -> None:
        self.drawn = ""
        await self.call("Page.reload")

    async def evaluate(self, script: str) -> Any:
        """What a script makes, waited for."""
        done = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    async def until(self, script: str) -> None:
        """Until a condition holds in the page; it is looked at with every picture."""
        look = f"const look = () => document.body && ({script}) ? done(true) : requestAnimationFrame(look); look();"
        await self.evaluate(f"new Promise(done => {{ {look} }})")

    async def draws(self, *words: str) -> None:
        """Until the screen has drawn these words since the last key."""
        await self.chromium.until(lambda: all(word in self.drawn for word in words))

    async def press(self, key: str, modifiers: int = 0) -> None:
        self.drawn = ""
        number = KEYS.get(key) or ord(key.upper())
        text = {"Enter": "\r"}.get(key, "" if key in KEYS or modifiers else key)
        how = {"key": key, "windowsVirtualKeyCode": number, "text": text, "modifiers": modifiers}
        for kind in ("keyDown", "keyUp"):
            await self.call("Input.dispatchKeyEvent", type=kind, **how)

    async def size(self, width: int, height: int, scheme: str = "dark") -> None:
        """Of the page in pixels, and what the user's system prefers."""
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        await self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    async def picture(self) -> bytes:
        """As PNG."""
        return base64.b64decode((await self.call("Page.captureScreenshot"))["data"])

    async def close(self) -> None:
        await self.chromium.call("Target.closeTarget", targetId=self.target)

    def heard(self, method: str, what: dict[str, Any]) -> None:
        if method == "Page.loadEventFired":
            self.loaded = True
        elif method == "Network.requestWillBeSent":
            self.requests.append(what["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.requests.append(what["url"])
        elif method == "Network.webSocketFrameReceived" and what["response"]["opcode"] == 2:
            written = base64.b64decode(what["response"]["payloadData"]).decode(errors="replace")
            self.drawn += SEQUENCE.sub("", written)


@dataclass
class Chromium:
    """The browser."""

    socket: ClientWebSocketResponse
    pages: dict[str, Page] = field(default_factory=dict)
    files: list[tuple[str, str]] = field(default_factory=list)
    """Of each download its proposed name and what became of it."""
    _names: dict[str, str] = field(default_factory=dict)
    _answers: dict[int, asyncio.Future[Any]] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=itertools.count)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def call(self, method: str, session: str | None = None, **how: Any) -> Any:
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self.socket.send_json(
            {"id": number, "method": method, "params": how} | ({"sessionId": session} if session else {})
        )
        return await self._answers[number]

    async def page(self, context: str | None = None) -> Page:
        """A new tab, of another user when a context is given."""
        where = {"browserContextId": context} if context else {}
        target = (await self.call("Target.createTarget", url="about:blank", **where))["targetId"]
        session = (await self.call("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        page = self.pages[session] = Page(self, target, session)
        for domain in ("Page", "Network", "Runtime"):
            await page.call(f"{domain}.enable")
        await page.call("Emulation.setFocusEmulationEnabled", enabled=True)
        return page

    async def another_user(self) -> Page:
        """A tab with cookies of its own."""
        return await self.page((await self.call("Target.createBrowserContext"))["browserContextId"])

    async def until(self, condition: Callable[[], bool]) -> None:
        """Until it holds; looked at with everything the browser tells."""
        while not condition():
            self._news.clear()
            await self._news.wait()

    async def listen(self) -> None:
        async for message in self.socket:
            told = message.json()
            if "id" in told:
                answer = self._answers.pop(told["id"])
                if "error" in told:
                    answer.set_exception(AssertionError(told["error"]))
                else:
                    answer.set_result(told["result"])
            else:
                self._hear(told["method"], told["params"], told.get("sessionId"))
            self._news.set()

    def _hear(self, method: str, what: dict[str, Any], session: str | None) -> None:
        if method == "Browser.downloadWillBegin":
            self._names[what["guid"]] = what["suggestedFilename"]
        elif method == "Browser.downloadProgress" and what["state"] != "inProgress":
            self.files.append((self._names[what["guid"]], what["state"]))
        elif session in self.pages:
            self.pages[session].heard(method, what)


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Chromium]:
    """The browser, with its own profile and its downloads in ``folder``."""
    assert PROGRAM
    profile = f"--user-data-dir={folder / 'profile'}"
    process = await asyncio.create_subprocess_exec(
        PROGRAM, *OPTIONS, profile, "about:blank", stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE
    )
    assert process.stderr
    tasks: list[asyncio.Task[Any]] = []
    try:
        said = ""
        while not (found := re.search(r"DevTools listening on (ws://\S+)", said)):
            said = (await process.stderr.readline()).decode(errors="replace")
            assert said, "Chromium did not start"
        tasks.append(asyncio.create_task(process.stderr.read()))  # so that it never waits for a reader
        async with ClientSession() as session, session.ws_connect(found[1], max_msg_size=0) as socket:
            browser = Chromium(socket)
            tasks.append(asyncio.create_task(browser.listen()))
            saving = {"behavior": "allow", "downloadPath": str(folder), "eventsEnabled": True}
            await browser.call("Browser.setDownloadBehavior", **saving)
            yield browser
    finally:
        for task in tasks:
            task.cancel()
        if process.returncode is None:
            process.terminate()
        await process.wait()
