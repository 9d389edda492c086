"""Composing what the encoder sees: a mark as its register shows it, and the same mark somewhere on a product photo."""
import math
from dataclasses import dataclass

import cv2
import numpy as np

import marks
from encoder import SIDE
from grounds import any_colour, noise, slope
from marks import GREY, SIZE

TREATMENTS = {'colour': 0.36, 'one-ink': 0.28, 'inverted': 0.22, 'gradient': 0.07, 'embossed': 0.07}
TYPICAL = 70   # pixels that a sign spans in a crop, more or less: what is around it is drawn to this measure
BOX = np.float32([[0, 0], [SIZE, 0], [SIZE, SIZE], [0, SIZE]])


@dataclass
class Scene:
    """What is asked of a composition; None is left to chance."""
    treatment: str = None
    small: bool = None
    covered: bool = None


def luminance(colour):
    return float(np.dot(colour, GREY))


def ink_map(art):
    """Where a printer with a single ink would print, 0..1: the shape, or the inner drawing where the shape is a mere plate."""
    alpha = art[..., 3].astype(np.float32) / 255
    inside = alpha > 0.5
    grey = art[..., :3].astype(np.float32) @ GREY
    if inside.sum() < 8:
        return alpha
    low, high = np.percentile(grey[inside], (3, 97))
    if high - low < 40:
        return alpha
    tone = ((grey - low) / (high - low)).clip(0, 1)
    return alpha * (1 - tone) if high > 190 or np.median(grey[inside]) > (low + high) / 2 else alpha * (0.25 + 0.75 * tone)


def reference(art, span=0.85, ground=None, at=(0.5, 0.5)):
    """The mark on its own plain ground, which is white unless the mark itself is as pale."""
    ground = marks.plain_ground(art) if ground is None else ground
    side = int(round(SIDE * span))
    small = cv2.resize(marks.flat(art, ground), (side, side), interpolation=cv2.INTER_AREA)
    out = np.empty((SIDE, SIDE, 3), np.float32)
    out[:] = ground
    x, y = (int(round((SIDE - side) * p)) for p in at)
    out[y:y + side, x:x + side] = small
    return out.clip(0, 255).astype(np.uint8)


def pose(r, art, side, span, middle):
    """Homography of the artwork's square into a square picture, where its content spans so many pixels around a middle."""
    ys, xs = np.where(art[::4, ::4, 3] > 16)
    w, h = ((xs.max() - xs.min() + 1) * 4, (ys.max() - ys.min() + 1) * 4) if len(xs) else (SIZE, SIZE)
    chance = r.random()
    turn = math.radians(r.gauss(0, 8) if chance < 0.75 else r.uniform(-20, 20) if chance < 0.94
                        else r.uniform(-60, 60) if chance < 0.985 else r.uniform(-180, 180))
    yaw, pitch = (math.radians(r.triangular(-38, 38, 0)) if r.random() < 0.7 else 0 for _ in range(2))
    stretch = math.exp(r.gauss(0, 0.06))
    c, s = math.cos(turn), math.sin(turn)
    rotation = (np.array([[1, 0, 0], [0, math.cos(pitch), -math.sin(pitch)], [0, math.sin(pitch), math.cos(pitch)]])
                @ np.array([[math.cos(yaw), 0, math.sin(yaw)], [0, 1, 0], [-math.sin(yaw), 0, math.cos(yaw)]])
                @ np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]) @ np.diag([stretch, 1 / stretch, 1]))

    def seen(points):
        p = np.c_[(points - SIZE / 2) / SIZE, np.zeros(4)] @ rotation.T
        return p[:, :2] / (2.2 + p[:, 2:]) * 2.2
    corners = SIZE / 2 + (BOX / SIZE - 0.5) * (w, h)
    content = seen(corners)
    low, high = content.min(0), content.max(0)
    k = span / (high - low).max()
    place = lambda points: ((seen(points) - (low + high) / 2) * k + middle).astype(np.float32)
    return cv2.getPerspectiveTransform(BOX, place(BOX)), corners, place(corners)


