"""Checkpoint -> encoder.onnx or regions.onnx (opset 13, normalisation inside, weights stored in half precision) and manifest.json.

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
import photos
import regions
from encoder import DIMENSION, SIDE, Encoder

RESOURCES = marks.REPOSITORY / 'models/src/main/resources/org/touchstone/models'


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


def encoder(state):
    model = Encoder()
    model.load_state_dict(state)
    return model, torch.rand(5, 3, SIDE, SIDE) * 255, {
        'kind': 'encoder', 'file': 'encoder.onnx',
        'input': {'name': 'pixels', 'width': SIDE, 'height': SIDE, 'layout': 'NCHW', 'range': [0, 255], 'colour': 'RGB'},
        'output': {'name': 'embedding', 'dimension': DIMENSION}}


def finder(state):
    model = regions.Regions()
    model.load_state_dict(state)
    return model, torch.rand(1, 3, photos.SIDE, photos.SIDE) * 255, {
        'kind': 'regions', 'file': 'regions.onnx',
        'input': {'name': 'pixels', 'width': photos.SIDE, 'height': photos.SIDE, 'layout': 'NCHW', 'range': [0, 255], 'colour': 'RGB'},
        'output': {'name': 'regions', 'dimension': 5}}


KINDS = {'encoder': (encoder, 'models/target/training/checkpoint.pt'), 'regions': (finder, 'models/target/regions/checkpoint.pt')}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--kind', default='encoder', choices=KINDS)
    parser.add_argument('--checkpoint', type=Path)
    parser.add_argument('--into', type=Path)
    parser.add_argument('--id', required=True)
    a = parser.parse_args()
    torch.set_num_threads(1)
    make, place = KINDS[a.kind]
    into = a.into or RESOURCES / a.kind
    model, example, manifest = make(torch.load(a.checkpoint or marks.REPOSITORY / place, map_location='cpu')['average'])
    model.eval()
    plain = into / (manifest['file'] + '.plain')
    into.mkdir(parents=True, exist_ok=True)
    warnings.filterwarnings('ignore', module='torch.onnx')
    name = manifest['output']['name']
    torch.onnx.export(model, example, str(plain), opset_version=13, input_names=['pixels'], output_names=[name],
                      dynamic_axes={'pixels': {0: 'n'}, name: {0: 'n'}})
    whole = onnx.load(str(plain))
    plain.unlink()
    small = halved(whole)
    small.producer_name = 'touchstone'
    onnx.checker.check_model(small, full_check=True)
    data = small.SerializeToString()
    replace(into / manifest['file'], data)
    manifest = {'kind': manifest['kind'], 'id': a.id, **manifest, 'licence': 'Apache-2.0', 'sha256': hashlib.sha256(data).hexdigest()}
    replace(into / 'manifest.json', (json.dumps(manifest, indent=2) + '\n').encode())
    try:
        import onnxruntime
        seen = onnxruntime.InferenceSession(data, providers=['CPUExecutionProvider']).run(None, {'pixels': example.numpy()})[0]
        print(f'largest difference between PyTorch and ONNX Runtime: {np.abs(seen - model(example).detach().numpy()).max():.1e}')
    except ImportError:
        print('onnxruntime is not installed: the file was checked, not run')
    print(f"{len(data)} bytes, sha256 {manifest['sha256']}")


if __name__ == '__main__':
    main()
