"""Fingerprints of values."""

import pytest

from inolink.publish.fingerprints import Fingerprints, NoFingerprintError
from tests.directories import TODAY


def test_values_that_differ_have_other_fingerprints_and_the_same_ones_the_same() -> None:
    take = Fingerprints().of
    values = ["1", 1, 1.5, True, None, ("1",), ("1", None), {"1": 1}, {1: "1"}, frozenset({"1"}), b"1", TODAY]
    assert len({take(value) for value in values}) == len(values)
    assert take({"b": 1, "a": 2}) != take({"a": 2, "b": 1})
    assert take(frozenset({"a", "b"})) == take(frozenset({"b", "a"}))
    with pytest.raises(NoFingerprintError):
        take(iter(()))