def treated(r, art, treatment, ground):
    """-> layer (premultiplied colours and alpha, floats 0..255) in the artwork's square."""
    if treatment == 'colour':
        rgb, alpha = art[..., :3].astype(np.float32), art[..., 3].astype(np.float32) / 255
        if r.random() < 0.5:
            rgb = (rgb - 128) * r.uniform(0.75, 1.15) + 128 + r.uniform(-25, 25) + np.float32([r.uniform(-12, 12) for _ in range(3)])
        return rgb, alpha
    if treatment == 'inverted' and r.random() < 0.4:
        return 255 - art[..., :3].astype(np.float32), art[..., 3].astype(np.float32) / 255
    alpha = ink_map(art) if r.random() < 0.75 else art[..., 3].astype(np.float32) / 255
    if alpha[art[..., 3] > 128].std() < 0.05 and art[..., 3].mean() > 225:
        alpha = ink_map(art)
    level = luminance(ground)
    for _ in range(20):
        ink = any_colour(r)
        if abs(luminance(ink) - level) > 45 and (treatment != 'inverted' or luminance(ink) > level):
            break
    else:
        ink = np.float32([255, 255, 255] if treatment == 'inverted' or level < 128 else [15, 15, 15])
    rgb = np.empty(art.shape[:2] + (3,), np.float32)
    rgb[:] = ink
    if treatment == 'gradient':
        other, a = any_colour(r), r.uniform(0, math.tau)
        if abs(luminance(other) - level) < 30:
            other = ink * 0.6 + (0 if level > 128 else 100)
        ramp = np.linspace(-0.5, 0.5, SIZE, dtype=np.float32)
        t = (0.5 + ramp[None] * math.cos(a) + ramp[:, None] * math.sin(a)).clip(0, 1)[..., None]
        rgb = rgb * t + other * (1 - t)
    return rgb, alpha


def plate(r, canvas, corners, homography):
    """A label under the sign: a rectangle, a rounded one or an ellipse, in the sign's own plane."""
    grow = r.uniform(1.08, 1.5)
    half = (corners[2] - corners[0]) / 2 * grow
    half = np.maximum(half, half.max() * r.uniform(0.3, 1))
    power = r.choice((2, 4, 8, 40, 40))
    t = np.linspace(0, math.tau, 48, endpoint=False)
    shape = np.stack([np.sign(f(t)) * np.abs(f(t)) ** (2 / power) for f in (np.cos, np.sin)], 1) * half + SIZE / 2
    points = cv2.perspectiveTransform(shape[None].astype(np.float32), homography)[0]
    colour = any_colour(r) if r.random() < 0.6 else np.full(3, r.uniform(215, 255), np.float32)
    if r.random() < 0.4:
        shadow = points + (r.uniform(0, 4), r.uniform(0, 4))
        cv2.fillPoly(canvas, [np.int32(shadow * 16)], (canvas.mean((0, 1)) * 0.5).tolist(), cv2.LINE_AA, 4)
    cv2.fillPoly(canvas, [np.int32(points * 16)], colour.tolist(), cv2.LINE_AA, 4)
    return colour


def clutter(r, canvas, place, others):
    """Words, bars or another mark beside the sign; never over its middle. Gives the boxes of other marks: x0, y0, x1, y1."""
    side, marks_there = len(canvas), []
    k = (place.max(0) - place.min(0)).max() / TYPICAL
    left, top = place.mean(0) - SIDE / 2 * k
    for _ in range(r.choice((1, 1, 2))):
        edge = r.randrange(4)
        low, high = place.min(0), place.max(0)
        x, y = ((left + r.uniform(-10, 70) * k, low[1] - r.uniform(2, 12) * k), (left + r.uniform(-10, 70) * k, high[1] + r.uniform(6, 18) * k),
                (low[0] - r.uniform(20, 50) * k, top + r.uniform(10, 90) * k),
                (high[0] + r.uniform(0, 20) * k, top + r.uniform(10, 90) * k))[edge]
        kind = r.random()
        if kind < 0.5:
            value = ''.join(r.choice('ABCDEFGHIKLMNOPRSTUVWXabcdefghiklmnoprstuvwx0123456789') for _ in range(r.randrange(2, 9)))
            cv2.putText(canvas, value, (int(x), int(y)), r.choice((0, 2, 3, 4)), r.uniform(0.25, 0.9) * k, any_colour(r).tolist(),
                        max(1, round(r.choice((1, 1, 2)) * k)), cv2.LINE_AA)
        elif kind < 0.75 or others is None:
            far = int(x + r.uniform(4, 60) * k), int(y + r.uniform(2, 14) * k)
            cv2.rectangle(canvas, (int(x), int(y)), far, any_colour(r).tolist(), r.choice((-1, 1, 2)))
        else:
            n = max(8, int(r.randrange(24, 70) * k))
            other = cv2.resize(others[r.randrange(len(others))], (n, n), interpolation=cv2.INTER_AREA)
            x, y = int(x if edge > 1 else left + r.uniform(0, 60) * k), int((y - n if edge == 0 else y))
            x0, y0, x1, y1 = max(0, x), max(0, y), min(side, x + n), min(side, y + n)
            if x1 > x0 and y1 > y0:
                part = other[y0 - y:y1 - y, x0 - x:x1 - x].astype(np.float32)
                canvas[y0:y1, x0:x1] += (part[..., :3] - canvas[y0:y1, x0:x1]) * (part[..., 3:] / 255)
                ys, xs = np.where(part[..., 3] > 16)
                if len(xs):
                    marks_there.append((x0 + xs.min(), y0 + ys.min(), x0 + xs.max() + 1, y0 + ys.max() + 1))
    return marks_there


