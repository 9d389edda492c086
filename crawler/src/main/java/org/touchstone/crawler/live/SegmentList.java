package org.touchstone.crawler.live;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.ByteRange;

/** Collects the segments of a media playlist while its lines go by (RFC 8216, sections 4.3.2 and 4.3.3). */
final class SegmentList {
    static final int MAX_SEGMENTS = 20_000;
    /** Longest segment, and longest target duration, in seconds: a day. */
    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(86_400);

    private static final Pattern RANGE = Pattern.compile("(\\d{1,15})(?:@(\\d{1,15}))?");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{0,12})?|\\.\\d{1,12}");

    private final PlaylistParser parser;
    private final List<Segment> segments = new ArrayList<>();
    private final Map<String, String> keys = new TreeMap<>();
    private @Nullable Duration target;
    private @Nullable Duration duration;
    private @Nullable Instant at;
    private Optional<Segment.Part> map = Optional.empty();
    private Segment.@Nullable Part last;
    private String range = "";
    private String tag = "";
    private long sequence = -1;
    private long run = -1;
    private boolean gap;
    private boolean ended;
    private boolean begun;

    SegmentList(PlaylistParser parser) {
        this.parser = parser;
    }

    /** Whether anything that only a media playlist has was seen. */
    boolean begun() {
        return begun;
    }

    void tag(String name, String value) throws PlaylistException {
        tag = name;
        switch (name) {
            case "#EXTINF" -> {
                int comma = value.indexOf(',');
                duration = seconds(comma < 0 ? value : value.substring(0, comma), BigDecimal.ZERO);
                begun = true;
            }
            case "#EXT-X-TARGETDURATION" -> {
                Duration found = seconds(value, BigDecimal.ONE);
                if (target != null && !target.equals(found)) {
                    throw parser.wrong("one " + tag, value);
                }
                target = found;
                begun = true;
            }
            case "#EXT-X-MEDIA-SEQUENCE" -> sequence = number(value, sequence);
            case "#EXT-X-DISCONTINUITY-SEQUENCE" -> run = number(value, run);
            case "#EXT-X-DISCONTINUITY" -> {
                run = Math.max(run, 0) + 1;
                at = null;
            }
            case "#EXT-X-BYTERANGE" -> range = value;
            case "#EXT-X-KEY" -> key(AttributeList.parse(value));
            case "#EXT-X-MAP" -> map = Optional.of(map(AttributeList.parse(value)));
            case "#EXT-X-PROGRAM-DATE-TIME" -> at = StreamTime.parse(value).orElse(at);
            case "#EXT-X-GAP" -> gap = true;
            case "#EXT-X-ENDLIST" -> {
                ended = true;
                begun = true;
            }
            default -> {
                // Unknown tags are passed over (section 6.3.1); so are parts and hints of the low-latency draft.
            }
        }
    }

    void address(String reference) throws PlaylistException {
        begun = true;
        Duration length = duration;
        if (length == null) {
            throw parser.wrong("#EXTINF before an address", reference);
        }
        if (segments.size() == MAX_SEGMENTS) {
            throw parser.wrong("at most " + MAX_SEGMENTS + " segments", "more");
        }
        var address = parser.address(reference);
        Optional<ByteRange> piece = range.isEmpty()
                ? Optional.empty()
                : Optional.of(range(range, last != null && last.address().equals(address) ? last.range() : null));
        Segment.Part source = new Segment.Part(address, piece);
        long number = Math.max(sequence, 0) + segments.size();
        String encryption = String.join("+", keys.values());
        segments.add(new Segment(number, Math.max(run, 0), source, map, length, at, encryption, gap));
        at = at == null ? null : StreamTime.later(at, length);
        last = source;
        duration = null;
        range = "";
        gap = false;
    }

    Playlist.Media finish() throws PlaylistException {
        // Required by section 4.3.3.1, yet forgotten by servers; what is there tells as much.
        Duration length = target != null
                ? target
                : segments.stream()
                        .map(Segment::duration)
                        .max(Duration::compareTo)
                        .map(longest -> Duration.ofSeconds(
                                Math.max(1, longest.plusMillis(500).toSeconds())))
                        .orElseThrow(() -> parser.wrong("segments, #EXT-X-TARGETDURATION or variants", "none"));
        if (duration != null) {
            throw parser.wrong("an address after #EXTINF", "the end");
        }
        // A date also speaks for what stands before it (section 4.3.2.6), as far as the run goes.
        for (int i = segments.size() - 2; i >= 0; i--) {
            Segment here = segments.get(i);
            Segment next = segments.get(i + 1);
            Instant date = next.at();
            if (here.at() == null && date != null && here.run() == next.run()) {
                segments.set(i, here.at(StreamTime.later(date, here.duration().negated())));
            }
        }
        return new Playlist.Media(length, Math.max(sequence, 0), segments, ended);
    }

    /** Keys of several formats unlock the same segments; one that says NONE ends all (section 4.3.2.4). */
    private void key(AttributeList attributes) {
        String method = attributes.get("METHOD");
        if (method.equals("NONE")) {
            keys.clear();
        } else {
            keys.put(attributes.get("KEYFORMAT"), method.isEmpty() ? "an unnamed method" : method);
        }
        if (keys.size() > 16) {
            keys.keySet().removeIf(format -> keys.size() > 16);
        }
    }

    private Segment.Part map(AttributeList attributes) throws PlaylistException {
        String piece = attributes.get("BYTERANGE");
        return new Segment.Part(
                parser.address(attributes.get("URI")),
                piece.isEmpty() ? Optional.empty() : Optional.of(range(piece, Optional.of(new ByteRange(0, 1)))));
    }

    /** A range that states no offset begins where the one before ended, when that is of the same resource. */
    private ByteRange range(String text, @Nullable Optional<ByteRange> before) throws PlaylistException {
        Matcher parts = RANGE.matcher(text);
        if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
            throw parser.wrong("a range such as 1024@0", text);
        }
        long length = Long.parseLong(parts.group(1));
        if (parts.group(2) != null) {
            return new ByteRange(Long.parseLong(parts.group(2)), length);
        }
        if (before == null || before.isEmpty()) {
            throw parser.wrong("an offset, since no range of the same resource precedes", text);
        }
        return new ByteRange(before.get().end(), length);
    }

    private Duration seconds(String text, BigDecimal least) throws PlaylistException {
        String plain = text.strip();
        BigDecimal value = SECONDS.matcher(plain).matches() ? new BigDecimal("0" + plain) : BigDecimal.valueOf(-1);
        if (value.compareTo(least) < 0 || value.compareTo(MAX_SECONDS) > 0) {
            throw parser.wrong(tag + " of " + least + " to " + MAX_SECONDS + " seconds", plain);
        }
        return Duration.ofNanos(value.movePointRight(9).longValue());
    }

    private long number(String text, long before) throws PlaylistException {
        begun = true;
        if (!text.matches("\\d{1,18}")) {
            throw parser.wrong(tag + " with a whole number", text);
        }
        long found = Long.parseLong(text);
        if (before >= 0 && before != found || !segments.isEmpty()) {
            throw parser.wrong("one " + tag + ", before the first segment", text);
        }
        return found;
    }
}
