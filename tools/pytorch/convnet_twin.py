"""Trains the ConvNet in PyTorch as the main program does, and prints the test accuracy per epoch.

    python tools/pytorch/convnet_twin.py --data FOLDER [--epochs 5] [--seeds 1 2 3] [--json FILE]

FOLDER holds MNIST's four IDX `.gz` files or CIFAR-10's binary batches (all `data_batch_*.bin` that
are there, and `test_batch.bin`). Images are standardised per channel with the training images'
statistics, made three channels, and resized to 56x56 (bilinear, align_corners=False). SGD 0.01,
momentum 0.9, batch 64, shuffled every epoch, no augmentation, no validation split. The seed sets
the initial parameters (PyTorch's defaults) and the order of the images.

Needs `pip install torch numpy`.
"""

import argparse
import gzip
import json
import struct
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from convnet import SIZE, ConvNet

BATCH = 64


def read_idx(path):
    """An IDX file of unsigned bytes, gzip-compressed: magic, sizes (big-endian), bytes."""
    data = gzip.decompress(path.read_bytes())
    zero, kind, rank = struct.unpack(">HBB", data[:4])
    if zero != 0 or kind != 8 or not 1 <= rank <= 3:
        raise SystemExit(f"{path}: no IDX file of bytes")
    sizes = struct.unpack(f">{rank}I", data[4 : 4 + 4 * rank])
    body = np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * rank)
    if body.size != np.prod(sizes, dtype=np.int64):
        raise SystemExit(f"{path}: {body.size} bytes, but the header says {sizes}")
    return body.reshape(sizes)


def read_mnist(folder):
    """(images [n, 1, 28, 28], labels) of the training and of the test set."""
    return [
        (
            read_idx(folder / f"{part}-images-idx3-ubyte.gz")[:, None],
            read_idx(folder / f"{part}-labels-idx1-ubyte.gz"),
        )
        for part in ("train", "t10k")
    ]


def read_records(path):
    """A CIFAR-10 batch: records of a label byte and 3072 bytes, red, green, blue."""
    data = np.frombuffer(path.read_bytes(), dtype=np.uint8)
    if data.size == 0 or data.size % 3073 != 0:
        raise SystemExit(f"{path}: {data.size} bytes are no whole number of 3073-byte records")
    records = data.reshape(-1, 3073)
    return records[:, 1:].reshape(-1, 3, 32, 32), records[:, 0]


def read_cifar(folder):
    """(images [n, 3, 32, 32], labels) of the training batches that exist, and of the test batch."""
    batches = [read_records(path) for path in sorted(folder.glob("data_batch_*.bin"))]
    train = tuple(np.concatenate(part) for part in zip(*batches))
    return [train, read_records(folder / "test_batch.bin")]


def read(folder):
    """The name of the data set in `folder`, its training set and its test set."""
    if (folder / "train-images-idx3-ubyte.gz").exists():
        return "mnist", *read_mnist(folder)
    if any(folder.glob("data_batch_*.bin")):
        return "cifar10", *read_cifar(folder)
    raise SystemExit(f"{folder}: neither MNIST's .gz files nor CIFAR-10's data_batch_*.bin")


class Standardise:
    """Bytes to network input: x / 255, minus mean, over standard deviation; 3 channels; 56x56."""

    def __init__(self, images):
        pixels = images.shape[0] * images.shape[2] * images.shape[3]
        self.mean, self.std = [], []
        for channel in range(images.shape[1]):
            counts = np.bincount(images[:, channel].ravel(), minlength=256)
            levels = np.arange(256) / 255.0
            mean = (counts * levels).sum() / pixels
            self.mean.append(mean)
            self.std.append(float(np.sqrt((counts * (levels - mean) ** 2).sum() / pixels)))

    def __call__(self, images):
        x = torch.from_numpy(images.astype(np.float32)) / 255.0
        shape = (1, -1, 1, 1)
        x = (x - torch.tensor(self.mean).float().view(shape)) / torch.tensor(self.std).view(shape)
        x = F.interpolate(x, size=(SIZE, SIZE), mode="bilinear", align_corners=False)
        return x.expand(-1, 3, -1, -1).contiguous(memory_format=torch.channels_last)


def accuracy(net, prepare, images, labels):
    """The fraction of right answers."""
    net.eval()
    right = 0
    with torch.inference_mode():
        for start in range(0, len(labels), 256):
            logits = net(prepare(images[start : start + 256]))
            target = torch.from_numpy(labels[start : start + 256].astype(np.int64))
            right += int((logits.argmax(1) == target).sum())
    return right / len(labels)


def epoch(net, prepare, images, labels, optimizer, order):
    """One pass over the training set; the mean loss."""
    net.train()
    criterion = nn.CrossEntropyLoss()
    total = 0.0
    for start in range(0, len(order), BATCH):
        at = order[start : start + BATCH]
        target = torch.from_numpy(labels[at].astype(np.int64))
        optimizer.zero_grad()
        loss = criterion(net(prepare(images[at])), target)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(at)
    return total / len(order)


def train(name, train_set, test_set, seed, epochs):
    """All epochs of one seed; a record for each."""
    torch.manual_seed(seed)
    net = ConvNet().to(memory_format=torch.channels_last)  # the faster layout on a CPU
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)
    generator = torch.Generator().manual_seed(seed)
    prepare = Standardise(train_set[0])
    records = []
    for number in range(1, epochs + 1):
        order = torch.randperm(len(train_set[1]), generator=generator).numpy()
        start = time.perf_counter()
        loss = epoch(net, prepare, *train_set, optimizer, order)
        seconds = time.perf_counter() - start
        right = accuracy(net, prepare, *test_set)
        print(
            f"{name} seed {seed} epoch {number}: loss {loss:.4f}, test accuracy {right:.4f}, "
            f"{seconds:.1f} s, {len(order) / seconds:.0f} images/s",
            flush=True,
        )
        records.append(
            {
                "data": name,
                "seed": seed,
                "epoch": number,
                "loss": loss,
                "test_accuracy": right,
                "seconds": seconds,
            }
        )
    return records


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of MNIST or CIFAR-10")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    name, train_set, test_set = read(arguments.data)
    print(f"{name}: {len(train_set[1])} training images, {len(test_set[1])} test images")
    records = []
    for seed in arguments.seeds:
        records += train(name, train_set, test_set, seed, arguments.epochs)
    last = [r["test_accuracy"] for r in records if r["epoch"] == arguments.epochs]
    if last:
        mean = sum(last) / len(last)
        print(f"{name} after {arguments.epochs} epochs, {len(last)} seeds: mean accuracy {mean:.4f}")
    if arguments.json:
        about = {"torch": torch.__version__, "threads": arguments.threads, "records": records}
        arguments.json.write_text(json.dumps(about, indent=1) + "\n")


if __name__ == "__main__":
    main()
