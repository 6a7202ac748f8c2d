"""Asks rust-analyzer what an editor shows inside `network!`: hover, go to definition, rename, completion.

    python tools/editor/check.py        from the root of the workspace

It needs Python 3.9 or later and rust-analyzer (`rustup component add rust-analyzer`), and says so where that is missing.
Exit codes: 0 all is shown, 1 something is not, 3 rust-analyzer is missing.
"""

import json
import pathlib
import queue
import subprocess
import sys
import tempfile
import threading
import time

# `§` marks a place that is asked about, and is not part of the file.
SOURCE = """\
use nncore::prelude::*;

network! {
    /// A picture in, ten numbers out.
    pub struct Net;
    const WIDTH: usize = 16;
    input: [3, 8, 8];
    conv: §Conv2d(3 -> §WIDTH, kernel = 3, padding = 1);
    flat: Flatten;
    fc: Linear(_ -> 10);
    fn forward(x) {
        let hidden = relu(§conv(x));
        fc(flat(§hidden))
    }
}

pub fn parameters() -> usize {
    §Net::PARAMETERS + Net::§WIDTH
}
"""

UNFINISHED = """\
use nncore::prelude::*;

network! {
    pub struct Net;
    const WIDTH: usize = 16;
    input: [8];
    fc: Linear(8 -> WI§);
    act: Ta§
}
"""


class Server:
    """A language server, and what it answers."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            ["rust-analyzer"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.number = 0
        self.answers = queue.Queue()
        self.is_idle = threading.Event()
        threading.Thread(target=self.read, daemon=True).start()
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "capabilities": {"experimental": {"serverStatusNotification": True}, "textDocument": {"hover": {"contentFormat": ["markdown"]}}},
                "initializationOptions": {"checkOnSave": False, "procMacro": {"enable": True}},
            },
        )
        self.send({"method": "initialized", "params": {}})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self):
        out = self.process.stdout
        while line := out.readline():
            length = int(line.split(b":")[1])
            while out.readline().strip():
                pass
            message = json.loads(out.read(length))
            if message.get("method") == "experimental/serverStatus":
                if message["params"].get("quiescent"):
                    self.is_idle.set()
            elif "method" in message and "id" in message:  # the server asks: nothing is known here
                self.send({"id": message["id"], "result": None})
            elif "id" in message:
                self.answers.put(message)

    def request(self, method, params, seconds=120):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        end = time.time() + seconds
        while True:
            message = self.answers.get(timeout=max(0.1, end - time.time()))
            if message["id"] == self.number:
                return message.get("result")


def marked(source):
    """The text without marks, and the place of each."""
    places, text = [], ""
    for part in source.split("§"):
        text += part
        places.append({"line": text.count("\n"), "character": len(text) - text.rfind("\n") - 1})
    return text, places[:-1]


def main():
    try:
        version = subprocess.run(["rust-analyzer", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        print("rust-analyzer is missing: `rustup component add rust-analyzer`")
        return 3
    print(version.strip())
    root = pathlib.Path(__file__).resolve().parents[2]
    failures = 0

    def expect(what, is_there, found):
        nonlocal failures
        print(("ok      " if is_there else "MISSING ") + what)
        if not is_there:
            failures += 1
            print(f"        found: {found}")

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "src").mkdir()
        (folder / "Cargo.toml").write_text(
            '[package]\nname = "editor"\nversion = "0.1.0"\nedition = "2024"\n\n'
            f'[dependencies]\nnncore = {{ path = "{root / "nncore"}" }}\n\n[workspace]\n'
        )
        (folder / "Cargo.lock").write_bytes((root / "Cargo.lock").read_bytes())
        file = folder / "src" / "lib.rs"
        text, places = marked(SOURCE)
        file.write_text(text)
        server = Server(folder)
        document = {"uri": file.as_uri()}
        opened = {**document, "languageId": "rust", "version": 1, "text": text}
        server.send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
        if not server.is_idle.wait(300):
            print("rust-analyzer was not ready within 300 seconds")
            return 1

        def ask(method, place, **more):
            return server.request(f"textDocument/{method}", {"textDocument": document, "position": place, **more})

        def hover(place):
            answer = ask("hover", place)
            return json.dumps(answer["contents"], ensure_ascii=False) if answer else ""

        def line(place):
            answer = ask("definition", place)
            first = answer[0] if isinstance(answer, list) and answer else answer
            return first and text.splitlines()[(first.get("range") or first.get("targetRange"))["start"]["line"]]

        kind, size, layer, value, network, constant = places
        end = time.time() + 120
        while not hover(kind) and time.time() < end:
            time.sleep(1)
        found = hover(kind)
        expect("hover on a kind shows its page", "# Syntax" in found, found)
        found = hover(size)
        expect("hover on a constant shows its value", "16" in found, found)
        found = hover(layer)
        expect("hover on a layer shows its output", "Image<16, 8, 8>" in found, found)
        found = hover(value)
        expect("hover on a value shows its shape", "Image<16, 8, 8>" in found, found)
        found = hover(network)
        expect("hover on the type shows docs and the table", "ten numbers" in found and "conv" in found, found)
        found = line(size)
        expect("a constant's definition is its declaration", "const WIDTH" in (found or ""), found)
        found = line(layer)
        expect("a layer's definition is its declaration", "conv: Conv2d" in (found or ""), found)
        found = line(value)
        expect("a value's definition is its `let`", "let hidden" in (found or ""), found)

        def renamed(place):
            answer = ask("rename", place, newName="renamed") or {}
            edits = [e for all in (answer.get("changes") or {}).values() for e in all]
            edits += [e for d in answer.get("documentChanges") or [] for e in d.get("edits", [])]
            return sorted({e["range"]["start"]["line"] + 1 for e in edits})

        found = renamed(layer)
        expect("a layer is renamed at each place", found == [8, 12], found)
        found = renamed(value)
        expect("a value is renamed at each place", found == [12, 13], found)
        found = renamed(constant)
        expect("a constant is renamed at each place", found == [6, 8, 18], found)

        text, (size, kind) = marked(UNFINISHED)
        change = {"textDocument": {**document, "version": 2}, "contentChanges": [{"text": text}]}
        server.send({"method": "textDocument/didChange", "params": change})
        time.sleep(2)

        def completed(place):
            answer = ask("completion", place) or []
            items = answer["items"] if isinstance(answer, dict) else answer
            return [i["label"].split("(")[0] for i in items]

        found = completed(kind)
        expect("an unfinished kind is completed", "Tanh" in found, found[:10])
        found = completed(size)
        expect("an unfinished constant is completed", "WIDTH" in found, found[:10])
        server.process.kill()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
