"""Makes tiny.onnx: an 8 x 8 image's mean red, green, blue and 1, scaled to length 1. Needs the onnx package; run it here."""

import hashlib
import json

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

nodes = [
    helper.make_node("GlobalAveragePool", ["pixels"], ["mean"]),
    helper.make_node("Flatten", ["mean"], ["flat"]),
    helper.make_node("Div", ["flat", "white"], ["scaled"]),
    helper.make_node("Gemm", ["scaled", "spread", "bias"], ["wide"]),
    helper.make_node("LpNormalization", ["wide"], ["embedding"], axis=1, p=2),
]
weights = [
    numpy_helper.from_array(np.array(255, np.float32), "white"),
    numpy_helper.from_array(np.eye(3, 4, dtype=np.float32), "spread"),
    numpy_helper.from_array(np.array([0, 0, 0, 1], np.float32), "bias"),
]
graph = helper.make_graph(
    nodes,
    "tiny",
    [helper.make_tensor_value_info("pixels", TensorProto.FLOAT, ["n", 3, 8, 8])],
    [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["n", 4])],
    weights,
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="touchstone", ir_version=8)
onnx.checker.check_model(model)
content = model.SerializeToString()
with open("tiny.onnx", "wb") as out:
    out.write(content)
manifest = {
    "kind": "encoder",
    "id": "tiny-1",
    "file": "tiny.onnx",
    "input": {"name": "pixels", "width": 8, "height": 8, "layout": "NCHW", "range": [0, 255], "colour": "RGB"},
    "output": {"name": "embedding", "dimension": 4},
    "licence": "Apache-2.0",
    "sha256": hashlib.sha256(content).hexdigest(),
}
with open("manifest.json", "w") as out:
    json.dump(manifest, out, indent=2)
    out.write("\n")
