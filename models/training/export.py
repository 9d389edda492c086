"""Checkpoint -> encoder.onnx or regions.onnx (opset 13, normalisation inside, convolutions in 8-bit whole numbers) and manifest.json.

The ranges of the activations are measured on composed samples, always the same ones. The files are replaced in one step each, the manifest last. The id in the manifest must change whenever the weights do.
"""
import argparse
import hashlib
import json
import os
import warnings
from pathlib import Path
from random import Random

import cv2
import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper

import marks
import photos
import quantise
import regions
import scenes
from encoder import DIMENSION, SIDE, Encoder
from grounds import Grounds

SEED = 20261126
RESOURCES = marks.REPOSITORY / 'models/src/main/resources/org/touchstone/models'


def halved(model):
    """Stores large weights as float16, each behind a Cast that the runtime folds away when it loads the model."""
    casts, kept = [], []
    for tensor in model.graph.initializer:
        value = numpy_helper.to_array(tensor)
        if value.dtype == np.float32 and value.size >= 4096:
            casts.append(helper.make_node('Cast', [tensor.name + '.half'], [tensor.name], name=tensor.name + '.cast', to=TensorProto.FLOAT))
            tensor = numpy_helper.from_array(value.astype(np.float16), tensor.name + '.half')
        kept.append(tensor)
    nodes = list(model.graph.node)
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend(kept)
    model.graph.node.extend(casts + nodes)
    return model


def batched(pictures, size):
    pixels = np.stack(pictures).transpose(0, 3, 1, 2).astype(np.float32)
    return [np.ascontiguousarray(pixels[k:k + size]) for k in range(0, len(pixels), size)]


def crops(r, art, grounds):
    """What the encoder meets in use: places without a sign, register views, signs in photos."""
    draw = lambda: art[r.randrange(len(art))]
    kinds = r.choices((lambda: scenes.empty(r, grounds), lambda: scenes.reference(draw()), lambda: scenes.query(r, draw(), grounds, others=art)),
                      (3, 1, 6), k=960)
    return batched([kind() for kind in kinds], 64)


def whole_photos(r, art, grounds):
    return batched([photos.photo(r, lambda r: art[r.randrange(len(art))], art, grounds)[0] for _ in range(96)], 8)


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


# maker, samples to measure ranges on, convolutions at the end that stay in single precision, checkpoint
KINDS = {'encoder': (encoder, crops, 0, 'models/target/training/checkpoint.pt'),
         'regions': (finder, whole_photos, 2, 'models/target/regions/checkpoint.pt')}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--kind', default='encoder', choices=KINDS)
    parser.add_argument('--checkpoint', type=Path)
    parser.add_argument('--into', type=Path)
    parser.add_argument('--id', required=True)
    parser.add_argument('--data', default=marks.REPOSITORY / '../shared/data', type=Path)
    parser.add_argument('--cache', default=marks.REPOSITORY / 'models/target/training', type=Path)
    a = parser.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    cv2.setRNGSeed(SEED)
    make, compose, last, place = KINDS[a.kind]
    ids, art = marks.logos(a.data / 'logos', a.cache, marks.excluded())
    learnt = art[[k for k, i in enumerate(ids) if not marks.held_out(i)]]
    samples = compose(Random(SEED), learnt, Grounds(a.data / 'backgrounds'))
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
    small = halved(quantise.quantised(whole, samples, last))
    small.producer_name = 'touchstone'
    onnx.checker.check_model(small, full_check=True)
    data = small.SerializeToString()
    replace(into / manifest['file'], data)
    manifest = {'kind': manifest['kind'], 'id': a.id, **manifest, 'licence': 'Apache-2.0', 'sha256': hashlib.sha256(data).hexdigest()}
    replace(into / 'manifest.json', (json.dumps(manifest, indent=2) + '\n').encode())
    seen = onnxruntime.InferenceSession(data, providers=['CPUExecutionProvider']).run(None, {'pixels': samples[0]})[0]
    with torch.no_grad():
        wanted = model(torch.from_numpy(samples[0])).numpy()
    print(f'mean difference from single precision: {np.abs(seen - wanted).mean():.1e} of {np.abs(wanted).mean():.1e}')
    print(f"{len(data)} bytes, sha256 {manifest['sha256']}")


if __name__ == '__main__':
    main()
