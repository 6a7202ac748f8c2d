"""The arena of TensorFlow Lite Micro for a network, to be compared with ours: `tiny::inference_len`.

    pip install tflite-micro
    python benches/peers/tiny/tflm.py pretrainedResnet.tflite

The file is MLPerf Tiny's ResNet-8 in f32, from benchmark/training/image_classification/trained_models of mlcommons/tiny
(Apache-2.0): the network of examples/tiny/resnet8. The head of the arena holds the values between layers, the tail what
the interpreter keeps of tensors and layers; weights are beside both.
"""

import sys

import numpy as np
from tflite_micro.python.tflite_micro import runtime


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: tflm.py FILE.tflite")
    interpreter = runtime.Interpreter.from_file(sys.argv[1])
    details = interpreter.get_input_details(0)
    interpreter.set_input(np.zeros(details["shape"], details["dtype"]), 0)
    interpreter.invoke()
    interpreter.print_allocations()


if __name__ == "__main__":
    main()
