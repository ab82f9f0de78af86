"""Links are asked for politely, and every kind of answer is what it is called."""

import json
import socket
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from inolink import __version__
from inolink.checking.schemas import load_schemas
from inolink.reading.directory import read_directory
from inolink.reports import WRITERS
from inolink.reports.links import links as report_on
from inolink.upkeep.links import Answer, Asker, Cache, Outcome, Place, collect, survey
from inolink.upkeep.links.survey import Manners, Survey
from tests.conftest import RunLine
from tests.directories import TODAY, Directory
from tests.upkeep.servers import Server, serving

HASTE = Manners(parallel=4, pause=0)
BETA = "clusters/beta/profile.yml"


@pytest.fixture
def server() -> Iterator[Server]:
    """Run a server that answers in every way."""
    with serving() as server:
        yield server


@pytest.fixture
def asker() -> Asker:
    """Make one that waits longer than any machine here takes to answer."""
    return Asker("https://directory.example/", timeout=600)


def places(*urls: str) -> dict[str, tuple[Place, ...]]:
    """Return addresses that all stand in one place."""
    return {url: (Place(BETA, 1),) for url in urls}


@pytest.mark.parametrize(
    ("path", "outcome", "detail"),
    [
        ("/ok", Outcome.OK, "200"),
        ("/elsewhere", Outcome.OK, "200"),
        ("/no-head", Outcome.OK, "200"),
        ("/ok#part", Outcome.OK, "200"),
        ("/moved", Outcome.MOVED, "200"),
        ("/404", Outcome.GONE, "404"),
        ("/410", Outcome.GONE, "410"),
        ("/403", Outcome.UNKNOWN, "403"),
        ("/429", Outcome.UNKNOWN, "429"),
        ("/500", Outcome.SERVER_ERROR, "500"),
        ("/503", Outcome.SERVER_ERROR, "503"),
        ("/loop", Outcome.LOOP, "leads from one address to the next without end"),
        ("/away", Outcome.UNKNOWN, "leads to ftp:"),
    ],
)
def test_every_answer_has_its_class(
    server: Server, asker: Asker, path: str, outcome: Outcome, detail: str
) -> None:
    answer = asker.ask(server.url(path))
    assert (answer.outcome, answer.detail) == (outcome, detail)


def test_a_server_that_keeps_silent_is_not_waited_for_for_ever(server: Server) -> None:
    answer = Asker("https://directory.example/", timeout=0.1).ask(server.url("/silent"))
    assert answer == Answer(Outcome.NO_ANSWER, "no answer within 0.1 seconds")


def test_a_server_that_answers_sign_by_sign_without_end_is_left_in_the_end(server: Server) -> None:
    answer = Asker("https://directory.example/", timeout=0.1).ask(server.url("/dripping"))
    assert answer.outcome is Outcome.NO_ANSWER


