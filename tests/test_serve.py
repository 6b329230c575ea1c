"""The server: who may come in, what a browser gets, and that no process stays behind."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from asyncio.subprocess import PIPE
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession, WSMsgType, WSServerHandshakeError

from advisor.cli import main
from advisor.dossier.store import Store
from advisor.language import LANGUAGES, Language
from advisor.rulebook.locate import shipped
from advisor.web import sitting
from advisor.web.address import listen, origin_of
from advisor.web.server import MOST
from advisor.web.sitting import COMMAND, DRIVER
from advisor.web.words import WORDS, say
from tests.serving import PATIENCE, Served, ends, is_alive, serving

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = ("/", "/ws", "/page.js", "/static/js/textual.js", "/download/x", "/static/", "/elsewhere")
KEY = "k" * 40


async def status(browser: ClientSession, path: str = "/", **headers: str) -> int:
    async with browser.get(path, headers=headers) as response:
        return response.status


async def refusal(served: Served, browser: ClientSession, origin: str | None) -> int:
    """What a page of ``origin`` hears when it opens a socket."""
    with pytest.raises(WSServerHandshakeError) as refused:
        await browser.ws_connect("/ws", origin=origin)
    return refused.value.status


async def status_line(served: Served, path: bytes, header: bytes) -> bytes:
    """The status of a request with this header, as it stands."""
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    name = str(served.door.origin).partition("://")[2].encode()
    writer.write(b"GET " + path + b" HTTP/1.1\r\nHost: " + name + b"\r\n" + header + b"\r\n\r\n")
    heard = (await reader.readline()).split()[1]
    writer.close()
    return heard


# -- who may come in ------------------------------------------------------------------------------


async def test_the_link_works_once_and_the_cookie_after_that() -> None:
    async with serving() as served, served.browser() as first, served.browser() as second:
        link = served.door.link
        assert link
        assert await status(first, link) == 200
        assert await status(second, link) == 401
        assert [await status(first) for _ in range(2)] == [200, 200]
        assert served.door.link is None


@pytest.mark.parametrize("path", EVERYTHING)
async def test_without_the_link_there_is_nothing(path: str) -> None:
    async with serving() as served, served.browser() as browser:
        assert await status(browser, path, Origin=served.address) == 401
        assert await status(browser, f"{path}?token=guess", Origin=served.address) == 401
        cookie = f"{served.door.cookie_name}=guess"
        assert await status(browser, path, Origin=served.address, Cookie=cookie) == 401


async def test_who_only_looks_does_not_use_the_link_up() -> None:
    async with serving() as served, served.browser() as browser:
        link = served.door.link
        assert link
        async with browser.head(link) as response:
            assert response.status == 401
        assert await status(browser, link) == 200


async def test_the_cookie_is_for_no_script_and_no_other_page() -> None:
    async with serving() as served, served.browser() as browser, browser.get(served.door.link or "") as response:
        cookie = response.headers["Set-Cookie"]
        assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
        assert "Secure" not in cookie
        assert str(served.door.origin.port) in cookie.partition("=")[0]


async def test_behind_https_the_cookie_stays_there() -> None:
    async with serving(url="https://advies.example") as served:
        link = served.door.link
        assert link
        assert link.startswith("https://advies.example/?token=")
        async with ClientSession() as browser:
            here = f"http://127.0.0.1:{served.port}/{link.partition('example/')[2]}"
            async with browser.get(here, headers={"Host": "advies.example"}) as response:
                assert response.status == 200
                cookie = response.headers["Set-Cookie"]
                assert cookie.startswith("__Host-advisor=")
                assert "Secure" in cookie.split("; ")


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", ""])
@pytest.mark.parametrize("path", EVERYTHING)
async def test_another_name_is_not_ours(host: str, path: str) -> None:
    async with serving() as served, served.entered() as browser:
        assert await status(browser, path, Host=host) == 421


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1", "http://localhost:8000"])
async def test_another_page_cannot_work_the_screen(origin: str) -> None:
    async with serving() as served, served.entered() as browser:
        assert await refusal(served, browser, origin) == 403
        assert await status(browser, Origin=origin) == 403


async def test_a_socket_says_whose_page_it_is_from() -> None:
    async with serving() as served, served.entered() as browser:
        assert await refusal(served, browser, None) == 403


async def test_a_page_elsewhere_does_not_use_the_link_up() -> None:
    async with serving() as served, served.browser() as browser:
        link = served.door.link
        assert link
        assert await status(browser, link, Origin="https://evil.example") == 403
        assert await status(browser, link, Host="evil.example") == 421
        assert await status(browser, link) == 200


async def test_with_a_key_only_the_key_counts() -> None:
    async with serving(key=KEY) as served, served.browser() as browser:
        assert served.door.link is None
        assert await status(browser) == 401
        assert await status(browser, "/?token=None") == 401
        assert await status(browser, Authorization="Bearer guess") == 401
        assert await status(browser, Authorization=f"Bearer {KEY}") == 200
        assert await refusal(served, browser, served.address) == 401
        assert await status(browser, Authorization=f"Bearer {KEY}", Origin="https://evil.example") == 403


@pytest.mark.parametrize("sign", ["é", "\udcff"])
async def test_a_key_may_hold_any_bytes(sign: str) -> None:
    async with serving(key=sign * 40) as served:
        for given, heard in ((sign, b"200"), ("k", b"401")):
            key = (given * 40).encode(errors="surrogateescape")
            assert await status_line(served, b"/", b"Authorization: Bearer " + key) == heard


# -- what a browser gets --------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*EVERYTHING, "/static/css/xterm.css"])
async def test_everything_carries_the_headers(path: str) -> None:
    async with serving() as served, served.entered() as inside, served.browser() as outside:
        for browser in (inside, outside):
            async with browser.get(path, headers={"Origin": served.address}) as response:
                headers = response.headers
                assert headers["X-Content-Type-Options"] == "nosniff"
                assert headers["Cache-Control"] == "no-store"
                assert headers["Referrer-Policy"] == "no-referrer"
                policy = headers["Content-Security-Policy"].split("; ")
                assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} <= set(policy)
                assert "aiohttp" not in headers["Server"]


async def test_a_path_too_long_for_the_disk_is_nothing_here() -> None:
    async with serving() as served, served.entered() as browser:
        for path in ("/static/" + "x" * 300, "/static" + "/x" * 3_000):
            assert await status(browser, path) == 404


async def test_who_does_not_speak_http_is_told_so_and_nobody_else_is(caplog: pytest.LogCaptureFixture) -> None:
    async with serving() as served:
        assert await status_line(served, b"/none", b"Expect: \xff") == b"401"
        for wrong in (b"Content-Length: x", b"\x1b[2J: x", b"Transfer-Encoding: x"):
            assert await status_line(served, b"/", wrong) == b"400"
    assert caplog.records == []


async def test_a_socket_with_a_key_that_is_none_is_refused() -> None:
    socket = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    async with serving() as served, served.entered() as browser:
        for key in ("é", "x", ""):
            assert await status(browser, "/ws", **socket, **{"Sec-WebSocket-Key": key, "Origin": served.address}) == 400


async def test_no_folder_is_listed() -> None:
    async with serving() as served, served.entered() as browser:
        assert await status(browser, "/static/js/textual.js") == 200
        for path in (
            "/static",
            "/static/",
            "/static/fonts",
            "/static/fonts/",
            "/static/../server.py",
            "/static/%2e%2e/server.py",
        ):
            async with browser.get(path) as response:
                assert response.status in (403, 404)
                assert "RobotoMono" not in await response.text()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_speaks_the_language_and_loads_nothing_foreign(language: Language) -> None:
    async with serving(language) as served, served.entered() as browser, browser.get("/") as response:
        text = await response.text()
    assert f'<html lang="{language}">' in text
    for key in ("ended", "ended_more", "start_again", "starting", "no_script"):
        assert say(key, language) in text
    loaded = re.findall(r"""(?:src|href)="([^"]*)"|url\("([^"]*)"\)""", text)
    addresses = {first or second for first, second in loaded}
    assert all(address.startswith(("/page.js", "/static/", "data:,")) for address in addresses)
    assert "://" not in text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_refusal_says_what_to_do(language: Language) -> None:
    async with serving(language) as served, served.browser() as browser:
        async with browser.get("/") as response:
            assert say("no_entry_more", language) in await response.text()
        async with browser.get("/", headers={"Host": "evil.example"}) as response:
            assert say("other_name_more", language, address=served.address) in await response.text()


@pytest.mark.parametrize("key", sorted(WORDS))
def test_sentences_have_the_same_blanks_in_both_languages(key: str) -> None:
    blanks = [sorted(re.findall(r"{(\w+)}", WORDS[key].in_(language))) for language in LANGUAGES]
    assert blanks[0] == blanks[1]


# -- the screens ----------------------------------------------------------------------------------


async def test_keys_and_sizes_reach_the_screen() -> None:
    async with serving() as served, served.entered() as browser:
        tab = await served.tab(browser)
        await tab.say("stdin", "é\ud800")
        assert await tab.heard() == "Dé?"
        await tab.say("resize", {"width": 10**9, "height": -4})
        assert await tab.heard() == 'M{"type": "resize", "width": 500, "height": 5}'
        await tab.say("blur")
        assert await tab.heard() == 'M{"type": "blur"}'
        await tab.say("ping", "17")
        assert await tab.socket.receive_json() == ["pong", "17"]


async def test_no_word_reaches_a_shell(tmp_path: Path) -> None:
    rulebook = f"$(touch {tmp_path}/owned); `id` \" ' & \\"
    async with serving(rulebook=rulebook) as served, served.entered() as browser:
        assert (await served.tab(browser)).rulebook == rulebook
    assert os.listdir(tmp_path) == []


async def test_there_is_room_for_so_many_tabs_and_again_when_one_closes() -> None:
    async with serving() as served, served.entered() as browser:
        tabs = [await served.tab(browser) for _ in range(MOST)]
        assert len({tab.process for tab in tabs}) == MOST
        assert await refusal(served, browser, served.address) == 503
        async with browser.get("/") as response:
            assert (response.status, say("full", "nl") in await response.text()) == (503, True)
        await tabs[0].socket.close()
        await ends(tabs[0].process)
        assert all(map(is_alive, (tab.process for tab in tabs[1:])))
        while await status(browser) == 503:
            pass
        assert (await served.tab(browser)).process not in {tab.process for tab in tabs}


@pytest.mark.parametrize(
    "junk", ["", "{", "[]", "7", '["stdin"]', '["stdin", 7]', '["resize", {"width": "x"}]', "[" * 9999]
)
async def test_a_tab_that_talks_nonsense_is_closed(junk: str) -> None:
    async with serving() as served, served.entered() as browser:
        tab = await served.tab(browser)
        await tab.socket.send_str(junk)
        assert (await tab.socket.receive()).type in (WSMsgType.CLOSE, WSMsgType.CLOSING)
        await ends(tab.process)


@pytest.mark.parametrize("how", ["leave", "die"])
async def test_a_tab_hears_that_its_screen_has_gone(how: str) -> None:
    async with serving() as served, served.entered() as browser:
        tab = await served.tab(browser)
        await tab.say("stdin", how)
        assert (await tab.socket.receive()).type is WSMsgType.CLOSE
        await ends(tab.process)


async def test_a_screen_that_does_not_listen_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitting, "PATIENCE", 0.1)
    async with serving() as served, served.entered() as browser:
        tab = await served.tab(browser)
        await tab.say("stdin", "deaf")
        await tab.socket.close()
        await ends(tab.process)
        assert not is_alive(tab.process)


async def test_when_the_server_stops_no_screen_stays() -> None:
    async with serving() as served, served.entered() as browser:
        tabs = [await served.tab(browser) for _ in range(2)]
    for tab in tabs:
        assert (await tab.socket.receive()).type in (WSMsgType.CLOSE, WSMsgType.CLOSED)
        await ends(tab.process)


# -- the real screen ------------------------------------------------------------------------------


async def test_the_screen_takes_keys_without_a_click(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_DOSSIERS", str(tmp_path))
    async with serving(rulebook=str(shipped()), screen=COMMAND) as served, served.entered() as browser:
        socket = await served.connect(browser)
        while b"Vraag 1" not in await socket.receive_bytes():
            pass
        for key in "1\r":
            await socket.send_json(["stdin", key])
        while not list(Store(tmp_path).list()):
            await socket.receive_bytes()
        (listed,) = Store(tmp_path).list()
        assert listed.dossier is not None
        assert len(listed.dossier.answers) == 1


async def test_a_screen_ends_when_its_server_is_gone(tmp_path: Path) -> None:
    told = {**os.environ, "TEXTUAL_DRIVER": DRIVER, "ADVISOR_LANG": "nl", "ADVISOR_RULEBOOK": str(shipped())}
    screen = await asyncio.create_subprocess_exec(
        *COMMAND, stdin=PIPE, stdout=PIPE, stderr=PIPE, env={**told, "ADVISOR_DOSSIERS": str(tmp_path)}
    )
    assert screen.stdin
    assert screen.stdout
    async with asyncio.timeout(PATIENCE):
        while await screen.stdout.readline() != b"__GANGLION__\n":
            pass
        screen.stdin.close()
        await screen.communicate()
    assert screen.returncode == 0


DELIVERS = """
import io, sys
from textual.app import App
class Delivers(App):
    def on_key(self, event):
        raw = bytes(range(256)) * 1000
        if event.key == "b":
            self.deliver_binary(io.BytesIO(raw), save_filename="../Advies Café; 2026.DOCX", open_method="browser")
        else:
            self.deliver_text(io.StringIO("één\\n"), save_filename="advies.txt")
Delivers().run()
"""


async def test_what_the_screen_delivers_is_a_download_once() -> None:
    async with serving(screen=(sys.executable, "-c", DELIVERS)) as served, served.entered() as browser:
        socket = await served.connect(browser)
        got = {}
        for key, length in (("b", 256_000), ("t", 6)):
            await socket.send_json(["stdin", key])
            while (message := await socket.receive()).type is not WSMsgType.TEXT:
                assert message.type is WSMsgType.BINARY
            kind, number = message.json()
            assert kind == "deliver_file_start"
            async with browser.get(f"/download/{number}") as response:
                got[key] = (response.headers["Content-Disposition"], await response.read())
                assert len(got[key][1]) == length
            assert await status(browser, f"/download/{number}") == 404
        assert got["b"] == ("attachment; filename=advies-cafe-2026.docx", bytes(range(256)) * 1000)
        assert got["t"] == ("attachment; filename=advies.txt", "één\n".encode())


# -- on the command line --------------------------------------------------------------------------


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one sentence that ``advisor serve`` says instead of serving."""
    assert main(["serve", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err.strip()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("port", ["", "x", "-1", "65536", "8000.0", "٣", "9" * 5000])
def test_a_wrong_port_is_refused(port: str, language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, f"--port={port}", "--lang", language) == say("bad_port", language, port=port)


def test_a_port_in_use_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with listen("127.0.0.1", "0", "nl") as listening:
        port = str(listening.getsockname()[1])
        sentence = refused(capsys, "--port", port, "--lang", "en")
    assert sentence.startswith(f"the server cannot listen on 127.0.0.1, port {port}: ")


@pytest.mark.parametrize("host", ["nowhere.invalid", "a" * 80, "..", "\x1b[31m", "a\0b", "\udcff"])
def test_a_wrong_host_is_refused(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in refused(capsys, "--host", host, "--port", "0")


def test_beyond_this_computer_the_address_must_be_known_and_safe(capsys: pytest.CaptureFixture[str]) -> None:
    outside = ("--host", "0.0.0.0", "--port", "0", "--lang", "en")
    assert refused(capsys, *outside) == say("needs_url", "en", host="0.0.0.0")
    for url in (
        "",
        "x",
        "advice.example",
        "ftp://x.example",
        "https://x.example/y",
        "https://me@x.example",
        "https://",
        "https://x.example; script-src *",
        "https://x example",
        f"https://{'x' * 254}",
    ):
        assert refused(capsys, *outside, "--url", url) == say("bad_url", "en", url=url)
    url = "http://advice.example"
    assert refused(capsys, *outside, "--url", url) == say("url_not_safe", "en", url=url)


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://Advice.Example", "https://advice.example"),
        ("https://advice.example/", "https://advice.example"),
        ("https://advice.example:443", "https://advice.example"),
        ("https://advice.example:8443", "https://advice.example:8443"),
        ("http://localhost:8000", "http://localhost:8000"),
    ],
)
def test_the_address_is_written_as_browsers_write_it(url: str, origin: str) -> None:
    with listen("127.0.0.1", "0", "nl") as listening:
        assert str(origin_of(listening, url, "nl")) == origin


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_the_optional_part_it_says_what_to_install(
    language: Language, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.cli.serve.find_spec", lambda name: None if name == "textual_serve" else name)
    assert "-m pip install textual-serve" in refused(capsys, "--lang", language)


def test_a_short_key_is_refused(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_SERVE_KEY", "short")
    assert "ADVISOR_SERVE_KEY" in refused(capsys, "--port", "0")


def test_faults_in_the_rulebook_are_said_before_anything_is_served(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["serve", "--rulebook", str(tmp_path / "none"), "--port", "0"]) == 2
    assert "none" in capsys.readouterr().err


async def test_the_command_prints_the_link_once_and_ends_on_a_signal() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "advisor", "serve", "--port", "0", "--lang", "en"), stdout=PIPE, stderr=PIPE
    )
    assert process.stdout
    async with asyncio.timeout(PATIENCE):
        link = (await process.stdout.readline()).decode().strip()
        async with ClientSession() as browser:
            assert await status(browser, link) == 200
        process.terminate()
        rest, told = await process.communicate()
    assert (rest, process.returncode) == (b"", 0)
    assert told.decode().startswith("Open this address in your browser; the link works once.")
