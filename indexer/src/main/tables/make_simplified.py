#!/usr/bin/env python3
"""Makes the table of traditional and variant characters with the simplified one. See SOURCES.md.

usage: make_simplified.py OPENCC_DATA_FOLDER UNIHAN_VARIANTS CHARACTERS CHECKOUT, where CHARACTERS is a text that holds the
characters of 通用规范汉字表: they stand for themselves
"""
import collections, gzip, os, re, sys

opencc, unihan, characters, checkout = sys.argv[1:]
SIGN = checkout + '/indexer/src/main/resources/org/touchstone/indexer/sign/'
# parts of characters that stand alone only where somebody takes characters apart
PARTS = set('亻冂冫冖刂勹匚匸卩厂厶囗夂夊宀尢屮巛广廴廾弋彐彑彡彳忄扌攴攵氵灬爫爿丬牜犭疒癶礻禸糸糹纟罒艸艹虍衤覀訁讠豸辶釒钅阝飠饣髟')
standard = {c for c in open(characters, encoding='utf-8').read() if '\u4e00' <= c <= '\u9fff'}
readings = {}
for line in gzip.open(SIGN + 'readings.txt.gz', 'rt', encoding='utf-8'):
    readings[line[0]] = {r[:-1] for r in line[2:].split()}


def pairs(name):
    for line in open(f'{opencc}/{name}.txt', encoding='utf-8'):
        if line.strip() and not line.startswith('#'):
            key, values = line.rstrip('\n').split('\t')
            yield key, values.split(' ')


simple, told = {}, set()
for key, values in pairs('TSCharacters'):
    if key != values[0]:
        told.add(key)
    if len(key) == 1 and len(values[0]) == 1 and key != values[0] and '\u4e00' <= key <= '\u9fff' >= values[0]:
        simple[key] = values[0]
# only written where Chinese is simplified
only = {key for key, values in pairs('STCharacters') if len(key) == 1 and key not in values}

# what else a character is written for: variants of the regions, then of the dictionaries that Unihan has read
asked = collections.defaultdict(lambda: collections.defaultdict(list))
for name in ('TWVariants', 'HKVariants', 'JPShinjitaiCharacters'):
    for key, values in pairs(name):
        for value in values:
            if len(key) == len(value) == 1:
                asked[value]['region'].append(key)
                asked[key]['region'].append(value)
for line in open(unihan, encoding='utf-8'):
    m = re.match(r'U\+([0-9A-F]+)\tk(Simplified|Semantic|Z)Variant\t(.*)', line)
    if m:
        for value in m.group(3).split(' '):
            asked[chr(int(m.group(1), 16))][m.group(2)].append(chr(int(value.split('<')[0][2:], 16)))
            if m.group(2) != 'Simplified':
                asked[chr(int(value.split('<')[0][2:], 16))][m.group(2)].append(chr(int(m.group(1), 16)))

added = {}
for key, kinds in asked.items():
    if not '\u4e00' <= key <= '\u9fff' or key in standard | told | PARTS:
        continue
    for kind in ('region', 'Simplified', 'Z', 'Semantic'):
        targets = {simple.get(t, t) for t in kinds[kind]} & standard
        # a dictionary also joins words of one meaning: one character, then, must be said like the other
        targets = {t for t in targets if kind == 'region' or readings.get(key, set()) & readings.get(t, set())}
        if len(targets) == 1:
            added[key] = targets.pop()
            break
simple.update(added)
for key in simple:
    while simple[key] in simple:
        simple[key] = simple[simple[key]]

lines = sorted([k + v for k, v in simple.items()] + list(only))
with open(SIGN + 'simplified.txt.gz', 'wb') as raw, gzip.GzipFile(filename='', mode='wb', fileobj=raw, mtime=0) as out:
    out.write(('\n'.join(lines) + '\n').encode('utf-8'))
print(len(lines), len(added), os.path.getsize(SIGN + 'simplified.txt.gz'))
if os.environ.get('SHOW'):
    print(' '.join(k + v for k, v in sorted(added.items())))