def test_a_host_that_never_answers_is_not_asked_for_all_of_its_addresses(
    server: Server, asker: Asker
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        urls = [f"http://127.0.0.1:{closed.getsockname()[1]}/{number}" for number in range(7)]
        other = server.url("/ok").replace("127.0.0.1", "localhost")
        found = survey(places(*urls, other), asker, Cache(), TODAY, HASTE)
    details = [known.answer.detail for _, known in found.of(Outcome.NO_ANSWER)]
    assert [detail.startswith("not asked for") for detail in details] == [False] * 5 + [True] * 2
    assert found.known[other].answer.outcome is Outcome.OK


def test_an_address_that_moved_for_good_is_told_with_the_new_one(server: Server, asker: Asker) -> None:
    assert asker.ask(server.url("/moved")).target == server.url("/ok")
    assert asker.ask(server.url("/elsewhere")).target is None


def test_a_certificate_that_nobody_vouches_for_is_called_wrong(asker: Asker) -> None:
    with serving(tls=True) as server:
        assert asker.ask(server.url("/ok")).outcome is Outcome.CERTIFICATE


def test_a_server_that_does_not_speak_tls_gives_no_answer(server: Server, asker: Asker) -> None:
    assert asker.ask(server.url("/ok").replace("http:", "https:")).outcome is Outcome.NO_ANSWER


def test_a_closed_port_gives_no_answer(asker: Asker) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        answer = asker.ask(f"http://127.0.0.1:{closed.getsockname()[1]}/")
    assert answer == Answer(Outcome.NO_ANSWER, "the host refuses connections")


@pytest.mark.parametrize(
    "url", ["http://", "http://[", "https://a..b/", f"https://{'a' * 80}.example/", "http://x:99999/"]
)
def test_what_is_no_address_is_answered_without_a_request(asker: Asker, url: str) -> None:
    assert asker.ask(url).outcome in {Outcome.GONE, Outcome.NO_ANSWER}


def test_the_head_is_asked_for_first_and_the_whole_only_if_that_is_refused(
    server: Server, asker: Asker
) -> None:
    asker.ask(server.url("/ok"))
    asker.ask(server.url("/no-head"))
    assert server.asked == {("HEAD", "/ok"): 1, ("HEAD", "/no-head"): 1, ("GET", "/no-head"): 1}


def test_the_server_learns_who_asks(server: Server, asker: Asker) -> None:
    asker.ask(server.url("/ok"))
    assert server.agents == {f"inolink/{__version__} (link check; +https://directory.example/)"}


def test_one_host_is_asked_one_thing_at_a_time(server: Server, asker: Asker) -> None:
    urls = [server.url(f"/ok?{number}") for number in range(20)]
    found = survey(places(*urls), asker, Cache(), TODAY, HASTE)
    assert len(found.of(Outcome.OK)) == 20
    assert server.most_at_once == 1


def test_several_hosts_are_asked_at_once(asker: Asker) -> None:
    with serving() as first, serving() as second:
        first.held_until = second.questioned
        urls = (first.url("/held"), second.url("/ok").replace("127.0.0.1", "localhost"))
        found = survey(places(*urls), asker, Cache(), TODAY, HASTE)
    assert [found.known[url].answer.outcome for url in urls] == [Outcome.OK, Outcome.OK]


def test_a_sound_link_is_asked_for_once_a_week_and_a_failure_each_time(
    server: Server, asker: Asker, tmp_path: Path
) -> None:
    file, wanted = tmp_path / "links.json", places(server.url("/ok"), server.url("/404"))
    for days in (0, 6, 7):
        cache = Cache.read(file)
        survey(wanted, asker, cache, TODAY + timedelta(days), HASTE)
        cache.write(wanted)
    assert server.asked["HEAD", "/ok"] == 2
    assert server.asked["HEAD", "/404"] == 3
    assert Cache.read(file).known[server.url("/404")].since == TODAY


def test_what_nobody_links_to_any_more_is_forgotten(server: Server, asker: Asker, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "links.json"
    cache = Cache(file)
    survey(places(server.url("/ok"), server.url("/404")), asker, cache, TODAY, HASTE)
    cache.write([server.url("/ok")])
    assert list(Cache.read(file).known) == [server.url("/ok")]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"x": 1}', '{"x": {"outcome": "odd"}}', '{"x":' * 100_000]
)
def test_a_cache_that_cannot_be_read_is_as_good_as_none(tmp_path: Path, content: str) -> None:
    file = tmp_path / "links.json"
    file.write_text(content)
    assert Cache.read(file).known == {}


def test_an_answer_from_a_day_to_come_is_not_believed_until_then(tmp_path: Path) -> None:
    file, url = tmp_path / "links.json", "https://a.example/"
    cache = Cache(file)
    cache.note(url, Answer(Outcome.OK, "\udc80"), TODAY + timedelta(400))
    cache.write([url])
    assert not Cache.read(file).fresh(url, TODAY)


def test_links_are_found_in_fields_in_texts_and_in_guides(directory: Directory) -> None:
    directory.write(
        "docs/en/about.md", "# About\n\nSee [this](https://guide.example/a_(b)) and [that](x.md).\n"
    )
    found = collect(directory.root, read_directory(directory.root).documents, load_schemas(directory.root))
    assert found["https://guide.example/a_(b)"] == (Place("docs/en/about.md", 3),)
    assert Place("clusters/alpha/profile.yml", 14) in found["https://alpha.example/lab"]
    assert Place(BETA, 10) in found["https://beta.example"]


def test_the_command_reports_every_class_with_its_places_and_exits_with_0(
    directory: Directory, server: Server, run_line: RunLine
) -> None:
    urls = [server.url(path) for path in ("/moved", "/404", "/403", "/500", "/loop", "/ok")]
    for file in (directory.root / "clusters").rglob("*.yml"):
        file.unlink()
    directory.write(BETA, "name: {en: Beta}\nsources:\n" + "".join(f"  - {url}\n" for url in urls))
    line = f"inolink links --pause 0 --timeout 120 --cache kept.json --today {date(2026, 11, 23)}"
    done = run_line(line, cwd=directory.root)
    assert done.returncode == 0, done.stderr
    assert f"{urls[1]}: 404. {BETA}:4" in done.stdout
    assert f"{urls[0]}: now at {urls[5]}; {BETA}:3" in done.stdout
    assert "1 gone, 0 with a wrong certificate, 1 in circles" in done.stdout
    assert done.stdout.endswith("Next: `inolink check`.\n")
    again = run_line(f"{line} --format json", cwd=directory.root)
    data = json.loads(again.stdout)
    assert data["asked"] == 4
    assert {entry["url"]: entry["outcome"] for entry in data["links"]}[urls[2]] == "unknown"
    assert f"[open](<{urls[1]}>)" in run_line(
        f"{line} --format markdown --language lt", cwd=directory.root
    ).stdout.replace("atverti", "open")


def test_what_stands_in_the_place_of_an_address_does_not_end_its_link_in_a_report() -> None:
    url, cache = "https://a.example/>)\n@all <b>", Cache()
    cache.note(url, Answer(Outcome.GONE, "404"), TODAY)
    report = report_on(Survey(places(url), cache.known, (url,)), "en")
    assert WRITERS["markdown"](report).endswith("(<https://a.example/%3E)%0A@all%20%3Cb%3E>))")


@pytest.mark.parametrize("option", ["--timeout nan", "--pause nan", "--cache mkdocs.yml", f"--cache {BETA}"])
def test_what_cannot_be_asked_with_is_refused_and_nothing_is_written_over(
    directory: Directory, run_line: RunLine, option: str
) -> None:
    before = directory.read("mkdocs.yml"), directory.read(BETA)
    done = run_line(f"inolink links {option}", cwd=directory.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Asking" not in done.stderr
    assert (directory.read("mkdocs.yml"), directory.read(BETA)) == before


def test_a_machine_without_a_connection_blames_nobody(
    directory: Directory, server: Server, run_line: RunLine
) -> None:
    for file in (directory.root / "clusters").rglob("*.yml"):
        file.unlink()
    urls = [f"http://no-such-host-{number}.invalid/" for number in range(5)]
    directory.write(BETA, "name: {en: Beta}\nsources:\n" + "".join(f"  - {url}\n" for url in urls))
    line = "inolink links --pause 0 --timeout 120 --cache kept.json"
    done = run_line(line, cwd=directory.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith("Error: No address answered")
    assert not (directory.root / "kept.json").exists()
    directory.append(BETA, f"  - {server.url('/404')}\n")
    assert run_line(line, cwd=directory.root).returncode == 0
