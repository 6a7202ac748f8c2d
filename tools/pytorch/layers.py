"""Every kind of layer but dropout: outputs and gradients for given inputs, parameters and upstream gradients."""

import torch
from torch import nn
from torch.nn import functional as F

from recorder import Recording, exact, normal, rng


class AvgPoolPadded(nn.Module):
    """An average over the pixels that exist, with any padding (left, right, top, bottom).

    `nn.AvgPool2d(count_include_pad=False)` knows symmetric padding only. This one divides the sum
    of a window by the number of its pixels that are not padding.
    """

    def __init__(self, kernel, stride, padding):
        super().__init__()
        self.kernel, self.stride, self.padding = kernel, stride, padding

    def forward(self, x):
        pool = lambda v: F.avg_pool2d(F.pad(v, self.padding), self.kernel, self.stride)
        return pool(x) / pool(torch.ones_like(x))


class AvgPool1dPadded(AvgPoolPadded):
    """The same along one axis, with any padding (left, right)."""

    def forward(self, x):
        pool = lambda v: F.avg_pool1d(F.pad(v, self.padding), self.kernel, self.stride)
        return pool(x) / pool(torch.ones_like(x))


# Name, expression, shape of the input with the batch first. The paddings of `ZeroPad2d` and
# `ConstantPad2d` are (left, right, top, bottom).
SHAPED = [
    ("linear", "nn.Linear(5, 4)", (3, 5)),
    ("linear_no_bias", "nn.Linear(5, 4, bias=False)", (3, 5)),
    ("linear_one_sample", "nn.Linear(7, 1)", (1, 7)),
    ("linear_wide", "nn.Linear(19, 9)", (5, 19)),
    ("linear_rows", "nn.Linear(5, 4)", (2, 3, 5)),
    ("linear_rows_no_bias", "nn.Linear(5, 4, bias=False)", (2, 3, 5)),
    ("conv2d", "nn.Conv2d(3, 4, 3)", (2, 3, 6, 7)),
    ("conv2d_no_bias", "nn.Conv2d(2, 3, 3, bias=False)", (2, 2, 5, 6)),
    ("conv2d_stride2", "nn.Conv2d(2, 3, 3, stride=2)", (2, 2, 7, 8)),
    ("conv2d_padding1", "nn.Conv2d(3, 4, 3, padding=1)", (2, 3, 4, 5)),
    ("conv2d_padding1_stride2", "nn.Conv2d(3, 4, 3, padding=1, stride=2)", (2, 3, 6, 7)),
    (
        "conv2d_asymmetric",  # top 2, bottom 0, left 1, right 3
        "nn.Sequential(nn.ZeroPad2d((1, 3, 2, 0)), nn.Conv2d(2, 3, 3))",
        (2, 2, 5, 6),
    ),
    (
        "conv2d_same_stride2",  # 6 rows: 0 above, 1 below; 7 columns: 1 left, 1 right
        "nn.Sequential(nn.ZeroPad2d((1, 1, 0, 1)), nn.Conv2d(3, 4, 3, stride=2))",
        (2, 3, 6, 7),
    ),
    (
        "conv2d_same_even_kernel",  # kernel 4, stride 1: 1 above and left, 2 below and right
        "nn.Sequential(nn.ZeroPad2d((1, 2, 1, 2)), nn.Conv2d(2, 3, 4))",
        (2, 2, 5, 6),
    ),
    ("conv2d_dilation2", "nn.Conv2d(2, 3, 3, dilation=2)", (2, 2, 7, 8)),
    (
        "conv2d_dilation2_padding2_stride2",
        "nn.Conv2d(2, 3, 3, dilation=2, padding=2, stride=2)",
        (2, 2, 7, 6),
    ),
    ("conv2d_groups2", "nn.Conv2d(4, 6, 3, groups=2)", (2, 4, 4, 5)),
    ("conv2d_depthwise", "nn.Conv2d(4, 4, 3, padding=1, groups=4)", (2, 4, 4, 5)),
    ("conv2d_depthwise_multiplier2", "nn.Conv2d(3, 6, 3, groups=3)", (2, 3, 5, 6)),
    ("conv2d_1x1", "nn.Conv2d(5, 3, 1)", (2, 5, 4, 3)),
    ("conv2d_1x1_stride2", "nn.Conv2d(5, 3, 1, stride=2)", (2, 5, 5, 4)),
    ("conv2d_kernel_3_1", "nn.Conv2d(3, 4, (3, 1))", (2, 3, 6, 5)),
    (
        "conv2d_pairs",
        "nn.Conv2d(2, 3, (2, 3), stride=(2, 1), padding=(0, 1), dilation=(1, 2))",
        (2, 2, 6, 7),
    ),
    ("conv2d_whole_image", "nn.Conv2d(3, 4, (4, 5))", (2, 3, 4, 5)),
    ("conv_transpose2d", "nn.ConvTranspose2d(3, 4, 3)", (2, 3, 4, 5)),
    (
        "conv_transpose2d_options",
        "nn.ConvTranspose2d(4, 6, (3, 2), stride=2, padding=(1, 0), output_padding=1, groups=2)",
        (2, 4, 3, 4),
    ),
    (
        "conv_transpose2d_dilation2",
        "nn.ConvTranspose2d(2, 3, 3, stride=3, padding=2, dilation=2, bias=False)",
        (2, 2, 4, 3),
    ),
    ("conv1d", "nn.Conv1d(3, 4, 3)", (2, 3, 9)),
    (
        "conv1d_options",
        "nn.Conv1d(4, 6, 3, stride=2, padding=2, dilation=2, groups=2, bias=False)",
        (2, 4, 11),
    ),
    (
        "conv1d_causal",  # left 2, right 0
        "nn.Sequential(nn.ConstantPad1d((2, 0), 0.0), nn.Conv1d(2, 3, 3))",
        (2, 2, 7),
    ),
    ("max_pool1d", "nn.MaxPool1d(2)", (2, 3, 9)),
    ("max_pool1d_options", "nn.MaxPool1d(3, stride=2, padding=1)", (2, 3, 9)),
    ("avg_pool1d", "nn.AvgPool1d(2)", (2, 3, 9)),
    (
        "avg_pool1d_options",
        "AvgPool1dPadded(3, 2, (1, 1))",
        (2, 3, 9),
    ),
    ("max_pool2d", "nn.MaxPool2d(2)", (2, 2, 6, 8)),
    ("max_pool2d_floor", "nn.MaxPool2d(2)", (2, 2, 5, 7)),
    ("max_pool2d_3_stride2", "nn.MaxPool2d(3, stride=2)", (2, 2, 7, 8)),
    ("max_pool2d_padding1", "nn.MaxPool2d(3, stride=2, padding=1)", (2, 2, 6, 7)),
    ("max_pool2d_overlapping", "nn.MaxPool2d(3, stride=1)", (2, 2, 5, 6)),
    ("max_pool2d_dilation2", "nn.MaxPool2d(2, stride=1, dilation=2)", (2, 2, 5, 6)),
    ("max_pool2d_kernel_3_1", "nn.MaxPool2d((3, 1), stride=(2, 1))", (2, 2, 7, 4)),
    (
        "max_pool2d_same_stride2",  # 6 rows: 0 above, 1 below; 7 columns: 1 left, 1 right
        "nn.Sequential(nn.ConstantPad2d((1, 1, 0, 1), -torch.inf), nn.MaxPool2d(3, stride=2))",
        (2, 2, 6, 7),
    ),
    ("avg_pool2d", "nn.AvgPool2d(2)", (2, 2, 6, 8)),
    ("avg_pool2d_stride", "nn.AvgPool2d(3, stride=2)", (2, 2, 7, 8)),
    ("avg_pool2d_overlapping", "nn.AvgPool2d(3, stride=1)", (2, 2, 5, 6)),
    (
        "avg_pool2d_padding1",
        "nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=True)",
        (2, 2, 6, 7),
    ),
    (
        "avg_pool2d_padding1_without_pad",
        "nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False)",
        (2, 2, 6, 7),
    ),
    (
        "avg_pool2d_same_without_pad",
        "AvgPoolPadded(3, 2, (1, 1, 0, 1))",
        (2, 2, 6, 7),
    ),
    ("upsample2d", "nn.Upsample(scale_factor=2, mode='nearest')", (1, 2, 2, 3)),
    ("upsample2d_pairs", "nn.Upsample(scale_factor=(2, 3), mode='nearest')", (2, 1, 3, 2)),
    ("adaptive_avg_pool2d", "nn.AdaptiveAvgPool2d((2, 4))", (2, 2, 6, 8)),
    ("adaptive_avg_pool2d_one", "nn.AdaptiveAvgPool2d(1)", (2, 3, 4, 3)),
    ("adaptive_avg_pool2d_uneven", "nn.AdaptiveAvgPool2d(3)", (2, 2, 5, 7)),
    ("adaptive_avg_pool2d_mixed", "nn.AdaptiveAvgPool2d((2, 3))", (2, 2, 7, 2)),
    ("adaptive_avg_pool2d_larger", "nn.AdaptiveAvgPool2d((5, 7))", (2, 2, 3, 4)),
    ("global_avg_pool2d", "nn.AdaptiveAvgPool2d(1)", (2, 3, 5, 7)),
    ("flatten", "nn.Flatten()", (2, 3, 4, 5)),
    ("batch_norm1d", "nn.BatchNorm1d(5)", (6, 5)),
    ("batch_norm1d_length", "nn.BatchNorm1d(5)", (3, 5, 4)),
    ("batch_norm2d", "nn.BatchNorm2d(3)", (3, 3, 3, 4)),
    ("batch_norm2d_one_sample", "nn.BatchNorm2d(3)", (1, 3, 4, 5)),
    ("batch_norm2d_arguments", "nn.BatchNorm2d(3, eps=1e-3, momentum=0.01)", (3, 3, 3, 4)),
    ("batch_norm1d_eval", "nn.BatchNorm1d(5).eval()", (6, 5)),
    ("batch_norm2d_eval", "nn.BatchNorm2d(3).eval()", (3, 3, 3, 4)),
    ("layer_norm_vector", "nn.LayerNorm(7)", (4, 7)),
    ("layer_norm_whole", "nn.LayerNorm((3, 4, 5))", (2, 3, 4, 5)),
    ("layer_norm_last_axis", "nn.LayerNorm(5)", (2, 3, 5)),
    ("layer_norm_last_of_3", "nn.LayerNorm(5)", (2, 3, 4, 5)),
    ("layer_norm_last_2", "nn.LayerNorm((4, 5))", (2, 3, 4, 5)),
    ("layer_norm_eps", "nn.LayerNorm(7, eps=1e-2)", (4, 7)),
    ("group_norm", "nn.GroupNorm(2, 4)", (2, 4, 3, 2)),
    ("group_norm_options", "nn.GroupNorm(3, 6, eps=1e-2, affine=False)", (3, 6, 5)),
    ("group_norm_vector", "nn.GroupNorm(2, 6)", (3, 6)),
    ("instance_norm2d", "nn.InstanceNorm2d(3)", (2, 3, 4, 3)),
    ("instance_norm2d_affine", "nn.InstanceNorm2d(3, affine=True, eps=1e-2)", (2, 3, 4, 3)),
    ("rms_norm", "nn.RMSNorm((3, 5), eps=1.1920929e-7)", (2, 3, 5)),
    ("rms_norm_last_axis", "nn.RMSNorm(5, eps=1e-2)", (2, 3, 5)),
    ("prelu", "nn.PReLU()", (3, 7)),
    ("prelu_channels", "nn.PReLU(3)", (2, 3, 2, 3)),
    ("glu", "nn.GLU(dim=1)", (3, 8)),
    ("glu_last_axis", "nn.GLU(dim=3)", (2, 3, 2, 4)),
    ("pad2d_zero", "nn.ZeroPad2d((1, 2, 0, 3))", (2, 2, 3, 4)),
    ("pad2d_reflect", "nn.ReflectionPad2d((1, 3, 2, 1))", (2, 2, 3, 4)),
    ("pad2d_replicate", "nn.ReplicationPad2d((2, 1, 0, 3))", (2, 2, 3, 4)),
    ("pixel_shuffle", "nn.PixelShuffle(2)", (2, 8, 2, 3)),
    ("softmax", "nn.Softmax(dim=1)", (4, 7)),
    ("softmax_channels", "nn.Softmax(dim=1)", (2, 5, 3, 4)),
    ("softmax_last_axis", "nn.Softmax(dim=3)", (2, 3, 4, 5)),
    ("log_softmax", "nn.LogSoftmax(dim=1)", (4, 7)),
    ("log_softmax_channels", "nn.LogSoftmax(dim=1)", (2, 5, 3, 4)),
]

