package org.touchstone.cli.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.touchstone.page.Exhibit;
import org.touchstone.page.PhotoStudio;

/**
 * Entries with their pictures, in order. Pictures are made on all cores, a few entries ahead of the reader, so that only
 * a few are held in memory. Not thread-safe.
 */
final class Exhibition implements Closeable {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int AHEAD = 2 * CORES + 2;

    private final Iterator<ReportEntry> entries;
    private final int mostPictured;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            CORES, Thread.ofPlatform().name("report-pictures-", 0).daemon().factory());
    private final Queue<Future<Exhibit>> ahead = new ArrayDeque<>();
    private int taken;

    Exhibition(Iterator<ReportEntry> entries, int mostPictured) {
        this.entries = entries;
        this.mostPictured = mostPictured;
    }

    boolean hasNext() {
        return !ahead.isEmpty() || entries.hasNext();
    }

    Exhibit next() throws IOException {
        while (ahead.size() < AHEAD && entries.hasNext()) {
            ReportEntry entry = entries.next();
            boolean pictured = taken++ < mostPictured;
            ahead.add(workers.submit(() -> exhibit(entry, pictured)));
        }
        try {
            return ahead.remove().get();
        } catch (ExecutionException e) {
            throw new IOException("a picture for the report could not be made: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while the report was written");
        }
    }

    private static Exhibit exhibit(ReportEntry entry, boolean pictured) {
        if (!pictured) {
            return new Exhibit(entry.hit(), entry.listing(), entry.registration(), List.of(), null);
        }
        return new Exhibit(
                entry.hit(),
                entry.listing(),
                entry.registration(),
                PhotoStudio.photos(entry.hit(), entry.listing(), entry.listingFolder()),
                PhotoStudio.mark(entry.hit().mark(), entry.markThumbnail()),
                entry.officialPhoto() == null ? null : PhotoStudio.official(entry.officialPhoto()));
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
