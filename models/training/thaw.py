"""An exported ONNX file -> a network to train on, for another round when the checkpoint is gone.

Export folds every batch normalisation into the convolution before it. Here each gets the mean and the variance that its
convolution has on some crops, and a scale and a shift that undo them: the network computes what the file does, in
training as in use, and learns on.
"""
import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn


def numbers(graph):
    """-> every weight of an exported graph by the name under which a node takes it, whole numbers times their scale."""
    stored = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    found = {name: value.astype(np.float32) for name, value in stored.items()}
    for node in graph.node:
        if node.input and node.input[0] in stored and node.op_type == 'Cast':
            found[node.output[0]] = found[node.input[0]]
        if node.input and node.input[0] in stored and node.op_type == 'DequantizeLinear':
            whole, scale = found[node.input[0]], found[node.input[1]]
            found[node.output[0]] = whole * scale.reshape(-1, *[1] * (whole.ndim - 1))
    return found


def thaw(path, model, pixels):
    """Loads the weights of a file into a network of the same shape.

    pixels: some hundred crops as the network takes them, to measure the normalisations by."""
    graph = onnx.load(str(path)).graph
    found = numbers(graph)
    folded_in = [(found[n.input[1]], found[n.input[2]]) for n in graph.node if n.op_type == 'Conv' and len(n.input) == 3]
    head = next(found[n.input[1]] for n in graph.node if n.op_type in ('MatMul', 'Gemm'))
    mean, variance = next((found[n.input[3]], found[n.input[4]]) for n in graph.node if n.op_type == 'BatchNormalization')
    convolutions = [m for m in model.modules() if isinstance(m, nn.Conv2d)]
    folded = [m for m in model.modules() if isinstance(m, nn.BatchNorm2d)]
    if [w.shape for w, _ in folded_in] != [tuple(c.weight.shape) for c in convolutions]:
        raise SystemExit(f'{path}: expected the convolutions of this network, found {[w.shape for w, _ in folded_in]}')

    def undo(shift, normalisation):
        def measured(_, __, out):
            variance, mean = torch.var_mean(out, (0, 2, 3))
            normalisation.running_mean.copy_(mean)
            normalisation.running_var.copy_(variance)
            normalisation.weight.copy_((variance + normalisation.eps).sqrt())
            normalisation.bias.copy_(mean + shift)
        return measured

    with torch.no_grad():
        hooks = []
        for (weight, bias), convolution, normalisation in zip(folded_in, convolutions, folded):
            convolution.weight.copy_(torch.from_numpy(weight))
            hooks.append(convolution.register_forward_hook(undo(torch.from_numpy(bias), normalisation)))
        model.head.weight.copy_(torch.from_numpy(head if head.shape == model.head.weight.shape else head.T.copy()))
        model.scale.running_mean.copy_(torch.from_numpy(mean))
        model.scale.running_var.copy_(torch.from_numpy(variance))
        model.eval()
        model(pixels)   # each normalisation is set before its output is used
        model.train()
        for hook in hooks:
            hook.remove()
