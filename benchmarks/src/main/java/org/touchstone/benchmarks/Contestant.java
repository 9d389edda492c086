package org.touchstone.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A method of finding marks in titles, ready to match. Thread-safe. */
interface Contestant extends Closeable {
    /**
     * A mark found in a title.
     *
     * @param mark id of the registration
     * @param score on the method's own scale, a higher one being better
     */
    record Found(String mark, double score) {}

    /** The marks found in a title, each once. */
    List<Found> find(Title title) throws IOException;

    /** Takes titles until the course is over, in so many threads at a time. */
    default Tally run(Course course, int threads) throws IOException {
        return course.run(threads, () -> {
            for (Title title = course.next(); title != null; title = course.next()) {
                course.found(title.id(), find(title));
            }
        });
    }
}
