package org.touchstone.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Records of several sources, one after the other; only one is open at a time. Not thread-safe. */
final class RecordChain<T> implements Iterator<T>, Closeable {
    /** A source that is opened when its turn comes. */
    @FunctionalInterface
    interface Source<T> {
        Iterator<T> open() throws IOException;
    }

    private final Deque<Source<T>> sources;
    private @Nullable Iterator<T> current;

    RecordChain(List<Source<T>> sources) {
        this.sources = new ArrayDeque<>(sources);
    }

    @Override
    public boolean hasNext() {
        try {
            while (current == null || !current.hasNext()) {
                close();
                Source<T> next = sources.poll();
                if (next == null) {
                    return false;
                }
                current = next.open();
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public T next() {
        Iterator<T> open = current;
        if (open == null || !hasNext()) {
            throw new NoSuchElementException("no record after the last");
        }
        return java.util.Objects.requireNonNull(current).next();
    }

    @Override
    public void close() throws IOException {
        if (current instanceof Closeable open) {
            open.close();
        }
        current = null;
    }
}
