"""The networks of `benches/src/networks.rs` here, in PyTorch and in ONNX Runtime: rounds of all take turns, ratios at the end.

    cargo build --release -p benches
    pip install torch numpy onnx onnxruntime
    python benches/peers/compare.py [--rounds R] [--threads 1 2] [--only PART] [--write]

A round of ours and a round of the peers follow each other, so that a slow moment of the machine falls on all. The figure is the
median over the rounds; a ratio is the median of the rounds' ratios. `--write` puts the table into the README.
PyTorch runs as it is shipped and, for steps, with glibc's mmap off: it then keeps the memory of large tensors.
"""

import argparse
import datetime
import importlib.metadata
import json
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OURS = ROOT / "target" / "release" / "times"
BEGIN, END = "<!-- compared networks -->\n", "<!-- end of compared networks -->\n"


def lines(command):
    """The JSON objects that a command prints, one a line."""
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in out.splitlines() if line.startswith("{")]


def round_of(args, threads):
    """One round of everything: the time in ms by (who, case)."""
    options = ["--threads", str(threads), "--rounds", "1", "--only", args.only]
    options += ["--seconds", str(args.seconds)]
    times = {("ours", t["name"]): t["median_ms"] for t in lines([str(OURS), *options])}
    peers = [sys.executable, str(HERE / "networks.py"), *options]
    times |= {(t["peer"], t["name"]): t["median_ms"] for t in lines(peers)}
    if "infer" not in args.only:
        tuned = lines([*peers, "--no-mmap", "--steps"])
        times |= {("tuned", t["name"]): t["median_ms"] for t in tuned}
    return times


def rows(args):
    """The rows of the table."""
    for threads in args.threads:
        rounds = [round_of(args, threads) for _ in range(args.rounds)]
        for who, case in rounds[0]:
            if who != "ours":
                continue
            peers = [p for p in ("torch", "tuned", "onnxruntime") if (p, case) in rounds[0]]
            name, kind, batch = case.split()
            what = "a training step" if kind == "train" else "an inference"
            cells = [f"{name}, {what} of {batch}", threads, f"{statistics.median(r[who, case] for r in rounds):.3g}"]
            for peer in ("torch", "tuned", "onnxruntime"):
                if peer in peers:
                    ms = statistics.median(r[peer, case] for r in rounds)
                    ratio = statistics.median(r[who, case] / r[peer, case] for r in rounds)
                    cells.append(f"{ms:.3g} ({ratio:.2f})")
                else:
                    cells.append("")
            yield "| " + " | ".join(map(str, cells)) + " |"


def processor():
    """What the system calls it."""
    names = [l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")]
    return f"{len(names)} cores of {names[0]}" if names else "an unknown processor"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=0.3, help="of a case in a round")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--only", default="", help="cases whose name contains this")
    parser.add_argument("--write", action="store_true", help="put the table into the README")
    args = parser.parse_args()
    versions = " and ".join(
        f"{name} {importlib.metadata.version(package).split('+')[0]}"
        for name, package in (("PyTorch", "torch"), ("ONNX Runtime", "onnxruntime"))
    )
    table = [
        "| milliseconds (this / peer) | threads | this | PyTorch | PyTorch, mmap off | ONNX Runtime |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows(args):
        table.append(row)
        print(row, flush=True)
    table += ["", f"{datetime.date.today()}, {processor()}, {versions}; `benches/peers/compare.py`."]
    if args.write:
        readme = ROOT / "README.md"
        text = readme.read_text()
        before, rest = text.split(BEGIN)
        readme.write_text(before + BEGIN + "\n".join(table) + "\n" + END + rest.split(END)[1])


if __name__ == "__main__":
    main()
