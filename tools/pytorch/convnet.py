"""The ConvNet of the main program, and the numbers by formula with which it is compared."""

import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

SIZE = 56
CLASSES = 10


class ConvNet(nn.Module):
    """3x56x56 → conv 32, pool → conv 64, pool → 12544 → 128 → 10 logits; 1,626,442 parameters."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 32, 3, padding=1)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.fc1 = nn.Linear(64 * 14 * 14, 128)
        self.fc2 = nn.Linear(128, CLASSES)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        x = F.relu(self.fc1(torch.flatten(x, 1)))
        return self.fc2(x)


# A number for each tensor, which separates their values.
SALTS = {
    "input": 1,
    "label": 2,
    "conv1.weight": 3,
    "conv1.bias": 4,
    "conv2.weight": 5,
    "conv2.bias": 6,
    "fc1.weight": 7,
    "fc1.bias": 8,
    "fc2.weight": 9,
    "fc2.bias": 10,
    "position": 11,
}

FAN_IN = {"conv1": 27, "conv2": 288, "fc1": 12544, "fc2": 128}

INPUT_SCALE = 4.0  # inputs lie in -2..2


def hashed(salt, index):
    """A 32-bit hash of (salt, index), as u64 array below 2^32; all steps are modulo 2^32.

        h = index + salt * 0x9E3779B9
        h = (h ^ (h >> 16)) * 0x7FEB352D
        h = (h ^ (h >> 15)) * 0x846CA68B
        h = h ^ (h >> 16)
    """
    mask = np.uint64(0xFFFFFFFF)
    h = (np.asarray(index, dtype=np.uint64) + np.uint64(salt * 0x9E3779B9)) & mask
    h = ((h ^ (h >> np.uint64(16))) * np.uint64(0x7FEB352D)) & mask
    h = ((h ^ (h >> np.uint64(15))) * np.uint64(0x846CA68B)) & mask
    return h ^ (h >> np.uint64(16))


def uniform(salt, first, count, scale):
    """`(hash / 2^32 - 0.5) * scale` in f64, rounded to f32, for `count` indices from `first`."""
    h = hashed(salt, np.arange(first, first + count))
    return ((h.astype(np.float64) / 4294967296.0 - 0.5) * scale).astype(np.float32)


def formula_parameters(net):
    """Sets every parameter by formula: uniform in ±1/sqrt(fan_in), PyTorch's default range."""
    with torch.no_grad():
        for name, parameter in net.named_parameters():
            scale = 2.0 / math.sqrt(FAN_IN[name.split(".")[0]])
            values = uniform(SALTS[name], 0, parameter.numel(), scale)
            parameter.copy_(torch.from_numpy(values).reshape(parameter.shape))


def formula_batch(step, batch, samples):
    """Images (f32) and labels of one step: samples `step * batch …`, modulo `samples`."""
    first = (step * batch) % samples
    pixels = 3 * SIZE * SIZE
    images = uniform(SALTS["input"], first * pixels, batch * pixels, INPUT_SCALE)
    labels = hashed(SALTS["label"], np.arange(first, first + batch)) % CLASSES
    return (
        torch.from_numpy(images.reshape(batch, 3, SIZE, SIZE)),
        torch.from_numpy(labels.astype(np.int64)),
    )
