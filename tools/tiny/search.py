#!/usr/bin/env python3
"""Searches for panics in programs without an allocator: builds random networks for size, and looks at their symbols.

    python3 tools/tiny/search.py                        what CI runs
    python3 tools/tiny/search.py --seed 7 --count 60    other networks, and more of them
    python3 tools/tiny/search.py --only Twelve,N003     these alone; their sources stay in target/tiny-search

Each network is a program as those of examples/tiny are: it predicts, trains, or both. No program may hold a panic, formatting,
an allocator, or a function that compares memory. All of them are then one program, in which the compiler inlines nothing that
it is not told to: that must hold none, either, so that it does not depend on what the compiler thinks worth inlining. At last,
networks of 4, 8, 16 and 32 layers of a kind: each layer may take so many bytes, and no more the more there are.
"""

import argparse
import os
import pathlib
import random
import subprocess
import sys

import networks
import sizes

FOLDER = sizes.ROOT / "target" / "tiny-search"
PACKAGE = FOLDER / "package"
FORBIDDEN = (*sizes.FORBIDDEN, "panic", "memcmp", "bcmp", "memmove")
COUNTS = (4, 8, 16, 32)

HEAD = """#![no_std]
#![no_main]
#![allow(warnings)]

#[path = "../../../platform/mod.rs"]
mod platform;

// What the compiler may call where it compares memory, and nobody else has: the search finds their names.
#[unsafe(no_mangle)]
extern "C" fn memcmp(_: *const u8, _: *const u8, n: usize) -> i32 {
    core::hint::black_box(n as i32)
}
#[unsafe(no_mangle)]
extern "C" fn bcmp(_: *const u8, _: *const u8, n: usize) -> i32 {
    core::hint::black_box(n as i32 + 1)
}
#[unsafe(no_mangle)]
extern "C" fn memmove(to: *mut u8, _: *const u8, n: usize) -> *mut u8 {
    core::hint::black_box(to.wrapping_add(n))
}
"""

USES = """use core::hint::black_box;
use nncore::optim::{Rule, Schedule};
use nncore::prelude::*;
use nncore::shape::Outputs;
use nncore::tiny::{self, Memory, Predictor, Recipe, Trainer, WeightsRef};
"""


def tuple_of(items):
    return items[0] if len(items) == 1 else f"({', '.join(items)})"


def inputs_of(net, batch):
    """Statics, and the expression that a predictor or a trainer takes."""
    statics, takes, values = "", "", []
    for i, is_integer in enumerate(net.inputs):
        length = f"<{net.name} as Network>::INPUT_SHAPES[{i}].len() * {batch}"
        if is_integer:
            values.append(f"black_box(&[0; {{ {length} }}])")
        else:
            statics += f"static X{i}: Memory<{{ {length} }}> = Memory::new();\n"
            takes += f"    let Some(x{i}) = X{i}.take() else {{ return 8 }};\n"
            values.append(f"black_box(&x{i}[..])")
    return statics, takes, tuple_of(values)


def losses_of(rng, net, batch):
    """The type, the value, and the targets of a loss."""
    types, values, targets = [], [], []
    for i in range(net.outputs):
        loss = net.loss or rng.choice(networks.LOSSES if net.is_vector else networks.LOSSES[:3] + ("NoLoss",) * (net.outputs > 1))
        kind = loss.split("::")[0]
        types.append(kind)
        values.append(loss)
        length = f"<<{net.name} as Network>::Output as Outputs>::LENS[{i}] * {batch}"
        number = f"black_box(&[0; {batch}])" if kind == "CrossEntropy" else f"black_box(&[0.25; {{ {length} }}])"
        targets.append("()" if kind == "NoLoss" else number)
    return tuple_of(types), tuple_of(values), tuple_of(targets)


