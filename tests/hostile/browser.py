"""The server of ``advisor serve``: what comes to it over a wire, what its pages say, and what is typed in a tab."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from aiohttp import ClientSession, WSMsgType

from advisor.cli import main
from advisor.web.server import AdvisorServer
from tests.hostile import looks, wire
from tests.serving import PATIENCE, Served, ends, serving

SCREEN = (
    sys.executable,
    "-c",
    "import sys; sys.stderr = open('said', 'w'); from advisor.web.tab import main; sys.exit(main())",
)
"""The real screen; what it says on standard error is kept, for it may be an end that nobody asked for."""
DRAWN = re.compile(rb"\x1b\[[0-9;?<=>]*\$?[A-Za-z]|\x1b\]22;[a-z-]*\x07|\x07")
"""All that a screen may ask of a terminal: to move, to colour, to turn something on or off, another pointer, a bell."""
LEAVE = "\x11"
"""ctrl+q."""


# -- on the command line -------------------------------------------------------------------------------------


def opened(words: Sequence[str]) -> int:
    """``advisor serve`` with these options, up to where it would wait for browsers."""
    os.environ["RES_OPTIONS"] = "timeout:1 attempts:1"  # a name that nobody has
    with patch.object(AdvisorServer, "run"):
        return main(("serve", *words))


# -- over the wire -------------------------------------------------------------------------------------------


class Answer(NamedTuple):
    """What came back."""

    status: int
    """Of HTTP; 0 when the line was closed without a word."""
    head: str
    body: bytes

    @property
    def refused(self) -> bool:
        """Whether the request was not answered, or the socket ended because of what was sent."""
        return self.status == 0 or self.status >= 400 or (self.status == 101 and wire.end(self.body) != wire.NORMAL)


def asked(parts: Iterable[bytes], leaves: bool) -> int:
    """Send this to a server, and then a good request; 0 when it was answered, 2 when it was refused."""
    answer = asyncio.run(_asked(parts, leaves))
    assert answer.status < 500, answer
    if "text/html" in answer.head and answer.body:
        assert looks.tags(answer.body) in our_tags(), answer
    if answer.refused:
        sys.stderr.write((answer.head.partition("\n")[0] or "closed") + "\n")
        assert "text/html" not in answer.head or not looks.clean(answer.body), answer
        return 2
    print(answer.head)
    if "Content-Type: text/" in answer.head and "javascript" not in answer.head:
        print(answer.body.decode())
    return 0


@cache
def our_tags() -> list[list[str]]:
    """What our pages are built of: the one with the screen, and those with a sentence."""
    from advisor.web.pages import message, page

    return [looks.tags(made.body) for made in (page("nl"), message("nothing_here", 404, "nl", address=""))]


async def _asked(parts: Iterable[bytes], leaves: bool) -> Answer:
    async with serving() as served:
        known = f"{served.door.cookie_name}={served.door._cookie}".encode()
        name = f"127.0.0.1:{served.port}".encode()

        def filled(some: Iterable[bytes]) -> Iterable[bytes]:
            return (part.replace(wire.NAME, name).replace(wire.COOKIE, known) for part in some)

        answer = await _exchange(served.port, filled(parts), leaves)
        good = await _exchange(served.port, filled([wire.request()]), leaves=False)
        assert (good.status, looks.tags(good.body)) == (200, our_tags()[0])
    return answer


async def _exchange(port: int, parts: Iterable[bytes], leaves: bool) -> Answer:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)

    async def send() -> None:
        with suppress(ConnectionError):
            for part in parts:
                writer.write(part)
                await writer.drain()
            if leaves:
                writer.write_eof()

    sending = asyncio.create_task(send())
    try:
        return await _received(reader)
    except (asyncio.IncompleteReadError, ConnectionError):
        return Answer(0, "", b"")
    finally:
        sending.cancel()
        writer.transport.abort()


async def _received(reader: asyncio.StreamReader) -> Answer:
    raw = await reader.readuntil(b"\r\n\r\n")
    if raw.startswith(b"HTTP/1.1 100 "):
        raw = await reader.readuntil(b"\r\n\r\n")
    head = "\n".join(raw.decode().splitlines())
    chunked = "transfer-encoding: chunked" in head.lower()
    length = re.search(r"(?mi)^content-length: (\d+)$", head)
    body = b""
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        body = await (reader.readexactly(int(length[1])) if length else reader.read(-1))
    body = re.sub(rb"(?m)^[0-9a-f]+\r\n|\r\n", b"", body) if chunked else body
    return Answer(int(raw[9:12]), head, body)


# -- what a page says ----------------------------------------------------------------------------------------


def told(message: str | bytes, times: int) -> int:
    """Say this in a tab, and something good in another; 0 when the screen heard it, 2 when the tab was closed."""
    heard = asyncio.run(_told(message, times))
    if not heard:
        sys.stderr.write("closed\n")
        return 2
    print(f"heard {heard} times")
    return 0


async def _told(message: str | bytes, times: int) -> int:
    heard = 0
    async with serving() as served, served.entered() as browser:
        tab = await served.tab(browser)
        for _ in range(times):
            with suppress(ConnectionError):  # it may be closed before all has been said
                await (tab.socket.send_str(message) if isinstance(message, str) else tab.socket.send_bytes(message))
            answer = await tab.socket.receive()
            if answer.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                assert answer.type in (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED), answer
                await ends(tab.process)
                break
            heard += 1
        other = await served.tab(browser)
        await other.say("stdin", "a")
        assert await other.heard() == "Da"
    return heard


# -- what is typed in a tab ----------------------------------------------------------------------------------


def typed(texts: Sequence[str]) -> int:
    """Type and paste each text in the screen, in a tab of some size, and leave; prints what was drawn."""
    drawn = asyncio.run(_typed(texts))
    assert Path("said").read_bytes() == b"", Path("said").read_text(encoding="utf-8")
    rest = DRAWN.sub(b"", drawn)
    assert not looks.clean(rest), looks.clean(rest)
    print(f"{len(drawn)} bytes were drawn")
    return 0


async def _typed(texts: Sequence[str]) -> bytes:
    rulebook = os.environ["ADVISOR_RULEBOOK"]
    async with serving(rulebook=rulebook, screen=SCREEN) as served, served.entered() as browser:
        return b"".join([part async for part in _drawn(served, browser, texts)])


async def _drawn(served: Served, browser: ClientSession, texts: Sequence[str]) -> AsyncIterator[bytes]:
    tab = await served.connect(browser, "/ws?width=999999&height=-1")
    yield await tab.receive_bytes()
    for text in texts:
        for keys in (text[:4000], f"/{text[:4000]}\r", f"\x1b[200~{text}\x1b[201~\r", f"/\x1b[200~{text}\x1b[201~\r"):
            await tab.send_json(["stdin", keys])
        await tab.send_json(["resize", {"width": 10**30, "height": len(text)}])
    await tab.send_json(["stdin", LEAVE])
    async with asyncio.timeout(PATIENCE):
        while (message := await tab.receive()).type is not WSMsgType.CLOSE:
            if message.type is WSMsgType.BINARY:
                yield message.data
