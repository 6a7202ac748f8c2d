#!/usr/bin/env python3
"""Builds the programs of examples/tiny, runs them, and prints how large they are.

    python3 tools/tiny/sizes.py            build for all targets that are installed, run, print, compare with sizes.json
    python3 tools/tiny/sizes.py --write    the same, and write sizes.json and the README's table: a change that makes a
                                           program larger says so

Sizes are bytes of code and constants: what the processor runs and reads, without weights, recorded data, headers of the
file and symbols. A program fails that links a panic, formatting or an allocator, prints something else on one machine than
on another, is over its limit, or has grown by more than 2 % over sizes.json. Targets that are not installed are left out and named.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TINY = ROOT / "examples" / "tiny"
RECORD = pathlib.Path(__file__).with_name("sizes.json")
README = ROOT / "README.md"

HOST, THUMB, WASM = "x86_64-unknown-linux-gnu", "thumbv7em-none-eabihf", "wasm32-unknown-unknown"

# Program: bytes at most by target, and recorded data in it that are not counted, beside the weights.
PROGRAMS = {
    "digits": ({HOST: 4096, THUMB: 3072}, "digits/digits.bin"),
    "mlp": ({HOST: 12 * 1024}, None),
    "small": ({HOST: 12 * 1024}, None),
    "exchange": ({HOST: 32 * 1024}, None),
    "personal": ({}, "digits/digits.bin"),
    "resnet8": ({}, "resnet8/pictures.bin"),
}

# No program links these; looked for in ELF files, whose symbols are kept for that.
FORBIDDEN = ("core::panicking", "core::fmt", "::unwrap_failed", "::expect_failed", "alloc::alloc", "__rust_alloc", "__rdl_alloc")

# The boards of QEMU whose processor has a floating-point unit of single precision.
QEMU = ["qemu-system-arm", "-machine", "mps2-an386", "-nographic", "-semihosting-config", "enable=on,target=native", "-kernel"]


def told(record):
    """The README, with the record's numbers in its table: a row ends with those of the program that it names last."""

    def row(match):
        program = re.findall(r"`(\w+)`", match[1])[-1]
        sizes = (record[f"{program} {target}"] for target in (HOST, THUMB, WASM))
        cells = (f"{size:,}".replace(",", " ") if size >= 10_000 else str(size) for size in sizes)
        return f"{match[1]}| {' | '.join(cells)} |"

    return re.sub(r"(?m)^(\| `(?:%s)`.*?)(?:\| [\d ]+){3}\|$" % "|".join([*PROGRAMS, "trainer"]), row, README.read_text())


def build(target):
    command = ["cargo", "build", "--release", "--target", target, "--config", "profile.release.strip=false"]
    subprocess.run(command, cwd=TINY, check=True)
    return TINY / "target" / target / "release"


def installed():
    sysroot = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True, check=True).stdout.strip()
    return {t for t in (HOST, THUMB, WASM) if (pathlib.Path(sysroot) / "lib" / "rustlib" / t / "lib").is_dir()}


def symbols(path):
    """Name and size of each symbol that has bytes in the file."""
    out = subprocess.run(["nm", "-S", "-C", str(path)], capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        parts = line.split(maxsplit=3)
        if len(parts) == 4 and parts[2] not in "bB":
            yield parts[3], int(parts[1], 16)


def elf_size(path, data):
    """Bytes of code and constants, and of the constants that are left out."""
    out = subprocess.run(["size", "-A", "-d", str(path)], capture_output=True, text=True, check=True).stdout
    sections = {}
    for line in out.splitlines():
        parts = line.split()
        if len(parts) == 3 and parts[0].startswith("."):
            sections[parts[0]] = int(parts[1])
    names = (".text", ".rodata", ".data", ".data.rel.ro", ".got", ".vectors", ".eh_frame", ".ARM.exidx")
    total = sum(size for name, size in sections.items() if any(name == n or name.startswith(n + ".") for n in names))
    rest = sum(size for name, size in symbols(path) if name.split("::")[-1] == "WEIGHTS")
    rest += (TINY / data).stat().st_size if data else 0
    return total - rest, rest, sections.get(".bss", 0)


def wasm_size(path, rest):
    """Bytes of the sections of code and data, without the constants that are left out."""
    data = path.read_bytes()
    position, total = 8, 0

    def number():
        nonlocal position
        value = shift = 0
        while True:
            byte = data[position]
            position += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while position < len(data):
        kind = data[position]
        position += 1
        length = number()
        if kind in (10, 11):
            total += length
        position += length
    return total - rest


def forbidden(path):
    names = {name for name, _ in symbols(path)}
    return sorted(n for n in names if any(f in n for f in FORBIDDEN))


def run(target, path):
    """How a program was run, or why it was not; the code that it gave, and what it printed."""
    if target == HOST:
        command, how = [str(path)], "run"
    elif target == THUMB:
        command, how = QEMU + [str(path)], "run in QEMU"
        if shutil.which(QEMU[0]) is None:
            return "not run: no qemu-system-arm", 0, None
    else:
        command, how = ["node", str(TINY / "platform" / "run.mjs"), str(path)], "run by node"
        if shutil.which("node") is None:
            return "not run: no node", 0, None
    result = subprocess.run(command, capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL)
    return how, result.returncode, result.stdout


def main():
    targets = installed()
    for target in (HOST, THUMB, WASM):
        if target not in targets:
            print(f"SKIPPED: the target {target} is not installed (rustup target add {target})")
    record = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    found, faults, rests, outputs = {}, [], {}, {}
    print(f"{'program':<10} {'target':<26} {'code and constants':>18} {'weights, data':>14} {'RAM':>9}  ")
    for target in (HOST, THUMB, WASM):
        if target not in targets:
            continue
        folder = build(target)
        for program, (limits, data) in PROGRAMS.items():
            path = folder / (program + (".wasm" if target == WASM else ""))
            key = f"{program} {target}"
            if target == WASM:
                size, ram = wasm_size(path, rests[program]), 0
            else:
                size, rests[program], ram = elf_size(path, data)
                linked = forbidden(path)
                if linked:
                    faults.append(f"{key} links {', '.join(linked)}")
            how, code, output = run(target, path)
            print(f"{program:<10} {target:<26} {size:>18} {rests[program]:>14} {ram:>9}  {how}")
            found[key] = size
            if output is not None and outputs.setdefault(program, output) != output:
                faults.append(f"{key} prints something else than on {HOST}: other bits")
            if code != 0:
                faults.append(f"{key} ended with {code}")
            if size > limits.get(target, size):
                faults.append(f"{key} has {size} bytes, of {limits[target]} at most")
            before = record.get(key)
            if before is None:
                faults.append(f"{key} is not in {RECORD.name}: run with --write")
            elif size > 1.02 * before:
                faults.append(f"{key} has grown from {before} to {size} bytes: run with --write, and say why")
    if "--write" in sys.argv[1:]:
        record = {**record, **found}
        RECORD.write_text(json.dumps(record, indent=1) + "\n")
        README.write_text(told(record))
        faults = [f for f in faults if "--write" not in f]
    elif told(record) != README.read_text():
        faults.append("the README's table has other numbers than sizes.json: run with --write")
    for fault in faults:
        print("FAULT:", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    os.environ.setdefault("CARGO_TERM_COLOR", "never")
    sys.exit(main())
