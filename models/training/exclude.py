"""Lists logos that look like a mark of a bench, so that its brands stay unseen in training -> excluded.csv.

The bench is only looked at to leave logos out. Two artworks count as alike when their trimmed grey drawings, or the
drawings of their edges, correlate (either way round: a negative counts too).
"""
import argparse
import csv
from pathlib import Path

import cv2
import numpy as np

import marks
import scenes


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', default=marks.REPOSITORY / '../shared/data', type=Path)
    parser.add_argument('--bench', default='bench/composites', help='folder below the data folder, with marks.csv')
    parser.add_argument('--cache', default=marks.REPOSITORY / 'models/target/training', type=Path)
    parser.add_argument('--alike', default=0.84, type=float)
    a = parser.parse_args()
    ids, art = marks.logos(a.data / 'logos', a.cache)
    ours = [marks.look(scenes.reference(x, 1.0)) for x in art]
    bench = a.data / a.bench
    images = [row['images'].split('|')[0] for row in csv.DictReader(open(bench / 'marks.csv', encoding='utf-8'))]
    theirs = [marks.look(cv2.imread(str(bench / name))[..., ::-1]) for name in images]
    alike = [np.abs(np.stack([v[k] for v in ours]) @ np.stack([v[k] for v in theirs]).T) for k in (0, 1)]
    best = np.maximum(alike[0] - 0.05, alike[1]).max(1)
    with open(Path(__file__).with_name('excluded.csv'), 'w', newline='') as out:
        table = csv.writer(out)
        table.writerow(('id', 'alike'))
        table.writerows((i, f'{s:.3f}') for i, s in zip(ids, best) if s >= a.alike)
    print(f'{(best >= a.alike).sum()} of {len(ids)} logos left out')


if __name__ == '__main__':
    main()
