"""Times the ConvNet in PyTorch on the CPU: a training step (batch 64) and inference (batch 64 and 1).

    python benches/peers/torch_convnet.py [--threads N] [--no-mmap] [--rounds R] [--json]

Each case runs in the default layout and in channels_last. A round repeats a case for about
--round-seconds; a case's figure is the median over the rounds of the mean time in a round, with the
fastest and the slowest round beside it. Rounds of different cases take turns, so that a slow moment of the
machine falls on all of them. Output, one line a case: name, threads, median, min, max in ms; with
--json one JSON object a line.

--no-mmap restarts the program with MALLOC_MMAP_MAX_=0 and a large MALLOC_TRIM_THRESHOLD_: glibc then
keeps the large tensors' memory instead of asking the kernel for fresh, unmapped pages every step.

The threads of PyTorch's OpenMP spin while they wait: beside another busy process the figures of two and
more threads are worthless (ten times too long and more), so the load average is printed with them.

A training step is zero_grad, forward, cross entropy, backward and SGD(0.01, momentum 0.9), on one batch in memory.

Needs `pip install torch numpy`.
"""

import argparse
import json
import os
import statistics
import sys
import time

NO_MMAP = {
    "MALLOC_MMAP_MAX_": "0",
    "MALLOC_TRIM_THRESHOLD_": str(1 << 40),
    "MALLOC_TOP_PAD_": str(64 << 20),
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--round-seconds", type=float, default=1.0)
    parser.add_argument("--warm-up", type=int, default=3, help="runs of a case before it counts")
    parser.add_argument("--no-mmap", action="store_true", help="restart with glibc's mmap off")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    args = parser.parse_args()
    for name in ("threads", "rounds"):
        if getattr(args, name) < 1:
            parser.error(f"--{name} must be at least 1")
    return args


def restart_without_mmap():
    """Runs this program again with `NO_MMAP` set, unless it is; glibc reads it at start only."""
    if all(os.environ.get(name) == value for name, value in NO_MMAP.items()):
        return
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **NO_MMAP})


def convnet(nn):
    """3x56x56 → conv 32, pool → conv 64, pool → 12544 → 128 → 10."""
    return nn.Sequential(
        nn.Conv2d(3, 32, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(64 * 14 * 14, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
    )


def cases(torch):
    """Name and function of every case; a call is one step or one inference."""
    for layout in ("default", "channels_last"):
        memory = torch.contiguous_format if layout == "default" else torch.channels_last
        for batch in (64, 1):
            torch.manual_seed(1)
            net = convnet(torch.nn).to(memory_format=memory)
            images = torch.randn(batch, 3, 56, 56).to(memory_format=memory)
            if batch == 64:
                labels = torch.randint(0, 10, (batch,))
                yield f"train_64_{layout}", train_step(torch, net, images, labels)
                net = convnet(torch.nn).to(memory_format=memory)
            yield f"infer_{batch}_{layout}", inference(torch, net.eval(), images)


def train_step(torch, net, images, labels):
    """One training step as a function without arguments."""
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)
    criterion = torch.nn.CrossEntropyLoss()

    def step():
        optimizer.zero_grad()
        loss = criterion(net(images), labels)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def inference(torch, net, images):
    """One inference as a function without arguments."""

    def infer():
        with torch.inference_mode():
            return net(images)

    return infer


def round_of(function, seconds):
    """The mean time of a call in ms, over as many calls as fill `seconds`."""
    calls, start = 0, time.perf_counter()
    while True:
        function()
        calls += 1
        passed = time.perf_counter() - start
        if passed >= seconds:
            return 1e3 * passed / calls


def measure(args, torch):
    """The times of all rounds, by case."""
    functions = dict(cases(torch))
    for function in functions.values():
        for _ in range(args.warm_up):
            function()
    times = {name: [] for name in functions}
    for _ in range(args.rounds):
        for name, function in functions.items():
            times[name].append(round_of(function, args.round_seconds))
    return times


def main():
    args = arguments()
    if args.no_mmap:
        restart_without_mmap()
    import torch

    torch.set_num_threads(args.threads)
    malloc = "no-mmap" if args.no_mmap else "default"
    load = os.getloadavg()[0]
    if not args.json:
        print(
            f"# torch {torch.__version__}, malloc {malloc}, {args.rounds} rounds, "
            f"load average before {load:.2f}; ms per call"
        )
        print(f"{'name':26} threads  median_ms     min     max")
    for name, times in measure(args, torch).items():
        median, low, high = statistics.median(times), min(times), max(times)
        if args.json:
            line = {
                "peer": "torch",
                "version": torch.__version__,
                "name": name,
                "threads": args.threads,
                "malloc": malloc,
                "rounds": args.rounds,
                "load_average": round(load, 2),
                "median_ms": round(median, 4),
                "min_ms": round(low, 4),
                "max_ms": round(high, 4),
            }
            print(json.dumps(line))
        else:
            print(f"{name:26} {args.threads:7} {median:10.3f} {low:7.3f} {high:7.3f}")


if __name__ == "__main__":
    main()
