package org.touchstone.matcher.text;

import java.util.Arrays;
import org.touchstone.indexer.SignCursor;
import org.touchstone.indexer.sign.SignView;

/** The proposals of one text, kept until all are there, so that their signs are read in the index's own order. */
final class Candidates implements Proposals.Sink {
    private static final SignView[] VIEWS = SignView.values();

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] numbers = new int[64];
    private byte[] views = new byte[64];
    private int count;

    /** Takes a candidate: the letters from start to before end may be the sign. */
    interface Taker {
        void take(int start, int end, Comparison.Form form, SignView view);
    }

    @Override
    public void accept(int start, int end, int sign, SignView view) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            numbers = Arrays.copyOf(numbers, 2 * count);
            views = Arrays.copyOf(views, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        numbers[count] = sign;
        views[count++] = (byte) view.ordinal();
    }

    /** Gives all candidates, by their signs and for one sign in the order in which they came. */
    void each(SignCursor cursor, Taker taker) {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) numbers[i] << 32 | i;
        }
        Arrays.sort(order);
        Comparison.Form form = null;
        for (long entry : order) {
            int i = (int) entry;
            if (form == null || form.sign().number() != numbers[i]) {
                form = Comparison.Form.of(cursor.sign(numbers[i]));
            }
            taker.take(starts[i], ends[i], form, VIEWS[views[i]]);
        }
    }
}
