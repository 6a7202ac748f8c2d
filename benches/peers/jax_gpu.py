"""Times in JAX on a GPU what `cargo run --release -p benches --bin gpu` times.

    python benches/peers/jax_gpu.py [--precision f32|tf32|bf16]

A training step is one function under jax.jit, to which parameters and moments are donated. Precisions: f32 and tf32 are
those of jax.default_matmul_precision ("highest" and "tensorfloat32"); bf16 is what PyTorch's autocast does: parameters stay
f32, products take and give bf16.

Batches begin in the host's memory, and losses and outputs end there. The product is timed by the clock, over many in a
row. Output: one JSON object a line. Exit code 2 where JAX or a GPU is missing.

Needs `pip install jax[cuda12]`.
"""

import time

import timing

ROW = 20  # products in a row
BETA1, BETA2, EPS, RATE = 0.9, 0.999, 1e-8, 0.001


def load(device):
    """JAX on the device, if both are there."""
    try:
        import jax
    except ImportError as error:
        timing.stop(f"JAX is missing: {error}\nhelp: pip install jax[cuda12]")
    name, _, index = device.partition(":")
    platform = "cpu" if name == "cpu" else "gpu"
    try:
        devices = jax.devices(platform)
        jax.config.update("jax_default_device", devices[int(index or 0)])
    except (RuntimeError, IndexError) as error:
        timing.stop(f"JAX {jax.__version__} finds no such device: {error}\nhelp: pip install jax[cuda12]")
    return jax


