package org.touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Versions;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.listing.Listing;
import org.touchstone.matcher.BrandPolicies;
import org.touchstone.matcher.Scanner;
import org.touchstone.matcher.Scorer;
import org.touchstone.matcher.text.TextMatcher;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;

/** The project's full path from listings to scored hits. */
final class ScannedHits implements Contestant {
    private final MarkIndex index;
    private final Scanner scanner;

    private ScannedHits(MarkIndex index) {
        this.index = index;
        this.scanner = new Scanner(
                index,
                new TextMatcher(index),
                null,
                new BrandPolicies(List.of(), Clock.systemUTC()),
                new Versions("benchmark", index.info().fingerprint(), "none", Scorer.CALIBRATION));
    }

    static ScannedHits open(Path folder) throws IOException {
        return new ScannedHits(MarkIndex.open(folder));
    }

    @Override
    public List<Found> find(Title title) {
        return found(scanner.scan(title.located(), ScannedHits::fail));
    }

    /** By the scanner's own threads. */
    @Override
    public Tally run(Course course, int threads) throws IOException {
        return course.run(
                1,
                () -> scanner.scan(
                        new Listings(course),
                        threads,
                        (listing, hits) -> course.found(listing.value().id(), found(hits)),
                        ScannedHits::fail,
                        done -> {}));
    }

    /** The titles of a course as listings. Not thread-safe; the scanner takes them one thread at a time. */
    private static final class Listings implements Iterator<Located<Listing>> {
        private final Course course;
        private @Nullable Title ahead;

        Listings(Course course) {
            this.course = course;
        }

        @Override
        public boolean hasNext() {
            if (ahead == null) {
                ahead = course.next();
            }
            return ahead != null;
        }

        @Override
        public Located<Listing> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no title after the end of the course");
            }
            Title title = Objects.requireNonNull(ahead);
            ahead = null;
            return title.located();
        }
    }

    private static List<Found> found(List<Hit> hits) {
        return hits.stream().map(hit -> new Found(hit.mark(), hit.score())).toList();
    }

    private static void fail(Rejection rejection) {
        throw new IllegalStateException("a title of a bench was rejected: " + rejection);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
