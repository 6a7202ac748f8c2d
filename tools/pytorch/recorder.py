"""What the recorders share: random values that f32 holds exactly, and deterministic safetensors files."""

import json
import zlib
from pathlib import Path

import numpy as np
import safetensors
import torch
from safetensors.numpy import save_file


def rng(name):
    """A generator of its own for every case, so that a new case does not change the others."""
    return np.random.default_rng(zlib.crc32(name.encode()))


def exact(values):
    """Rounds to f32 and returns f64: tests in f32 and in f64 start from the same numbers."""
    return torch.from_numpy(np.asarray(values, dtype=np.float32).astype(np.float64))


def normal(generator, shape, scale=1.0):
    """Normal values of the given standard deviation, as `exact` makes them."""
    return exact(generator.standard_normal(shape) * scale)


class Recording:
    """One file: tensors under `CASE/…` keys, and for every case the PyTorch expression after it."""

    def __init__(self, name):
        self.name = name
        self.tensors = {}
        self.cases = {}

    def case(self, case, expression):
        """Opens a case; its name must be new in this file."""
        if case in self.cases:
            raise ValueError(f"case `{case}` is recorded twice in {self.name}")
        self.cases[case] = expression

    def put(self, case, key, value):
        """Stores one tensor (or a Python number as a scalar) under `case/key`."""
        if case not in self.cases:
            raise ValueError(f"`{case}` is no open case of {self.name}")
        if isinstance(value, torch.Tensor):
            value = value.detach().numpy()
        array = np.ascontiguousarray(value).reshape(np.shape(value))
        if array.dtype.kind == "f" and not np.isfinite(array).all():
            raise ValueError(f"{self.name}: {case}/{key} is not finite")
        if array.dtype not in (np.float64, np.float32, np.int64):
            raise ValueError(f"{self.name}: {case}/{key} is {array.dtype}")
        self.tensors[f"{case}/{key}"] = array.copy()

    def keep(self, path):
        """Takes the tensors of cases that a file has already from there."""
        with safetensors.safe_open(path, framework="numpy") as file:
            kept = {key: file.get_tensor(key) for key in file.keys()}
        self.tensors = {key: kept.get(key, value) for key, value in self.tensors.items()}

    def save(self, folder):
        """Writes `NAME.safetensors` and returns its size in bytes.

        The metadata is a single entry: safetensors keeps metadata in a hash map, and two entries
        would come out in a random order.
        """
        about = {
            "torch": torch.__version__.split("+")[0],
            "numpy": np.__version__,
            "safetensors": safetensors.__version__,
            "cases": self.cases,
        }
        path = Path(folder) / f"{self.name}.safetensors"
        save_file(self.tensors, path, metadata={"recorded": json.dumps(about)})
        return path.stat().st_size
