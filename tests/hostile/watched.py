"""One target of the fuzzer, in a process that watches its modules: `-m tests.hostile.watched NAME …`."""

import sys

import atheris

with atheris.instrument_imports(
    include=["inolink.reading", "inolink.checking", "inolink.upkeep", "markdown_it"]
):
    from tests.hostile.oracles import ORACLES

if __name__ == "__main__":
    program, target, *words = sys.argv
    atheris.Setup([program, *words], ORACLES[target])
    atheris.Fuzz()
