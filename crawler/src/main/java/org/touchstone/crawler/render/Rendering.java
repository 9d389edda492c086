package org.touchstone.crawler.render;

import java.net.URI;
import java.util.List;

/** What came of a page in the browser. */
public sealed interface Rendering {
    /** What the page asked for, the first of it; refused requests of a flood are left out. */
    List<SubRequest> requests();

    /**
     * A page that was read.
     *
     * @param html of the page as it stood at the end, in UTF-8
     * @param screenshot a PNG; empty when none was wanted, or could be had
     * @param links where scripts wanted to go: the page was not left
     * @param cut why the page was read before it had come to rest; empty when it had
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; large and not copied
    record Rendered(byte[] html, byte[] screenshot, List<URI> links, String cut, List<SubRequest> requests)
            implements Rendering {}

    /** A page that could not be read, and why, for people. */
    record Failed(String reason, List<SubRequest> requests) implements Rendering {}
}
