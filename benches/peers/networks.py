"""Times the networks of `benches/src/networks.rs` in PyTorch and ONNX Runtime on the CPU: a JSON object a line.

    python benches/peers/networks.py [--threads N] [--rounds R] [--seconds S] [--only PART] [--steps] [--no-mmap]

PyTorch runs in channels_last: training steps (forward, cross entropy, backward, SGD with
momentum 0.9) and inferences. ONNX Runtime runs the networks that PyTorch exports: inferences. Rounds of different cases
take turns. With --no-mmap glibc keeps large tensors' memory rather than ask the kernel for pages anew in each step, which
PyTorch as shipped does.

Needs `pip install torch numpy onnx onnxruntime`.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time

NO_MMAP = {
    "MALLOC_MMAP_MAX_": "0",
    "MALLOC_TRIM_THRESHOLD_": str(1 << 40),
    "MALLOC_TOP_PAD_": str(64 << 20),
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.5, help="of a case in a round")
    parser.add_argument("--only", default="", help="cases whose name contains this")
    parser.add_argument("--steps", action="store_true", help="training steps alone")
    parser.add_argument("--no-mmap", action="store_true", help="restart with glibc's mmap off")
    return parser.parse_args()


def restart_without_mmap():
    """Runs this program again with `NO_MMAP` set, unless it is; glibc reads it at start only."""
    if all(os.environ.get(name) == value for name, value in NO_MMAP.items()):
        return
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **NO_MMAP})


def networks(torch):
    """Name, network, shape of the input, classes, and batches: of training, and of inference."""
    nn = torch.nn

    def block(i, o, kernel, **more):
        return [nn.Conv2d(i, o, kernel, **more), nn.BatchNorm2d(o), nn.ReLU()]

    def separable(i, o, stride=1):
        return [*block(i, i, 3, stride=stride, padding=1, groups=i), *block(i, o, 1)]

    class Residual(nn.Module):
        def __init__(self, i, o, stride):
            super().__init__()
            self.first = nn.Sequential(*block(i, o, 3, stride=stride, padding=1))
            self.second = nn.Sequential(nn.Conv2d(o, o, 3, padding=1), nn.BatchNorm2d(o))
            self.shortcut = nn.Identity() if i == o else nn.Conv2d(i, o, 1, stride=stride)

        def forward(self, x):
            return torch.relu(self.second(self.first(x)) + self.shortcut(x))

    def head(channels, classes):
        return [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, classes)]

    convnet = nn.Sequential(
        *[nn.Conv2d(3, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)],
        *[nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)],
        *[nn.Flatten(), nn.Linear(64 * 14 * 14, 128), nn.ReLU(), nn.Linear(128, 10)],
    )
    mlp = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    residual = [Residual(16, 16, 1), Residual(16, 32, 2), Residual(32, 64, 2)]
    resnet8 = nn.Sequential(*block(3, 16, 3, padding=1), *residual, *head(64, 10))
    first = block(1, 64, (10, 4), stride=2, padding=(5, 1))
    dscnn = nn.Sequential(*first, *[l for _ in range(4) for l in separable(64, 64)], *head(64, 12))
    stages = [(1, 16), (2, 32), (1, 32), (2, 64), (1, 64), (2, 128)]
    stages += [(1, 128)] * 5 + [(2, 256), (1, 256)]
    layers, channels = block(3, 8, 3, stride=2, padding=1), 8
    for stride, out in stages:
        layers += separable(channels, out, stride)
        channels = out
    mobilenet = nn.Sequential(*layers, *head(256, 2))
    yield "convnet", convnet, (3, 56, 56), 10, 64, (64, 1)
    yield "mlp", mlp, (784,), 10, 64, (1,)
    yield "resnet8", resnet8, (3, 32, 32), 10, 32, (32, 1)
    yield "dscnn", dscnn, (1, 49, 10), 12, 32, (32, 1)
    yield "mobilenet", mobilenet, (3, 96, 96), 2, 32, (32, 1)


def training(torch, net, images, labels):
    """One training step as a function without arguments."""
    net.train()
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


def onnx_inference(torch, net, images, threads):
    """The same in ONNX Runtime."""
    import onnxruntime

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "net.onnx")
        torch.onnx.export(net, (images,), path, input_names=["x"], dynamo=False)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])
    feed = {"x": images.contiguous().numpy()}
    return lambda: session.run(None, feed)


def cases(torch, args):
    """Who, name and function of every case; a call is one step or one inference."""
    import copy

    torch.manual_seed(1)
    for name, net, shape, classes, batch, inferences in networks(torch):
        def last(x):
            return x.to(memory_format=torch.channels_last) if x.dim() == 4 else x

        net = net.to(memory_format=torch.channels_last) if len(shape) == 3 else net
        case = f"{name} train {batch}"
        if args.only in case:
            labels = torch.randint(0, classes, (batch,))
            images = last(torch.randn(batch, *shape))
            yield "torch", case, training(torch, copy.deepcopy(net), images, labels)
        for batch in () if args.steps else inferences:
            case, images = f"{name} infer {batch}", last(torch.randn(batch, *shape))
            if args.only in case:
                net = copy.deepcopy(net).eval()
                yield "torch", case, inference(torch, net, images)
                yield "onnxruntime", case, onnx_inference(torch, net, images, args.threads)


def round_of(function, seconds):
    """The mean time of a call in ms, over as many calls as fill `seconds`."""
    calls, start = 0, time.perf_counter()
    while True:
        function()
        calls += 1
        passed = time.perf_counter() - start
        if passed >= seconds:
            return 1e3 * passed / calls


def main():
    args = arguments()
    if args.no_mmap:
        restart_without_mmap()
    import torch

    torch.set_num_threads(args.threads)
    functions = list(cases(torch, args))
    for _, _, function in functions:
        for _ in range(3):
            function()
    times = [[] for _ in functions]
    for _ in range(args.rounds):
        for (_, _, function), of in zip(functions, times):
            of.append(round_of(function, args.seconds))
    for (who, name, _), of in zip(functions, times):
        line = {
            "peer": who,
            "name": name,
            "threads": args.threads,
            "median_ms": round(statistics.median(of), 4),
            "min_ms": round(min(of), 4),
            "max_ms": round(max(of), 4),
        }
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
