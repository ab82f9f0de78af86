"""`python -m tests.benchmarks.synthetic DIR --records N`: writes a made-up directory."""

import argparse
from pathlib import Path

from tests.benchmarks.synthetic.directory import write_directory

parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.synthetic", description=__doc__)
parser.add_argument("folder", type=Path, help="a new folder for the directory")
parser.add_argument("--records", type=int, required=True, help="how many profiles, strategies and offers")
parser.add_argument("--seed", type=int, default=0, help="another seed gives other records")
parser.add_argument("--languages", default="en,lt", help="the languages of all texts, separated by commas")
options = parser.parse_args()

written = write_directory(options.folder, options.records, options.seed, tuple(options.languages.split(",")))
print(f"{options.records} records in {written} files: {options.folder}")