def cover(r, canvas, place, ground):
    """Something lies over up to a third of the sign: a strip from a side, a blob, or a thin thing across."""
    low, high = place.min(0), place.max(0)
    size, share, kind = high - low, r.uniform(0.1, 0.35), r.random()
    k = size.max() / TYPICAL
    mask = np.zeros(canvas.shape[:2], np.float32)
    if kind < 0.55:
        axis, end = r.randrange(2), r.randrange(2)
        corner = [low - 8 * k, high + 8 * k]
        corner[end] = corner[end].copy()
        (corner[1 - end])[axis] = (high[axis] - share * size[axis]) if end else (low[axis] + share * size[axis])
        points = np.array([corner[0], (corner[1][0], corner[0][1]), corner[1], (corner[0][0], corner[1][1])])
        points = points + np.array([[r.uniform(-5, 5) * k for _ in range(2)] for _ in range(4)])
        cv2.fillPoly(mask, [np.int32(points * 16)], 1.0, cv2.LINE_AA, 4)
    elif kind < 0.85:
        radius = math.sqrt(share * size[0] * size[1] / math.pi)
        stretch = math.exp(r.gauss(0, 0.3))
        middle = int(r.uniform(low[0], high[0])), int(r.uniform(low[1], high[1]))
        axes = int(radius * stretch) + 2, int(radius / stretch) + 2
        cv2.ellipse(mask, middle, axes, r.uniform(0, 180), 0, 360, 1.0, -1, cv2.LINE_AA)
    else:
        a, b = ((int(r.uniform(low[0] - 8 * k, high[0] + 8 * k)), int(y)) for y in (low[1] - 8 * k, high[1] + 8 * k))
        cv2.line(mask, a, b, 1.0, max(2, int(share * size.min() * 0.6)), cv2.LINE_AA)
    stuff = ground if r.random() < 0.5 else np.broadcast_to(any_colour(r), canvas.shape)
    canvas += (stuff - canvas) * mask[..., None]


