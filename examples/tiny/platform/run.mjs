// node run.mjs PROGRAM.wasm: runs it, and ends with the code that it gives.
import { readFileSync } from "node:fs";

const print = (start, length) => process.stdout.write(new Uint8Array(program.exports.memory.buffer, start, length));
const bytes = readFileSync(process.argv[2]);
const { instance: program } = await WebAssembly.instantiate(bytes, { host: { print } });
process.exitCode = program.exports.run();
