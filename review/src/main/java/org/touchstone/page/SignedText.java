package org.touchstone.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.touchstone.hit.Evidence;

/**
 * A field's text with the signs in it. Offsets are UTF-16 units of the raw field; what lies outside the text is cut,
 * signs that overlap or touch become one, and no sign splits a surrogate pair. Immutable.
 */
public final class SignedText {
    private record Span(int start, int end) {}

    private final String text;
    private final List<Span> spans;

    private SignedText(String text, List<Span> spans) {
        this.text = text;
        this.spans = spans;
    }

    /** The signs that evidence names in a field, such as {@code title} or {@code attributes.Material}. */
    public static SignedText of(String field, String text, List<Evidence> evidence) {
        List<Span> found = new ArrayList<>();
        for (Evidence one : evidence) {
            if (one instanceof Evidence.Word word && word.field().equals(field)) {
                Span span = within(text, word.start(), word.end());
                if (span.end > span.start) {
                    found.add(span);
                }
            }
        }
        found.sort(Comparator.comparingInt(Span::start));
        List<Span> merged = new ArrayList<>();
        for (Span span : found) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && span.start <= last.end) {
                merged.set(merged.size() - 1, new Span(last.start, Math.max(last.end, span.end)));
            } else {
                merged.add(span);
            }
        }
        return new SignedText(text, merged);
    }

    private static Span within(String text, int from, int to) {
        int start = Math.min(from, text.length());
        int end = Math.min(to, text.length());
        return new Span(splitsPair(text, start) ? start - 1 : start, splitsPair(text, end) ? end + 1 : end);
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    public boolean hasSign() {
        return !spans.isEmpty();
    }

    /**
     * The text as it is shown: whole if it is short enough, else the surroundings of its first signs, else its start.
     *
     * @param limit UTF-16 units shown whole; at least 20
     * @param around units shown on either side of a sign in a longer text
     */
    public List<Segment> segments(int limit, int around) {
        if (text.length() <= limit) {
            return between(0, text.length());
        }
        if (spans.isEmpty()) {
            List<Segment> start = between(0, limit);
            start.add(new Segment(Segment.Kind.GAP, ""));
            return start;
        }
        List<Segment> shown = new ArrayList<>();
        int at = 0;
        int budget = limit;
        for (int i = 0; i < spans.size() && budget > 0; i++) {
            int from = Math.max(at, spans.get(i).start - around);
            int to = Math.min(text.length(), Math.min(spans.get(i).end, from + around + budget) + around);
            while (i + 1 < spans.size() && spans.get(i + 1).start <= to && to - from < budget) {
                i++;
                to = Math.min(text.length(), Math.min(spans.get(i).end, from + budget) + around);
            }
            if (from > at) {
                shown.add(new Segment(Segment.Kind.GAP, ""));
            }
            shown.addAll(between(from, to));
            budget -= to - from;
            at = to;
        }
        if (at < text.length()) {
            shown.add(new Segment(Segment.Kind.GAP, ""));
        }
        return shown;
    }

    private List<Segment> between(int from, int to) {
        int start = splitsPair(text, from) ? from - 1 : from;
        int end = splitsPair(text, to) ? to + 1 : to;
        List<Segment> segments = new ArrayList<>();
        int at = start;
        for (Span span : spans) {
            int signStart = Math.max(span.start, at);
            int signEnd = Math.min(span.end, end);
            if (signEnd <= signStart) {
                continue;
            }
            if (signStart > at) {
                segments.add(new Segment(Segment.Kind.PLAIN, text.substring(at, signStart)));
            }
            segments.add(new Segment(Segment.Kind.SIGN, text.substring(signStart, signEnd)));
            at = signEnd;
        }
        if (at < end) {
            segments.add(new Segment(Segment.Kind.PLAIN, text.substring(at, end)));
        }
        return segments;
    }
}
