"""Single convolutions here and in ONNX Runtime, forward, one thread: milliseconds, and ours / theirs.

    cargo build --release -p benches
    pip install numpy onnx onnxruntime
    python benches/peers/convolutions.py [--batch N] [--only PART] [--rounds R]

The outputs are not compared here: the tests of the kernels do that. A figure is that of the fastest round.
"""

import argparse
import json
import pathlib
import re
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
OURS = HERE.parent.parent / "target" / "release" / "convolutions"


def session(batch, numbers):
    """ONNX Runtime with a network of one convolution, and its input."""
    import numpy
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper

    channels, out, size, kernel, stride, dilation, groups = numbers
    padding = dilation * (kernel - 1) // 2
    weight = numpy.random.rand(out, channels // groups, kernel, kernel).astype(numpy.float32)
    node = helper.make_node(
        *("Conv", ["x", "w"], ["y"]),
        kernel_shape=[kernel] * 2,
        strides=[stride] * 2,
        dilations=[dilation] * 2,
        pads=[padding] * 4,
        group=groups,
    )
    shape = [batch, channels, size, size]
    value = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    graph = helper.make_graph([node], "one", [value("x", shape)], [value("y", None)], [numpy_helper.from_array(weight, "w")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    made = onnxruntime.InferenceSession(model.SerializeToString(), options, ["CPUExecutionProvider"])
    return made, {"x": numpy.random.rand(*shape).astype(numpy.float32)}


def best(run, rounds, seconds=0.05):
    """Milliseconds of a call in the fastest round."""
    fastest = float("inf")
    for _ in range(rounds):
        calls, start = 0, time.perf_counter()
        while time.perf_counter() - start < seconds:
            run()
            calls += 1
        fastest = min(fastest, 1e3 * (time.perf_counter() - start) / calls)
    return fastest


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--only", default="", help="convolutions whose name contains this")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    command = [str(OURS), "--batch", str(args.batch), "--only", args.only]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print("| convolution | this, ms | ONNX Runtime, ms | this / ONNX Runtime |")
    print("|---|---|---|---|")
    for line in map(json.loads, out.splitlines()):
        name = line["name"]
        channels, out_channels, size, _, *rest = map(int, re.findall(r"\d+", name))
        made, feed = session(args.batch, [channels, out_channels, size, *rest])
        theirs = best(lambda: made.run(None, feed), args.rounds)
        ours = line["forward_ms"]
        print(f"| {name} | {ours:.4f} | {theirs:.4f} | {ours / theirs:.2f} |", flush=True)


if __name__ == "__main__":
    main()
