"""Optimizers on given gradients, gradient clipping, and learning rates over 50 steps."""

import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_
from torch.optim import lr_scheduler

from recorder import Recording, exact, normal, rng

STEPS = 5
SCHEDULE_STEPS = 50

# In an expression `p` is the list of parameters.
OPTIMIZERS = [
    ("sgd", "torch.optim.SGD(p, lr=0.1)"),
    ("sgd_momentum", "torch.optim.SGD(p, lr=0.1, momentum=0.9)"),
    ("sgd_nesterov", "torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True)"),
    ("sgd_weight_decay", "torch.optim.SGD(p, lr=0.1, weight_decay=0.01)"),
    (
        "sgd_momentum_weight_decay",
        "torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01)",
    ),
    (
        "sgd_nesterov_weight_decay",
        "torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01)",
    ),
    ("sgd_dampening", "torch.optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.5)"),
    ("adam", "torch.optim.Adam(p, lr=0.01)"),
    ("adam_arguments", "torch.optim.Adam(p, lr=0.01, betas=(0.8, 0.95), eps=1e-3)"),
    ("adam_weight_decay", "torch.optim.Adam(p, lr=0.01, weight_decay=0.1)"),
    ("adamw", "torch.optim.AdamW(p, lr=0.01)"),
    ("adamw_weight_decay", "torch.optim.AdamW(p, lr=0.01, weight_decay=0.1)"),
    ("rmsprop", "torch.optim.RMSprop(p, lr=0.01)"),
    ("rmsprop_momentum", "torch.optim.RMSprop(p, lr=0.01, momentum=0.9)"),
    ("rmsprop_centered", "torch.optim.RMSprop(p, lr=0.01, centered=True)"),
    (
        "rmsprop_all",
        "torch.optim.RMSprop(p, lr=0.01, alpha=0.9, eps=1e-4, weight_decay=0.1, momentum=0.9, centered=True)",
    ),
]

# In an expression `o` is an SGD optimizer with learning rate 0.1.
SCHEDULES = [
    ("step_lr", "lr_scheduler.StepLR(o, step_size=10, gamma=0.5)"),
    ("cosine", "lr_scheduler.CosineAnnealingLR(o, T_max=50)"),
    ("cosine_eta_min", "lr_scheduler.CosineAnnealingLR(o, T_max=50, eta_min=0.001)"),
    ("one_cycle", "lr_scheduler.OneCycleLR(o, max_lr=0.1, total_steps=50, cycle_momentum=False)"),
    (
        "one_cycle_arguments",
        "lr_scheduler.OneCycleLR(o, max_lr=0.1, total_steps=50, pct_start=0.2, "
        "div_factor=10, final_div_factor=100, cycle_momentum=False)",
    ),
    ("linear_warm_up", "lr_scheduler.LinearLR(o, start_factor=0.1, total_iters=10)"),
    ("linear_warm_up_default", "lr_scheduler.LinearLR(o)"),
    (
        "warm_up_cosine",
        "lr_scheduler.SequentialLR(o, [lr_scheduler.LinearLR(o, start_factor=0.1, total_iters=10), "
        "lr_scheduler.CosineAnnealingLR(o, T_max=40)], milestones=[10])",
    ),
]


def steps(recording, case, expression, learning_rates=None):
    """Runs `STEPS` updates of one parameter of 12 elements."""
    recording.case(case, expression)
    generator = rng("optimizers")  # the same parameters and gradients for all
    parameter = torch.nn.Parameter(normal(generator, (12,)))
    gradients = [normal(generator, (12,), 0.5) for _ in range(STEPS)]
    optimizer = eval(expression, {"torch": torch, "p": [parameter]})
    parameters = [parameter.detach().clone()]
    for step, gradient in enumerate(gradients):
        if learning_rates is not None:
            optimizer.param_groups[0]["lr"] = learning_rates[step]
        parameter.grad = gradient.clone()
        optimizer.step()
        parameters.append(parameter.detach().clone())
    recording.put(case, "grads", torch.stack(gradients))
    recording.put(case, "params", torch.stack(parameters))
    if learning_rates is not None:
        recording.put(case, "learning_rates", torch.tensor(learning_rates, dtype=torch.float64))


def clip(recording, case, expression, scale):
    """Clips the gradients of two parameters; in the expression `p` is their list."""
    recording.case(case, expression)
    generator = rng("clip")
    parameters = []
    for index, shape in enumerate([(3, 4), (5,)]):
        parameter = torch.nn.Parameter(torch.zeros(shape, dtype=torch.float64))
        parameter.grad = normal(generator, shape, scale)
        recording.put(case, f"before/{index}", parameter.grad)
        parameters.append(parameter)
    norm = eval(
        expression,
        {"clip_grad_norm_": clip_grad_norm_, "clip_grad_value_": clip_grad_value_, "p": parameters},
    )
    for index, parameter in enumerate(parameters):
        recording.put(case, f"after/{index}", parameter.grad)
    if norm is not None:
        recording.put(case, "norm", norm)


def schedule(recording, case, expression):
    """The learning rate that each of 50 steps uses, the first step being step 0."""
    recording.case(f"schedule/{case}", expression)
    parameter = torch.nn.Parameter(exact([0.0]))
    optimizer = torch.optim.SGD([parameter], lr=0.1)
    scheduler = eval(expression, {"lr_scheduler": lr_scheduler, "o": optimizer})
    rates = []
    for step in range(SCHEDULE_STEPS):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if step + 1 < SCHEDULE_STEPS:
            scheduler.step()
    recording.put(f"schedule/{case}", "learning_rates", torch.tensor(rates, dtype=torch.float64))


def make():
    """All optimizer, clipping and schedule cases."""
    recording = Recording("optimizers")
    for case, expression in OPTIMIZERS:
        steps(recording, case, expression)
    changing = [0.1, 0.05, 0.2, 0.0, 0.1]  # momentum keeps gradients, not updates
    steps(
        recording,
        "sgd_momentum_changing_rate",
        "torch.optim.SGD(p, lr=0.1, momentum=0.9)",
        changing,
    )
    clip(recording, "clip_norm", "clip_grad_norm_(p, 1.0)", 1.0)
    clip(recording, "clip_norm_below", "clip_grad_norm_(p, 100.0)", 1.0)
    # Here the 1e-6 that PyTorch adds to the norm shows in the third digit.
    clip(recording, "clip_norm_small", "clip_grad_norm_(p, 3e-4)", 1e-4)
    clip(recording, "clip_value", "clip_grad_value_(p, 0.5)", 1.0)
    for case, expression in SCHEDULES:
        schedule(recording, case, expression)
    return recording
