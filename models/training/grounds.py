"""What signs are put on: parts of freely licensed photos, and drawn surfaces."""
import csv
import math
from pathlib import Path

import cv2
import numpy as np

from encoder import SIDE

FREE = ('MIT', 'BSD', 'CC0', 'Public', 'public')
NOISE = np.random.default_rng(1).standard_normal(1 << 20).astype(np.float32)


class Grounds:
    """Photos of a folder whose licence allows it, and surfaces drawn anew each time."""

    def __init__(self, folder=None):
        self.photos = []
        if folder and (Path(folder) / 'sources.csv').exists():
            for row in csv.DictReader(open(Path(folder) / 'sources.csv', encoding='utf-8')):
                if row['licence'].startswith(FREE):
                    image = cv2.imread(str(Path(folder) / row['file']), cv2.IMREAD_COLOR)
                    if image is not None:
                        self.photos.append(image[..., ::-1].copy())

    def cut(self, r, size=SIDE, least=0.12):
        """A square of that size in pixels; of a photo, a part at least that share of its shorter side."""
        kind = r.random()
        if self.photos and kind < 0.55:
            return self.photo(r, size, least)
        return (self.plain if kind < 0.77 else self.woven if kind < 0.89 else self.blotched)(r, size)

    def photo(self, r, size, least):
        image = r.choice(self.photos)
        side = int(min(image.shape[:2]) * math.exp(r.uniform(math.log(least), 0)))
        x, y = r.randrange(image.shape[1] - side + 1), r.randrange(image.shape[0] - side + 1)
        out = cv2.resize(image[y:y + side, x:x + side], (size, size), interpolation=cv2.INTER_AREA if side > size else cv2.INTER_LINEAR)
        if r.random() < 0.5:
            out = out[:, ::-1]
        if r.random() < 0.3:
            out = out[..., r.sample((0, 1, 2), 3)]
        return out.astype(np.float32) * r.uniform(0.7, 1.15) + r.uniform(-25, 25)

    def plain(self, r, size):
        base = any_colour(r) if r.random() < 0.7 else np.full(3, r.uniform(225, 255), np.float32)
        return base + slope(r, r.uniform(0, 50), size)[..., None]

    def woven(self, r, size):
        y, x = np.mgrid[:size, :size].astype(np.float32)
        angle, period = r.uniform(0, math.pi), r.uniform(2.5, 14)
        u, v = x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)
        weave = np.sin(u * math.tau / period) + (np.sin(v * math.tau / period / r.uniform(0.5, 2)) if r.random() < 0.7 else 0)
        if r.random() < 0.3:
            weave = np.sign(weave)
        return any_colour(r) + (weave * r.uniform(4, 30) + slope(r, 30, size))[..., None] * np.float32([r.uniform(0.4, 1) for _ in range(3)])

    def blotched(self, r, size):
        n = r.randrange(3, 24)
        field = cv2.resize(noise(r, n * n * 3).reshape(n, n, 3), (size, size), interpolation=cv2.INTER_CUBIC)
        if r.random() < 0.5:
            field = field[..., :1]
        out = any_colour(r) + field * r.uniform(8, 60)
        for _ in range(r.randrange(4)):
            ends = [(r.randrange(size), r.randrange(size)) for _ in range(2)]
            cv2.line(out, *ends, any_colour(r).tolist(), r.randrange(1, 1 + size // 12), cv2.LINE_AA)
        return out


def any_colour(r):
    if r.random() < 0.35:
        return np.full(3, r.uniform(10, 250), np.float32) + np.float32([r.uniform(-12, 12) for _ in range(3)])
    return np.float32([r.uniform(0, 255) for _ in range(3)])


def noise(r, count):
    start = r.randrange(len(NOISE) - count)
    return NOISE[start:start + count]


def slope(r, height, size):
    a = r.uniform(0, math.tau)
    ramp = np.linspace(-0.5, 0.5, size, dtype=np.float32) * height
    return ramp[None] * math.cos(a) + ramp[:, None] * math.sin(a)
