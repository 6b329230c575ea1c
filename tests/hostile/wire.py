"""Requests as they come over a wire, right and wrong, and the frames of a socket."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from urllib.parse import quote

NAME, COOKIE = b"@name@", b"@cookie@"
"""Stand for the name of the server, and for the cookie of who may come in."""
NORMAL = 1000
"""The code with which a socket ends that did nothing wrong."""
MASK = b"\x00\x00\x00\x00"
MEGA = b"x" * 1_000_000


def request(target: bytes = b"/", method: bytes = b"GET", body: bytes = b"", **headers: bytes | None) -> bytes:
    """A request of who may come in; headers by their names with ``_``, of which None leaves one out."""
    lines = {"Host": NAME, "Cookie": COOKIE, "Connection": b"close"}
    if body:
        lines["Content-Length"] = str(len(body)).encode()
    for name, value in headers.items():
        lines.pop(name, None)
        if value is not None:
            lines[name] = value
    head = b"".join(name.replace("_", "-").encode() + b": " + value + b"\r\n" for name, value in lines.items())
    return method + b" " + target + b" HTTP/1.1\r\n" + head + b"\r\n" + body


def socket(target: bytes = b"/ws", **headers: bytes | None) -> bytes:
    """A request for a socket by a page of ours."""
    ours = {"Connection": b"Upgrade", "Upgrade": b"websocket", "Origin": b"http://" + NAME,
            "Sec_WebSocket_Version": b"13", "Sec_WebSocket_Key": b"AAAAAAAAAAAAAAAAAAAAAA=="}  # fmt: skip
    return request(target, **{**ours, **headers})


def frame(kind: int, payload: bytes = b"", first: int = 0x80) -> bytes:
    """A frame of a page: masked, as it must be, with a mask that changes nothing."""
    length = len(payload)
    if length < 126:
        size = bytes([0x80 | length])
    else:
        size = b"\xfe" + length.to_bytes(2, "big") if length < 1 << 16 else b"\xff" + length.to_bytes(8, "big")
    return bytes([first | kind]) + size + MASK + payload


TEXT, BINARY, CLOSE, PING = 1, 2, 8, 9
GOODBYE = frame(CLOSE, NORMAL.to_bytes(2, "big"))


def end(frames: bytes) -> int:
    """The code in the frame with which the server closed; 0 when it closed the line without."""
    place = 0
    while place + 2 <= len(frames):
        kind, length = frames[place] & 0xF, frames[place + 1]
        place += 2
        if length > 125:
            wide = 2 if length == 126 else 8
            length = int.from_bytes(frames[place : place + wide], "big")
            place += wide
        if kind == CLOSE:
            return int.from_bytes(frames[place : place + 2], "big")
        place += length
    return 0


Parts = Iterable[bytes]
HEADERS = ("Host", "Origin", "Cookie", "Authorization", "Range", "If_None_Match", "Content_Length", "Transfer_Encoding",
           "Content_Encoding", "Expect", "Upgrade", "X")  # fmt: skip


def with_text(text: str) -> Iterator[Parts]:
    """Requests with this text in every place that has room for one."""
    raw, quoted = text.encode("utf-8", "surrogatepass"), quote(text, safe="", errors="surrogatepass").encode()
    for header in HEADERS:
        yield [request(**{header: raw})]
    yield [request(Cookie=COOKIE.split(b"=")[0] + b"=" + raw)]
    yield [request(b"/" + raw)]
    yield [request(raw)]
    for place in (b"/", b"/static/", b"/static/js/", b"/download/", b"/page.js/"):
        yield [request(place + quoted)]
    yield [request(b"/?token=" + quoted, Cookie=None)]
    yield [request(method=raw)]
    yield [request(method=b"POST", body=raw)]
    yield [socket(Origin=raw)]
    yield [socket(Sec_WebSocket_Key=raw)]
    yield [socket(Sec_WebSocket_Extensions=raw, Sec_WebSocket_Protocol=raw), GOODBYE]
    yield [socket(b"/ws?width=" + quoted + b"&height=" + quoted), GOODBYE]


def _heads() -> Iterator[tuple[str, Parts]]:
    """What is no request, or hardly one."""
    yield "nuls", [b"\x00" * 5_000]
    yield "lines", [b"\r\n" * 100_000, request()]
    yield "encrypted", [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)) * 2]
    yield "http-2", [b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"]
    yield "http-9", [request().replace(b"HTTP/1.1", b"HTTP/9.9")]
    yield "no-host", [request(Host=None)]
    yield "two-hosts", [request(host=b"evil.example")]
    yield "two-cookies", [request(cookie=b"advisor=x")]
    yield "other-address", [request(b"http://evil.example/")]
    yield "own-address", [request(b"http://" + NAME + b"/")]
    for method in (b"HEAD", b"OPTIONS", b"TRACE", b"PUT", b"DELETE", b"PATCH", b"get", b"G" * 9_000):
        yield f"method-{method[:9].decode()}", [request(method=method)]
    yield "connect", [request(b"evil.example:443", b"CONNECT")]
    yield "star", [request(b"*", b"OPTIONS")]
    yield "long-target", [request(b"/" + b"x" * 8_000)]
    yield "longer-target", [request(b"/" + MEGA)]
    yield "many-values", [request(b"/?" + b"a=b&" * 1_900)]
    for name, target in (("nul", b"/static/%00"), ("halves", b"/%ed%a0%80"), ("not-utf8", b"/%ff%fe"),
                         ("odd", b"/%zz%"), ("up", b"/static/../../../../../../etc/passwd"),
                         ("coded-up", b"/static/..%2f..%2f..%2fserver.py"),
                         ("double-coded", b"/static/%252e%252e/server.py"), ("slashes", b"//etc/passwd"),
                         ("absolute", b"/static//etc/passwd"), ("coded-absolute", b"/static/%2fetc%2fpasswd"),
                         ("backslash", b"/static/..\\..\\server.py"), ("folder", b"/static/js/"),
                         ("deep", b"/static" + b"/x" * 3_900)):  # fmt: skip
        yield f"target-{name}", [request(target)]
    yield "header-without-colon", [request(X=b"a\r\nb")]
    yield "header-folded", [request(X=b"a\r\n b")]
    yield "header-space", [request().replace(b"Host:", b"Host :")]
    yield "header-without-name", [request().replace(b"Host:", b"X: y\r\n: z\r\nHost:")]
    yield "header-cr", [request(X=b"a\rSet-Cookie: b")]
    yield "long-header", [request(X=MEGA)]
    yield "many-headers", [request(X=b"\r\n".join([b"x: y"] * 50_000))]
    yield "many-cookies", [request(Cookie=b"; ".join([b"a=b"] * 1_500) + b"; " + COOKIE)]
    yield "ranges", [request(b"/page.js", Range=b"bytes=" + b"0-1," * 1_500 + b"0-1")]
    yield "range-beyond", [request(b"/page.js", Range=b"bytes=99999999999-")]
    yield "expects", [request(method=b"POST", Expect=b"100-continue", body=b"x")]


def _bodies() -> Iterator[tuple[str, Parts]]:
    """What comes after the head."""
    yield "many-requests", [request(Connection=b"keep-alive") * 2_000]
    yield "big-body", [request(Content_Length=b"50000000"), *[MEGA] * 50]
    yield "big-post", [request(method=b"POST", Content_Length=b"50000000"), *[MEGA] * 50]
    for name, length in (
        ("negative", b"-1"),
        ("huge", b"9" * 5_000),
        ("signed", b"+1"),
        ("other-digits", "٣".encode()),
    ):
        yield f"length-{name}", [request(Content_Length=length)]
    yield "two-lengths", [request(Content_Length=b"1\r\nContent-Length: 2") + b"xx"]
    yield "length-and-chunks", [request(Content_Length=b"4", Transfer_Encoding=b"chunked") + b"0\r\n\r\nGET / "]
    chunked = request(method=b"POST", Transfer_Encoding=b"chunked")
    yield "chunk-huge", [chunked + b"F" * 64 + b"\r\nx"]
    yield "chunk-negative", [chunked + b"-1\r\nx\r\n"]
    yield "chunk-notes", [chunked, *[b"1;" + MEGA] * 20]
    yield "chunk-trailers", [chunked + b"0\r\n", *[b"x: " + MEGA + b"\r\n"] * 20]
    yield "packed-bomb", _packed_body()
    yield "packed-junk", [request(method=b"POST", Content_Encoding=b"gzip, br, x", body=b"\x1f\x8b" + bytes(99))]
    yield "form", [request(method=b"POST", Content_Type=b"multipart/form-data; boundary=x", body=b"--x\r\n" * 9_999)]


def _frames() -> Iterator[tuple[str, Parts]]:
    """What is said in a socket, and no page could say."""
    deflated = socket(Sec_WebSocket_Extensions=b"permessage-deflate")
    for name, frames in (
        ("unmasked", [b"\x81\x01x", GOODBYE]), ("reserved", [frame(TEXT, b"x", 0xF0)]), ("unknown", [frame(5, b"x")]),
        ("huge", [b"\x82\xff" + b"\x7f" + b"\xff" * 7 + MASK]), ("long-ping", [frame(PING, b"x" * 200)]),
        ("cut-ping", [frame(PING, b"x", 0)]), ("no-start", [frame(0, b"x")]), ("not-utf8", [frame(TEXT, b"\xff\xfe")]),
        ("halves", [frame(TEXT, b'["stdin", "\xed\xa0\x80"]')]), ("no-reason", [frame(CLOSE, b"\x03")]),
        ("odd-reason", [frame(CLOSE, b"\x00\x05")]), ("reason-not-utf8", [frame(CLOSE, b"\x03\xe8\xff")]),
        ("two-starts", [frame(TEXT, b"[", 0), frame(TEXT, b"]")]), ("packed-unasked", [frame(TEXT, b"x", 0xC0)]),
        ("big", [frame(BINARY, MEGA + MEGA)]), ("endless", [frame(TEXT, MEGA, 0), *[frame(0, MEGA, 0)] * 50]),
        ("empty-endless", [frame(TEXT, b"", 0), frame(0, b"", 0) * 200_000, GOODBYE]),
        ("pings", [frame(PING, b"x" * 100) * 20_000, GOODBYE]), ("junk", [bytes(range(256)) * 100]),
    ):  # fmt: skip
        yield f"frame-{name}", [socket(), *frames]
    yield "frame-packed-bomb", _packed_frame(deflated)
    yield "frame-packed-junk", [deflated, frame(TEXT, b"\xff" * 100, 0xC0)]
    for version in (b"0", b"x", b"13, 8"):
        yield f"version-{version.decode()}", [socket(Sec_WebSocket_Version=version)]
    yield "no-key", [socket(Sec_WebSocket_Key=None)]
    yield "no-upgrade", [request(b"/ws", Origin=b"http://" + NAME)]
    window = b"permessage-deflate; server_max_window_bits=99999; client_max_window_bits=-1"
    yield "odd-window", [socket(Sec_WebSocket_Extensions=window), GOODBYE]


def _packed_body() -> Parts:
    """Made when it is sent, for that takes long."""
    bomb = zlib.compress(b"\0" * 100_000_000, 9)
    yield request(method=b"POST", Content_Encoding=b"deflate", body=bomb)


def _packed_frame(hello: bytes) -> Parts:
    yield hello
    pack = zlib.compressobj(9, wbits=-15)
    yield frame(TEXT, pack.compress(b"\0" * 100_000_000) + pack.flush(zlib.Z_SYNC_FLUSH), 0xC0)


def whole() -> Iterator[tuple[str, Parts]]:
    """Name → what is sent, by who waits for an answer."""
    yield from _heads()
    yield from _bodies()
    yield from _frames()


def cut() -> Iterator[tuple[str, Parts]]:
    """Name → what is sent by who leaves half-way."""
    yield "nothing", []
    yield "http-0", [b"GET /\r\n"]
    yield "half-a-line", [b"GET / HT"]
    yield "half-a-head", [request()[:-2]]
    yield "endless-line", [b"GET /", *[MEGA] * 50]
    yield "endless-head", [request()[:-2], *[b"x: " + b"y" * 8_000 + b"\r\n"] * 6_000]
    yield "half-a-body", [request(method=b"POST", Content_Length=b"99")]
    yield "half-a-chunk", [request(method=b"POST", Transfer_Encoding=b"chunked") + b"99\r\nx"]
    yield "half-a-frame", [socket(), frame(TEXT, b"x" * 100)[:50]]


# -- messages -----------------------------------------------------------------------------------------------

MESSAGES: dict[str, tuple[str | bytes, int]] = {
    "empty": ("", 1), "no-end": ('["stdin", "', 1), "null": ("null", 1), "true": ("true", 1), "empty-list": ("[]", 1),
    "map": ('{"stdin": "x"}', 1), "no-keys": ('["stdin"]', 1), "two-keys": ('["stdin", "a", "b"]', 1),
    "number-typed": ('["stdin", 1]', 1), "list-typed": ('["stdin", ["x"]]', 1), "unknown": ('["open_url", "x"]', 1),
    "big-unknown": ('["' + "x" * 999_000 + '"]', 1),
    "numbers-too-big": ('["resize", {"width": 1e999, "height": 1}]', 1),
    "digits": ('["resize", {"width": ' + "9" * 5_000 + ', "height": 1}]', 1),
    "some-digits": ('["resize", {"width": ' + "9" * 4_000 + ', "height": -' + "9" * 4_000 + "}]", 1),
    "no-numbers": ('["resize", {"width": NaN, "height": Infinity}]', 1), "no-size": ('["resize", {}]', 1),
    "true-size": ('["resize", {"width": true, "height": false}]', 1), "null-size": ('["resize", null]', 1),
    "same-key": ('["resize", {"width": 1, "width": 2, "height": 3}]', 1),
    "more-keys": ('["resize", {"width": 1, "height": 2, "__class__": 3}]', 1),
    "deep-lists": ("[" * 900_000, 1), "deep-maps": ('{"a":' * 150_000, 1), "many": ("[" + "1," * 400_000 + "1]", 1),
    "halves": ('["stdin", "\\ud800\\udfff"]', 1), "nul": ('["stdin", "\\u0000"]', 1), "mark-first": ("\ufeff[]", 1),
    "big-typed": ('["stdin", "' + "x" * 999_000 + '"]', 1), "too-big": ('["stdin", "' + "x" * 1_000_000 + '"]', 1),
    "far-too-big": ("x" * 20_000_000, 1), "big-ping": ('["ping", "' + "x" * 999_000 + '"]', 1),
    "number-ping": ('["ping", 1]', 1), "binary": (b'["stdin", "x"]', 1), "big-binary": (b"\x00" * 900_000, 1),
    "many-pings": ('["ping", "x"]', 5_000), "many-sizes": ('["resize", {"width": 1, "height": 1}]', 5_000),
    "many-looks": ('["focus"]', 5_000), "many-keys": ('["stdin", "\\u001b]52;c;aGk=\\u0007"]', 5_000),
}  # fmt: skip
"""Name → what a page says, and how often."""


def messages_with(text: str) -> Iterator[str | bytes]:
    """What a page says with this text."""
    import json

    yield text.encode("utf-8", "replace").decode()
    yield text.encode("utf-8", "surrogatepass")
    for message in (["stdin", text], ["ping", text], [text], [text, text], ["stdin", text, text], {text: text},
                    ["resize", {"width": text, "height": text}], ["resize", {"width": 80, text: 24}],
                    ["focus", text]):  # fmt: skip
        yield json.dumps(message)
