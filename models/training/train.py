"""Trains the encoder: logos and drawn signs on composed photos, one proxy an identity, cosine softmax with a margin.

    train.py --minutes 50              the schedule follows the clock: it always ends well, however busy the machine is
    train.py --samples 800000          the schedule follows the samples: the same seed gives the same training
    train.py --minutes 50 --start checkpoint.pt     another round, from a network that has learnt something already; or .onnx
    train.py --minutes 50 --resume     goes on from the last checkpoint

A GPU is used when PyTorch finds one; on a CPU the dense layers run in bfloat16, on one thread, fed by worker processes.
"""
import argparse
import csv
import math
import os
import time
from copy import deepcopy
from itertools import count
from pathlib import Path
from random import Random

import cv2
import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset

import marks
import scenes
import validate
from encoder import Encoder, Margins
from grounds import Grounds
from thaw import thaw

REFERENCES, EMPTY, REAL = 0.12, 0.08, 0.5   # shares: of register views, of crops with no sign, of real logos once drawn signs have joined


def ramp(done, start, end):
    return min(1.0, max(0.0, (done - start) / (end - start)))


def stage(done, join):
    """Whether drawn signs have joined, and how many register views (which are easy) to mix in besides: at the start, half."""
    return float(done >= join), 0.5 * (1 - ramp(done, 0, 0.03))


