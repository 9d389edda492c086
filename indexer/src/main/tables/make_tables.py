#!/usr/bin/env python3
"""Makes the tables of readings and words that ship with the product. See SOURCES.md.

usage: make_tables.py PINYIN_DICT_ZI_JS JIEBA_DICT SCOWL_JSON_FOLDER SCOWL_WITH_NAMES CHECKOUT
"""
import gzip, json, os, re, sys, unicodedata

zi, jieba, scowl, names, checkout = sys.argv[1:]
SIGN = checkout + '/indexer/src/main/resources/org/touchstone/indexer/sign/'
TEXT = checkout + '/matcher/src/main/resources/org/touchstone/matcher/text/'


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

# Chinese words; behind each the logarithm of how often it is used, as a letter, a capital one if it is a name. A single
# character counts wherever it stands in a word, for new words are made of it
lines = {}
names_too = {}
used = {}
for line in open(jieba, encoding='utf-8'):
    word, count, kind = line.split()
    if not all('\u4e00' <= c <= '\u9fff' for c in word):
        continue
    for c in word:
        used[c] = used.get(c, 0) + int(count)
    if 2 <= len(word) <= 4 and int(count) >= 3:
        (names_too if kind in ('nr', 'nz', 'nt', 'nrt', 'nrfg', 'ns') else lines)[word] = int(count)
lines.update((c, count // 2) for c, count in used.items() if count >= 2)
coded = [w + chr(ord('a') + min(25, n.bit_length())) for w, n in lines.items()]
coded += [w + chr(ord('A') + min(25, n.bit_length())) for w, n in names_too.items() if w not in lines]
write(TEXT + 'chinese.txt.gz', sorted(coded))

# ordinary English words in lower case; rarer ones behind a dash, names and places behind a plus
words = {}
for level in (10, 20, 35, 40, 50, 55, 60):
    for land in ('english', 'american', 'british'):
        file = f'{scowl}/{land}-words-{level}.json'
        if os.path.exists(file):
            for word in json.load(open(file)):
                if re.fullmatch('[a-z]{2,}', word):
                    words.setdefault(word, '' if level <= 35 else '-')
for word in open(names, encoding='utf-8'):
    if re.fullmatch('[A-Z][a-z]+', word.strip()):
        words.setdefault(word.strip().lower(), '+')
write(TEXT + 'english.txt.gz', [kind + word for word, kind in sorted(words.items())])
