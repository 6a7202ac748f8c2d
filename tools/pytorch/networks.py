"""Small networks as a whole: a few training steps in f64, and what they compute afterwards."""

from collections import OrderedDict

import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_

from recorder import Recording, exact, normal, rng

STEPS = 5
BATCH = 4
CLASSES = 5
FEATURES = 12


def convnet():
    """The ConvNet's structure on 3x8x8: conv 4, pool → conv 6, pool → 24 → 8 → 5 logits."""
    layers = [
        ("conv1", nn.Conv2d(3, 4, 3, padding=1)),
        ("relu1", nn.ReLU()),
        ("pool1", nn.MaxPool2d(2)),
        ("conv2", nn.Conv2d(4, 6, 3, padding=1)),
        ("relu2", nn.ReLU()),
        ("pool2", nn.MaxPool2d(2)),
        ("flat", nn.Flatten()),
        ("fc1", nn.Linear(24, 8)),
        ("relu3", nn.ReLU()),
        ("fc2", nn.Linear(8, CLASSES)),
    ]
    return nn.Sequential(OrderedDict(layers))


def autoencoder():
    """12 → 8 → 3 → 8 → 12, with a batch norm and a ReLU behind each layer but the last."""
    layers, sizes = [], [FEATURES, 8, 3, 8, FEATURES]
    for i, (inputs, outputs) in enumerate(zip(sizes, sizes[1:])):
        layers.append((f"fc{i}", nn.Linear(inputs, outputs, bias=i == 3)))  # a norm has its own
        if i < 3:
            layers.append((f"norm{i}", nn.BatchNorm1d(outputs, eps=0.001)))
            layers.append((f"relu{i}", nn.ReLU()))
    return nn.Sequential(OrderedDict(layers))


# Name, network, optimizer of its parameters `p`, and the norm that gradients are clipped to. Adam divides by the size of a
# gradient: with PyTorch's eps one that is nearly 0, and so is mostly rounding, would move its parameter as far as any other.
CASES = [
    ("convnet_sgd", convnet, "torch.optim.SGD(p, lr=0.05, momentum=0.9)", None),
    ("convnet_adamw", convnet, "torch.optim.AdamW(p, lr=0.01, eps=1e-3)", None),
    ("autoencoder_sgd", autoencoder, "torch.optim.SGD(p, lr=0.05, momentum=0.9)", 0.5),
    ("autoencoder_adam", autoencoder, "torch.optim.Adam(p, lr=0.01, eps=1e-3)", None),
]


def tensors_of(net):
    """Parameters and running statistics by name, as copies."""
    state = net.state_dict().items()
    return {name: t.detach().clone() for name, t in state if "num_batches" not in name}


def set_parameters(net, generator):
    """Sets every parameter at random, the scales of norms near 1."""
    with torch.no_grad():
        for name, parameter in net.named_parameters():
            is_scale = name.startswith("norm") and name.endswith("weight")
            fan_in = parameter[0].numel() if parameter.dim() > 1 else 8
            values = normal(generator, parameter.shape, fan_in**-0.5)
            parameter.copy_(exact(1 + values) if is_scale else values)


def train(recording, case, make_net, expression, norm):
    """Records the steps of one case."""
    clipped = f", clip_grad_norm_(p, {norm})" if norm else ""
    recording.case(case, f"{make_net.__name__}(): {expression}{clipped}; see tools/pytorch/networks.py")
    generator = rng(case)
    net = make_net().double()
    set_parameters(net, generator)
    is_convnet = make_net is convnet
    shape = (BATCH, 3, 8, 8) if is_convnet else (BATCH, FEATURES)
    x = normal(generator, (2, *shape))  # two batches in turn
    recording.put(case, "x", x)
    if is_convnet:
        target = torch.from_numpy(generator.integers(0, CLASSES, (2, BATCH)))
        recording.put(case, "target", target)
    else:
        target = x
    for name, tensor in tensors_of(net).items():
        recording.put(case, f"before/{name}", exact(tensor))
    optimizer = eval(expression, {"torch": torch, "p": list(net.parameters())})
    criterion = nn.CrossEntropyLoss() if is_convnet else nn.MSELoss()
    losses = []
    for step in range(STEPS):
        optimizer.zero_grad()
        y = net(x[step % 2])
        loss = criterion(y, target[step % 2])
        loss.backward()
        if step == 0:
            recording.put(case, "y", y)
            for name, parameter in net.named_parameters():
                recording.put(case, f"grad/{name}", parameter.grad.clone())
        if norm:
            clip_grad_norm_(list(net.parameters()), norm)
        optimizer.step()
        losses.append(loss.item())
    recording.put(case, "losses", torch.tensor(losses, dtype=torch.float64))
    for name, tensor in tensors_of(net).items():
        recording.put(case, f"after/{name}", tensor)
    net.eval()
    with torch.no_grad():
        recording.put(case, "y_eval", net(x[0]))
    return net


def make():
    """All cases."""
    recording = Recording("networks")
    for case in CASES:
        train(recording, *case)
    case = "checkpoint"
    recording.case(case, "the output of the autoencoder in checkpoint.safetensors, computed in f64")
    x = normal(rng(case), (BATCH, FEATURES))
    recording.put(case, "x", x)
    recording.put(case, "y_eval", trained_in_f32().double()(x))
    return recording


def trained_in_f32():
    """The autoencoder behind the steps of a case, rounded to f32, for inference."""
    return train(Recording("none"), *CASES[2]).float()
