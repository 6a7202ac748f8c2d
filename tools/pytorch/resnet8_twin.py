"""Trains the ResNet-8 in PyTorch as the program `resnet8` does, and prints the test accuracy per epoch.

    python tools/pytorch/resnet8_twin.py --data FOLDER [--epochs 5] [--seeds 1 2 3] [--json FILE]

FOLDER holds CIFAR-10's binary batches (all `data_batch_*.bin` that are there, and `test_batch.bin`).
Images are standardised per channel with the training images' statistics. Adam 0.003, falling by a
cosine to 0 over all steps, batch 64, shuffled every epoch, no validation split. With `--augment`,
images move by up to 4 pixels each way (what moves in is the mean), and every second one is
mirrored. The seed sets the initial parameters (PyTorch's defaults), the order and the changes.

Needs `pip install torch numpy`.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from convnet_twin import accuracy, read_cifar

BATCH = 64
SIZE = 32
SHIFT = 4  # pixels


class Block(nn.Module):
    """Two convolutions, and what they are given added; half the size where the channels change.

    Padding is TensorFlow's "same": at stride 2 the extra row and column are at the bottom and right.
    """

    def __init__(self, inside, outside):
        super().__init__()
        self.stride = 1 if inside == outside else 2
        self.conv1 = nn.Conv2d(inside, outside, 3, stride=self.stride)
        self.norm1 = nn.BatchNorm2d(outside, eps=0.001)
        self.conv2 = nn.Conv2d(outside, outside, 3, padding=1)
        self.norm2 = nn.BatchNorm2d(outside, eps=0.001)
        self.shortcut = nn.Identity()
        if self.stride == 2:
            self.shortcut = nn.Conv2d(inside, outside, 1, stride=2)

    def forward(self, x):
        around = (1, 1, 1, 1) if self.stride == 1 else (0, 1, 0, 1)
        h = F.relu(self.norm1(self.conv1(F.pad(x, around))))
        return F.relu(self.norm2(self.conv2(h)) + self.shortcut(x))


class ResNet8(nn.Module):
    """MLPerf Tiny's ResNet-8, to logits; 78,186 parameters and 480 running statistics."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 16, 3, padding=1)
        self.norm = nn.BatchNorm2d(16, eps=0.001)
        self.stage1 = Block(16, 16)
        self.stage2 = Block(16, 32)
        self.stage3 = Block(32, 64)
        self.head = nn.Linear(64, 10)

    def forward(self, x):
        x = F.relu(self.norm(self.conv(x)))
        x = self.stage3(self.stage2(self.stage1(x)))
        return self.head(x.mean((2, 3)))


class Standardise:
    """Bytes to network input: x / 255, minus mean, over standard deviation."""

    def __init__(self, images):
        pixels = torch.from_numpy(images.astype(np.float32)) / 255.0
        self.mean = pixels.double().mean((0, 2, 3)).float().view(1, 3, 1, 1)
        self.std = pixels.double().std((0, 2, 3), correction=0).float().view(1, 3, 1, 1)

    def __call__(self, images):
        x = (torch.from_numpy(images.astype(np.float32)) / 255.0 - self.mean) / self.std
        return x.contiguous(memory_format=torch.channels_last)  # the faster layout on a CPU


def changed(images, generator):
    """Each image moved and mirrored at random."""
    padded = F.pad(images, (SHIFT,) * 4)
    places = torch.randint(2 * SHIFT + 1, (len(images), 2), generator=generator)
    mirrored = torch.randint(2, (len(images),), generator=generator)
    out = torch.empty_like(images)
    for i, ((y, x), mirror) in enumerate(zip(places.tolist(), mirrored.tolist())):
        image = padded[i, :, y : y + SIZE, x : x + SIZE]
        out[i] = image.flip(2) if mirror else image
    return out


def train(train_set, test_set, seed, epochs, rate, augment):
    """All epochs of one seed; a record for each."""
    torch.manual_seed(seed)
    net = ResNet8().to(memory_format=torch.channels_last)
    optimizer = torch.optim.Adam(net.parameters(), lr=rate)
    images, labels = train_set
    steps = epochs * -(-len(labels) // BATCH)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    generator = torch.Generator().manual_seed(seed)
    prepare = Standardise(images)
    criterion = nn.CrossEntropyLoss()
    records = []
    for number in range(1, epochs + 1):
        order = torch.randperm(len(labels), generator=generator).numpy()
        start = time.perf_counter()
        net.train()
        total = 0.0
        for first in range(0, len(order), BATCH):
            at = order[first : first + BATCH]
            inputs = prepare(images[at])
            if augment:
                inputs = changed(inputs, generator)
            optimizer.zero_grad()
            loss = criterion(net(inputs), torch.from_numpy(labels[at].astype(np.int64)))
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item() * len(at)
        seconds = time.perf_counter() - start
        record = {
            "seed": seed,
            "epoch": number,
            "loss": total / len(order),
            "test_accuracy": accuracy(net, prepare, *test_set),
            "seconds": seconds,
        }
        print(
            f"seed {seed} epoch {number}: loss {record['loss']:.4f}, "
            f"test accuracy {record['test_accuracy']:.4f}, {seconds:.1f} s",
            flush=True,
        )
        records.append(record)
    return records


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of CIFAR-10's batches")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--lr", type=float, default=0.003)
    parser.add_argument("--augment", action="store_true", help="move and mirror training images")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    train_set, test_set = read_cifar(arguments.data)
    print(f"{len(train_set[1])} training images, {len(test_set[1])} test images")
    records = []
    for seed in arguments.seeds:
        options = arguments.epochs, arguments.lr, arguments.augment
        records += train(train_set, test_set, seed, *options)
    last = [r["test_accuracy"] for r in records if r["epoch"] == arguments.epochs]
    if last:
        mean = sum(last) / len(last)
        print(f"after {arguments.epochs} epochs, {len(last)} seeds: mean accuracy {mean:.4f}")
    if arguments.json:
        arguments.json.write_text(json.dumps(records, indent=1) + "\n")


if __name__ == "__main__":
    main()
