"""The region network: a photo of 320 x 320 in, for each of 40 x 40 places how likely a sign has its middle there, and its box.

It knows no mark: it says where something stands that looks like a sign. Middles are points on a map (after X. Zhou, D. Wang
and P. Kraehenbuehl, Objects as points, 2019); boxes are distances from the place to the four sides (after Z. Tian et al.,
FCOS, 2019).
"""
import torch
import torch.nn.functional as F
from torch import nn

from encoder import Edges, Residual, conv
from photos import SIDE

STRIDE = 8
GRID = SIDE // STRIDE


class Regions(nn.Module):
    def __init__(self, widths=(32, 64, 128, 192), neck=64):
        super().__init__()
        a, b, c, d = widths
        self.edges = Edges()
        self.fine = nn.Sequential(conv(60, a), nn.ReLU(), Residual(a), conv(a, b, 2), nn.ReLU(), Residual(b), Residual(b))   # 40 x 40
        self.middle = nn.Sequential(conv(b, c, 2), nn.ReLU(), Residual(c), Residual(c))                                      # 20 x 20
        self.coarse = nn.Sequential(conv(c, d, 2), nn.ReLU(), Residual(d), Residual(d))                                      # 10 x 10
        self.laterals = nn.ModuleList(nn.Conv2d(w, neck, 1) for w in (b, c, d))
        self.join = nn.Sequential(conv(neck, neck), nn.ReLU(), conv(neck, neck), nn.ReLU())
        self.head = nn.Conv2d(neck, 5, 1)
        nn.init.constant_(self.head.bias, 0)
        self.head.bias.data[0] = -4.0    # signs are rare

    def raw(self, pixels):
        """-> N x 5 x GRID x GRID: the middle's logit, logarithms of the distances to left, top, right, bottom in strides."""
        with torch.no_grad(), torch.autocast(pixels.device.type, enabled=False):
            views = self.edges(pixels)
        fine = self.fine(views.contiguous(memory_format=torch.channels_last))
        middle = self.middle(fine)
        coarse = self.coarse(middle)
        b, c, d = (lateral(x) for lateral, x in zip(self.laterals, (fine, middle, coarse)))
        x = b + F.interpolate(c + F.interpolate(d, scale_factor=2), scale_factor=2)
        return self.head(self.join(x)).float()

    def forward(self, pixels):
        """-> N x GRID*GRID x 5: score 0 to 1, then the box as x0, y0, x1, y1, shares of the photo's sides. Only local peaks of
        the map keep their score."""
        out = self.raw(pixels)
        heat = torch.sigmoid(out[:, :1])
        peak = heat * (F.max_pool2d(heat, 3, 1, 1) == heat)
        return torch.cat([peak, boxes(out[:, 1:]) / SIDE], 1).flatten(2).transpose(1, 2)


def centres(device):
    at = (torch.arange(GRID, device=device) + 0.5) * STRIDE
    return at[None, None, :].expand(1, GRID, GRID), at[None, :, None].expand(1, GRID, GRID)


def boxes(sides):
    """N x 4 x GRID x GRID logarithms -> x0, y0, x1, y1 in pixels."""
    x, y = centres(sides.device)
    left, top, right, bottom = (torch.exp(sides.clamp(-3, 4)) * STRIDE).unbind(1)
    return torch.stack([x - left, y - top, x + right, y + bottom], 1)


def targets(found, device='cpu'):
    """List of N x 4 boxes -> the map of middles (1 at a middle, falling off within its box), the box and the weight at each place."""
    heat = torch.zeros(len(found), GRID, GRID)
    box = torch.zeros(len(found), 4, GRID, GRID)
    weight = torch.zeros(len(found), GRID, GRID)
    x, y = (v[0] for v in centres('cpu'))
    for n, some in enumerate(found):
        for b in sorted(some, key=lambda b: -float((b[2] - b[0]) * (b[3] - b[1]))):   # the smaller one has the last word
            b = torch.as_tensor(b)
            w, h, mx, my = b[2] - b[0], b[3] - b[1], (b[0] + b[2]) / 2, (b[1] + b[3]) / 2
            cx = (mx / STRIDE).floor().clamp(0, GRID - 1).long()
            cy = (my / STRIDE).floor().clamp(0, GRID - 1).long()
            spread = lambda v: 0.11 * v + 0.35 * STRIDE
            bump = torch.exp(-0.5 * (((x - x[0, cx]) / spread(w)) ** 2 + ((y - y[cy, 0]) / spread(h)) ** 2))
            heat[n] = torch.maximum(heat[n], bump)
            near = bump > 0.5
            box[n][:, near] = b[:, None].expand(4, int(near.sum()))
            weight[n][near] = bump[near]
    return heat.to(device), box.to(device), weight.to(device)


def loss(out, heat, box, weight):
    """Focal loss over the map of middles, and 1 - generalised overlap of the boxes where there are any."""
    logit = out[:, 0]
    p = torch.sigmoid(logit)
    positive = (heat > 0.99).float()
    count = positive.sum().clamp(min=1)
    hit = -(1 - p) ** 2 * F.logsigmoid(logit) * positive
    miss = -(1 - heat) ** 4 * p ** 2 * F.logsigmoid(-logit) * (1 - positive)
    a, b = boxes(out[:, 1:]), box
    area = lambda v: (v[:, 2] - v[:, 0]).clamp(min=0) * (v[:, 3] - v[:, 1]).clamp(min=0)
    both = area(torch.cat([torch.maximum(a[:, :2], b[:, :2]), torch.minimum(a[:, 2:], b[:, 2:])], 1))
    hull = area(torch.cat([torch.minimum(a[:, :2], b[:, :2]), torch.maximum(a[:, 2:], b[:, 2:])], 1)).clamp(min=1)
    union = (area(a) + area(b) - both).clamp(min=1)
    overlap = both / union - (hull - union) / hull
    return (hit + miss).sum() / count + 2 * ((1 - overlap) * weight).sum() / weight.sum().clamp(min=1)
