"""Runs a module as a program that ends when whoever started it does, however that comes to its end.

Its standard input is the tie: nobody writes into it, and it closes with the last process at its other end.
"""

import os
import runpy
import sys
import threading


def main() -> None:
    """Run the module that the first argument names, with the arguments after it."""
    module = sys.argv.pop(1)
    threading.Thread(target=_watch, args=(sys.stdin.fileno(),), daemon=True).start()
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _watch(tie: int) -> None:
    os.read(tie, 1)
    os._exit(1)


if __name__ == "__main__":
    main()
