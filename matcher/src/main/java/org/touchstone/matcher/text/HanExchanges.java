package org.touchstone.matcher.text;

import org.touchstone.indexer.SignDictionary;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignKeys;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignView;

/**
 * Signs in Chinese characters of which one is exchanged for another that looks like it, or masked. Only where that must be
 * tried: longer signs with one character changed are near by what is left of them.
 */
final class HanExchanges {
    private static final int LONGEST = 5;

    /** No honest text has more windows with a character that stands twice. */
    private static final int MOST_DOUBLED = 2_000;

    private final SignText text;
    private final SignDictionary signs;
    private final Spellings.Finder finder;
    private int doubled;

    HanExchanges(SignText text, SignDictionary signs, Spellings.Finder finder) {
        this.text = text;
        this.signs = signs;
        this.finder = finder;
    }

    /** Tries look-alikes within a window of Chinese characters. */
    void within(int start, int end) {
        if (end - start == 2) {
            exchange(start, start, end);
            if (text.base(start) != text.base(start + 1)) {
                exchange(start + 1, start, end);
            }
        } else if (end - start <= LONGEST) {
            doubled(start, end);
        }
    }

    /** A longer sign in which a character stands twice is near only when both are exchanged alike. */
    private void doubled(int start, int end) {
        for (int i = start; i < end - 1; i++) {
            if (stands(text.base(i), i + 1, end) && !stands(text.base(i), start, i) && doubled++ < MOST_DOUBLED) {
                exchange(i, start, end);
            }
        }
    }

    private boolean stands(int character, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.base(i) == character) {
                return true;
            }
        }
        return false;
    }

    /** Exchanges a character, wherever it stands in the window, for each that looks like it. */
    private void exchange(int at, int start, int end) {
        int character = text.base(at);
        for (int alike : Han.lookAlikes(character)) {
            long hash = 0;
            for (int i = start; i < end; i++) {
                hash = KeyHash.append(hash, text.base(i) == character ? alike : text.base(i));
            }
            if (signs.mayHave(SignView.SIMPLIFIED, hash)) {
                String key = text.base(start, end).replace(Character.toString(character), Character.toString(alike));
                finder.find(SignView.SIMPLIFIED, key, start, end);
            }
        }
    }

    /** Tries signs of two characters of which one stands at a place and the other, beside it, is masked. */
    void masked(int at) {
        String character = Character.toString(text.base(at));
        boolean letterBefore = at > 0 && HanMask.isLetter(text, at - 1);
        boolean letterBehind = at + 1 < text.length() && HanMask.isLetter(text, at + 1);
        if (letterBefore || HanMask.isSymbol(text, text.start(at) - 1)) {
            find(SignKeys.MASK + character, letterBefore ? at - 1 : at, at + 1);
        }
        if (letterBehind || HanMask.isSymbol(text, text.end(at))) {
            find(character + SignKeys.MASK, at, letterBehind ? at + 2 : at + 1);
        }
    }

    private void find(String key, int start, int end) {
        if (signs.mayHave(SignView.NEAR, KeyHash.of(key))) {
            finder.find(SignView.NEAR, key, start, end);
        }
    }
}
