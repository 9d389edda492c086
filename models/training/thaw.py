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


def thaw(path, model, pixels):
    """Loads the weights of a file into a network of the same shape.

    pixels: some hundred crops as the network takes them, to measure the normalisations by."""
    tensors = [numpy_helper.to_array(t).astype(np.float32) for t in onnx.load(str(path)).graph.initializer]
    convolutions = [m for m in model.modules() if isinstance(m, nn.Conv2d)]
    folded = [m for m in model.modules() if isinstance(m, nn.BatchNorm2d)]
    kernels = [k for k, t in enumerate(tensors) if t.ndim == 4]
    if [tensors[k].shape for k in kernels] != [tuple(c.weight.shape) for c in convolutions]:
        raise SystemExit(f'{path}: expected the convolutions of this network, found {[tensors[k].shape for k in kernels]}')

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
        for k, convolution, normalisation in zip(kernels, convolutions, folded):
            convolution.weight.copy_(torch.from_numpy(tensors[k]))
            hooks.append(convolution.register_forward_hook(undo(torch.from_numpy(tensors[k + 1]), normalisation)))
        model.head.weight.copy_(torch.from_numpy(tensors[-1].T.copy()))
        model.scale.running_mean.copy_(torch.from_numpy(tensors[0]))
        model.scale.running_var.copy_(torch.from_numpy(tensors[1]))
        model.eval()
        model(pixels)   # each normalisation is set before its output is used
        model.train()
        for hook in hooks:
            hook.remove()
