"""Checkpoint -> encoder.onnx (opset 13, normalisation inside, weights stored in half precision) and manifest.json.

The files are replaced in one step each, the manifest last. The id in the manifest must change whenever the weights do.
"""
import argparse
import hashlib
import json
import os
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import marks
from encoder import DIMENSION, SIDE, Encoder

RESOURCES = marks.REPOSITORY / 'models/src/main/resources/org/touchstone/models/encoder'


def halved(model):
    """Stores large weights as float16, each behind a Cast that the runtime folds away when it loads the model."""
    casts, kept = [], []
    for tensor in model.graph.initializer:
        value = numpy_helper.to_array(tensor)
        if value.dtype == np.float32 and value.size >= 1024:
            casts.append(helper.make_node('Cast', [tensor.name + '.half'], [tensor.name], name=tensor.name + '.cast', to=TensorProto.FLOAT))
            tensor = numpy_helper.from_array(value.astype(np.float16), tensor.name + '.half')
        kept.append(tensor)
    nodes = list(model.graph.node)
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend(kept)
    model.graph.node.extend(casts + nodes)
    return model


def replace(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + '.part')
    part.write_bytes(data)
    os.replace(part, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--checkpoint', default=marks.REPOSITORY / 'models/target/training/checkpoint.pt', type=Path)
    parser.add_argument('--into', default=RESOURCES, type=Path)
    parser.add_argument('--id', default='touchstone-encoder-1')
    a = parser.parse_args()
    torch.set_num_threads(1)
    model = Encoder()
    model.load_state_dict(torch.load(a.checkpoint, map_location='cpu')['average'])
    model.eval()
    plain = a.into / 'encoder.plain.onnx'
    a.into.mkdir(parents=True, exist_ok=True)
    example = torch.rand(5, 3, SIDE, SIDE) * 255
    warnings.filterwarnings('ignore', module='torch.onnx')
    torch.onnx.export(model, example, str(plain), opset_version=13, input_names=['pixels'], output_names=['embedding'],
                      dynamic_axes={'pixels': {0: 'n'}, 'embedding': {0: 'n'}})
    whole = onnx.load(str(plain))
    plain.unlink()
    small = halved(whole)
    small.producer_name = 'touchstone'
    onnx.checker.check_model(small, full_check=True)
    data = small.SerializeToString()
    replace(a.into / 'encoder.onnx', data)
    manifest = {'kind': 'encoder', 'id': a.id, 'file': 'encoder.onnx',
                'input': {'name': 'pixels', 'width': SIDE, 'height': SIDE, 'layout': 'NCHW', 'range': [0, 255], 'colour': 'RGB'},
                'output': {'name': 'embedding', 'dimension': DIMENSION},
                'licence': 'Apache-2.0', 'sha256': hashlib.sha256(data).hexdigest()}
    replace(a.into / 'manifest.json', (json.dumps(manifest, indent=2) + '\n').encode())
    try:
        import onnxruntime
        seen = onnxruntime.InferenceSession(data, providers=['CPUExecutionProvider']).run(None, {'pixels': example.numpy()})[0]
        print(f'largest difference between PyTorch and ONNX Runtime: {np.abs(seen - model(example).detach().numpy()).max():.1e}')
    except ImportError:
        print('onnxruntime is not installed: the file was checked, not run')
    print(f"{len(data)} bytes, sha256 {manifest['sha256']}")


if __name__ == '__main__':
    main()
