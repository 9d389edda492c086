#!/usr/bin/env python3
"""Makes the lists of ordinary words that ship beside org.touchstone.matcher.text. See SOURCES.md.

usage: make_words.py JIEBA_DICT SCOWL_JSON_FOLDER SCOWL_WITH_NAMES WORDSNINJA_JSON
"""
import gzip, json, os, re, sys, unicodedata

jieba, scowl, names, ninja = sys.argv[1:]
HERE = os.path.dirname(os.path.abspath(__file__))
TEXT = HERE + '/../resources/org/touchstone/matcher/text/'


def write(path, lines):
    with open(path, 'wb') as raw, gzip.GzipFile(filename='', mode='wb', fileobj=raw, mtime=0) as out:
        out.write(('\n'.join(lines) + '\n').encode('utf-8'))
    print(path, len(lines), os.path.getsize(path))


# Chinese words; behind each the logarithm of how often it is used, as a letter, a capital one if it is a name. A single
# character counts wherever it stands in a word, for new words are made of it. Words of offers, which a corpus of
# newspapers and novels lacks, count as if they stood in one text of some thousand.
OFFER = 1 << 13
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
for line in open(HERE + '/offer-words.txt', encoding='utf-8'):
    for word in line.split() if not line.startswith('#') else ():
        if 2 <= len(word) <= 4:
            lines[word] = max(lines.get(word, 0), OFFER)
lines.update((c, count // 2) for c, count in used.items() if count >= 2)
coded = [w + chr(ord('a') + min(25, n.bit_length())) for w, n in lines.items()]
coded += [w + chr(ord('A') + min(25, n.bit_length())) for w, n in names_too.items() if w not in lines]
write(TEXT + 'chinese.txt.gz', sorted(coded))

# English words in lower case; before each what it is: nothing for a word that everybody knows, a dash for a rarer one,
# a plus for a name or place, a tilde for one that dictionaries lack but people write; behind it the logarithm of its
# rank among all written words as a capital letter, Z when it is too rare to be ranked
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
for line in open(HERE + '/offer-words-latin.txt', encoding='utf-8'):
    for word in line.split() if not line.startswith('#') else ():
        word = ''.join(c for c in unicodedata.normalize('NFD', word.replace('ß', 'ss')) if 'a' <= c <= 'z')
        if len(word) >= 2:
            words[word] = words.get(word, '-')
ranks = {}
for rank, word in enumerate(json.load(open(ninja))):
    if re.fullmatch('[a-z]{2,}', word):
        ranks.setdefault(word, rank + 1)
        words.setdefault(word, '~')
coded = [kind + word + (chr(ord('A') + ranks[word].bit_length()) if word in ranks else 'Z') for word, kind in words.items()]
write(TEXT + 'english.txt.gz', sorted(coded))