def camera(r, canvas, small, span):
    """Light, blur, low resolution, compression, noise."""
    size = len(canvas)
    if r.random() < 0.4:
        canvas = canvas * (1 + slope(r, r.uniform(0.1, 0.7), size))[..., None]
    if r.random() < 0.12:
        band = slope(r, 40, size)
        canvas = np.where((band > r.uniform(-8, 8))[..., None], canvas * r.uniform(0.5, 0.85), canvas)
    chance = r.random()
    if chance < 0.25:
        canvas = cv2.GaussianBlur(canvas, (0, 0), r.uniform(0.4, 1.6))
    elif chance < 0.35:
        n, a = r.choice((3, 5, 7)), r.uniform(0, math.pi)
        kernel = np.zeros((n, n), np.float32)
        ends = [tuple(int(round(n // 2 + s * v * n / 2)) for v in (math.cos(a), math.sin(a))) for s in (-1, 1)]
        cv2.line(kernel, *ends, 1.0)
        canvas = cv2.filter2D(canvas, -1, kernel / kernel.sum())
    side = size
    if small:
        side = max(20, int(size * r.uniform(24, 44) / span))
    elif r.random() < 0.3:
        side = r.randrange(44 * size // SIDE, size)
    if side < size:
        canvas = cv2.resize(canvas, (side, side), interpolation=cv2.INTER_AREA)
    if r.random() < 0.4:
        canvas = canvas + noise(r, canvas.size).reshape(canvas.shape) * r.uniform(1, 12)
    out = canvas.clip(0, 255).astype(np.uint8)
    if r.random() < 0.6:
        out = cv2.imdecode(cv2.imencode('.jpg', out, (cv2.IMWRITE_JPEG_QUALITY, r.randrange(35, 96)))[1], cv2.IMREAD_COLOR)
    if side < size:
        out = cv2.resize(out, (size, size), interpolation=r.choice((cv2.INTER_LINEAR, cv2.INTER_CUBIC)))
    return out


def paint(r, ground, art, grounds, span, middle, scene=Scene(), others=None):
    """Puts a mark into a square picture, where it spans so many pixels around a middle. Gives the picture (floats), the
    corners of the mark's content and the boxes of other marks in the clutter."""
    side = len(ground)
    treatment = scene.treatment or r.choices(list(TREATMENTS), TREATMENTS.values())[0]
    covered = scene.covered if scene.covered is not None else r.random() < 0.2
    homography, corners, place = pose(r, art, side, span, middle)
    canvas = np.ascontiguousarray(ground)
    beside = clutter(r, canvas, place, others) if r.random() < 0.25 else []
    low, high = (int(v) for v in place.min(0).clip(0, side - 8)), (int(v) for v in place.max(0).clip(8, side))
    (x0, y0), (x1, y1) = low, high
    under = canvas[y0:max(y1, y0 + 4), x0:max(x1, x0 + 4)].reshape(-1, 3)
    base = under.mean(0)
    if r.random() < (0.3 if under.std(0).mean() < 50 else 0.6):
        base = plate(r, canvas, corners, homography)
    if treatment == 'inverted' and luminance(base) > 170:
        canvas *= 0.45
        base = base * 0.45
    rgb, alpha = treated(r, art, treatment, base)
    if treatment == 'colour':
        weight = alpha.sum() + 1
        if abs((rgb - base) * alpha[..., None]).sum() / weight / 3 < 28:
            canvas[:] = canvas * 0.4 + (150 if luminance(base) < 128 else 0)
    if span < 56:
        rgb, alpha = (cv2.GaussianBlur(v, (0, 0), 0.45 * SIZE / span / 2) for v in (rgb * alpha[..., None], alpha))
    else:
        rgb = rgb * alpha[..., None]
    layer = cv2.warpPerspective(np.dstack([rgb, alpha]), homography, (side, side), flags=cv2.INTER_LINEAR)
    alpha = layer[..., 3:]
    if treatment == 'embossed':
        d = max(1, round(r.choice((1, 1, 2)) * span / TYPICAL))
        relief = np.roll(alpha, (d, d), (0, 1)) - np.roll(alpha, (-d, -d), (0, 1))
        canvas = canvas + relief * r.choice((-1, 1)) * r.uniform(35, 100) + alpha * r.uniform(-30, 30)
    else:
        solid = r.uniform(0.75, 1) if r.random() < 0.4 else 1
        printed = layer[..., :3]
        if r.random() < 0.4:
            texture = 1 + (ground.mean(2, keepdims=True) - ground.mean()) / 255 * r.uniform(0.3, 1)
            printed = printed * texture
        canvas = canvas * (1 - alpha * solid) + printed * solid
    if covered:
        cover(r, canvas, place, grounds.cut(r, side))
    return canvas, place, beside


def query(r, art, grounds, scene=Scene(), others=None):
    """A crop of a photo that shows the mark."""
    small = scene.small if scene.small is not None else (True if r.random() < 0.22 else None)
    span = SIDE * (1.0 - 0.55 * r.random() ** 1.3)
    middle = np.array([SIDE * (0.5 + r.triangular(-0.15, 0.15, 0)) for _ in range(2)])
    canvas, *_ = paint(r, grounds.cut(r), art, grounds, span, middle, scene, others)
    return camera(r, canvas, small, span)


def empty(r, grounds):
    """A crop with no mark in it."""
    canvas = np.ascontiguousarray(grounds.cut(r))
    if r.random() < 0.35:
        point = np.float32([[r.uniform(20, 76), r.uniform(20, 76)]] * 2)
        clutter(r, canvas, point, None)
    return camera(r, canvas, None, SIDE)