class Scenes(IterableDataset):
    """Endless batches of (crops, identities). Identity -1 is 'no sign'. A schedule by samples is followed batch by batch,
    the same every time; a schedule by the clock reaches the workers through `now`, which is shared."""

    def __init__(self, real, drawn, grounds, batch, seed, first, total, join):
        self.real, self.drawn, self.grounds, self.batch = real, drawn, grounds, batch
        self.seed, self.first, self.total, self.join = seed, first, total, join
        self.now = torch.tensor(stage(0, 1)).share_memory_()

    def sample(self, r):
        chance = r.random()
        if chance < EMPTY:
            return scenes.empty(r, self.grounds), -1
        real = not self.now[0] or r.random() < REAL
        pool = self.real if real else self.drawn
        n = r.randrange(len(pool))
        identity = n if real else n + len(self.real)
        if chance < EMPTY + REFERENCES + float(self.now[1]):
            at = (r.triangular(0, 1, 0.5), r.triangular(0, 1, 0.5))
            return scenes.reference(pool[n], r.uniform(0.72, 0.97), None if r.random() < 0.8 else r.choice((0, 40, 225, 240)), at), identity
        return scenes.query(r, pool[n], self.grounds, others=self.real), identity

    def __iter__(self):
        cv2.setNumThreads(1)
        worker = torch.utils.data.get_worker_info()
        r = Random(f'{self.seed}/{self.first}/{worker.id}')
        for n in count(self.first // self.batch + worker.id, worker.num_workers):
            if self.total:
                self.now = stage(n * self.batch / self.total, self.join)
            crops, identities = zip(*(self.sample(r) for _ in range(self.batch)))
            yield torch.from_numpy(np.stack(crops)), torch.tensor(identities)


def pixels(crops, device):
    return crops.to(device).permute(0, 3, 1, 2).float()


@torch.no_grad()
def embeddings(model, crops, device):
    model.eval()
    out = [model(pixels(torch.from_numpy(np.ascontiguousarray(crops[k:k + 100])), device)).float().cpu() for k in range(0, len(crops), 100)]
    model.train()
    return torch.cat(out)


def imprint(model, margins, art, start):
    """A new identity's proxy starts where the network already sees its register view: nothing has to be unlearnt."""
    device = margins.proxies.device
    with torch.no_grad(), torch.autocast(device.type, dtype=torch.bfloat16):
        for k in range(0, len(art), 100):
            views = np.stack([scenes.reference(x) for x in art[k:k + 100]])
            margins.proxies[start + k:start + k + len(views)] = model(pixels(torch.from_numpy(views), device)).float()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add('--data', default=marks.REPOSITORY / '../shared/data', type=Path, help='folder with logos/ and backgrounds/')
    add('--into', default=marks.REPOSITORY / 'models/target/training', type=Path, help='cache, checkpoint and curve go here')
    add('--minutes', default=50.0, type=float)
    add('--samples', default=0, type=int, help='schedule by samples instead of minutes')
    add('--drawn', default=6000, type=int, help='drawn identities; mirrored and turned logos come on top')
    add('--join', default=0.14, type=float, help='when drawn and turned identities join, as a share of the schedule; 1 for never')
    add('--margin', default=0.2, type=float)
    add('--rate', default=1.5e-3, type=float)
    add('--batch', default=96, type=int)
    add('--workers', default=1, type=int)
    add('--every', default=4.0, type=float, help='minutes from one validation and checkpoint to the next')
    add('--seed', default=20261123, type=int)
    add('--start', type=Path, help='checkpoint, or exported .onnx, whose network to start from, for another round; the easy beginning is left out')
    add('--resume', action='store_true')
    a = parser.parse_args()

    torch.set_num_threads(int(os.environ.get('OMP_NUM_THREADS', 1)))
    cv2.setNumThreads(1)
    torch.manual_seed(a.seed)
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    a.into.mkdir(parents=True, exist_ok=True)

    ids, art = marks.logos(a.data / 'logos', a.into, marks.excluded())
    order = sorted(range(len(ids)), key=lambda k: not marks.held_out(ids[k]))   # what looks like a held-out logo is not learnt either
    kept = [order[k] for k in marks.distinct(art[order])]
    real = art[[k for k in kept if not marks.held_out(ids[k])]]
    drawn = np.concatenate([marks.drawn(a.drawn, a.seed, a.into), marks.turned(real, a.into)]) if a.join < 1 else real[:0]
    grounds = Grounds(a.data / 'backgrounds')
    print(f'{len(real)} logos to learn, {sum(map(marks.held_out, ids))} held out, {len(drawn)} drawn or turned, '
          f'{len(grounds.photos)} photos, on {device}', flush=True)
    gallery, crops, targets, tags = validate.held_out_set(a.data / 'logos', a.into, grounds)
    r = Random(7)
    empty = np.stack([scenes.empty(r, grounds) for _ in range(1200)])

    model, margins = Encoder().to(device).to(memory_format=torch.channels_last), Margins(len(real) + len(drawn)).to(device)
    average = deepcopy(model)
    weights, others = [p for p in model.parameters() if p.dim() > 1], [p for p in model.parameters() if p.dim() <= 1]
    optimiser = torch.optim.AdamW([{'params': weights, 'weight_decay': 0.02},
                                   {'params': others + list(margins.parameters()), 'weight_decay': 0.0}], lr=a.rate)
    parts = {'model': model, 'average': average, 'margins': margins, 'optimiser': optimiser}
    checkpoint, step, samples, seconds, joined = a.into / 'checkpoint.pt', 0, 0, 0.0, 0
    if a.resume and checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        for name, part in parts.items():
            part.load_state_dict(state[name])
        step, samples, seconds = state['step'], state['samples'], state['seconds']
        joined = state['joined']
    else:
        if a.start:
            if a.start.suffix == '.onnx':
                thaw(a.start, model, pixels(torch.from_numpy(crops[:400]), device))
            else:
                model.load_state_dict(torch.load(a.start, map_location=device)['average'])
            average.load_state_dict(model.state_dict())
        imprint(model, margins, real, 0)
    source = Scenes(real, drawn, grounds, a.batch, a.seed, samples, a.samples, a.join)
    loader = iter(DataLoader(source, batch_size=None, num_workers=a.workers, prefetch_factor=4))
    curve = a.into / 'curve.csv'
    if not (a.resume and curve.exists()):
        curve.write_text('minutes,samples,loss,learnt,margin,identities,unseen_first,unseen_first10,unseen_recall97\n')

    def progress():
        return samples / a.samples if a.samples else seconds / 60 / a.minutes

    def report():
        with torch.autocast(device, dtype=torch.bfloat16):
            g, q, e = (embeddings(average, x, device).numpy() for x in (gallery, crops, empty))
        s = validate.scores(g, q, targets, tags, e)
        row = [f'{seconds / 60:.1f}', samples, f'{loss_mean:.3f}', f'{right_mean:.3f}', f'{margin:.2f}', active,
               *(f'{s[k]:.3f}' for k in ('first', 'first10', 'recall97'))]
        with open(curve, 'a', newline='') as out:
            csv.writer(out).writerow(row)
        print(*row, {k: v[0] for k, v in s['by'].items()}, flush=True)
        state = {'step': step, 'samples': samples, 'seconds': seconds, 'joined': joined, 'arguments': {k: str(v) for k, v in vars(a).items()}}
        torch.save(state | {name: part.state_dict() for name, part in parts.items()}, f'{checkpoint}.part')
        os.replace(f'{checkpoint}.part', checkpoint)

    loss_mean, right_mean, margin, active, since = 0.0, 0.0, 0.0, len(real), seconds
    model.train()
    before = time.monotonic()
    while (done := progress()) < 1:
        if done >= a.join and not joined and len(drawn):
            print(f'{len(drawn)} identities join', flush=True)
            imprint(model, margins, drawn, len(real))
            joined = 1
        active = len(real) + (len(drawn) if joined else 0)
        source.now[:] = torch.tensor(stage(done, a.join))
        scale, margin = (24, a.margin) if a.start else (12 + 12 * ramp(done, 0.01, 0.04), a.margin * ramp(done, 0.03, 0.12))
        rate = a.rate * min(1, (step + 1) / 300) * (1 if done < 0.3 else 0.01 + 0.99 * (0.5 + 0.5 * math.cos(math.pi * (done - 0.3) / 0.7)))
        for group in optimiser.param_groups:
            group['lr'] = rate
        batch, identity = next(loader)
        with torch.autocast(device, dtype=torch.bfloat16):
            embedding = model(pixels(batch, device))
        loss, right = margins(embedding.float(), identity.to(device), scale, margin, active)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 5.0)
        optimiser.step()
        decay = min(0.998, (1 + step) / (10 + step))
        with torch.no_grad():
            for kept, new in zip(average.state_dict().values(), model.state_dict().values()):
                kept.lerp_(new, 1 - decay) if kept.is_floating_point() else kept.copy_(new)
        step, samples = step + 1, samples + len(batch)
        now = time.monotonic()
        seconds, before = seconds + now - before, now
        fade = max(0.01, 1 / step)
        loss_mean, right_mean = loss_mean + (loss.item() - loss_mean) * fade, right_mean + (right - right_mean) * fade
        if step % 100 == 0:
            print(f'{seconds / 60:.1f} min, {samples} samples, loss {loss_mean:.2f}, right {right_mean:.3f}, {samples / seconds:.0f}/s',
                  flush=True)
        if seconds - since > a.every * 60:
            report()
            since, before = seconds, time.monotonic()   # validation does not eat into the schedule
    report()


if __name__ == '__main__':
    main()
