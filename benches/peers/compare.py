"""The ConvNet here and in PyTorch, in one run: rounds of both take turns, ratios of medians at the end.

    cargo build --release -p benches
    python benches/peers/compare.py [--rounds R] [--threads 1 2]

A round of ours and a round of PyTorch's follow each other, so that a slow moment of the machine falls on
both. Needs `pip install torch numpy`.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
OURS = HERE.parent.parent / "target" / "release" / "convnet_times"


def lines(command):
    """The JSON objects that a command prints, one a line."""
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in out.splitlines() if line.startswith("{")]


def round_of(threads):
    """One round of everything: the time in ms by (who, case)."""
    times = {("ours", t["name"]): t["median_ms"] for t in lines([str(OURS), str(threads), "1"])}
    for extra in ([], ["--no-mmap"]):
        command = [sys.executable, str(HERE / "torch_convnet.py"), "--threads", str(threads)]
        for t in lines([*command, "--rounds", "1", "--json", *extra]):
            times["torch" + (" no-mmap" if extra else ""), t["name"]] = t["median_ms"]
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    args = parser.parse_args()
    print("| case | threads | ours, ms | PyTorch, ms | channels-last | channels-last, no mmap | ours / channels-last |")
    print("|---|---|---|---|---|---|---|")
    for threads in args.threads:
        rounds = [round_of(threads) for _ in range(args.rounds)]
        for case in ("train_64", "infer_64", "infer_1"):
            keys = [
                ("ours", case),
                ("torch", f"{case}_default"),
                ("torch", f"{case}_channels_last"),
                ("torch no-mmap", f"{case}_channels_last"),
            ]
            medians = [statistics.median(r[k] for r in rounds) for k in keys]
            ratio = statistics.median(r[keys[0]] / r[keys[2]] for r in rounds)
            cells = " | ".join(f"{m:.2f}" for m in medians)
            print(f"| {case} | {threads} | {cells} | {ratio:.2f} |", flush=True)


if __name__ == "__main__":
    main()
