package org.touchstone.crawler.fetch;

import java.util.Locale;

/** What is asked for. */
public enum FetchKind {
    /** A page to read. */
    PAGE("text/html,application/xhtml+xml;q=0.9"),
    /** A picture to keep. */
    IMAGE("image/png,image/jpeg,image/webp,image/gif,image/svg+xml;q=0.9,*/*;q=0.1"),
    /** A playlist, a segment or a room's export of a live stream. */
    MEDIA("application/vnd.apple.mpegurl,video/mp2t,video/mp4,application/json;q=0.9,*/*;q=0.5"),
    /** A script, a style sheet, or data that a page's script asks for. */
    RESOURCE("*/*"),
    /** A list of pages. */
    SITEMAP("application/xml,text/xml,text/plain;q=0.8,*/*;q=0.1"),
    /** A robots.txt, cut off at the limit rather than refused. */
    ROBOTS("text/plain,*/*;q=0.5");

    private final String accept;

    FetchKind(String accept) {
        this.accept = accept;
    }

    String accept() {
        return accept;
    }

    /** Whether an answer that calls itself so is worth reading. Servers that say nothing, or lie, get the chance. */
    boolean takes(String contentType) {
        String type = contentType.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        return this != PAGE
                || type.isEmpty()
                || type.startsWith("text/")
                || type.endsWith("xml")
                || type.equals("application/octet-stream");
    }
}
