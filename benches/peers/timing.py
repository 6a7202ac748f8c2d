"""What the programs that time a peer on a GPU share: options, rounds, and lines of JSON."""

import argparse
import json
import statistics
import subprocess
import sys
import time

PRECISIONS = ("f32", "tf32", "bf16")
WARM_UP = 5
# Steps that are not waited for, in a call.
QUEUE, QUICK_QUEUE = 50, 3


def stop(text):
    """Says what is missing, and ends with code 2."""
    print(text, file=sys.stderr)
    sys.exit(2)


def options(doc):
    """The options of all."""
    parser = argparse.ArgumentParser(description=doc.splitlines()[0])
    parser.add_argument("--device", default="cuda", help="cuda, cuda:1, …; or cpu")
    parser.add_argument("--precision", choices=PRECISIONS, default="f32")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=0.2, help="of a case in a round")
    parser.add_argument("--quick", action="store_true", help="tiny sizes, one call a round")
    parser.add_argument("--first-step", action="store_true", help=argparse.SUPPRESS)
    return parser


def parse(parser):
    """The arguments, as far as they make sense."""
    args = parser.parse_args()
    if args.rounds < 1:
        parser.error("--rounds must be at least 1")
    if args.device == "cpu" and args.precision == "tf32":
        parser.error("the CPU has no tf32")
    return args


def batches(quick):
    """Samples of a batch, of a large one, and steps in a row."""
    return (2, 3, QUICK_QUEUE) if quick else (64, 1024, QUEUE)


def round_of(function, seconds):
    """The mean milliseconds of a call by the clock, and what the calls gave."""
    calls, start, given = 0, time.perf_counter(), []
    while True:
        given.append(function())
        calls += 1
        passed = time.perf_counter() - start
        if passed >= seconds:
            return 1e3 * passed / calls, given


def measure(cases, args, mode):
    """Prints the times of the cases of a mode, names with functions. A product gives its milliseconds itself."""
    functions = dict(cases)
    for function in functions.values():
        for _ in range(WARM_UP):
            function()
    times = {name: [] for name in functions}
    for _ in range(args.rounds):
        for name, function in functions.items():
            wall, given = round_of(function, 0 if args.quick else args.seconds)
            if name.endswith("_queued"):
                wall /= QUICK_QUEUE if args.quick else QUEUE
            times[name].append(statistics.mean(given) if name == "gemm" else wall)
    for name, values in times.items():
        tell(args, name, mode, values)


def tell(args, name, mode, times):
    """Prints a line."""
    line = {
        "name": name,
        "mode": mode,
        "precision": args.precision,
        "median_ms": round(statistics.median(times), 5),
        "min_ms": round(min(times), 5),
        "max_ms": round(max(times), 5),
    }
    print(json.dumps(line), flush=True)


def starts(args, program, mode):
    """Prints the time from the start of Python to the end of the first step, of some starts of a program."""
    command = [sys.executable, program, "--first-step", "--device", args.device]
    command += ["--precision", args.precision, *(["--quick"] if args.quick else [])]
    times = []
    for _ in range(min(args.rounds, 3)):
        begin = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            line = child.stdout.readline()
            times.append(1e3 * (time.perf_counter() - begin))
        if line != "done\n":
            sys.exit(f"the first step failed: exit code {child.returncode}")
    tell(args, "start", mode, times)
