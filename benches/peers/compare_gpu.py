"""Networks on a GPU here, in PyTorch and in JAX, in one run: they take turns, ratios of medians at the end.

    cargo build --release -p benches --bin gpu
    python benches/peers/compare_gpu.py [--precisions f32 tf32 bf16] [--modes eager compiled graph]

`--device cpu --quick` runs them at tiny sizes without a GPU, and only shows that they work. A peer that is missing has no
column, and the reason is said. Exit code 2 where our program or a GPU is missing, or both peers are. See
benches/README.md. Needs `pip install torch jax[cuda12]`.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import timing
import torch_gpu

HERE = pathlib.Path(__file__).resolve().parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent.parent / "target"))
OURS = TARGET / "release" / "gpu"

# Our case, the peers', and whether our time is the device's or the host's.
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
    parser.add_argument("--precisions", choices=timing.PRECISIONS, nargs="+")
    parser.add_argument("--modes", choices=torch_gpu.MODES, nargs="+", default=list(torch_gpu.MODES), help="PyTorch's")
    parser.add_argument("--channels-last", action="store_true", help="PyTorch in this layout")
    parser.add_argument("--turns", type=int, default=2, help="runs of each")
    parser.add_argument("--rounds", type=int, default=5, help="rounds in a run")
    parser.add_argument("--quick", action="store_true", help="tiny sizes, one call a round")
    args = parser.parse_args()
    if min(args.turns, args.rounds) < 1:
        parser.error("--turns and --rounds must be at least 1")
    is_cpu = args.device == "cpu"
    if args.precisions is None:
        args.precisions = ["f32"] if is_cpu else list(timing.PRECISIONS)
    if is_cpu and args.precisions != ["f32"]:
        parser.error("on the CPU there is only f32")
    if is_cpu:
        args.modes = [mode for mode in args.modes if mode != "graph"] or ["eager"]
    return args


def output(command):
    """What a command prints, or why it could not: where something is missing. Where it fails this program ends."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode == 2:
        return None, done.stderr.strip()
    if done.returncode:
        print(f"{' '.join(map(str, command))}:\n{done.stderr}", file=sys.stderr)
        sys.exit(1)
    return done.stdout, None


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
        _, missing = output([OURS, "--device", device, "--json", file, *common(args, precision)])
        if missing:
            timing.stop(missing)
        report = json.loads(file.read_text())
    figures = {figure["name"]: figure for figure in report["figures"]}
    # Without a clock of the device the host's counts.
    times = {case: (figures[case][clock] or figures[case]["wall_ms"])["median"] for case, _, clock in CASES}
    return times, report["device"]


def peers(args):
    """The command of each peer, and its modes."""
    layout = ["--channels-last"] if args.channels_last else []
    return {
        "PyTorch": ([HERE / "torch_gpu.py", "--modes", *args.modes, *layout], args.modes),
        "JAX": ([HERE / "jax_gpu.py"], ["jit"]),
    }


def theirs(args, precision, command):
    """A peer's version and times in ms, by case and mode; or why there are none."""
    out, missing = output([sys.executable, *command, "--device", args.device, *common(args, precision)])
    if missing:
        return None, missing
    head, *lines = out.splitlines()
    lines = [json.loads(line) for line in lines if line.startswith("{")]
    return head, {(line["name"], line["mode"]): line["median_ms"] for line in lines}


def table(modes, precision, turns):
    """A line a case: our time, and each mode's with the ratio."""
    head = " | ".join(f"{mode}, ms | ours / {mode}" for mode in modes)
    print(f"\n{precision}:\n\n| case | ours, ms | {head} |")
    print("|---" * (2 + 2 * len(modes)) + "|")
    for case, peer, _ in CASES:
        cells = [f"{statistics.median(mine[case] for mine, _ in turns):.3f}"]
        for mode in modes:
            if any((peer, mode) not in their for _, their in turns):
                cells += ["–", "–"]
                continue
            time = statistics.median(their[peer, mode] for _, their in turns)
            ratio = statistics.median(mine[case] / their[peer, mode] for mine, their in turns)
            cells += [f"{time:.3f}", f"{ratio:.2f}"]
        print(f"| {case} | {' | '.join(cells)} |", flush=True)


def turn(args, precision, present):
    """Our times and those of all peers. One that is missing is said, and no longer present."""
    mine, device = ours(args, precision)
    heads, all_times = [f"# ours on {device}"], {}
    for name, (command, _) in list(present.items()):
        head, times = theirs(args, precision, command)
        if head is None:
            print(f"no column of {name}: {times}", flush=True)
            del present[name]
            continue
        heads.append(head)
        all_times.update(times)
    return (mine, all_times), heads


def main():
    args = arguments()
    if not OURS.exists():
        timing.stop(f"{OURS} is missing\nhelp: cargo build --release -p benches --bin gpu")
    present = peers(args)
    for precision in args.precisions:
        turns = []
        for i in range(args.turns):
            times, heads = turn(args, precision, present)
            turns.append(times)
            if i == 0:
                print("\n".join(heads), flush=True)
        if not present:
            sys.exit(2)
        table([mode for _, modes in present.values() for mode in modes], precision, turns)


if __name__ == "__main__":
    main()
