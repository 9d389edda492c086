"""Marks to learn from: logos of a folder, and signs that this program draws itself.

Every mark is kept as RGBA artwork, trimmed, fitted into a square of 128 pixels. Drawn signs are fictional: Chinese
characters, monograms, invented words, symbols, rosettes, emblems.
"""
import csv
import io
import math
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from zlib import crc32

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

SIZE = 128
GREY = np.float32([0.299, 0.587, 0.114])
REPOSITORY = Path(__file__).resolve().parents[2]
NOTO, DEJAVU, LIBERATION = (Path('/usr/share/fonts') / p for p in ('opentype/noto', 'truetype/dejavu', 'truetype/liberation'))
CHINESE = [(NOTO / f'Noto{f}CJK-{w}.ttc', i) for f in ('Sans', 'Serif') for w in ('Regular', 'Bold') for i in (0, 2)]
LATIN = ([(DEJAVU / f'DejaVu{f}.ttf', 0) for f in ('Sans', 'Sans-Bold', 'Sans-ExtraLight', 'SansCondensed-BoldOblique', 'Serif',
                                                   'Serif-Bold', 'SerifCondensed-BoldItalic', 'SansMono-Bold')]
         + [(LIBERATION / f'Liberation{f}.ttf', 0) for f in ('Sans-Bold', 'SansNarrow-Bold', 'Serif-Italic', 'Serif-BoldItalic', 'Mono-Bold')]
         + CHINESE[::3])


