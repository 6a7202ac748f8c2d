"""Losses (mean reduction): the value and its gradient with respect to the logits or predictions."""

import torch
from torch import nn

from recorder import Recording, exact, normal, rng

IGNORED = 255  # a class that does not exist, so that targets stay unsigned

WEIGHTS = "torch.tensor([0.5, 2.0, 1.0, 0.25, 3.0]).double()"

# Name, expression, shape of the logits; the classes are the axis behind the batch.
CLASSES = [
    ("cross_entropy", "nn.CrossEntropyLoss()", (6, 5)),
    ("cross_entropy_one_sample", "nn.CrossEntropyLoss()", (1, 5)),
    ("cross_entropy_two_classes", "nn.CrossEntropyLoss()", (7, 2)),
    ("cross_entropy_pixels", "nn.CrossEntropyLoss()", (2, 5, 3, 4)),
    ("cross_entropy_smoothing", "nn.CrossEntropyLoss(label_smoothing=0.1)", (6, 5)),
    ("cross_entropy_weights", f"nn.CrossEntropyLoss({WEIGHTS})", (6, 5)),
    (
        "cross_entropy_weights_smoothing",
        f"nn.CrossEntropyLoss({WEIGHTS}, label_smoothing=0.1)",
        (6, 5),
    ),
    ("cross_entropy_ignore", f"nn.CrossEntropyLoss(ignore_index={IGNORED})", (6, 5)),
    (
        "cross_entropy_ignore_weights_smoothing",
        f"nn.CrossEntropyLoss({WEIGHTS}, ignore_index={IGNORED}, label_smoothing=0.1)",
        (6, 5),
    ),
]

NUMBERS = [
    ("bce_with_logits", "nn.BCEWithLogitsLoss()"),
    ("mse", "nn.MSELoss()"),
    ("l1", "nn.L1Loss()"),
    ("huber", "nn.HuberLoss(delta=1.0)"),
    ("huber_0p5", "nn.HuberLoss(delta=0.5)"),
]


def record(recording, case, expression, logits, target):
    """Runs one loss forward and backward."""
    recording.case(case, expression)
    criterion = eval(expression)
    logits.requires_grad_(True)
    loss = criterion(logits, target)
    loss.backward()
    recording.put(case, "logits", logits)
    recording.put(case, "target", target)
    recording.put(case, "loss", loss)
    recording.put(case, "d_logits", logits.grad)
    if getattr(criterion, "weight", None) is not None:
        recording.put(case, "weight", criterion.weight)


def make():
    """All loss cases."""
    recording = Recording("losses")
    for case, expression, shape in CLASSES:
        generator = rng(f"losses/{case}")
        logits = normal(generator, shape, 2.0)
        target = generator.integers(0, shape[1], (shape[0], *shape[2:]))
        if "ignore" in case:
            target[1] = target[4] = IGNORED
        record(recording, case, expression, logits, torch.from_numpy(target))
    logits = exact([[1000.0, 0.0, -1000.0], [1000.0, 999.0, 0.0], [-1000.0, -1000.0, -1000.0]])
    record(
        recording, "cross_entropy_extremes", "nn.CrossEntropyLoss()", logits, torch.tensor([2, 1, 0])
    )
    for case, expression in NUMBERS:
        generator = rng(f"losses/{case}")
        logits = normal(generator, (4, 3), 1.5)
        target = normal(generator, (4, 3), 1.5)
        if case.startswith("bce"):
            target = exact(generator.uniform(0.0, 1.0, (4, 3)).round(2))
            target[0], target[1] = 0.0, 1.0
        record(recording, case, expression, logits, target)
    logits = exact([[100.0, -100.0, 100.0, -100.0]])
    target = exact([[1.0, 0.0, 0.0, 1.0]])
    record(recording, "bce_with_logits_extremes", "nn.BCEWithLogitsLoss()", logits, target)
    return recording
