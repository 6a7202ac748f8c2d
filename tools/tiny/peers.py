#!/usr/bin/env python3
"""Builds the same trainer with nncore and with its peers, and prints what each weighs: size, crates, times, allocations.

    python3 tools/tiny/peers.py                      build, run, print: many minutes
    python3 tools/tiny/peers.py --only ours hello    these alone
    python3 tools/tiny/peers.py --json FILE          the figures to a file, too

The programs are those of benches/peers/tiny, `mlp` of examples/tiny, and `compact` and `convnet` of examples. Each is built in a folder
of its own below target/peers. A peer that cannot be downloaded or built is a row with the reason. Exit codes: 0 done,
1 a program of ours that fails or is over its limit, 2 wrong usage.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import time

import sizes

ROOT = sizes.ROOT
PEERS = ROOT / "benches" / "peers" / "tiny"
TARGET = ROOT / "target" / "peers"

# The profile of benches/peers/tiny, for a program of the project's own workspace.
SMALL = {
    "inherits": '"release"',
    "opt-level": '"z"',
    "lto": '"fat"',
    "codegen-units": "1",
    "panic": '"abort"',
    "strip": "true",
}


class Fault(Exception):
    """Why a program has no figures."""


class Program:
    """A program: where it is, how it is built, and what it may weigh."""

    def __init__(self, name, with_, folder=PEERS, package=None, source=None, **rest):
        self.name, self.with_, self.folder = name, with_, folder
        self.package = package or name
        self.source = folder / (source or f"{name}/src/main.rs")
        self.options = rest.get("options", ["--release"])
        self.output = rest.get("output", "release")
        self.arguments = rest.get("arguments", [])
        self.folder_of_run = rest.get("folder_of_run")  # where it leaves files
        self.counts = rest.get("counts", False)
        self.peer = rest.get("peer", False)
        self.most_bytes = rest.get("most_bytes")
        self.most_crates = rest.get("most_crates")

    @property
    def path(self):
        return TARGET / self.name / self.output / self.name

    def cargo(self, command, *arguments):
        """What cargo prints."""
        environment = {**os.environ, "CARGO_TARGET_DIR": str(TARGET / self.name), "CARGO_TERM_COLOR": "never"}
        whole = ["cargo", command, "--locked", *arguments]
        result = subprocess.run(whole, cwd=self.folder, env=environment, capture_output=True, text=True)
        if result.returncode != 0:
            lines = [line for line in result.stderr.splitlines() if line.startswith("error")]
            raise Fault(lines[0] if lines else f"cargo {command} ended with {result.returncode}")
        return result.stdout

    def build(self, *arguments):
        """Seconds."""
        begin = time.monotonic()
        self.cargo("build", "-p", self.package, "--bin", self.name, *self.options, *arguments)
        return time.monotonic() - begin

    def run(self):
        """What the program prints."""
        command = [str(self.path), *self.arguments]
        result = subprocess.run(command, cwd=self.folder_of_run, capture_output=True, text=True, timeout=600)
        if result.returncode != 0:
            raise Fault(f"ended with {result.returncode}: {result.stderr.strip()}")
        return result.stdout

    def crates(self, kinds="normal,no-proc-macro"):
        """Names and versions of the crates that are linked, beside the program itself."""
        edges = ["-e", kinds, "--prefix", "none", "-f", "{p}"]
        lines = self.cargo("tree", "-p", self.package, *edges).splitlines()
        names = {" ".join(line.split()[:2]) for line in lines if line}
        return sorted(names - {" ".join(lines[0].split()[:2])})

    def build_crates(self):
        """Those that only the build needs: procedural macros, build scripts, and what these use."""
        return sorted(set(self.crates("normal,build")) - set(self.crates()))

    def allocations(self):
        """Of a steady step; `None` where the program has none to count."""
        if self.counts:
            self.build("--features", "count")
            return int(re.search(r"allocations of the last step: (\d+)", self.run()).group(1))
        if self.folder != sizes.TINY:
            return None
        self.build("--config", "profile.release.strip=false")
        linked = sizes.forbidden(self.path)
        if linked:
            raise Fault(f"links {', '.join(linked)}")
        return 0  # there is no allocator

    def measure(self):
        """The figures."""
        shutil.rmtree(TARGET / self.name, ignore_errors=True)
        clean = self.build()
        self.source.touch()
        again = self.build()
        begin = time.monotonic()
        self.run()
        ran = time.monotonic() - begin
        crates = self.crates()
        return {
            "bytes": self.path.stat().st_size,
            "code_and_constants": sizes.elf_size(self.path, None)[0],
            "crates": len(crates),
            "crate_names": crates,
            "build_crates": len(self.build_crates()),
            "build_crate_names": self.build_crates(),
            "clean_build_s": round(clean, 1),
            "rebuild_s": round(again, 1),
            "run_s": round(ran, 1),
            "allocations": self.allocations(),
        }


def small():
    """How cargo is told the profile."""
    pairs = [f"profile.small.{key}={value}" for key, value in SMALL.items()]
    return ["--profile", "small", *(word for pair in pairs for word in ("--config", pair))]


PROGRAMS = [
    Program(
        "mlp",
        "nncore, no_std",
        sizes.TINY,
        "trainer",
        "trainer/src/bin/mlp.rs",
        options=["--release", "--target", sizes.HOST],
        output=f"{sizes.HOST}/release",
        most_bytes=12 * 1024,
        most_crates=5,
    ),
    Program("hello", "std alone"),
    Program("ours-tiny", "nncore's tiny device, std", counts=True, most_bytes=350 * 1024),
    Program("ours", "nncore's CPU device, std", counts=True, most_bytes=400 * 1024),
    Program("dfdx-mlp", "dfdx 0.13.0", counts=True, peer=True),
    Program("burn-mlp", "burn 0.20.1, ndarray", counts=True, peer=True),
    Program("candle-mlp", "candle 0.9.2", counts=True, peer=True),
    Program(
        "compact",
        "nncore, data, report",
        ROOT,
        "examples",
        "examples/src/bin/compact.rs",
        options=small(),
        output="small",
        folder_of_run=TARGET,
        most_bytes=1536 * 1024,
    ),
    Program(
        "convnet",
        "the same, nncuda, clap",
        ROOT,
        "examples",
        "examples/src/bin/convnet.rs",
        options=small(),
        output="small",
        arguments=["--help"],
    ),
]

COLUMNS = ["program", "written with", "bytes", "code and constants", "crates", "of the build", "clean build, s", "rebuild, s", "run, s", "allocations"]
KEYS = ["bytes", "code_and_constants", "crates", "build_crates", "clean_build_s", "rebuild_s", "run_s", "allocations"]


def over(program, figures):
    """What is over its limit."""
    # A program without std is limited by what the processor reads: its file is headers for a good part.
    key = "code_and_constants" if program.folder == sizes.TINY else "bytes"
    if program.most_bytes is not None and figures[key] > program.most_bytes:
        yield f"{program.name} has {figures[key]} bytes, of {program.most_bytes} at most"
    if program.most_crates is not None and figures["crates"] > program.most_crates:
        yield f"{program.name} links {figures['crates']} crates, of {program.most_crates} at most"


def cell(value):
    if value is None:
        return "–"
    return f"{value:,}" if isinstance(value, int) else str(value)


def table(rows):
    """Markdown whose columns are aligned."""
    texts = [COLUMNS]
    for program, figures in rows:
        head = [f"`{program.name}`", program.with_]
        if "fault" in figures:
            texts.append(head + [figures["fault"].replace("|", "\\|")] + [""] * (len(KEYS) - 1))
        else:
            texts.append(head + [cell(figures[key]) for key in KEYS])
    widths = [max(len(row[i]) for row in texts) for i in range(len(COLUMNS))]
    aligned = [[t.ljust(w) if i < 2 else t.rjust(w) for i, (t, w) in enumerate(zip(row, widths))] for row in texts]
    rule = ["-" * w if i < 2 else "-" * (w - 1) + ":" for i, w in enumerate(widths)]
    return "\n".join("| " + " | ".join(row) + " |" for row in [aligned[0], rule, *aligned[1:]])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", metavar="PROGRAM", choices=[p.name for p in PROGRAMS])
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE")
    args = parser.parse_args()
    rows, faults = [], []
    for program in PROGRAMS:
        if args.only and program.name not in args.only:
            continue
        print(f"{program.name} …", file=sys.stderr, flush=True)
        try:
            if program.peer or program.folder == ROOT:
                program.cargo("fetch")  # so that no build waits for the network; the others have next to nothing to load
            figures = program.measure()
            faults += over(program, figures)
        except (Fault, OSError, subprocess.SubprocessError) as fault:
            figures = {"fault": str(fault)}
            if not program.peer:
                faults.append(f"{program.name}: {fault}")
        rows.append((program, figures))
    rustc = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    machine = {"date": datetime.date.today().isoformat(), "rustc": rustc, "cores": os.cpu_count(), "machine": platform.machine()}
    print(table(rows))
    print(f"\n{machine['date']}, {rustc}, {machine['cores']} cores, {machine['machine']}")
    for fault in faults:
        print("FAULT:", fault)
    if args.json:
        programs = [{"program": p.name, "written_with": p.with_, **figures} for p, figures in rows]
        args.json.write_text(json.dumps({**machine, "programs": programs}, indent=1) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
