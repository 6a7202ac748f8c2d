"""Networks on a GPU here and in PyTorch, in one run: both take turns, ratios of medians at the end.

    cargo build --release -p benches --bin gpu
    python benches/peers/compare_gpu.py [--precisions f32 tf32 bf16] [--modes eager compiled graph]

`--device cpu --quick` runs both at tiny sizes without a GPU, and only shows that they work. Exit code 2 where
PyTorch, a GPU or our program is missing. See benches/README.md. Needs `pip install torch`.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import torch_gpu

HERE = pathlib.Path(__file__).resolve().parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent.parent / "target"))
OURS = TARGET / "release" / "gpu"

# Our case, PyTorch's, and whether our time is the device's or the host's.
CASES = (
    ("convnet_train", "convnet_train", "wall_ms"),
    ("convnet_train_queued", "convnet_train_queued", "wall_ms"),
    ("convnet_train_many", "convnet_train_many", "wall_ms"),
    ("convnet_infer_one", "convnet_infer_one", "wall_ms"),
    ("convnet_infer", "convnet_infer", "wall_ms"),
    ("convnet_copy", "convnet_copy", "wall_ms"),
    ("mlp_train", "mlp_train", "wall_ms"),
    ("mlp_train_queued", "mlp_train_queued", "wall_ms"),
    ("gemm", "gemm", "device_ms"),
    ("start_cold", "start", "wall_ms"),
    ("start_warm", "start", "wall_ms"),
)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--device", default="cuda", help="cuda, cuda:1, …; or cpu")
    parser.add_argument("--precisions", choices=torch_gpu.PRECISIONS, nargs="+")
    parser.add_argument("--modes", choices=torch_gpu.MODES, nargs="+", default=list(torch_gpu.MODES))
    parser.add_argument("--channels-last", action="store_true", help="PyTorch in this layout")
    parser.add_argument("--turns", type=int, default=2, help="runs of each")
    parser.add_argument("--rounds", type=int, default=5, help="rounds in a run")
    parser.add_argument("--quick", action="store_true", help="tiny sizes, one call a round")
    args = parser.parse_args()
    if min(args.turns, args.rounds) < 1:
        parser.error("--turns and --rounds must be at least 1")
    is_cpu = args.device == "cpu"
    if args.precisions is None:
        args.precisions = ["f32"] if is_cpu else list(torch_gpu.PRECISIONS)
    if is_cpu and args.precisions != ["f32"]:
        parser.error("on the CPU there is only f32")
    if is_cpu:
        args.modes = [mode for mode in args.modes if mode != "graph"] or ["eager"]
    return args


def output(command):
    """What a command prints; where it fails this program ends, with 2 where something is missing."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        print(f"{' '.join(map(str, command))}:\n{done.stderr}", file=sys.stderr)
        sys.exit(2 if done.returncode == 2 else 1)
    return done.stdout


def common(args, precision):
    """The options of both programs."""
    quick = ["--quick"] if args.quick else []
    return ["--precision", precision, "--rounds", str(args.rounds), *quick]


def ours(args, precision):
    """Our times in ms, by case; and the device."""
    name, _, index = args.device.partition(":")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "figures.json"
        device = "cpu" if name == "cpu" else index or "0"
        output([OURS, "--device", device, "--json", file, *common(args, precision)])
        report = json.loads(file.read_text())
    figures = {figure["name"]: figure for figure in report["figures"]}
    # Without a clock of the device the host's counts.
    times = {case: (figures[case][clock] or figures[case]["wall_ms"])["median"] for case, _, clock in CASES}
    return times, report["device"]


def theirs(args, precision):
    """PyTorch's times in ms, by case and mode."""
    layout = ["--channels-last"] if args.channels_last else []
    command = [sys.executable, HERE / "torch_gpu.py", "--device", args.device, "--modes", *args.modes]
    out = output([*command, *layout, *common(args, precision)])
    lines = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    return {(line["name"], line["mode"]): line["median_ms"] for line in lines}


def table(args, precision, turns):
    """A line a case: our time, and each mode's with the ratio."""
    head = " | ".join(f"{mode}, ms | ours / {mode}" for mode in args.modes)
    print(f"\n{precision}:\n\n| case | ours, ms | {head} |")
    print("|---" * (2 + 2 * len(args.modes)) + "|")
    for case, peer, _ in CASES:
        cells = [f"{statistics.median(mine[case] for mine, _ in turns):.3f}"]
        for mode in args.modes:
            if any((peer, mode) not in torch for _, torch in turns):
                cells += ["–", "–"]
                continue
            time = statistics.median(torch[peer, mode] for _, torch in turns)
            ratio = statistics.median(mine[case] / torch[peer, mode] for mine, torch in turns)
            cells += [f"{time:.3f}", f"{ratio:.2f}"]
        print(f"| {case} | {' | '.join(cells)} |", flush=True)


def main():
    args = arguments()
    if not OURS.exists():
        torch_gpu.stop(f"{OURS} is missing\nhelp: cargo build --release -p benches --bin gpu")
    torch = torch_gpu.load(args.device)
    print(f"PyTorch {torch.__version__}, layout {'channels last' if args.channels_last else 'default'}")
    is_first = True
    for precision in args.precisions:
        turns = []
        for _ in range(args.turns):
            mine, device = ours(args, precision)
            if is_first:
                print(f"device: {device}")
                is_first = False
            turns.append((mine, theirs(args, precision)))
        table(args, precision, turns)


if __name__ == "__main__":
    main()