class Bench:
    """The cases of one precision."""

    def __init__(self, jax, args):
        import numpy

        self.jax, self.numpy, self.args = jax, numpy, args
        self.is_bf16 = args.precision == "bf16"
        precision = {"f32": "highest", "tf32": "tensorfloat32", "bf16": "default"}[args.precision]
        jax.config.update("jax_default_matmul_precision", precision)
        self.image = (3, 8, 8) if args.quick else (3, 56, 56)
        self.random = numpy.random.default_rng(1)

    def uniform(self, *shape, scale=1.0):
        values = self.random.uniform(-scale, scale, shape)
        return values.astype(self.numpy.float32)

    def layers(self, *shapes):
        """Weights and biases of layers of these weights' shapes, on the device."""
        fan_in = [self.numpy.prod(shape[1:]) for shape in shapes]
        scales = [n**-0.5 for n in fan_in]
        both = [
            (self.uniform(*shape, scale=scale), self.uniform(shape[0], scale=scale))
            for shape, scale in zip(shapes, scales)
        ]
        return self.jax.device_put(both)

    def convnet(self):
        """The ConvNet of `benches/src/lib.rs`, or the small one: its parameters, and what it computes of them."""
        quick = self.args.quick
        first, second, pixels, hidden = (8, 16, 2, 32) if quick else (32, 64, 14, 128)
        shapes = [(first, 3, 3, 3), (second, first, 3, 3), (hidden, second * pixels * pixels), (10, hidden)]

        def forward(layers, x):
            conv1, conv2, fc1, fc2 = layers
            x = self.pooled(self.jax.nn.relu(self.conv(x, *conv1)))
            x = self.pooled(self.jax.nn.relu(self.conv(x, *conv2)))
            x = self.jax.nn.relu(self.linear(x.reshape(x.shape[0], -1), *fc1))
            return self.linear(x, *fc2)

        return self.layers(*shapes), forward

    def mlp(self):
        def forward(layers, x):
            fc1, fc2 = layers
            return self.linear(self.jax.nn.relu(self.linear(x, *fc1)), *fc2)

        return self.layers((128, 784), (10, 128)), forward

    def operands(self, *values):
        """Those of a product."""
        return [x.astype(self.jax.numpy.bfloat16) for x in values] if self.is_bf16 else values

    def conv(self, x, weight, bias):
        x, weight, bias = self.operands(x, weight, bias)
        numbers = ("NCHW", "OIHW", "NCHW")
        y = self.jax.lax.conv_general_dilated(x, weight, (1, 1), "SAME", dimension_numbers=numbers)
        return y + bias[:, None, None]

    def linear(self, x, weight, bias):
        x, weight, bias = self.operands(x, weight, bias)
        return x @ weight.T + bias

    def pooled(self, x):
        window = (1, 1, 2, 2)
        least = self.numpy.array(-self.numpy.inf, x.dtype)
        return self.jax.lax.reduce_window(x, least, self.jax.lax.max, window, window, "VALID")

    def step(self, forward):
        """A training step as one function, which adds its loss to a total: parameters, moments and the number of the step are
        its own to reuse."""
        jax, jnp = self.jax, self.jax.numpy

        def loss_of(layers, x, y):
            logits = jax.nn.log_softmax(forward(layers, x).astype(jnp.float32))
            return -jnp.take_along_axis(logits, y[:, None], axis=1).mean()

        def step(layers, m, v, t, total, x, y):
            loss, grads = jax.value_and_grad(loss_of)(layers, x, y)
            t = t + 1
            m = jax.tree.map(lambda m, g: BETA1 * m + (1 - BETA1) * g, m, grads)
            v = jax.tree.map(lambda v, g: BETA2 * v + (1 - BETA2) * g * g, v, grads)
            rate, root = RATE / (1 - BETA1**t), jnp.sqrt(1 - BETA2**t)
            moved = lambda p, m, v: p - rate * m / (jnp.sqrt(v) / root + EPS)
            return jax.tree.map(moved, layers, m, v), m, v, t, total + loss

        return jax.jit(step, donate_argnums=(0, 1, 2, 3))

    def training(self, net, batch, shape, steps=1):
        """Training steps as a function; several are waited for once."""
        jax, jnp = self.jax, self.jax.numpy
        layers, forward = net
        step = self.step(forward)
        zeros = lambda: jax.tree.map(jnp.zeros_like, layers)
        state, zero = [layers, zeros(), zeros(), jnp.zeros((), jnp.float32)], jnp.zeros((), jnp.float32)
        x, y = self.uniform(batch, *shape), self.numpy.arange(batch, dtype="int32") % 10

        def call():
            nonlocal state
            total = zero
            for _ in range(steps):
                *state, total = step(*state, total, *jax.device_put((x, y)))
            return float(total) / steps

        return call

    def inference(self, net, batch, shape):
        """One inference as a function."""
        layers, forward = net
        forward = self.jax.jit(forward)
        x = self.uniform(batch, *shape)
        return lambda: self.numpy.asarray(forward(layers, self.jax.device_put(x)))

    def product(self):
        """x Wᵀ in the device's memory, as a function that gives its milliseconds."""
        n = 64 if self.args.quick else 4096
        # Outputs are as large as inputs, however many are in a row.
        x, w = self.jax.device_put((self.uniform(n, n), self.uniform(n, n, scale=(3 / n) ** 0.5)))
        x, w = self.operands(x, w)

        def row(x, w):
            for _ in range(ROW):
                x = x @ w.T
            return x

        row = self.jax.jit(row)

        def call():
            start = time.perf_counter()
            row(x, w).block_until_ready()
            return 1e3 * (time.perf_counter() - start) / ROW

        return call

    def copy(self, batch):
        x = self.uniform(batch, *self.image)
        return lambda: self.jax.device_put(x).block_until_ready()

    def cases(self):
        """Name and function of each case, one after the other."""
        image, (some, many, queue) = self.image, timing.batches(self.args.quick)
        yield "convnet_train", self.training(self.convnet(), some, image)
        yield "convnet_train_queued", self.training(self.convnet(), some, image, queue)
        yield "convnet_train_many", self.training(self.convnet(), many, image)
        yield "convnet_infer_one", self.inference(self.convnet(), 1, image)
        yield "convnet_infer", self.inference(self.convnet(), some, image)
        yield "convnet_copy", self.copy(some)
        yield "mlp_train", self.training(self.mlp(), some, (784,))
        yield "mlp_train_queued", self.training(self.mlp(), some, (784,), queue)
        yield "gemm", self.product()


def main():
    args = timing.parse(timing.options(__doc__))
    jax = load(args.device)
    bench = Bench(jax, args)
    if args.first_step:
        some, _, _ = timing.batches(args.quick)
        bench.training(bench.convnet(), some, bench.image)()
        print("done", flush=True)
        return
    name = jax.config.jax_default_device.device_kind
    print(f"# jax {jax.__version__} on {name}, {args.precision}", flush=True)
    timing.measure(bench.cases(), args, "jit")
    timing.starts(args, __file__, "jit")


if __name__ == "__main__":
    main()
