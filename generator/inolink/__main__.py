"""The command `inolink`, which is also `python -m inolink`."""

import sys


def run() -> None:
    """Run the command line; whoever stops it while it is still being loaded gets no traceback either."""
    try:
        from inolink.cli import main  # noqa: PLC0415  # takes long enough to be stopped
    except KeyboardInterrupt:
        sys.exit("Aborted!")
    main(prog_name="inolink")


if __name__ == "__main__":
    run()