ACTIVATIONS = [
    ("relu", "nn.ReLU()"),
    ("leaky_relu", "nn.LeakyReLU()"),
    ("leaky_relu_0p2", "nn.LeakyReLU(0.2)"),
    ("elu", "nn.ELU()"),
    ("elu_0p7", "nn.ELU(0.7)"),
    ("gelu", "nn.GELU()"),
    ("gelu_tanh", "nn.GELU(approximate='tanh')"),
    ("silu", "nn.SiLU()"),
    ("sigmoid", "nn.Sigmoid()"),
    ("tanh", "nn.Tanh()"),
    ("softplus", "nn.Softplus()"),
    ("hardswish", "nn.Hardswish()"),
]

# exp(±100) leaves f32. nn.Softplus returns x itself above 20.
EXTREMES = [-100.0, -30.0, -20.5, -8.0, -1e-3, 1e-3, 8.0, 20.5, 30.0, 100.0]

# Where a derivative jumps or two values of a window are equal: PyTorch's convention, not mathematics.
VALUES = [
    ("relu_kink", "nn.ReLU()", [[0.0]]),
    ("prelu_kink", "nn.PReLU()", [[0.0]]),
    ("leaky_relu_kink", "nn.LeakyReLU(0.2)", [[0.0]]),
    ("elu_0p7_kink", "nn.ELU(0.7)", [[0.0]]),
    ("hardswish_kink", "nn.Hardswish()", [[-3.0, 3.0]]),
    (
        "max_pool2d_ties",  # the first of equal values, in row-major order, gets the gradient
        "nn.MaxPool2d(2)",
        [[[[1.0, 1.0, 0.0, 2.0], [1.0, 1.0, 2.0, 2.0], [0.0, 0.0, 3.0, 1.0], [0.0, 5.0, 3.0, 3.0]]]],
    ),
    (
        "softmax_extremes",
        "nn.Softmax(dim=1)",
        [[1000.0, 999.0, -1000.0], [-1000.0, -1001.0, -1000.5], [0.0, 0.0, 0.0]],
    ),
    (
        "log_softmax_extremes",
        "nn.LogSoftmax(dim=1)",
        [[1000.0, 999.0, -1000.0], [-1000.0, -1001.0, -1000.5], [0.0, 0.0, 0.0]],
    ),
]


