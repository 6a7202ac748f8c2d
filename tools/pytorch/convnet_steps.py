"""Ten training steps of the ConvNet in f64, and how far the same steps in f32 are from them."""

import numpy as np
import torch
from torch import nn

from convnet import SALTS, ConvNet, formula_batch, formula_parameters, hashed
from recorder import Recording

STEPS = 10
BATCH = 8
SAMPLES = 16  # two batches in turn, so that the loss falls
SAMPLED = 4096  # a larger tensor is recorded at this many positions

CASE = "convnet"
EXPRESSION = "SGD(lr=0.01, momentum=0.9), CrossEntropyLoss(); see tools/pytorch/convnet.py"


def run(dtype):
    """Trains; returns losses, first logits, gradients of step 1, final parameters and logits."""
    net = ConvNet()
    formula_parameters(net)
    net = net.to(dtype)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)
    criterion = nn.CrossEntropyLoss()
    result = {"losses": [], "grad": {}, "param": {}}
    for step in range(STEPS):
        images, labels = formula_batch(step, BATCH, SAMPLES)
        optimizer.zero_grad()
        logits = net(images.to(dtype))
        loss = criterion(logits, labels)
        loss.backward()
        if step == 0:
            result["logits_first"] = logits.detach()
            for name, parameter in net.named_parameters():
                result["grad"][name] = parameter.grad.detach().clone()
        optimizer.step()
        result["losses"].append(loss.item())
    for name, parameter in net.named_parameters():
        result["param"][name] = parameter.detach().clone()
    with torch.no_grad():
        images, _ = formula_batch(0, BATCH, SAMPLES)
        result["logits_last"] = net(images.to(dtype))
    return result


def positions(name, size):
    """Where a large tensor is recorded: hashes of 0.. with the salt 256 * 11 + the tensor's."""
    salt = 256 * SALTS["position"] + SALTS[name]
    return (hashed(salt, np.arange(SAMPLED)) % np.uint64(size)).astype(np.int64)


def put_tensor(recording, key, name, reference, single):
    """Records one tensor of the f64 run: whole or sampled, with its sums and the f32 run's distance."""
    flat = reference.flatten()
    if flat.numel() > SAMPLED:
        at = positions(name, flat.numel())
        recording.put(CASE, f"{key}_sampled/{name}", flat[torch.from_numpy(at)])
        recording.put(CASE, f"positions/{name}", at)
    else:
        recording.put(CASE, f"{key}/{name}", reference)
    sums = [flat.sum(), flat.square().sum(), flat.abs().max()]
    recording.put(CASE, f"{key}_sums/{name}", torch.stack(sums))
    difference = (single.double() - reference).abs()
    distance = [difference.max(), difference.norm() / reference.norm()]
    recording.put(CASE, f"{key}_f32_distance/{name}", torch.stack(distance))


def make():
    """The ConvNet's file."""
    recording = Recording("convnet")
    recording.case(CASE, EXPRESSION)
    reference, single = run(torch.float64), run(torch.float32)
    recording.put(CASE, "losses", torch.tensor(reference["losses"], dtype=torch.float64))
    recording.put(CASE, "losses_f32", torch.tensor(single["losses"], dtype=torch.float32))
    for key in ("logits_first", "logits_last"):
        recording.put(CASE, key, reference[key])
        recording.put(CASE, f"{key}_f32", single[key])
    for key in ("grad", "param"):
        for name, tensor in reference[key].items():
            put_tensor(recording, key, name, tensor, single[key][name])
    return recording
