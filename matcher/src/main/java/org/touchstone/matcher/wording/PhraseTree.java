package org.touchstone.matcher.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;

/**
 * Finds many phrases in one walk over a text. Time is linear in the text's length, whatever stands in it: from each
 * letter at most as many steps are taken as the longest phrase has letters. Thread-safe once built.
 */
final class PhraseTree {
    private final Node root = new Node();

    PhraseTree(List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            Node node = root;
            for (int i = 0; i < phrase.length(); i++) {
                node = node.grow(phrase.letter(i));
            }
            node.ends.add(phrase);
        }
    }

    /** Hands over each phrase that stands in the text with its first letter, in the order of first letters. */
    void find(SignText text, ObjIntConsumer<Phrase> found) {
        for (int start = 0; start < text.length(); start++) {
            if (text.kind(start) == Kind.WORD && !text.edge(start)) {
                continue;
            }
            Node node = root;
            for (int i = start; i < text.length(); i++) {
                Node next = i > start && text.gap(i) == Gap.BREAK ? null : node.next(text.base(i), text.folded(i));
                if (next == null) {
                    break;
                }
                node = next;
                for (int k = 0; k < node.ends.size(); k++) {
                    if (node.ends.get(k).standsAt(text, start)) {
                        found.accept(node.ends.get(k), start);
                    }
                }
            }
        }
    }

    private static final class Node {
        private final List<Phrase> ends = new ArrayList<>(0);
        private int[] letters = {};
        private Node[] children = {};

        Node grow(int letter) {
            int at = Arrays.binarySearch(letters, letter);
            if (at >= 0) {
                return children[at];
            }
            int place = -at - 1;
            int[] more = Arrays.copyOf(letters, letters.length + 1);
            Node[] nodes = Arrays.copyOf(children, more.length);
            System.arraycopy(letters, place, more, place + 1, letters.length - place);
            System.arraycopy(children, place, nodes, place + 1, children.length - place);
            more[place] = letter;
            nodes[place] = new Node();
            letters = more;
            children = nodes;
            return nodes[place];
        }

        @Nullable
        Node next(int base, int folded) {
            int at = Arrays.binarySearch(letters, base);
            if (at < 0 && folded != base) {
                at = Arrays.binarySearch(letters, folded);
            }
            return at < 0 ? null : children[at];
        }
    }
}
