"""Coverage-guided fuzzing of whatever meets a contributor's bytes first: `python -m tests.hostile.fuzz`.

Each target runs in a process of its own, for so many seconds and within so much memory, and starts from the
shipped files and from what earlier runs have found worth keeping. An input that breaks a rule is kept in
`tests/hostile/finds/`, where the tests find it; mend the program, and keep the file.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.mutations import SHIPPED, TOKENS

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
KEPT = PROJECT / ".fuzz"
"""What earlier runs found worth keeping; it may be removed at any time."""
TARGETS = ("loading", "checking", "tidying", "rendering")
MEGABYTES = 1500
SLOWEST_SECONDS = 60
"""One input that takes longer counts as one that never ends."""


def main() -> None:
    """Fuzz every target in turn, or the ones that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", help="what to fuzz; all if none is named")
    parser.add_argument("--seconds", type=int, default=600, help="how long for each target")
    chosen = parser.parse_args()
    if unknown := set(chosen.targets) - set(TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    broken = [target for target in chosen.targets or TARGETS if not fuzz(target, chosen.seconds)]
    if broken:
        raise SystemExit(
            f"Broken: {', '.join(broken)}. The inputs lie in {HERE.relative_to(PROJECT)}/finds/."
        )


def fuzz(target: str, seconds: int) -> bool:
    """Fuzz one target in a process of its own; return whether nothing was found."""
    corpus, seeds, finds = KEPT / target, KEPT / f"{target}-seeds", HERE / "finds" / target
    for folder in (corpus, seeds, finds):
        folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(sources(target)):
        (seeds / str(number)).write_bytes(data)
    (KEPT / "tokens").write_text("\n".join(map(quoted, TOKENS)) + "\n", "ascii")
    print(f"== {target}: {seconds} seconds", flush=True)
    options = {
        "max_total_time": seconds,
        "timeout": SLOWEST_SECONDS,
        "report_slow_units": SLOWEST_SECONDS,
        "rss_limit_mb": MEGABYTES,
        "max_len": 20_000,
        "dict": KEPT / "tokens",
        "artifact_prefix": f"{finds}/",
        "print_final_stats": 1,
        "verbosity": 0,
    }
    words = [f"-{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "tests.hostile.watched", target, *words, corpus, seeds]
    return subprocess.run(command, cwd=PROJECT, check=False).returncode == 0


def sources(target: str) -> Iterator[bytes]:
    """Yield inputs to start from; the check reads the kind of a file from its first byte."""
    for number, file in enumerate(SHIPPED):
        data = file.read_bytes()
        yield bytes([number % 7]) + data if target == "checking" else data[:4000]
    yield from (find.read_bytes() for find in sorted((HERE / "finds" / target).glob("*")))


def quoted(token: str | bytes) -> str:
    """Write a token as libFuzzer's dictionaries have it."""
    data = token.encode() if isinstance(token, str) else token
    return '"' + "".join(f"\\x{byte:02x}" for byte in data) + '"'


if __name__ == "__main__":
    main()
