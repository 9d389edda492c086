"""What DumpSightings.java wrote -> the numbers of Weights.java: a logistic regression, held near the numbers that are there.

    fit_weights.py DUMP [--geometry]

Half of the photos are fitted to, the others say how well that does; the numbers printed are fitted to all.
"""
import csv
import sys
import zlib

import numpy as np

PRIOR = -6   # decibans, as in Scorer
TEN = np.log(10) / 10
NAMES = ('constant', 'lead', 'octaves', 'part', 'featured', 'stripes', 'agreement', 'support', 'cosine')
NOW = {False: (-25, 30, 4.5, -9, 4, -77, 11.5, 2.9, 22.5), True: (-25, 30, 4.5, -9, 1, -46, 29.5, 3.7, 0)}
# How far a number moves at little cost. Composed photos flatter the encoder, which learnt on such, so no number goes far by them alone.
HELD = np.array((1, 1.5, 0.5, 1.5, 1.5, 10, 2, 0.5, 2))


def read(path):
    rows = list(csv.DictReader(open(path), delimiter='\t'))
    v = {k: np.array([float(r[k]) for r in rows]) for k in rows[0] if k != 'listing'}
    cosine = np.nan_to_num(v['cosine'])
    x = np.stack([np.ones(len(rows)), (v['agreement'] - v['rival']).clip(-0.3, 0.3),
                  np.log2(v['size'] / 100).clip(-2, 0.5), v['part'], v['featured'],
                  (v['lean'] - 0.62).clip(0), v['agreement'], np.sqrt(v['support'].clip(0, 8)), cosine], 1)
    half = np.array([zlib.crc32(r['listing'].encode()) % 2 for r in rows])
    return x, v['right'], half, [r['listing'] for r in rows], v['weight']


def odds(x, b):
    return 1 / (1 + np.exp(-TEN * ((x @ b).clip(-40, 40) + PRIOR)))


def fit(x, y, start):
    b = np.array(start, float)
    for _ in range(60):
        p = odds(x, b)
        gradient = TEN * x.T @ (p - y) + (b - start) / HELD ** 2
        hessian = TEN ** 2 * (x * (p * (1 - p))[:, None]).T @ x + np.diag(1 / HELD ** 2)
        b -= np.linalg.solve(hessian, gradient)
    return b


def told(name, x, y, listings, b):
    p = odds(x, b)
    loss = -np.log(np.where(y > 0, p, 1 - p).clip(1e-9)).sum() / len(set(listings))
    best = {}
    for k, listing in enumerate(listings):
        if listing not in best or p[k] > p[best[listing]]:
            best[listing] = k
    top = sorted(best.values(), key=lambda k: -p[k])
    right, total = np.cumsum(y[top]), len({l for l, v in zip(listings, y) if v})
    good = right / np.arange(1, len(top) + 1)
    at = {share: right[np.where(good >= share)[0].max(initial=0)] for share in (0.97, 0.99)}
    print(f'{name:9} loss a photo {loss:.3f}; right on top {right[-1]:.0f} of {total} seen; '
          f'at precision .97 {at[0.97]:.0f}, .99 {at[0.99]:.0f}')


def main():
    geometry = '--geometry' in sys.argv
    x, y, half, listings, _ = read(sys.argv[1])
    now = np.array(NOW[geometry], float)
    listings = np.array(listings)
    for part in (0, 1):
        b = fit(x[half != part], y[half != part], now)
        told('now', x[half == part], y[half == part], listings[half == part], now)
        told('fitted', x[half == part], y[half == part], listings[half == part], b)
    b = fit(x, y, now)
    for name, old, new in zip(NAMES, now, b):
        print(f'{name:9} {old:7.1f} -> {new:7.1f}')


if __name__ == '__main__':
    main()