def program(rng, net, predicts, trains):
    """The items of a program, with a function `go`."""
    n, batch = net.name, net.batch or rng.choice([1, 2, 3, 8, 20])
    statics, takes, inputs = inputs_of(net, batch)
    text = USES + net.items + statics
    text += f"static WEIGHTS: Memory<{{ tiny::weights_len::<{n}>() }}> = Memory::new();\n"
    body = takes + "    let Some(numbers) = WEIGHTS.take() else { return 1 };\n"
    body += f"    let Some((trained, kept)) = numbers.split_at_checked(<{n} as Network>::PARAMETER_LEN) else {{ return 2 }};\n"
    body += f"    let Ok(weights) = WeightsRef::<{n}>::from_slices(trained, kept) else {{ return 3 }};\n"
    if predicts:
        text += f"static ROOM: Memory<{{ tiny::inference_len::<{n}>({batch}) }}> = Memory::new();\n"
        body += "    let Some(room) = ROOM.take() else { return 4 };\n"
        body += f"    let mut predictor = Predictor::<{n}, {batch}>::new(weights, room);\n"
        body += f"    match predictor.run({inputs}) {{ Ok(y) => {{ black_box(y); }} Err(_) => return 5 }}\n"
    if trains:
        kind, loss, targets = losses_of(rng, net, batch)
        rules = networks.OPTIMIZERS + networks.GROUPED * net.is_vector
        optimizer = net.optimizer or rng.choice(rules)
        text += "struct Training;\n"
        text += f"impl Recipe<{n}> for Training {{\n    type Loss = {kind};\n    const LOSS: {kind} = {loss};\n"
        text += f"    const OPTIMIZER: Rule = {optimizer};\n}}\n"
        text += f"static LARGE: Memory<{{ tiny::training_len::<{n}, Training>({batch}) }}> = Memory::new();\n"
        body += "    let Some(large) = LARGE.take() else { return 6 };\n"
        begin = "new(weights, large)" if net.is_frozen or rng.random() < 0.3 else "init(large, Seed(1))"
        body += f"    let mut trainer = Trainer::<{n}, Training, {batch}>::{begin};\n"
        body += "    for _ in 0..2 {\n"
        # One value a channel is an error of batch norms, and no fault.
        body += f"        if trainer.step({inputs}, {targets}).is_err() {{ return {0 if batch == 1 else 7} }}\n"
        body += "    }\n    black_box(trainer.output());\n"
    return text + f"pub(crate) fn go() -> i32 {{\n{body}    0\n}}\n"


def profile():
    """The profile of the programs in examples/tiny."""
    text = (sizes.TINY / "Cargo.toml").read_text()
    return "[profile.release]" + text.split("[profile.release]")[1].split("\n\n")[0]


def write(path, text):
    """A file, unless it is there already: what did not change is not built again."""
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def write_package(programs):
    bins = PACKAGE / "src" / "bin"
    nets = PACKAGE / "src" / "nets"
    for folder in (bins, nets):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            if old.stem not in programs:
                old.unlink()
    platform = FOLDER / "platform"
    if not platform.exists():
        platform.symlink_to(sizes.TINY / "platform")
    (FOLDER / "build.rs").write_text((sizes.TINY / "build.rs").read_text())
    manifest = f"""[package]
name = "search"
version = "0.0.0"
edition = "2024"
build = "../build.rs"
publish = false

[dependencies]
nncore = {{ path = "{os.path.relpath(sizes.ROOT / 'nncore', PACKAGE)}", default-features = false }}

[workspace]

{profile()}
"""
    write(PACKAGE / "Cargo.toml", manifest)
    if not (PACKAGE / "Cargo.lock").exists():
        (PACKAGE / "Cargo.lock").write_text((sizes.TINY / "Cargo.lock").read_text())
    for name, text in programs.items():
        write(nets / f"{name}.rs", text)
        main = f'mod net {{\n    include!("../nets/{name}.rs");\n}}\n\nfn run() -> i32 {{\n    net::go()\n}}\n'
        write(bins / f"{name}.rs", HEAD + main)