class Of(nn.Module):
    """A function as a module."""

    def __init__(self, function):
        super().__init__()
        self.forward = function


class Scaled(nn.Module):
    """What is multiplied by a free parameter of a shape."""

    def __init__(self, *shape):
        super().__init__()
        self.layer = nn.Parameter(torch.empty(shape))

    def forward(self, x):
        return x * self.layer


POSITIVE = [[0.01, 0.3, 1.0, 1.5, 7.0, 1000.0]]
SIGNED = [[-20.0, -0.5, 0.25, 3.0]]

# Name, expression, shape of the input with the batch first, or the input.
FUNCTIONS = [
    ("exp", "Of(torch.exp)", (3, 6)),
    ("ln", "Of(torch.log)", POSITIVE),
    ("sqrt", "Of(torch.sqrt)", POSITIVE),
    ("square", "Of(torch.square)", (3, 6)),
    ("abs", "Of(torch.abs)", (3, 6)),
    ("abs_kink", "Of(torch.abs)", [[0.0]]),
    ("clamp", "Of(lambda x: torch.clamp(x, -0.5, 0.75))", (3, 6)),
    ("clamp_kink", "Of(lambda x: torch.clamp(x, -1.0, 1.0))", [[-1.0, 0.5, 1.0]]),
    ("clamp_min", "Of(lambda x: torch.clamp(x, min=0.25))", (3, 6)),
    ("clamp_max", "Of(lambda x: torch.clamp(x, max=0.25))", (3, 6)),
    ("pow_2", "Of(lambda x: x ** 2.0)", (3, 6)),
    ("pow_3", "Of(lambda x: x ** 3)", (3, 6)),
    ("pow_4", "Of(lambda x: torch.pow(x, 4.0))", (3, 6)),
    ("pow_0p5", "Of(lambda x: x ** 0.5)", POSITIVE),
    ("pow_1p7", "Of(lambda x: x ** 1.7)", POSITIVE),
    ("pow_1p7_zero", "Of(lambda x: x ** 1.7)", [[0.0]]),
    ("pow_minus_0p5", "Of(lambda x: x ** -0.5)", POSITIVE),
    ("pow_minus_1p3", "Of(lambda x: x ** -1.3)", POSITIVE),
    ("pow_minus_2", "Of(lambda x: x ** -2.0)", SIGNED),
    ("quotient", "Of(lambda x: x[:, :3] / x[:, 3:])", [[1.0, -2.0, 0.5, 3.0, -0.25, 1000.0]]),
    ("reciprocal", "Of(lambda x: 2.0 / x)", SIGNED),
]


