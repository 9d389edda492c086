package org.touchstone.register;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Records of a register that are found one at a time. Not thread-safe. */
abstract class Records implements Iterator<RegisterRecord>, Closeable {
    private @Nullable RegisterRecord ahead;
    private boolean ended;

    /** The next record; null after the last. */
    abstract @Nullable RegisterRecord advance() throws IOException;

    @Override
    public final boolean hasNext() {
        if (ahead == null && !ended) {
            try {
                ahead = advance();
            } catch (IOException e) {
                ended = true;
                throw new UncheckedIOException(e);
            }
            ended = ahead == null;
        }
        return ahead != null;
    }

    @Override
    public final RegisterRecord next() {
        RegisterRecord next = hasNext() ? ahead : null;
        if (next == null) {
            throw new NoSuchElementException("no record after the last");
        }
        ahead = null;
        return next;
    }
}
