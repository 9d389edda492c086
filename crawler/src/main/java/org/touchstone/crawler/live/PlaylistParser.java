package org.touchstone.crawler.live;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.touchstone.crawler.fetch.WebAddress;

/**
 * Reads one playlist, line by line (RFC 8216, section 4.1). Lenient where a reader cannot go wrong: blank lines and
 * comments before the first tag, blanks around addresses, a missing comma after a duration, a
 * missing target duration, unknown tags. Refuses what it would have to guess at:
 * delta updates, variables, a second list behind the first. Not thread-safe.
 */
final class PlaylistParser {
    static final int MAX_BYTES = 4 << 20;
    private static final int MAX_LINES = 100_000;
    private static final int MAX_LINE = 16_384;
    private static final int MAX_VARIANTS = 1_000;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    private final URI base;
    private final SegmentList segments = new SegmentList(this);
    private final List<Variant> variants = new ArrayList<>();
    private AttributeList stream = AttributeList.parse("");
    private boolean streamOpen;
    private boolean multivariant;
    private int line;

    PlaylistParser(URI base) {
        this.base = base;
    }

    Playlist parse(String text) throws PlaylistException {
        boolean opened = false;
        int end;
        for (int start = 0; start <= text.length(); start = end + 1) {
            int found = text.indexOf('\n', start);
            end = found < 0 ? text.length() : found;
            line++;
            if (line > MAX_LINES || end - start > MAX_LINE) {
                throw line > MAX_LINES
                        ? wrong("at most " + MAX_LINES + " lines", "more")
                        : wrong("lines of at most " + MAX_LINE + " characters", (end - start) + " characters");
            }
            String row = text.substring(start, end).strip();
            if (row.isEmpty() || row.startsWith("#") && !row.startsWith("#EXT")) {
                continue;
            }
            if (row.equals("#EXTM3U") == opened) {
                throw wrong(opened ? "one playlist" : "#EXTM3U first", row);
            }
            if (opened) {
                read(row);
            }
            opened = true;
        }
        if (!opened) {
            throw wrong("#EXTM3U first", "nothing");
        }
        return finish();
    }

    private void read(String row) throws PlaylistException {
        if (streamOpen && !row.startsWith("#")) {
            variants.add(variant(row));
            streamOpen = false;
        } else if (!row.startsWith("#")) {
            segments.address(row);
        } else {
            int colon = row.indexOf(':');
            tag(
                    colon < 0 ? row : row.substring(0, colon),
                    colon < 0 ? "" : row.substring(colon + 1).strip());
        }
    }

    private void tag(String name, String value) throws PlaylistException {
        switch (name) {
            case "#EXT-X-STREAM-INF" -> {
                multivariant = true;
                stream = AttributeList.parse(value);
                streamOpen = true;
            }
            case "#EXT-X-I-FRAME-STREAM-INF", "#EXT-X-MEDIA" -> multivariant = true;
            case "#EXT-X-DEFINE" -> throw wrong("a playlist without variables", name);
            case "#EXT-X-SKIP" -> throw wrong("a whole playlist, not a delta update", name);
            default -> segments.tag(name, value);
        }
    }

    private Variant variant(String reference) throws PlaylistException {
        if (variants.size() == MAX_VARIANTS) {
            throw wrong("at most " + MAX_VARIANTS + " variants", "more");
        }
        Matcher size = SIZE.matcher(stream.get("RESOLUTION"));
        boolean sized = size.matches();
        String bandwidth = stream.get("BANDWIDTH");
        return new Variant(
                address(reference),
                bandwidth.matches("\\d{1,15}") ? Long.parseLong(bandwidth) : 0,
                sized ? Integer.parseInt(size.group(1)) : 0,
                sized ? Integer.parseInt(size.group(2)) : 0,
                stream.get("CODECS"));
    }

    private Playlist finish() throws PlaylistException {
        if (multivariant && segments.begun()) {
            throw wrong("either segments or variants", "both");
        }
        if (streamOpen) {
            throw wrong("an address after #EXT-X-STREAM-INF", "the end");
        }
        if (!multivariant) {
            return segments.finish();
        }
        if (variants.isEmpty()) {
            throw wrong("at least one #EXT-X-STREAM-INF", "none");
        }
        return new Playlist.Multivariant(variants);
    }

    /** An address that can be fetched. */
    URI address(String reference) throws PlaylistException {
        if (reference.isBlank()) {
            throw wrong("an address", reference);
        }
        return WebAddress.resolve(base, reference).orElseThrow(() -> wrong("an http or https address", reference));
    }

    PlaylistException wrong(String expected, String found) {
        return new PlaylistException(line, expected, found);
    }
}
