package org.touchstone.crawler;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.keep.CrawlStore;
import org.touchstone.record.Json;

/** Counts of a crawl over all the runs that it takes. Thread-safe. */
final class Tally {
    private final SortedMap<String, Long> failures = new TreeMap<>();
    private final List<String> denied = new ArrayList<>();
    private final long bytesBefore;
    private long requested;
    private long pages;
    private long unchanged;
    private long resting;

    /** Goes on from what earlier runs of the crawl saved. */
    Tally(CrawlStore store) throws IOException {
        requested = store.number("requested");
        pages = store.number("pages");
        unchanged = store.number("unchanged");
        resting = store.number("resting");
        bytesBefore = store.number("bytes");
        String saved = store.text("failures");
        if (!saved.isEmpty()) {
            Json.mapper()
                    .readTree(saved)
                    .properties()
                    .forEach(f -> failures.put(f.getKey(), f.getValue().asLong()));
        }
    }

    /** Puts the counts into the store, for its next commit. */
    void save(CrawlStore store, long left, long bytes) throws IOException {
        store.setNumber("left", left);
        store.setNumber("bytes", bytesBefore + bytes);
        synchronized (this) {
            store.setNumber("requested", requested);
            store.setNumber("pages", pages);
            store.setNumber("unchanged", unchanged);
            store.setNumber("resting", resting);
            store.setText("failures", json());
        }
    }

    private String json() throws JsonProcessingException {
        return Json.mapper().writeValueAsString(failures);
    }

    /** Counts a request for a page, unless so many were made already. */
    synchronized boolean request(long limit) {
        if (requested >= limit) {
            return false;
        }
        requested++;
        return true;
    }

    /** Begins to count requests anew. */
    synchronized void allowAgain() {
        requested = 0;
    }

    synchronized void pageRead(Answer.How how) {
        pages++;
        unchanged += how == Answer.How.UNCHANGED ? 1 : 0;
        resting += how == Answer.How.RESTING ? 1 : 0;
    }

    synchronized void failed(FetchFailure failure, String source) {
        failures.merge(failure.key(), 1L, Long::sum);
        if (failure == FetchFailure.ROBOTS && denied.size() < CrawlReport.DENIED) {
            denied.add(source);
        }
    }

    synchronized long requested() {
        return requested;
    }

    synchronized long pages() {
        return pages;
    }

    synchronized long unchanged() {
        return unchanged;
    }

    synchronized long resting() {
        return resting;
    }

    /** Bytes that earlier runs received. */
    long bytesBefore() {
        return bytesBefore;
    }

    synchronized SortedMap<String, Long> failures() {
        return new TreeMap<>(failures);
    }

    /** Addresses that robots.txt forbids, the first of them. */
    synchronized List<String> denied() {
        return List.copyOf(denied);
    }
}
