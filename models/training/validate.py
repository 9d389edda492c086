"""Measures an encoder: is the right mark first among 800, on crops of composed photos; and how silent is it where no mark is.

    validate.py --model encoder.onnx                       held-out logos and logos seen in training
    validate.py --model encoder.onnx --bench FOLDER        crops at the true boxes of a bench with truth.csv: to report, never to tune
"""
import argparse
import csv
import json
from collections import defaultdict
from pathlib import Path
from random import Random

import cv2
import numpy as np

import marks
import scenes
from grounds import Grounds

GALLERY = 800


def embedder(path):
    """Path of a model file -> function from N x 96 x 96 x 3 bytes to N x 128 floats."""
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=['CPUExecutionProvider'])
    run = lambda x: session.run(['embedding'], {'pixels': np.ascontiguousarray(x.transpose(0, 3, 1, 2), np.float32)})[0]
    return lambda images: np.concatenate([run(images[k:k + 64]) for k in range(0, len(images), 64)])


def held_out_set(folder, cache, grounds, queries=1200, seed=71, unseen=True):
    """-> gallery (held-out logos first, then seen ones, 800 in all), query crops, their marks, tags; always the same ones.
    With unseen=False the queries show seen logos of the same gallery."""
    ids, art = marks.logos(folder, cache, marks.excluded())
    kept = [k for k, i in enumerate(ids) if marks.held_out(i)]
    order = kept + [k for k, i in enumerate(ids) if not marks.held_out(i)]
    order = order[:GALLERY]
    r, out = Random(f'{seed}/{unseen}'), []
    cv2.setRNGSeed(seed)
    for n in range(queries):
        mark = n % len(kept) if unseen else len(kept) + n % (len(order) - len(kept))
        treatment = r.choices(list(scenes.TREATMENTS), scenes.TREATMENTS.values())[0]
        small, covered = r.random() < 0.22, r.random() < 0.2
        crop = scenes.query(r, art[order[mark]], grounds, scenes.Scene(treatment, small, covered), art)
        out.append((crop, mark, [treatment] + ['small'] * small + ['covered'] * covered))
    gallery = np.stack([scenes.reference(art[k]) for k in order])
    crops, targets, tags = zip(*out)
    return gallery, np.stack(crops), np.array(targets), tags


def scores(gallery, queries, targets, tags, empty):
    """Embeddings -> figures: first@1 by tag, first@10, and recall at precision 0.97 with as many empty crops as signs among the queries."""
    similarity = queries @ gallery.T
    best, top = similarity.max(1), similarity.argmax(1)
    right = top == targets
    rank = (similarity > similarity[np.arange(len(targets)), targets][:, None]).sum(1)
    silence = (empty @ gallery.T).max(1)[:len(queries)]
    claims = sorted([(s, bool(ok)) for s, ok in zip(best, right)] + [(s, False) for s in silence], reverse=True)
    recall, threshold, hits = 0.0, None, 0
    for n, (s, ok) in enumerate(claims, 1):
        hits += ok
        if hits >= 0.97 * n:
            recall, threshold = hits / len(queries), float(s)
    groups = defaultdict(list)
    for ok, names in zip(right, tags):
        for name in names:
            groups[name].append(ok)
    return {'first': float(right.mean()), 'first10': float((rank < 10).mean()), 'recall97': float(recall), 'threshold97': threshold,
            'silent97': float((silence < threshold).mean()) if threshold else None,
            'by': {k: [round(float(np.mean(v)), 3), len(v)] for k, v in sorted(groups.items())}}


def bench_set(folder, grow=1.2):
    """Crops at the true boxes (a square around the box, a little larger), and crops of the photos that show no registered mark."""
    folder, r = Path(folder), Random(3)
    rows = list(csv.DictReader(open(folder / 'marks.csv', encoding='utf-8')))
    number = {row['id']: k for k, row in enumerate(rows)}

    def square(image, x, y, w, h):
        side = max(4, int(max(w, h) * grow))
        left, top = int(x + (w + side) / 2), int(y + (h + side) / 2)   # in the image with a border as wide as the square
        wide = cv2.copyMakeBorder(image, side, side, side, side, cv2.BORDER_REPLICATE)
        return cv2.resize(wide[top:top + side, left:left + side], (96, 96), interpolation=cv2.INTER_AREA if side > 96 else cv2.INTER_LINEAR)

    def artwork(image):
        far = np.abs(image.astype(int) - image[0, 0].astype(int)).max(2) > 24
        ys, xs = np.where(far if far.any() else far | True)
        inside = image[ys.min():ys.max() + 1, xs.min():xs.max() + 1]
        return np.dstack([inside, np.full(inside.shape[:2], 255, np.uint8)])
    read = lambda name: cv2.imread(str(folder / name))[..., ::-1]
    gallery = np.stack([scenes.reference(marks.fitted(artwork(read(row['images'].split('|')[0]))), ground=255) for row in rows])
    truth = {row['listing']: row for row in csv.DictReader(open(folder / 'truth.csv', encoding='utf-8'))}
    crops, targets, tags, empty = [], [], [], []
    for line in open(folder / 'listings.jsonl', encoding='utf-8'):
        listing = json.loads(line)
        image, row = read(listing['images'][0]), truth.get(listing['id'])
        if row:
            crops.append(square(image, *(float(row[k]) for k in 'xywh')))
            targets.append(number[row['mark']])
            tags.append(row['treatment'].split('/'))
        else:
            for _ in range(2):
                side = r.uniform(0.2, 0.7) * min(image.shape[:2])
                empty.append(square(image, r.uniform(0, image.shape[1] - side), r.uniform(0, image.shape[0] - side), side, side))
    return gallery, np.stack(crops), np.array(targets), tags, np.stack(empty)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--model', required=True, type=Path)
    parser.add_argument('--data', default=marks.REPOSITORY / '../shared/data', type=Path)
    parser.add_argument('--cache', default=marks.REPOSITORY / 'models/target/training', type=Path)
    parser.add_argument('--bench', type=Path)
    a = parser.parse_args()
    cv2.setNumThreads(1)
    embed = embedder(a.model)
    if a.bench:
        gallery, crops, targets, tags, empty = bench_set(a.bench)
        print(json.dumps({'bench': scores(embed(gallery), embed(crops), targets, tags, embed(empty))}, indent=1))
        return
    grounds, r = Grounds(a.data / 'backgrounds'), Random(7)
    empty = embed(np.stack([scenes.empty(r, grounds) for _ in range(1200)]))
    for unseen in (True, False):
        gallery, crops, targets, tags = held_out_set(a.data / 'logos', a.cache, grounds, unseen=unseen)
        print(json.dumps({'unseen' if unseen else 'seen': scores(embed(gallery), embed(crops), targets, tags, empty)}, indent=1))


if __name__ == '__main__':
    main()
