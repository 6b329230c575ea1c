"""One process per tab, from its start until it is surely gone; and what it sends as a file."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from asyncio.subprocess import PIPE, Process
from typing import TYPE_CHECKING, Any

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from advisor.report.files import safe_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aiohttp import web

COMMAND = (sys.executable, "-P", "-m", "advisor.web.tab")
"""Starts a screen. ``-P``: what lies in the current folder is not ours to run."""
DRIVER = "advisor.web.driver:TabDriver"
PATIENCE = 5.0
"""Seconds that a screen gets to end by itself."""
WIDTHS, HEIGHTS = (20, 500), (5, 300)
"""Cells of a screen, at least and at most."""


class TabService(AppService):
    """textual-serve's process for one socket, started without a shell and never left behind."""

    def __init__(
        self,
        socket: web.WebSocketResponse,
        command: Sequence[str],
        environment: Mapping[str, str],
        downloads: DownloadManager,
    ) -> None:
        super().__init__(
            "",
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self._close,
            download_manager=downloads,
        )
        self._socket = socket
        self._words = command
        self._settings = environment

    async def _close(self) -> None:
        await self._socket.close()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return {**super()._build_environment(width, height), "TEXTUAL_DRIVER": DRIVER, **self._settings}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width, height)
        process = await asyncio.create_subprocess_exec(
            *self._words, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment, start_new_session=True
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def run(self) -> None:
        """Pass on what the screen draws; the tab hears it when the screen is gone."""
        await super().run()
        await self._close()

    async def stop(self) -> None:
        """End the screen: asked, then cut off, then killed."""
        async with _at_most(PATIENCE):
            await super().stop()
        process = self._process
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        async with _at_most(PATIENCE):
            await process.wait()
        if process.returncode is None:
            process.kill()
            await process.wait()

    async def tell(self, text: str) -> None:
        """Pass on one message of the page to the screen.

        Raises:
            ValueError: the page does not speak like this.
        """
        match json.loads(text):
            case ["stdin", str(keys)]:
                await self.send_bytes(keys.encode(errors="replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                await self.set_terminal_size(within(width, WIDTHS), within(height, HEIGHTS))
            case ["ping", str(moment)]:
                await self.remote_write_str(json.dumps(["pong", moment]))
            case ["focus"]:
                await self.focus()
            case ["blur"]:
                await self.blur()
            case _:
                raise ValueError("unknown message")


def within(number: int, limits: tuple[int, int]) -> int:
    """The number, or the limit it is beyond."""
    least, most = limits
    return max(least, min(most, number))


@contextlib.asynccontextmanager
async def _at_most(seconds: float) -> Any:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            yield


class Downloads(DownloadManager):
    """Files on their way to the browser: always saved, never opened, under a name every system takes."""

    async def create_download(self, *, file_name: str, open_method: str, **how: Any) -> None:
        """Have a file ready to be fetched, once."""
        del open_method
        name = safe_name(file_name) or "advisor"
        await super().create_download(file_name=name, open_method="download", **how)
