#!/usr/bin/env python3
"""Makes the table of readings that ships with the product. See SOURCES.md.

usage: make_readings.py PINYIN_DICT_ZI_JS CHECKOUT
"""
import gzip, os, re, sys, unicodedata

zi, checkout = sys.argv[1:]
SIGN = checkout + '/indexer/src/main/resources/org/touchstone/indexer/sign/'


def write(path, lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as raw, gzip.GzipFile(filename='', mode='wb', fileobj=raw, mtime=0) as out:
        out.write(('\n'.join(lines) + '\n').encode('utf-8'))
    print(path, len(lines), os.path.getsize(path))


# readings: a character, then its syllables with tone digits, the commonest first
TONES = {'\u0304': '1', '\u0301': '2', '\u030c': '3', '\u0300': '4'}


def syllable(text):
    tone, letters = '5', ''
    for c in unicodedata.normalize('NFD', text.strip()):
        if c in TONES:
            tone = TONES[c]
        elif c == '\u0308':
            letters = letters[:-1] + 'v'
        elif c == '\u0302':
            pass
        else:
            letters += c
    return letters.replace('ɡ', 'g') + tone


lines = []
for m in re.finditer(r'dict\[0x([0-9a-f]+)\] = "([^"]*)"', open(zi, encoding='utf-8').read()):
    point = int(m.group(1), 16)
    if not (0x4e00 <= point <= 0x9fff or point == 0x3007):
        continue
    syllables = []
    for part in m.group(2).split(','):
        s = syllable(part)
        if re.fullmatch(r'[a-z]{1,6}[1-5]', s) and re.search('[aeiouv]', s) and s not in syllables:
            syllables.append(s)
    if syllables:
        lines.append(chr(point) + ' ' + ' '.join(syllables[:4]))
write(SIGN + 'readings.txt.gz', lines)
