"""A loopback site bounded in answers and time, and the small things that every test of this room needs."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from onrecord.records import Capture, Document, Problem, Source, SourceKind
from onrecord.sources.collect import open_file

ZONE = ZoneInfo("Europe/Vienna")
SOURCE = Source(id="post", name="The Post", kind=SourceKind.MEDIA)

Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """What the loopback server answers, and what it was asked (path and headers)."""

    port: int = 0
    pages: dict[str, Reply | Callable[[dict[str, str]], Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def allow(self) -> frozenset[str]:
        return frozenset({f"127.0.0.1:{self.port}"})

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        timeout = 5

        def do_GET(self) -> None:
            headers = {key.lower(): value for key, value in self.headers.items()}
            made.asked.append((self.path, headers))
            page = made.pages.get(self.path, (404, {}, b"none"))
            status, extra, body = page(headers) if callable(page) else page
            self.send_response(status)
            for key, value in extra.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.timeout = 0.05
    made.port = server.server_address[1]
    done = threading.Event()

    def serve() -> None:
        for _ in range(400):  # at most 400 answers or 20 idle seconds
            if done.is_set():
                break
            server.handle_request()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield made
    done.set()
    thread.join(timeout=5)
    server.server_close()


@dataclass
class Opened:
    """What a file gave."""

    documents: list[Document]
    problems: list[Problem]

    @property
    def text(self) -> str:
        (document,) = self.documents
        return document.text

    @property
    def message(self) -> str:
        (problem,) = self.problems
        return problem.message


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Opened]:
    """Write bytes under a name and open them as the collector does."""

    def write(data: bytes | str, name: str = "2024-12-14T0900 report.txt", **more: object) -> Opened:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return sort(open_file(path, SOURCE, ZONE, address=name, **more))  # type: ignore[arg-type]

    return write


def sort(found: Iterator[Capture | Problem]) -> Opened:
    items = list(found)
    return Opened(
        [item.document for item in items if isinstance(item, Capture)],
        [item for item in items if isinstance(item, Problem)],
    )
