"""The command `inolink`, which is also `python -m inolink`."""

import gc
import sys

OBJECTS_BETWEEN = 50_000
"""New ones until the collector looks for what refers to itself; Python itself looks after 700."""


def run() -> None:
    """Run the command line; whoever stops it while it is still being loaded gets no traceback either."""
    # Records live as long as the command: to look through them again and again takes a tenth of its time.
    gc.set_threshold(OBJECTS_BETWEEN)
    try:
        from inolink.cli import main  # noqa: PLC0415  # takes long enough to be stopped
    except KeyboardInterrupt:
        sys.exit("Aborted!")
    main(prog_name="inolink")


if __name__ == "__main__":
    run()
