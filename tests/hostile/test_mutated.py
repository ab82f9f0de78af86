"""Sound files that were spoilt: whatever comes out, it is a record or problems at their places."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inolink.reading import read_directory
from inolink.reading.document import FileKind
from tests.directories import SMALL
from tests.hostile.drawn import records
from tests.hostile.effort import EFFORT
from tests.hostile.mutations import spoilt_bytes, spoilt_structure
from tests.hostile.oracles import ORACLES, PLACES, checking, loading, tidying

FINDS = Path(__file__).parent / "finds"
RECORDS = {document.path: document.value for document in read_directory(SMALL.parent).documents}
patient = settings(suppress_health_check=list(HealthCheck), derandomize=EFFORT == 1)


@settings(patient, max_examples=150 * EFFORT)
@given(spoilt_bytes())
def test_a_file_with_changed_bytes_is_read_and_tidied_or_named_as_broken(data: bytes) -> None:
    loading(data)
    tidying(data)


@settings(patient, max_examples=40 * EFFORT)
@given(spoilt_bytes(), st.sampled_from(FileKind))
def test_a_file_with_changed_bytes_is_checked_as_any_kind(data: bytes, kind: FileKind) -> None:
    checking(data, kind)


@settings(patient, max_examples=60 * EFFORT)
@given(st.data(), st.sampled_from(FileKind))
def test_a_record_with_something_odd_in_it_is_checked(data: st.DataObject, kind: FileKind) -> None:
    checking(data.draw(spoilt_structure(RECORDS[PLACES[kind]])).encode(), kind)


@settings(patient, max_examples=30 * EFFORT)
@given(st.data(), st.sampled_from(FileKind))
def test_a_record_drawn_from_its_schema_is_checked(data: st.DataObject, kind: FileKind) -> None:
    checking(data.draw(spoilt_structure(data.draw(records(kind)))).encode(), kind)


@pytest.mark.parametrize("find", sorted(path.relative_to(FINDS).as_posix() for path in FINDS.glob("*/*")))
def test_what_once_broke_the_program_does_so_no_longer(find: str) -> None:
    ORACLES[find.partition("/")[0]]((FINDS / find).read_bytes())
