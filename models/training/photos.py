"""Composing what the region network sees: whole photos with no sign, one or several, and where the signs are."""
import math

import numpy as np

import scenes

SIDE = 320
MOST = 4   # signs painted into one photo; clutter may add others
BESIDE = 128   # grey beside a photo that is not square


def within(frame, box):
    """The part of a box within a frame, both x0, y0, x1, y1; None where less than half of it is."""
    low, high = np.clip(box[:2], frame[:2], frame[2:]), np.clip(box[2:], frame[:2], frame[2:])
    whole = (box[2:] - box[:2]).prod()
    return np.r_[low, high] if (high - low).prod() > 0.5 * whole and (high - low).min() >= 4 else None


def framed(r, canvas):
    """Blanks what lies beside a photo that is not square, as in use; half of them are. Gives the photo's frame."""
    frame = np.float64([0, 0, SIDE, SIDE])
    if r.random() < 0.5:
        axis, bar = r.randrange(2), int(SIDE * (1 - r.uniform(0.5, 1)) / 2)
        frame[axis], frame[axis + 2] = bar, SIDE - bar
        mask = np.ones((SIDE, SIDE), bool)
        mask[int(frame[1]):int(frame[3]), int(frame[0]):int(frame[2])] = False
        canvas[mask] = BESIDE
    return frame


def photo(r, signs, others, grounds):
    """-> bytes SIDE x SIDE x 3, boxes N x 4. `signs` draws one artwork; about one photo in six has none."""
    canvas = np.ascontiguousarray(grounds.cut(r, SIDE, 0.6))
    boxes = []
    for _ in range(r.choices(range(MOST + 1), (3, 10, 3, 1, 1))[0]):
        span = SIDE * math.exp(r.uniform(math.log(0.06), math.log(0.75)))
        room = min(SIDE / 2, 0.4 * span)
        middle = np.array([r.uniform(room, SIDE - room) for _ in range(2)])
        reach = np.array([middle - span / 2, middle + span / 2])
        if any((np.minimum(reach[1], b[2:]) - np.maximum(reach[0], b[:2]) > 0).all() for b in boxes):
            continue
        canvas, place, beside = scenes.paint(r, canvas, signs(r), grounds, span, middle, others=others)
        boxes += [np.r_[place.min(0), place.max(0)]] + [np.float64(b) for b in beside]
    for _ in range(r.choice((0, 0, 1, 2))):
        point = np.float32([[r.uniform(0, SIDE)] * 2, [r.uniform(0, SIDE)] * 2]) + np.float32([[-20, -20], [20, 20]])
        scenes.clutter(r, canvas, point, None)
    canvas = scenes.camera(r, canvas, None, SIDE)
    frame = framed(r, canvas)
    seen = [b for b in (within(frame, b) for b in boxes) if b is not None]
    return canvas, np.float32(seen).reshape(-1, 4)
