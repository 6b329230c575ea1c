"""The server: who may come in, what a browser gets, and that no process stays behind."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession, WSMsgType, WSServerHandshakeError

from advisor.language import LANGUAGES, Language
from advisor.web import sitting
from advisor.web.server import MOST
from advisor.web.words import WORDS, say
from tests.serving import Served, ends, is_alive, serving

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


async def test_when_the_server_stops_no_screen_stays() -> None:
    async with serving() as served, served.entered() as browser:
        tabs = [await served.tab(browser) for _ in range(2)]
    for tab in tabs:
        assert (await tab.socket.receive()).type in (WSMsgType.CLOSE, WSMsgType.CLOSED)
        await ends(tab.process)