# Name, expression, shape of the input with the batch first.
FREE = [
    ("parameter", "Scaled(5)", (3, 5)),
    ("parameter_channels", "Scaled(2, 1, 1)", (3, 2, 4, 3)),
]


def short(name):
    """`1.weight` of a sequence that starts with padding is `weight`."""
    return name.rsplit(".", 1)[-1]


NORMS = (
    nn.BatchNorm1d, nn.BatchNorm2d, nn.LayerNorm, nn.GroupNorm, nn.InstanceNorm2d, nn.RMSNorm
)


def fill(module, generator):
    """Gives parameters and running statistics values that no default has."""
    norm = isinstance(module, NORMS)
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            offset = 1.0 if norm and short(name) == "weight" else 0.0
            parameter.copy_(exact(offset + normal(generator, parameter.shape, 0.5).numpy()))
        for name, buffer in module.named_buffers():
            if short(name) == "running_mean":
                buffer.copy_(normal(generator, buffer.shape, 0.5))
            elif short(name) == "running_var":
                buffer.copy_(exact(generator.uniform(0.5, 2.0, buffer.shape)))


def put_buffers(recording, case, key, module):
    """Records the running statistics; `num_batches_tracked` plays no part at a set momentum."""
    for name, buffer in module.named_buffers():
        if short(name) != "num_batches_tracked":
            recording.put(case, f"{key}/{short(name)}", buffer)


