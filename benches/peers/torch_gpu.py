"""Times in PyTorch on a GPU what `cargo run --release -p benches --bin gpu` times.

    python benches/peers/torch_gpu.py [--precision f32|tf32|bf16] [--modes eager compiled graph]

Modes: eager; compiled, which is torch.compile(mode="max-autotune") with its CUDA graphs; graph, which captures
the eager step in one CUDA graph. Precisions: f32 with TF32 off, tf32 with it on, bf16 under autocast.

Batches begin in the host's memory, and losses and outputs end there. The product is timed by events. Output: one
JSON object a line. Exit code 2 where PyTorch or a GPU is missing.

Needs `pip install torch`.
"""

import contextlib
import time

import timing
from timing import stop

MODES = ("eager", "compiled", "graph")


def load(device):
    """PyTorch, if it is there and has the device."""
    try:
        import torch
    except ImportError as error:
        stop(f"PyTorch is missing: {error}\nhelp: pip install torch")
    if device.startswith("cuda") and not torch.cuda.is_available():
        if torch.version.cuda is None:
            why = f"PyTorch {torch.__version__} is built without CUDA\nhelp: install a build with CUDA"
        else:
            why = f"PyTorch {torch.__version__} finds no GPU\nhelp: see whether `nvidia-smi` lists one"
        stop(f"{why}; `--device cpu --quick` only shows that the program works")
    return torch


def arguments():
    parser = timing.options(__doc__)
    parser.add_argument("--modes", choices=MODES, nargs="+", default=list(MODES))
    parser.add_argument("--channels-last", action="store_true", help="images and convolutions in this layout")
    args = timing.parse(parser)
    if args.device == "cpu":
        args.modes = [mode for mode in args.modes if mode != "graph"] or ["eager"]
    return args


def convnet(nn, quick):
    """The ConvNet of `benches/src/lib.rs`, or the small one."""
    first, second, pixels, hidden = (8, 16, 2, 32) if quick else (32, 64, 14, 128)
    return nn.Sequential(
        nn.Conv2d(3, first, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(first, second, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(second * pixels * pixels, hidden),
        nn.ReLU(),
        nn.Linear(hidden, 10),
    )


def mlp(nn):
    return nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))


