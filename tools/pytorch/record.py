"""Records cases from PyTorch that the Rust tests replay without Python.

    python tools/pytorch/record.py [--out FOLDER] [--add] [GROUP ...]

Needs `pip install torch numpy safetensors`. The keys are described in README.md beside this file.
The same versions on the same machine give the same files, byte for byte.
"""

import argparse
import hashlib
from pathlib import Path

import torch

import checkpoint
import convnet_steps
import layers
import losses
import networks
import optimizers

GROUPS = {
    "layers": layers,
    "losses": losses,
    "optimizers": optimizers,
    "convnet": convnet_steps,
    "networks": networks,
    "checkpoint": checkpoint,
}

LIMIT = 500_000  # bytes a file


def main():
    repository = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=repository / "nncore/tests/pytorch")
    parser.add_argument(
        "--add",
        action="store_true",
        help="keep the cases that are recorded, for another machine rounds differently",
    )
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    arguments = parser.parse_args()
    unknown = [group for group in arguments.groups if group not in GROUPS]
    if unknown:
        parser.error(f"unknown group `{unknown[0]}`; there are {', '.join(GROUPS)}")

    torch.set_num_threads(1)  # sums in one order, whatever the machine's cores
    torch.use_deterministic_algorithms(True)
    arguments.out.mkdir(parents=True, exist_ok=True)
    print(f"{'file':24} {'cases':>5} {'tensors':>7} {'bytes':>8}  sha-256")
    for group in arguments.groups or GROUPS:
        recording = GROUPS[group].make()
        if arguments.add:
            recording.keep(arguments.out / f"{group}.safetensors")
        size = recording.save(arguments.out)
        if size > LIMIT:
            raise SystemExit(f"{group}.safetensors has {size} bytes; the limit is {LIMIT}")
        path = arguments.out / f"{group}.safetensors"
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        print(
            f"{path.name:24} {len(recording.cases):5} {len(recording.tensors):7} {size:8}  {digest}"
        )


if __name__ == "__main__":
    main()
