"""A weight file as PyTorch's users write it: the `state_dict` of a trained network, batch counters among it."""

from pathlib import Path

from safetensors.torch import save_file

from networks import trained_in_f32


class Checkpoint:
    """Is saved as a recording is, and holds nothing else than the tensors."""

    name = "checkpoint"
    cases = {}

    def __init__(self, net):
        self.tensors = net.state_dict()

    def save(self, folder):
        """Writes the file and returns its size in bytes."""
        path = Path(folder) / f"{self.name}.safetensors"
        save_file(self.tensors, path)
        return path.stat().st_size


def make():
    """The trained autoencoder of `networks.py`."""
    return Checkpoint(trained_in_f32())