def record(recording, case, expression, x):
    """Runs one case forward and backward."""
    recording.case(case, expression)
    generator = rng(f"layers/{case}")
    module = eval(expression).double()
    fill(module, generator)
    x = exact(x) if isinstance(x, list) else normal(generator, x)
    x.requires_grad_(True)
    put_buffers(recording, case, "buffer_before", module)

    y = module(x)
    d_y = normal(generator, tuple(y.shape))
    y.backward(d_y)

    for key, value in (("x", x), ("y", y), ("d_y", d_y), ("d_x", x.grad)):
        recording.put(case, key, value)
    for name, parameter in module.named_parameters():
        recording.put(case, f"param/{short(name)}", parameter)
        recording.put(case, f"grad/{short(name)}", parameter.grad)
    put_buffers(recording, case, "buffer_after", module)
    if module.training and any(True for _ in module.buffers()):
        recording.put(case, "y_eval", module.eval()(x))


# Name, expression, integers with the batch first. A row that occurs twice gets both gradients.
EMBEDDINGS = [("embedding", "nn.Embedding(7, 3)", [[0, 6, 2, 2], [5, 2, 1, 0]])]


def record_embedding(recording, case, expression, x):
    """Runs one case of integers, which get no gradient."""
    recording.case(case, expression)
    generator = rng(f"layers/{case}")
    module = eval(expression).double()
    fill(module, generator)
    x = torch.tensor(x)
    y = module(x)
    d_y = normal(generator, tuple(y.shape))
    y.backward(d_y)
    for key, value in (("x", x), ("y", y), ("d_y", d_y)):
        recording.put(case, key, value)
    recording.put(case, "param/weight", module.weight)
    recording.put(case, "grad/weight", module.weight.grad)


def make():
    """All layer cases."""
    recording = Recording("layers")
    for case, expression, shape in SHAPED:
        record(recording, case, expression, shape)
    for case, expression in ACTIVATIONS:
        record(recording, case, expression, (2, 3, 2, 3))
        record(recording, f"{case}_extremes", expression, [EXTREMES])
    for case, expression, values in VALUES:
        record(recording, case, expression, values)
    for case, expression, x in FUNCTIONS:
        record(recording, case, expression, x)
    for case, expression, shape in FREE:
        record(recording, case, expression, shape)
    for case, expression, x in EMBEDDINGS:
        record_embedding(recording, case, expression, x)
    return recording
