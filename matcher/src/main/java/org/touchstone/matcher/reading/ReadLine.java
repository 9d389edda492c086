package org.touchstone.matcher.reading;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import org.touchstone.hit.Box;

/**
 * A line as it was read in a picture. Immutable.
 *
 * @param text its words, a blank between two unless both are Chinese
 * @param words left to right
 * @param starts where each word starts in the text, in UTF-16 units
 */
record ReadLine(String text, List<ReadWord> words, List<Integer> starts) {
    /** Longer lines are cut; no sign on goods is that long. */
    static final int LONGEST = 200;

    ReadLine {
        words = List.copyOf(words);
        starts = List.copyOf(starts);
    }

    /** The line that words make, left to right. */
    static ReadLine of(List<ReadWord> words) {
        StringBuilder text = new StringBuilder();
        List<ReadWord> kept = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (ReadWord word : words) {
            if (text.length() + 1 + word.text().length() > LONGEST) {
                break;
            }
            boolean together = text.isEmpty()
                    || isHan(text.codePointBefore(text.length()))
                            && isHan(word.text().codePointAt(0));
            text.append(together ? "" : " ");
            starts.add(text.length());
            kept.add(word);
            text.append(word.text());
        }
        return new ReadLine(text.toString(), kept, starts);
    }

    private static boolean isHan(int point) {
        return UnicodeScript.of(point) == UnicodeScript.HAN;
    }

    /** The words of which a piece of the text is made. */
    List<ReadWord> within(int start, int end) {
        List<ReadWord> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (starts.get(i) < end && starts.get(i) + words.get(i).text().length() > start) {
                found.add(words.get(i));
            }
        }
        return found;
    }

    /** The rectangle around words; at least one. */
    static Box around(List<ReadWord> words) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (ReadWord word : words) {
            Box box = word.box();
            left = Math.min(left, box.x());
            top = Math.min(top, box.y());
            right = Math.max(right, box.x() + box.width());
            bottom = Math.max(bottom, box.y() + box.height());
        }
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
