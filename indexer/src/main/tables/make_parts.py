#!/usr/bin/env python3
"""Makes the table of characters and the parts that they are written as when somebody takes them apart. See SOURCES.md.

usage: make_parts.py CHAIZI UNIHAN_IRG CHARACTERS CHECKOUT, where CHAIZI is nlp_chaizi_system.txt, UNIHAN_IRG
Unihan_IRGSources.txt, and CHARACTERS a text that holds the characters of 通用规范汉字表
"""
import gzip, os, sys

chaizi, unihan, characters, checkout = sys.argv[1:]
SIGN = checkout + '/indexer/src/main/resources/org/touchstone/indexer/sign/'
standard = {c for c in open(characters, encoding='utf-8').read() if '\u4e00' <= c <= '\u9fff'}
simple = {}
for line in gzip.open(SIGN + 'simplified.txt.gz', 'rt', encoding='utf-8'):
    if len(line.strip()) == 2:
        simple[line[0]] = line[1]

strokes = {}
for line in open(unihan, encoding='utf-8'):
    fields = line.strip().split('\t')
    if len(fields) == 3 and fields[1] == 'kTotalStrokes':
        strokes[chr(int(fields[0][2:], 16))] = int(fields[2].split(' ')[0])

FORMS = set('亻氵忄扌艹讠訁钅釒纟糹饣飠犭衤礻刂辶阝灬罒疒宀冫彳攵冖亠匚卩厶囗夂广彡爫癶虍覀髟廴弋彐勹冂尢丬隹豸糸')
# characters that are also the name of a form: they stand for it and are not taken apart in its place
NAMES = set('草水言手金食犬心衣示刀火糸絲丝辵')
STROKES = set('丨丶丿乙亅乀乁乚丷')
PLAIN = standard | FORMS

ways = {}
for line in open(chaizi, encoding='utf-8'):
    fields = line.strip().split(' ', 1)
    if len(fields) == 2:
        found = [''.join(w.split()) for w in fields[1].split(',')]
        ways[fields[0]] = [w for w in dict.fromkeys(found) if len(w) > 1]


def writable(way, direct):
    """Rare parts, and single strokes, count only where the list itself has them."""
    return all(c in PLAIN or simple.get(c, c) in PLAIN or direct and '\u4e00' <= c <= '\u9fff' for c in way)


def forms(way):
    return sum(c in FORMS for c in way)


whole = {}
for char, found in ways.items():
    for way in found:
        if simple.get(char, char) in standard and way[0] != char != way[-1]:
            whole.setdefault(way, char)


def longer(way):
    """One part of two is itself taken apart, if there is something to it."""
    for i in range(2):
        for inner in ways.get(way[i], []):
            if len(inner) == 2 and way[i] not in NAMES and strokes.get(way[i], 0) >= 5:
                yield way[:i] + inner + way[i + 1:]


def shorter(way):
    """The first or the last parts are themselves a character."""
    for i in range(1, len(way)):
        head, tail = way[:i], way[i:]
        for a in [head] if i == 1 else [whole[head]] if head in whole else []:
            for b in [tail] if len(tail) == 1 else [whole[tail]] if tail in whole else []:
                yield a + b


lines = []
for char, found in sorted(ways.items()):
    if not '\u4e00' <= char <= '\u9fff' or simple.get(char, char) not in standard:
        continue
    two = [w for w in found if len(w) == 2]
    two += [s for w in found if len(w) > 2 for s in shorter(w)]
    three = [w for w in found if len(w) == 3] + [t for w in two for t in longer(w)]
    kept = []
    for some in (two, three):
        some = [w for w in dict.fromkeys(some) if writable(w, w in found) and char not in w and '艸' not in w]
        # the form that the part has inside the character comes first
        kept += sorted(some, key=lambda w: (sum(c in STROKES for c in w), -forms(w)))
    if kept:
        lines.append(char + ' ' + ','.join(kept[:8]))
with open(SIGN + 'parts.txt.gz', 'wb') as raw, gzip.GzipFile(filename='', mode='wb', fileobj=raw, mtime=0) as out:
    out.write(('\n'.join(lines) + '\n').encode('utf-8'))
print(len(lines), sum(line.count(',') + 1 for line in lines), os.path.getsize(SIGN + 'parts.txt.gz'))