def write_all(names):
    """All networks in one program."""
    text = HEAD
    for name in names:
        text += f'mod {name.lower()} {{\n    include!("../nets/{name}.rs");\n}}\n'
    calls = "".join(f"    code = code.max({name.lower()}::go());\n" for name in names)
    write(PACKAGE / "src" / "bin" / "all_of_them.rs", text + f"\nfn run() -> i32 {{\n    let mut code = 0;\n{calls}    code\n}}\n")


def cargo(command, *arguments):
    command = ["cargo", command, "--release", "--target", sizes.HOST, "--config", "profile.release.strip=false", *arguments]
    done = subprocess.run(command, cwd=PACKAGE, check=False)
    return done.returncode == 0


def built(name):
    return PACKAGE / "target" / sizes.HOST / "release" / name


def faults_of(name):
    """What is wrong with a program that was built."""
    path = built(name)
    if not path.exists():
        return [f"{name} was not built"]
    found = sorted({symbol for symbol, _ in sizes.symbols(path) if any(f in symbol for f in FORBIDDEN)})
    faults = [f"{name} links {', '.join(found)}"] if found else []
    code = subprocess.run([str(path)], timeout=60, check=False).returncode
    return faults + ([f"{name} ended with {code}"] if code != 0 else [])


def growth(found):
    """Bytes a layer, between each number of layers and the next, against the family's bound."""
    faults = []
    print(f"\n{'bytes of':<20} " + " ".join(f"{n:>7}" for n in COUNTS) + "   a layer, bound")
    for family, (_, _, bound) in networks.FAMILIES.items():
        bytes_ = [found[grown(family, n)] for n in COUNTS]
        steps = [(b - a) / (n - m) for a, b, m, n in zip(bytes_, bytes_[1:], COUNTS, COUNTS[1:])]
        print(f"{family:<20} " + " ".join(f"{b:>7}" for b in bytes_) + "   " + ", ".join(f"{s:.0f}" for s in steps) + f"; {bound}")
        faults += [f"{family}: {s:.0f} bytes a layer, of {bound} at most" for s in steps if s > bound]
    return faults


def grown(family, count):
    return f"{family.title().replace(' ', '')}{count}"


def all_programs(rng, count):
    programs = {}
    for net in networks.named():
        programs[net.name] = program(networks.Fixed(), net, not net.train, net.train)
    for i in range(count):
        net = networks.random_net(rng, f"N{i:03}", i)
        which = rng.randrange(3)
        programs[net.name] = program(rng, net, which != 1, which != 0)
    return programs


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=14)
    parser.add_argument("--only", help="names, separated by commas")
    parser.add_argument("--no-growth", action="store_true")
    arguments = parser.parse_args()
    programs = all_programs(random.Random(arguments.seed), arguments.count)
    names = list(programs)
    if not arguments.no_growth:
        for family, (declare, trains, _) in networks.FAMILIES.items():
            for n in COUNTS:
                net = networks.Net(grown(family, n), declare(grown(family, n), n))
                programs[net.name] = program(networks.Fixed(), net, not trains, trains)
    if arguments.only:
        programs = {name: programs[name] for name in arguments.only.split(",")}
        names = [name for name in names if name in programs]
    write_package(programs)
    for name in [*programs, "all_of_them"]:
        built(name).unlink(missing_ok=True)
    cargo("build", "--bins", "--keep-going")
    faults, found = [], {}
    print(f"{'program':<24} {'code and constants':>18}")
    for name in programs:
        faults += faults_of(name)
        if built(name).exists():
            found[name] = sizes.elf_size(built(name), None)[0]
            print(f"{name:<24} {found[name]:>18}")
    if not arguments.only and not arguments.no_growth and len(found) == len(programs):
        faults += growth(found)
    write_all(names)
    cargo("rustc", "--bin", "all_of_them", "--", "-C", "llvm-args=-inline-threshold=-1000000")
    faults += faults_of("all_of_them")
    for fault in faults:
        print("FAULT:", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    os.environ.setdefault("CARGO_TERM_COLOR", "never")
    sys.exit(main())
