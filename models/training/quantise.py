"""An exported network with its convolutions in whole numbers: 8 bits, activations without a sign, one scale for each filter.

Convolutions then run twice as fast on a CPU with AVX-512 VNNI or AVX-VNNI. Weights take the 7 bits -64 to 63 alone, so that
the sums of pairs which older CPUs form in 16 bits can't overflow: the same numbers come out on every CPU. The ranges of the
activations are those seen on composed samples (B. Jacob et al., Quantization and training of neural networks for efficient
integer-arithmetic-only inference, 2018).
"""
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

SMALL = 8         # filters: narrower convolutions (edges, heads) stay in single precision
WEIGHT = 63
TAIL = 0.00002    # share of an activation's values left out at its top


def plain(model):
    """-> the graph's weights by name as float32 arrays; Cast nodes of stored half precision are folded away."""
    graph = model.graph
    weights = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    for node in [n for n in graph.node if n.op_type == 'Cast' and n.input[0] in weights]:
        weights[node.output[0]] = weights.pop(node.input[0]).astype(np.float32)
        graph.node.remove(node)
    return weights


def store(graph, weights):
    del graph.initializer[:]
    graph.initializer.extend(numpy_helper.from_array(np.asarray(v), k) for k, v in weights.items())


def ranges(model, tensors, samples):
    """-> for each tensor the lowest and highest value to be told apart, zero among them."""
    probe = onnx.ModelProto()
    probe.CopyFrom(model)
    probe.graph.output.extend(helper.make_tensor_value_info(t, TensorProto.FLOAT, None) for t in tensors)
    session = onnxruntime.InferenceSession(probe.SerializeToString(), providers=['CPUExecutionProvider'])
    low, high = ({t: [] for t in tensors} for _ in range(2))
    for batch in samples:
        for t, seen in zip(tensors, session.run(tensors, {'pixels': batch})):
            low[t].append(np.quantile(seen, TAIL))
            high[t].append(np.quantile(seen, 1 - TAIL))
    return {t: (min(0.0, float(np.median(low[t]))), float(np.median(high[t]))) for t in tensors}


def quantised(model, samples, last):
    """-> the model with its wide convolutions and the sums behind them between QuantizeLinear and DequantizeLinear nodes.
    `samples` are batches N x 3 x H x W, 0 to 255. The first convolution, whose inputs differ in range, and as many as `last`
    says stay as they are: there the loss would be greatest."""
    graph, weights = model.graph, plain(model)
    store(graph, weights)
    made = {name: node for node in graph.node for name in node.output}
    users = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    convolutions = [n for n in graph.node if n.op_type == 'Conv' and len(n.input) == 3 and len(weights[n.input[1]]) > SMALL]
    convolutions = convolutions[1:len(convolutions) - last]
    sums = [n for n in graph.node if n.op_type == 'Add' and all(i in made for i in n.input)
            and any(made[i] in convolutions for i in n.input)]
    tensors = []
    for node in convolutions + sums:
        out = node.output[0]
        after = users.get(out, [])
        if len(after) == 1 and after[0].op_type == 'Relu':
            out = after[0].output[0]
        tensors += [t for t in [*node.input, out] if t in made and t not in tensors]
    scales, steps = {}, {}
    for tensor, (low, high) in ranges(model, tensors, samples).items():
        scale = np.float32((high - low) / 255)
        scales[tensor] = scale
        weights[tensor + '.scale'] = scale
        weights[tensor + '.zero'] = np.uint8(np.clip(np.round(-low / scale), 0, 255))
        about = [tensor + '.scale', tensor + '.zero']
        steps[tensor] = [helper.make_node('QuantizeLinear', [tensor, *about], [tensor + '.whole'], name=tensor + '.quantise'),
                         helper.make_node('DequantizeLinear', [tensor + '.whole', *about], [tensor + '.near'], name=tensor + '.restore')]
    front = []
    for node in convolutions:
        source, filters, bias = node.input
        w, b = weights.pop(filters), weights.pop(bias)
        scale = (np.maximum(np.abs(w).reshape(len(w), -1).max(1), 1e-6) / WEIGHT).astype(np.float32)
        whole = {filters: (np.round(w / scale[:, None, None, None]).astype(np.int8), scale),
                 bias: (np.round(b / (scales[source] * scale)).astype(np.int32), scales[source] * scale)}
        for name, (value, by) in whole.items():
            weights[name + '.whole'], weights[name + '.scale'], weights[name + '.zero'] = value, by, np.zeros(len(by), value.dtype)
            front.append(helper.make_node('DequantizeLinear', [name + part for part in ('.whole', '.scale', '.zero')], [name + '.near'],
                                          name=name + '.restore', axis=0))
        node.input[1], node.input[2] = filters + '.near', bias + '.near'
    nodes = list(graph.node)
    for node in nodes:
        for k, name in enumerate(node.input):
            if name in steps:
                node.input[k] = name + '.near'
    del graph.node[:]
    graph.node.extend(front)
    for node in nodes:
        graph.node.append(node)
        graph.node.extend(step for name in node.output for step in steps.get(name, []))
    store(graph, weights)
    return model