def fitted(rgba):
    """Trims the transparent edge and fits the rest, centred, into the square; None where nothing is left."""
    ys, xs = np.where(rgba[..., 3] > 16)
    if len(xs) < 12:
        return None
    art = rgba[ys.min():ys.max() + 1, xs.min():xs.max() + 1].astype(np.float32)
    art[..., :3] *= art[..., 3:] / 255
    k = SIZE / max(art.shape[:2])
    w, h = (max(2, round(s * k)) for s in (art.shape[1], art.shape[0]))
    art = cv2.resize(art, (w, h), interpolation=cv2.INTER_AREA if k < 1 else cv2.INTER_LINEAR)
    art[..., :3] /= np.maximum(art[..., 3:], 1) / 255
    out = np.zeros((SIZE, SIZE, 4), np.uint8)
    out[(SIZE - h) // 2:(SIZE - h) // 2 + h, (SIZE - w) // 2:(SIZE - w) // 2 + w] = art.clip(0, 255)
    return out


def plain_ground(art):
    """The plain ground on which a register would show the artwork: white, dark under a pale mark."""
    tone = (art[..., :3].astype(np.float32) @ GREY)[art[..., 3] > 128]
    return 255 if tone.size == 0 or np.percentile(tone, 10) < 215 else 40


def flat(art, ground):
    alpha = art[..., 3:].astype(np.float32) / 255
    return art[..., :3] * alpha + np.float32(ground) * (1 - alpha)


def look(image):
    """RGB artwork on a plain ground -> two unit vectors, its tones and its edges, trimmed and stretched to a square."""
    grey = image.astype(np.float32) @ GREY
    ys, xs = np.where(np.abs(grey - np.median(np.r_[grey[0], grey[-1], grey[:, 0], grey[:, -1]])) > 24)
    if len(xs):
        grey = grey[ys.min():ys.max() + 1, xs.min():xs.max() + 1]
    grey = cv2.GaussianBlur(cv2.resize(grey, (32, 32), interpolation=cv2.INTER_AREA), (0, 0), 1)
    edges = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    centred = [(v - v.mean()).ravel() for v in (grey, edges)]
    return [v / (np.linalg.norm(v) + 1e-6) for v in centred]


def distinct(art, alike=0.93):
    """Numbers of the marks that look unlike every kept one before them."""
    looks, kept = np.zeros((2, len(art), 1024), np.float32), []
    for n, image in enumerate(art):
        tones, edges = look(flat(image, plain_ground(image)))
        if not kept or np.maximum(np.abs(looks[0, :len(kept)] @ tones), looks[1, :len(kept)] @ edges).max() < alike:
            looks[:, len(kept)] = tones, edges
            kept.append(n)
    return kept


def rasterised(path):
    png = subprocess.run(['rsvg-convert', '-a', '-w', '320', '-h', '320', path], capture_output=True).stdout
    return fitted(np.asarray(Image.open(io.BytesIO(png)).convert('RGBA'))) if png else None


def logos(folder, cache, excluded=()):
    """-> ids, artwork. Artwork is rasterised once and kept in the cache."""
    folder, cache = Path(folder), Path(cache)
    if not (cache / 'logos.npy').exists():
        cache.mkdir(parents=True, exist_ok=True)
        rows = list(csv.DictReader(open(folder / 'marks.csv', encoding='utf-8')))
        with ThreadPoolExecutor(2) as pool:
            art = list(pool.map(lambda r: rasterised(folder / r['file']), rows))
        kept = [(r['id'], a) for r, a in zip(rows, art) if a is not None]
        np.save(cache / 'logos.npy', np.stack([a for _, a in kept]))
        (cache / 'logos.txt').write_text('\n'.join(i for i, _ in kept))
    ids = (cache / 'logos.txt').read_text().split('\n')
    keep = [n for n, i in enumerate(ids) if i not in set(excluded)]
    return [ids[n] for n in keep], np.load(cache / 'logos.npy', mmap_mode='r')[keep]


def held_out(identity, share=0.15):
    """Whether a brand is kept for validation: decided by its id alone, so that it stays so when logos come and go."""
    return crc32(identity.encode()) % 1000 < share * 1000


def excluded(path=Path(__file__).with_name('excluded.csv')):
    return [r['id'] for r in csv.DictReader(open(path))] if Path(path).exists() else []


# ---- drawn signs

def colour(r):
    if r.random() < 0.3:
        return (0, 0, 0) if r.random() < 0.7 else (r.randrange(60),) * 3
    h, s, v = r.random(), r.uniform(0.5, 1), r.uniform(0.35, 0.95)
    return tuple(int(255 * v * (1 - s * max(0, min(1, abs((h * 6 + k) % 6 - 3) - 1)))) for k in (0, 2, 4))


def word(r):
    starts = ('', 'b', 'br', 'd', 'f', 'gl', 'k', 'l', 'm', 'n', 'p', 'qu', 'r', 's', 'sh', 't', 'tr', 'v', 'w', 'x', 'z')
    syllables = [a + b for a in starts for b in ('a', 'e', 'i', 'o', 'u', 'ai', 'an', 'en', 'or', 'ul', 'y')]
    w = ''.join(r.choice(syllables) for _ in range(r.choice((1, 2, 2, 3))))
    return r.choice((str.upper, str.capitalize, str.capitalize, str.lower))(w)


def characters(r, n):
    return ''.join(chr(r.randrange(0x4e00, 0x9f00)) for _ in range(n))


def text(r, value, fonts, ink):
    path, index = r.choice(fonts)
    font = ImageFont.truetype(str(path), 110, index=index)
    x0, y0, x1, y1 = font.getbbox(value)
    image = Image.new('RGBA', (x1 - x0 + 40, y1 - y0 + 40))
    outline = r.random() < 0.12
    ImageDraw.Draw(image).text((20 - x0, 20 - y0), value, (0, 0, 0, 0) if outline else ink, font,
                               stroke_width=4 if outline else 0, stroke_fill=ink)
    if r.random() < 0.25:
        lean = r.uniform(-0.35, 0.35)
        image = image.transform((image.width + image.height // 2, image.height), Image.AFFINE,
                                (1, lean, -lean * image.height / 2 - image.height / 8, 0, 1, 0))
    return image


def glyph(r):
    kind = r.random()
    if kind < 0.45:
        return text(r, characters(r, r.choice((1, 1, 2))), CHINESE, colour(r))
    if kind < 0.8:
        return text(r, ''.join(r.choice('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&') for _ in range(r.choice((1, 2, 2, 3)))), LATIN, colour(r))
    symbol = r.choice((r.randrange(0x2600, 0x26a0), r.randrange(0x2701, 0x27be), r.randrange(0x2190, 0x21ff)))
    return text(r, chr(symbol), LATIN[:1], colour(r))


def polar(radius, angle):
    return radius * math.cos(angle), radius * math.sin(angle)


def outline(r, n=0):
    """A closed curve: a polygon, a star, or a wavy blob, around (0, 0) and about as large as 1."""
    n, kind = n or r.choice((3, 4, 5, 6, 8)), r.random()
    turn = r.uniform(0, math.tau)
    if kind < 0.35:
        radius = [r.uniform(0.4, 1) for _ in range(n)]
        return [polar(radius[k], turn + math.tau * k / n) for k in range(n)]
    if kind < 0.6:
        inner = r.uniform(0.3, 0.8)
        return [polar((1, inner)[k % 2], turn + math.pi * k / n) for k in range(2 * n)]
    waves = [(r.randrange(2, 6), r.uniform(0, 0.25), r.uniform(0, math.tau)) for _ in range(3)]
    angles = [math.tau * k / 72 for k in range(72)]
    return [polar(0.7 + sum(a * math.cos(f * t + p) for f, a, p in waves), t + turn) for t in angles]


def shapes(r):
    """Some curves and bars, free or repeated around the middle, some of them cut out."""
    s = 256
    image = Image.new('RGBA', (s, s))
    draw, inks = ImageDraw.Draw(image), [colour(r) for _ in range(r.choice((1, 1, 2, 3)))]
    for layer in range(r.choice((1, 2, 2, 3, 4))):
        ink = (0, 0, 0, 0) if layer and r.random() < 0.4 else r.choice(inks) + (255,)
        size, x, y = r.uniform(25, 110) if layer else r.uniform(70, 120), r.uniform(-60, 60), r.uniform(-60, 60)
        curve, copies = outline(r), r.choice((1, 1, 2, 3, 4, 5, 6, 8)) if r.random() < 0.6 else 1
        if copies > 1:
            size *= 0.6
        kind = r.random()
        for k in range(copies):
            c, d = math.cos(math.tau * k / copies), math.sin(math.tau * k / copies)
            at = lambda px, py: (s / 2 + c * px - d * py, s / 2 + d * px + c * py)
            if kind < 0.6:
                draw.polygon([at(x + size * px, y + size * py) for px, py in curve], fill=ink)
            elif kind < 0.8:
                cx, cy = at(x, y)
                draw.ellipse([cx - size, cy - size, cx + size, cy + size], outline=ink, width=int(size * (0.15 + 0.5 * abs(curve[0][0]))))
            else:
                half = curve[:max(2, len(curve) // 2)]
                draw.line([at(x + size * px, y + size * py) for px, py in half], fill=ink, width=int(6 + abs(x) / 3), joint='curve')
    return image


def emblem(r):
    """A frame or a plate with a sign in it, or a sign with a word below."""
    s, inner = 256, r.choice((glyph, shapes))(r)
    inner = Image.fromarray(fitted(np.asarray(inner)) if fitted(np.asarray(inner)) is not None else np.full((SIZE, SIZE, 4), 255, np.uint8))
    image, ink = Image.new('RGBA', (s, s)), colour(r)
    if r.random() < 0.3:
        below = (text(r, word(r), LATIN, ink) if r.random() < 0.7 else text(r, characters(r, 2), CHINESE, ink)).resize((s, 64))
        image.alpha_composite(inner.resize((160, 160)), (48, 10))
        image.alpha_composite(below, (0, 180))
        return image
    curve = r.choice((outline(r, 8), [polar(1, math.tau * k / 60) for k in range(60)], [(-.9, -.9), (.9, -.9), (.9, .9), (-.9, .9)],
                      [(0, -1), (1, 0), (0, 1), (-1, 0)], [(-.85, -.9), (.85, -.9), (.85, .2), (0, 1), (-.85, .2)]))
    points, draw = [(s / 2 + 120 * x, s / 2 + 120 * y) for x, y in curve], ImageDraw.Draw(image)
    if r.random() < 0.5:
        draw.polygon(points, fill=ink)
        pale = np.array(inner)
        pale[..., :3] = 255
        inner = Image.fromarray(pale)
    else:
        draw.line(points + points[:2], fill=ink, width=r.randrange(6, 22), joint='curve')
    side = r.randrange(110, 160)
    image.alpha_composite(inner.resize((side, side)), ((s - side) // 2, (s - side) // 2))
    return image


def drawn(count, seed, cache):
    """-> artwork of about that many fictional signs (those that look like an earlier one are dropped), kept in the cache."""
    path = Path(cache) / f'drawn-{seed}-{count}.npy'
    if not path.exists():
        out, n = [], 0
        while len(out) < count:
            r = Random(f'{seed}/{n}')
            n += 1
            kind = r.random()
            try:
                draw = glyph if kind < 0.3 else shapes if kind < 0.6 else emblem if kind < 0.85 else lambda r: text(r, word(r), LATIN, colour(r))
                art = fitted(np.asarray(draw(r)))
            except (OSError, ValueError):
                continue
            if art is not None and art[..., 3].mean() > 8:
                out.append(art)
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, np.stack(out)[distinct(out)])
    return np.load(path, mmap_mode='r')


def turned(art, cache, alike=0.75):
    """More identities out of real artwork: its mirror images and quarter turns, where they look unlike it and one another."""
    path = Path(cache) / f'turned-{len(art)}-{crc32(np.ascontiguousarray(art[:, ::8, ::8])):08x}.npy'
    if not path.exists():
        out = []
        for image in art:
            small = cv2.GaussianBlur(cv2.resize(flat(image, plain_ground(image)) @ GREY, (24, 24), interpolation=cv2.INTER_AREA), (0, 0), 1)
            small -= small.mean()
            kept = [small]
            for turn, flip in ((0, True), (1, False), (1, True), (3, False)):
                view = lambda x: np.rot90(x[:, ::-1] if flip else x, turn)
                if all(abs((view(small) * k).sum()) < alike * (small ** 2).sum() for k in kept):
                    kept.append(view(small))
                    out.append(np.ascontiguousarray(view(image)))
        np.save(path, np.stack(out))
    return np.load(path, mmap_mode='r')
