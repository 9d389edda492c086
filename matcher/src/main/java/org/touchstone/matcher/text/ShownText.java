package org.touchstone.matcher.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.sign.SignText;

/**
 * A text as a reader sees it where the right-to-left override (U+202E; Unicode Standard Annex #9, 2.2) shows letters in
 * reverse: a seller writes a mark backwards behind one, and the screen turns it round again. What is turned keeps within
 * its run, so the other places are those of the raw text.
 */
final class ShownText {
    private static final char OVERRIDE = '\u202e';
    private static final char POP = '\u202c';

    private record Run(int start, int end) {
        boolean contains(int from, int to) {
            return from >= start && to <= end;
        }

        boolean touches(int from, int to) {
            return from < end && to > start;
        }
    }

    private final String raw;
    private final String text;
    private final List<Run> runs;

    private ShownText(String raw, String text, List<Run> runs) {
        this.raw = raw;
        this.text = text;
        this.runs = runs;
    }

    /** Empty for a text in which nothing is overridden. */
    static Optional<ShownText> of(String raw) {
        int limit = Math.min(raw.length(), SignText.LONGEST);
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int i = raw.indexOf(OVERRIDE); i >= 0 && i < limit; i = raw.indexOf(OVERRIDE, done)) {
            Run run = new Run(i + 1, end(raw, i + 1, limit));
            if (run.end - run.start > 1) {
                runs.add(run);
            }
            text.append(raw, done, run.start).append(new StringBuilder(raw.substring(run.start, run.end)).reverse());
            done = run.end;
        }
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(new ShownText(raw, text.append(raw, done, limit).toString(), runs));
    }

    /** Where what is overridden ends: where the override is taken back, the direction set anew, or the paragraph over. */
    private static int end(String raw, int start, int limit) {
        int depth = 1;
        for (int i = start; i < limit; i++) {
            char c = raw.charAt(i);
            depth += c == OVERRIDE ? 1 : c == POP ? -1 : 0;
            boolean direction = c >= '\u202a' && c < OVERRIDE && c != POP || c >= '\u2066' && c <= '\u2069';
            if (depth == 0 || direction || c == '\n' || c == '\r' || c == '\u0085' || c == '\u2029') {
                return i;
            }
        }
        return limit;
    }

    /** The text in the order in which it is shown. */
    String text() {
        return text;
    }

    /** A sign of this text where it stands in the raw one; empty when nothing of it is turned round. */
    Optional<Evidence.Word> inRaw(Evidence.Word sign) {
        int start = sign.start();
        int end = sign.end();
        boolean turned = false;
        for (Run run : runs) {
            if (run.contains(sign.start(), sign.end())) {
                start = run.start + run.end - sign.end();
                end = run.start + run.end - sign.start();
                turned = true;
            } else if (run.touches(sign.start(), sign.end())) {
                start = Math.min(start, run.start);
                end = Math.max(end, run.end);
                turned = true;
            }
        }
        if (!turned) {
            return Optional.empty();
        }
        List<String> how = new ArrayList<>(sign.how());
        how.add("reordered");
        return Optional.of(new Evidence.Word(
                sign.kind(),
                sign.field(),
                start,
                end,
                raw.substring(start, end),
                sign.against(),
                sign.similarity(),
                how,
                Weights.reordered(sign.weight()),
                sign.note()));
    }
}
