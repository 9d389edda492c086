"""Trains the region network on composed photos.

    train_regions.py --minutes 50              the schedule follows the clock
    train_regions.py --samples 200000          the schedule follows the samples: the same seed gives the same training
    train_regions.py --minutes 50 --start checkpoint.pt     another round, from a network that has learnt something already
    train_regions.py --minutes 50 --resume     goes on from the last checkpoint
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
import photos
import regions
from grounds import Grounds

REAL = 0.6   # share of real logos among the signs


class Photos(IterableDataset):
    """Endless batches of photos and of what the network is to answer."""

    def __init__(self, real, drawn, grounds, batch, seed, first):
        self.real, self.drawn, self.grounds, self.batch, self.seed, self.first = real, drawn, grounds, batch, seed, first

    def sign(self, r):
        pool = self.real if r.random() < REAL else self.drawn
        return pool[r.randrange(len(pool))]

    def __iter__(self):
        cv2.setNumThreads(1)
        worker = torch.utils.data.get_worker_info()
        r = Random(f'{self.seed}/{self.first}/{worker.id}')
        for _ in count():
            pictures, boxes = zip(*(photos.photo(r, self.sign, self.real, self.grounds) for _ in range(self.batch)))
            yield torch.from_numpy(np.stack(pictures)), *regions.targets(boxes)


def pixels(pictures, device):
    return pictures.to(device).permute(0, 3, 1, 2).float()


def overlap(a, b):
    both = np.maximum(0, np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])).prod()
    return both / max(1e-9, (a[2:] - a[:2]).prod() + (b[2:] - b[:2]).prod() - both)


def scores(found, truth):
    """-> recall of boxes at overlap 0.5 among the first 5, 10 and 20 regions of each photo, mean overlap of the best among 20,
    and the share of photos without a sign of which the best region scores above 0.3."""
    hits, best, silent = {5: 0, 10: 0, 20: 0}, [], []
    total = 0
    for regions_, boxes in zip(found, truth):
        order = regions_[np.argsort(-regions_[:, 0])][:20]
        if not len(boxes):
            silent.append(order[0, 0] > 0.3)
        for b in boxes:
            total += 1
            over = [overlap(region[1:], b / photos.SIDE) for region in order]
            best.append(max(over))
            for n in hits:
                hits[n] += max(over[:n]) >= 0.5
    return {**{f'recall{n}': hits[n] / total for n in hits}, 'overlap': float(np.mean(best)), 'loud': float(np.mean(silent))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add('--data', default=marks.REPOSITORY / '../shared/data', type=Path, help='folder with logos/ and backgrounds/')
    add('--into', default=marks.REPOSITORY / 'models/target/regions', type=Path, help='checkpoint and curve go here')
    add('--cache', default=marks.REPOSITORY / 'models/target/training', type=Path, help='artwork is kept here')
    add('--minutes', default=50.0, type=float)
    add('--samples', default=0, type=int, help='schedule by samples instead of minutes')
    add('--drawn', default=6000, type=int)
    add('--rate', default=1.5e-3, type=float)
    add('--batch', default=24, type=int)
    add('--workers', default=1, type=int)
    add('--every', default=5.0, type=float, help='minutes from one validation and checkpoint to the next')
    add('--seed', default=20261126, type=int)
    add('--start', type=Path, help='checkpoint whose network to start from, for another round')
    add('--resume', action='store_true')
    a = parser.parse_args()

    torch.set_num_threads(int(os.environ.get('OMP_NUM_THREADS', 1)))
    cv2.setNumThreads(1)
    torch.manual_seed(a.seed)
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    a.into.mkdir(parents=True, exist_ok=True)
    ids, art = marks.logos(a.data / 'logos', a.cache, marks.excluded())
    real = art[[k for k, i in enumerate(ids) if not marks.held_out(i)]]
    unseen = art[[k for k, i in enumerate(ids) if marks.held_out(i)]]
    drawn, grounds = marks.drawn(a.drawn, 20261123, a.cache), Grounds(a.data / 'backgrounds')
    print(f'{len(real)} logos to learn, {len(unseen)} held out, {len(drawn)} drawn, on {device}', flush=True)
    r = Random(5)
    held = [photos.photo(r, lambda r: unseen[r.randrange(len(unseen))], unseen, grounds) for _ in range(300)]

    model = regions.Regions().to(device).to(memory_format=torch.channels_last)
    average = deepcopy(model)
    optimiser = torch.optim.AdamW([{'params': [p for p in model.parameters() if p.dim() > 1], 'weight_decay': 0.02},
                                   {'params': [p for p in model.parameters() if p.dim() <= 1], 'weight_decay': 0.0}], lr=a.rate)
    parts = {'model': model, 'average': average, 'optimiser': optimiser}
    checkpoint, step, samples, seconds = a.into / 'checkpoint.pt', 0, 0, 0.0
    if a.resume and checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        for name, part in parts.items():
            part.load_state_dict(state[name])
        step, samples, seconds = state['step'], state['samples'], state['seconds']
    elif a.start:
        for part in (model, average):
            part.load_state_dict(torch.load(a.start, map_location=device)['average'])
    loader = iter(DataLoader(Photos(real, drawn, grounds, a.batch, a.seed, samples), batch_size=None, num_workers=a.workers, prefetch_factor=4))
    curve = a.into / 'curve.csv'
    if not (a.resume and curve.exists()):
        curve.write_text('minutes,samples,loss,recall5,recall10,recall20,overlap,loud\n')

    @torch.no_grad()
    def report():
        average.eval()
        with torch.autocast(device, dtype=torch.bfloat16):
            found = [average(pixels(torch.from_numpy(p)[None], device))[0].float().cpu().numpy() for p, _ in held]
        s = scores(found, [b for _, b in held])
        row = [f'{seconds / 60:.1f}', samples, f'{mean:.3f}', *(f'{v:.3f}' for v in s.values())]
        with open(curve, 'a', newline='') as out:
            csv.writer(out).writerow(row)
        print(*row, flush=True)
        torch.save({'step': step, 'samples': samples, 'seconds': seconds} | {n: p.state_dict() for n, p in parts.items()}, f'{checkpoint}.part')
        os.replace(f'{checkpoint}.part', checkpoint)

    progress = lambda: samples / a.samples if a.samples else seconds / 60 / a.minutes
    mean, since, before = 0.0, seconds, time.monotonic()
    model.train()
    while (done := progress()) < 1:
        rate = a.rate * min(1, (step + 1) / 300) * (1 if done < 0.3 else 0.01 + 0.99 * (0.5 + 0.5 * math.cos(math.pi * (done - 0.3) / 0.7)))
        for group in optimiser.param_groups:
            group['lr'] = rate
        batch, *wanted = next(loader)
        with torch.autocast(device, dtype=torch.bfloat16):
            out = model.raw(pixels(batch, device))
        value = regions.loss(out, *(w.to(device) for w in wanted))
        optimiser.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimiser.step()
        decay = min(0.998, (1 + step) / (10 + step))
        with torch.no_grad():
            for kept, new in zip(average.state_dict().values(), model.state_dict().values()):
                kept.lerp_(new, 1 - decay) if kept.is_floating_point() else kept.copy_(new)
        step, samples = step + 1, samples + len(batch)
        now = time.monotonic()
        seconds, before = seconds + now - before, now
        mean += (value.item() - mean) * max(0.01, 1 / step)
        if step % 100 == 0:
            print(f'{seconds / 60:.1f} min, {samples} samples, loss {mean:.3f}, {samples / seconds:.0f}/s', flush=True)
        if seconds - since > a.every * 60:
            report()
            since, before = seconds, time.monotonic()
    report()


if __name__ == '__main__':
    main()
