"""How thoroughly to look: a little in every run of the tests, much more with `make fuzz`."""

import os

EFFORT = int(os.environ.get("INOLINK_FUZZ", "1"))
"""How many times as many examples to try as in a run of all tests."""
