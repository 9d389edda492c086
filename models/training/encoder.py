"""The network: a 96x96 crop in, a unit vector of 128 numbers out.

Two views of the crop enter the first layer together: its colours, and the colour structure tensor of its edges (strength
and doubled angle). The second does not change when light and dark change places, nor when one ink replaces another, so
the network need not learn that from examples. Everything else is dense 3x3 convolutions behind a space-to-depth stem,
which is the fastest shape on a CPU, in training (bfloat16) and in use.
"""
import torch
import torch.nn.functional as F
from torch import nn

SIDE = 96
DIMENSION = 128


def conv(inputs, outputs, stride=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs))


class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.first, self.second = conv(width, width), conv(width, width)

    def forward(self, x):
        return F.relu(x + self.second(F.relu(self.first(x))))


class Edges(nn.Module):
    """Pixels 0..255 -> colours in -1..1, and at half the resolution the edges' strength and the cos and sin of their doubled
    angle, scaled to the crop; space to depth."""

    def __init__(self):
        super().__init__()
        sobel = torch.tensor([[-1., 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 8
        each = torch.eye(3)[:, :, None, None]
        self.register_buffer('sobel', torch.cat([each * sobel, each * sobel.t()]), persistent=False)
        self.register_buffer('sum', torch.ones(1, 3, 1, 1), persistent=False)
        for cell in (2, 4):
            self.register_buffer(f'cells{cell}', torch.eye(3 * cell * cell).reshape(-1, 3, cell, cell), persistent=False)

    def forward(self, pixels):
        colour = pixels * (1 / 127.5) - 1
        gradient = F.conv2d(F.pad(F.avg_pool2d(colour, 2), (1, 1, 1, 1), mode='replicate'), self.sobel)
        gx, gy = gradient[:, :3], gradient[:, 3:]
        xx, yy, xy = (F.conv2d(a * b, self.sum) for a, b in ((gx, gx), (gy, gy), (gx, gy)))
        strength = torch.sqrt(xx + yy + 1e-4)
        level = F.adaptive_avg_pool2d(strength, 1) + 0.01
        edges = torch.cat([strength, (xx - yy) / strength, 2 * xy / strength], 1) / level
        parts = F.conv2d(colour, self.cells4, stride=4), F.conv2d(edges * 0.5, self.cells2, stride=2)   # space to depth: as a
        return torch.cat(parts, 1)   # convolution it costs ONNX Runtime a fifth of what a transposition does; 60 channels, 24 x 24


class Encoder(nn.Module):
    def __init__(self, widths=(48, 96, 256), dimension=DIMENSION):
        super().__init__()
        a, b, c = widths
        self.edges = Edges()
        self.body = nn.Sequential(
            conv(60, a), nn.ReLU(), Residual(a),                                   # 24 x 24
            conv(a, b, 2), nn.ReLU(), Residual(b),                                 # 12 x 12
            conv(b, c, 2), nn.ReLU(), Residual(c),                                 # 6 x 6
            nn.AvgPool2d(2), nn.Flatten())                                         # 3 x 3: where in the crop still counts
        self.head = nn.Linear(9 * c, dimension, bias=False)
        self.scale = nn.BatchNorm1d(dimension, affine=False)

    def forward(self, pixels):
        with torch.no_grad(), torch.autocast(pixels.device.type, enabled=False):
            views = self.edges(pixels)
        x = self.body(views.contiguous(memory_format=torch.channels_last))
        return F.normalize(self.scale(self.head(x).float()))


class Margins(nn.Module):
    """One proxy an identity; softmax over cosines, the right one lessened by a margin. Crops without a sign keep away from all."""

    def __init__(self, identities, dimension=DIMENSION, quiet=0.35):
        super().__init__()
        self.quiet = quiet
        self.proxies = nn.Parameter(F.normalize(torch.randn(identities, dimension)))

    def forward(self, embedding, identity, scale, margin, active):
        """identity is -1 where the crop shows no sign. Gives the loss and the share of signs recognised among the active identities."""
        cosine = embedding @ F.normalize(self.proxies[:active]).t()
        sign = identity >= 0
        logits, target = cosine[sign], identity[sign]
        right = (logits.argmax(1) == target).float().mean().item()
        logits = logits - margin * F.one_hot(target, active)
        loss = F.cross_entropy(scale * logits, target)
        if not sign.all():
            loss = loss + 4 * F.relu(cosine[~sign].max(1).values - self.quiet).pow(2).mean()
        return loss, right
