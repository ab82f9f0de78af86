"""What holds for the matches of any directory whatever."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from inolink.catalogue import Catalogue
from inolink.catalogue.assemble import Assembly
from inolink.catalogue.history import History
from inolink.matching import By, Notes, find_matches
from inolink.matching.weights import weights
from inolink.reading import Document, FileKind, load_vocabularies
from inolink.reading.document import Marks
from tests.directories import PROJECT, TODAY
from tests.matching.conftest import interest, organisation, told

VOCABULARIES = load_vocabularies(PROJECT)
WORDS = ("laser", "food", "packaging", "plastics", "quokka", "machine", "it", "ä", "R&D", "2026")
SLUGS = ("alpha", "beta", "gamma", "delta", "epsilon")


def some(vocabulary: str, most: int = 3) -> st.SearchStrategy[list[str]]:
    """Draw codes of a vocabulary."""
    codes = sorted(VOCABULARIES[vocabulary].codes)[:8]
    return st.lists(st.sampled_from(codes), max_size=most, unique=True)


titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
countries = st.lists(st.sampled_from(("LT", "PL", "DE")), max_size=2, unique=True)
wishes = st.fixed_dictionaries(
    {
        "direction": st.sampled_from(("seeks", "offers")),
        "domain": st.sampled_from(("business", "technology", "research")),
        "cooperation": some("cooperation"),
        "technologies": some("technologies"),
        "countries": countries,
        "partner_types": some("partner-types"),
        "status": st.sampled_from(("open", "open", "past")),
    }
)
profiles = st.fixed_dictionaries(
    {
        "technologies": some("technologies"),
        "ecosystems": some("ecosystems"),
        "languages": st.lists(st.sampled_from(("en", "lt")), max_size=2, unique=True),
        "status": st.sampled_from(("active", "active", "active", "dormant", "closed")),
        "country": st.sampled_from(("LT", "PL")),
        "wishes": st.lists(st.tuples(titles, wishes), max_size=3),
    }
)
directories = st.lists(profiles, min_size=1, max_size=len(SLUGS))


def catalogue(drawn: list[dict[str, Any]], today: date = TODAY) -> Catalogue:
    """Make the catalogue of what was drawn."""
    documents = [
        Document(f"clusters/{slug}/profile.yml", FileKind.PROFILE, profile(slug, each), Marks())
        for slug, each in zip(SLUGS, drawn, strict=False)
    ]
    clusters = Assembly(documents, (), History(), today).clusters(())
    return Catalogue(today, ("en", "lt"), clusters)


def profile(slug: str, drawn: dict[str, Any]) -> dict[str, Any]:
    """Write one organisation out."""
    wanted = [
        interest("seeks", title) | wish | {"id": f"i{number}"}
        for number, (title, wish) in enumerate(drawn["wishes"])
    ]
    rest = {key: value for key, value in drawn.items() if key not in ("wishes", "country")}
    return organisation(slug.title(), *wanted, address={"country": drawn["country"]}) | rest


@settings(max_examples=60)
@given(directories)
def test_matches_are_of_strangers_within_bounds_in_order_and_explained(drawn: list[dict[str, Any]]) -> None:
    known = catalogue(drawn)
    matches = find_matches(known, VOCABULARIES)
    open_keys = {opening.key for opening in known.open}
    for key in matches.keys:
        found = matches.of(key)
        assert len(found) <= weights().per_subject
        assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
        for match in found:
            assert match.subject == key
            assert match.subject.split("/")[1] != match.counterpart.split("/")[1]
            assert open_keys & {match.subject, match.counterpart}
            assert weights().least_score <= match.score <= 1
            assert match.reasons
            assert all(reason.terms or reason.words for reason in match.reasons)
            reasons = [reason.weight for reason in match.reasons]
            assert reasons == sorted(reasons, reverse=True)


@settings(max_examples=40)
@given(directories)
def test_whoever_is_a_match_is_one_from_both_sides(drawn: list[dict[str, Any]]) -> None:
    matches = find_matches(catalogue(drawn), VOCABULARIES)
    for key in matches.keys:
        for match in matches.of(key):
            back = matches.of(match.counterpart)
            full = len(back) == weights().per_subject
            assert match.mirrored in back or full
            assert match.mirrored.mirrored == match


@settings(max_examples=30)
@given(directories, st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_no_match(drawn: list[dict[str, Any]], random: Any) -> None:  # noqa: ANN401
    known = catalogue(drawn)
    shuffled = list(known.clusters)
    random.shuffle(shuffled)
    other = Catalogue(known.today, known.languages, tuple(shuffled))
    assert told(find_matches(known, VOCABULARIES)) == told(find_matches(other, VOCABULARIES))


@settings(max_examples=30)
@given(directories)
def test_what_is_asked_by_one_side_is_never_claimed_of_the_other(drawn: list[dict[str, Any]]) -> None:
    known = catalogue(drawn)
    openings = {opening.key: opening for opening in known.open}
    matches = find_matches(known, VOCABULARIES)
    for match in (match for key in matches.keys for match in matches.of(key)):
        for reason in match.reasons:
            asking = {By.SUBJECT: match.subject, By.COUNTERPART: match.counterpart}.get(reason.by)
            if asking is not None and reason.kind == "country":
                sought = openings[asking].record.record.countries
                assert {code for _, code in reason.terms} <= set(sought)


@settings(max_examples=40)
@given(directories, profiles, st.integers(0, len(SLUGS) - 1))
def test_matches_found_on_the_same_grounds_are_the_same(
    drawn: list[dict[str, Any]], another: dict[str, Any], place: int
) -> None:
    changed = [*drawn]
    changed[place % len(drawn)] = another
    one, again, other = (find_matches(catalogue(each), VOCABULARIES) for each in (drawn, drawn, changed))
    for key in {*one.keys, *other.keys}:
        assert one.grounds_of(key) == again.grounds_of(key)
        assert one.grounds_of(key) != other.grounds_of(key) or one.of(key) == other.of(key)


@settings(max_examples=40)
@given(
    directories,
    profiles,
    st.integers(0, len(SLUGS) - 1),
    st.sampled_from(("whole", "cut", "spoilt", "other")),
)
def test_with_the_notes_of_another_state_of_the_directory_the_matches_are_those_without(
    drawn: list[dict[str, Any]], another: dict[str, Any], place: int, rest: str
) -> None:
    changed = [*drawn]
    changed[place % len(drawn)] = another
    with TemporaryDirectory() as folder:
        file = Path(folder) / "notes"
        before = find_matches(catalogue(drawn), VOCABULARIES, Notes.of(file, "state", digests(drawn)))
        assert told(before) == told(find_matches(catalogue(drawn), VOCABULARIES))
        data = file.read_bytes()
        file.write_bytes({"cut": data[: len(data) // 2], "spoilt": data[:-1] + b"?"}.get(rest, data))
        notes = Notes.of(file, "other" if rest == "other" else "state", digests(changed))
        after = find_matches(catalogue(changed), VOCABULARIES, notes)
    assert told(after) == told(find_matches(catalogue(changed), VOCABULARIES))


def digests(drawn: list[dict[str, Any]]) -> dict[str, str]:
    """Tell the files of what was drawn from others."""
    return {f"clusters/{slug}/profile.yml": repr(each) for slug, each in zip(SLUGS, drawn, strict=False)}
