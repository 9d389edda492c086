"""Makes the models that tests of one's own models need. Needs the onnx package; run it here.

many.onnx     8 x 8: outputs "tokens" n x 4 x 3 first, then "mean" n x 3, the mean of each channel just as it comes in
last.onnx     the same, its input with the channels last
single.onnx   the same, for one image at a time
pair.onnx     has two inputs
corner.onnx   regions: one of score 0.9 in the upper left quarter, and one of score 0.01
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def save(name, nodes, inputs, outputs, weights=()):
    info = lambda pairs: [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n, shape in pairs]
    graph = helper.make_graph(nodes, name, info(inputs), info(outputs), list(weights))
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="touchstone", ir_version=8
    )
    onnx.checker.check_model(model)
    with open(name + ".onnx", "wb") as out:
        out.write(model.SerializeToString())


def mean(axes):
    return helper.make_node("ReduceMean", ["pixels"], ["mean"], axes=axes, keepdims=0)


tokens = [
    helper.make_node("Unsqueeze", ["mean", "one"], ["token"]),
    helper.make_node("Concat", ["token"] * 4, ["tokens"], axis=1),
]
one = numpy_helper.from_array(np.array([1], np.int64), "one")
save("many", [mean([2, 3]), *tokens], [("pixels", ["n", 3, 8, 8])], [("tokens", ["n", 4, 3]), ("mean", ["n", 3])], [one])
save("last", [mean([1, 2])], [("pixels", ["n", 8, 8, 3])], [("mean", ["n", 3])])
save("single", [mean([2, 3])], [("pixels", [1, 3, 8, 8])], [("mean", [1, 3])])
both = [mean([2, 3]), helper.make_node("Add", ["mean", "words"], ["both"])]
save("pair", both, [("pixels", ["n", 3, 8, 8]), ("words", ["n", 3])], [("both", ["n", 3])])
rows = np.array([[[0.9, 0, 0, 0.5, 0.5], [0.01, 0, 0, 1, 1]]], np.float32)
save(
    "corner",
    [
        helper.make_node("ReduceMean", ["pixels"], ["level"], axes=[1, 2, 3], keepdims=0),
        helper.make_node("Mul", ["level", "nothing"], ["none"]),
        helper.make_node("Add", ["none", "rows"], ["regions"]),
    ],
    [("pixels", [1, 3, 8, 8])],
    [("regions", [1, 2, 5])],
    [numpy_helper.from_array(rows, "rows"), numpy_helper.from_array(np.array(0, np.float32), "nothing")],
)
