"""`python -m inolink` is the command `inolink`."""

from inolink.cli import main

if __name__ == "__main__":
    main(prog_name="inolink")
