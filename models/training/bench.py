"""Composes a bench of whole photos, in the form of ../shared/data/bench: to fit the matcher's weights on, not to measure by.

    bench.py --into FOLDER --photos 800

The register holds the held-out logos and some that were learnt. Of the photos about half show a registered mark, a quarter a
logo that is not registered, a quarter none; logos that a bench for measuring shows are left out.
"""
import argparse
import csv
import json
import math
from pathlib import Path
from random import Random

import cv2
import numpy as np

import marks
import scenes
from grounds import Grounds

SIDE = 560
ART = 256   # pixels of the artwork: large signs are to be sharp
LEARNT = 400   # learnt logos in the register, beside the held-out ones


def photo(r, art, grounds, others):
    """-> a photo, and the box of the mark, None without one."""
    canvas = np.ascontiguousarray(grounds.cut(r, SIDE, 0.6))
    box = None
    if art is not None:
        span = SIDE * math.exp(r.uniform(math.log(0.09), math.log(0.7)))
        room = 0.45 * span
        middle = np.array([r.uniform(room, SIDE - room) for _ in range(2)])
        canvas, place, _ = scenes.paint(r, canvas, art, grounds, span, middle, others=others)
        box = np.r_[place.min(0), place.max(0) - place.min(0)]
    for _ in range(r.choice((0, 0, 1, 2))):
        point = np.float32([[r.uniform(0, SIDE)] * 2, [r.uniform(0, SIDE)] * 2]) + np.float32([[-20, -20], [20, 20]])
        scenes.clutter(r, canvas, point, None)
    return scenes.camera(r, canvas, None, SIDE), box


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', default=marks.REPOSITORY / '../shared/data', type=Path)
    parser.add_argument('--into', required=True, type=Path)
    parser.add_argument('--photos', default=800, type=int)
    parser.add_argument('--seed', default=20261126, type=int)
    a = parser.parse_args()
    marks.SIZE = scenes.SIZE = ART
    scenes.BOX = scenes.BOX * (ART / scenes.BOX.max())
    ids, art = marks.logos(a.data / 'logos', a.into / 'cache', marks.excluded())
    order = sorted(range(len(ids)), key=lambda k: not marks.held_out(ids[k]))
    distinct = [order[k] for k in marks.distinct(art[order])]
    unseen = [k for k in distinct if marks.held_out(ids[k])]
    learnt = [k for k in distinct if not marks.held_out(ids[k])]
    registered, others = unseen + learnt[:LEARNT], learnt[LEARNT:]
    clutter = np.stack([art[k] for k in others])
    r, grounds = Random(a.seed), Grounds(a.data / 'backgrounds')
    for folder in ('marks', 'img'):
        (a.into / folder).mkdir(parents=True, exist_ok=True)
    with open(a.into / 'marks.csv', 'w', newline='') as out:
        rows = csv.writer(out)
        rows.writerow(['id', 'office', 'number', 'feature', 'text', 'images', 'status'])
        for k in registered:
            plain = marks.flat(art[k], marks.plain_ground(art[k]))
            cv2.imwrite(str(a.into / 'marks' / f'{ids[k]}.png'), plain[..., ::-1])
            rows.writerow([ids[k], 'XX', ids[k], 'figurative', '', f'marks/{ids[k]}.png', 'registered'])
    with open(a.into / 'listings.jsonl', 'w') as listings, open(a.into / 'truth.csv', 'w', newline='') as out:
        truth = csv.writer(out)
        truth.writerow(['listing', 'mark', 'label', 'x', 'y', 'w', 'h', 'treatment', 'share'])
        for n in range(a.photos):
            kind = r.choices(('unseen', 'learnt', 'other', 'none'), (40, 12, 24, 24))[0]
            pool = {'unseen': unseen, 'learnt': learnt[:LEARNT], 'other': others, 'none': [None]}[kind]
            k = r.choice(pool)
            picture, box = photo(r, None if k is None else art[k], grounds, clutter)
            name = f'L{n:04}'
            cv2.imwrite(str(a.into / 'img' / f'{name}.jpg'), picture[..., ::-1], (cv2.IMWRITE_JPEG_QUALITY, 88))
            listings.write(json.dumps({'id': name, 'marketplace': 'bench', 'kind': 'product', 'title': 'thing',
                                       'images': [f'img/{name}.jpg']}) + '\n')
            if kind in ('unseen', 'learnt'):
                truth.writerow([name, ids[k], '', *(int(round(v)) for v in box), kind, f'{(box[2] * box[3] / SIDE ** 2):.2f}'])


if __name__ == '__main__':
    main()