class Bench:
    """The cases of one precision."""

    def __init__(self, torch, args):
        self.torch, self.args = torch, args
        self.device = torch.device(args.device)
        self.is_gpu = self.device.type == "cuda"
        is_tf32 = args.precision == "tf32"
        torch.backends.cuda.matmul.allow_tf32 = is_tf32
        torch.backends.cudnn.allow_tf32 = is_tf32
        torch.backends.cudnn.benchmark = True
        self.image = (3, 8, 8) if args.quick else (3, 56, 56)

    def autocast(self, mode):
        if self.args.precision != "bf16":
            return contextlib.nullcontext()
        # A captured graph must round the weights anew in each replay.
        cache = mode != "graph"
        return self.torch.autocast(self.device.type, dtype=self.torch.bfloat16, cache_enabled=cache)

    def network(self, net):
        net = net.to(self.device)
        return net.to(memory_format=self.torch.channels_last) if self.args.channels_last else net

    def inputs(self, batch, shape):
        """A batch on the host, and room for it on the device."""
        host = self.torch.rand(batch, *shape) * 2 - 1
        if self.args.channels_last and len(shape) == 3:
            host = host.to(memory_format=self.torch.channels_last)
        return host, host.to(self.device).clone()

    def compiled(self, function):
        return self.torch.compile(function, mode="max-autotune")

    def begin(self, mode):
        """Outputs of the last call may be overwritten now."""
        if mode == "compiled" and self.is_gpu:
            self.torch.compiler.cudagraph_mark_step_begin()

    def captured(self, work):
        """`work` as one graph, with what it gives."""
        torch = self.torch
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(3):
                work()
        torch.cuda.current_stream().wait_stream(side)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            result = work()
        return graph, result

    def training(self, net, batch, shape, mode, steps=1):
        """Training steps as a function; several are waited for once, and copy from page-locked memory."""
        torch, net = self.torch, self.network(net)
        (host_x, x), host_y = self.inputs(batch, shape), torch.arange(batch) % 10
        y = host_y.to(self.device).clone()
        criterion = torch.nn.CrossEntropyLoss()
        optimizer = torch.optim.Adam(net.parameters(), lr=0.001, fused=True, capturable=self.is_gpu)

        def loss_of(x, y):
            with self.autocast(mode):
                return criterion(net(x), y)

        if mode == "compiled":
            loss_of = self.compiled(loss_of)

        def work():
            optimizer.zero_grad(set_to_none=True)
            loss = loss_of(x, y)
            loss.backward()
            optimizer.step()
            return loss

        if mode == "graph":
            graph, loss = self.captured(work)

        if steps > 1 and self.is_gpu:
            host_x, host_y = host_x.pin_memory(), host_y.pin_memory()

        def step():
            self.begin(mode)
            x.copy_(host_x, non_blocking=True)
            y.copy_(host_y, non_blocking=True)
            if mode == "graph":
                graph.replay()
                return loss.detach()
            return work().detach()

        def call():
            if steps == 1:
                return step().item()
            total = torch.zeros((), device=self.device)
            for _ in range(steps):
                total += step()
            return total.item() / steps

        return call

    def inference(self, net, batch, shape, mode):
        """One inference as a function."""
        torch, net = self.torch, self.network(net).eval()
        host, x = self.inputs(batch, shape)
        out = torch.empty(batch, 10)

        def forward(x):
            with self.autocast(mode):
                return net(x)

        if mode == "compiled":
            forward = self.compiled(forward)
        without_gradients = torch.no_grad if mode == "compiled" else torch.inference_mode
        if mode == "graph":
            with torch.no_grad():
                graph, result = self.captured(lambda: forward(x))

        def infer():
            self.begin(mode)
            with without_gradients():
                x.copy_(host)
                if mode == "graph":
                    graph.replay()
                    return out.copy_(result)
                return out.copy_(forward(x))

        return infer

    def product(self, mode):
        """x Wᵀ in the device's memory, as a function that gives its milliseconds."""
        torch, n = self.torch, 64 if self.args.quick else 4096
        x, w = (torch.rand(n, n, device=self.device) * 2 - 1 for _ in range(2))
        if self.args.precision == "bf16":
            x, w = x.bfloat16(), w.bfloat16()
        multiply = torch.nn.functional.linear
        if mode == "compiled":
            multiply = self.compiled(lambda x, w: torch.nn.functional.linear(x, w))

        def call():
            self.begin(mode)
            with torch.no_grad():
                if not self.is_gpu:
                    start = time.perf_counter()
                    multiply(x, w)
                    return 1e3 * (time.perf_counter() - start)
                start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
                # The host is far ahead of the device: the gap between both events is none of its.
                torch.cuda._sleep(200_000)
                start.record()
                multiply(x, w)
                end.record()
                end.synchronize()
                return start.elapsed_time(end)

        return call

    def copy(self, batch):
        host, x = self.inputs(batch, self.image)

        def call():
            x.copy_(host)
            if self.is_gpu:
                self.torch.cuda.synchronize()

        return call

    def cases(self, mode):
        """Name and function of each case, one after the other."""
        nn, quick, image = self.torch.nn, self.args.quick, self.image
        some, many, queue = timing.batches(quick)
        yield "convnet_train", self.training(convnet(nn, quick), some, image, mode)
        yield "convnet_train_queued", self.training(convnet(nn, quick), some, image, mode, queue)
        yield "convnet_train_many", self.training(convnet(nn, quick), many, image, mode)
        yield "convnet_infer_one", self.inference(convnet(nn, quick), 1, image, mode)
        yield "convnet_infer", self.inference(convnet(nn, quick), some, image, mode)
        yield "convnet_copy", self.copy(some)
        yield "mlp_train", self.training(mlp(nn), some, (784,), mode)
        yield "mlp_train_queued", self.training(mlp(nn), some, (784,), mode, queue)
        # A graph of one kernel is that kernel.
        yield "gemm", self.product("eager" if mode == "graph" else mode)


def first_step(torch, args):
    bench = Bench(torch, args)
    batch, _, _ = timing.batches(args.quick)
    bench.training(convnet(torch.nn, args.quick), batch, bench.image, "eager")()
    print("done", flush=True)


def main():
    args = arguments()
    torch = load(args.device)
    if args.first_step:
        first_step(torch, args)
        return
    torch.manual_seed(1)
    name = torch.cuda.get_device_name(args.device) if args.device != "cpu" else "the CPU"
    print(f"# torch {torch.__version__} on {name}, {args.precision}", flush=True)
    bench = Bench(torch, args)
    for mode in args.modes:
        timing.measure(bench.cases(mode), args, mode)
    timing.starts(args, __file__, "eager")


if __name__ == "__main__":
    main()
