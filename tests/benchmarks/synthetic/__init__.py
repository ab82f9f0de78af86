"""Made-up directories of any size, for measuring: the same seed gives the same files."""

from tests.benchmarks.synthetic.directory import DAY, write_directory

__all__ = ["DAY", "write_directory"]
