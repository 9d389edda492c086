package org.touchstone.crawler.fetch;

import java.util.List;

/**
 * The path of one rule, RFC 9309, section 2.2.2 and 2.2.3: {@code *} stands for anything, {@code $} at the end for the end,
 * and without it a beginning is enough. Texts are octets, one in each char.
 *
 * <p>Escapes are read in one of two ways. As they stand: only what may not stand in an address is escaped, and hex digits are
 * upper case, so that {@code /%62} is not {@code /b}; Google's parser reads so. Or decoded: what need not be escaped is
 * decoded, as the RFC asks for.
 *
 * @param pieces what stands between the stars
 * @param anchored whether the end must be reached
 * @param octets by which rules are ranked
 */
record RobotsPattern(List<String> pieces, boolean anchored, int octets) {
    private static final String PLAIN = "-._~!&'()+,;=:@/?";
    private static final String UNRESERVED = "-._~";

    static RobotsPattern of(String written, boolean decoded) {
        boolean anchored = written.endsWith("$");
        String text = anchored ? written.substring(0, written.length() - 1) : written;
        List<String> pieces = List.of(text.split("\\*+", -1)).stream()
                .map(piece -> normal(piece, decoded))
                .toList();
        int stars = (int) text.chars().filter(c -> c == '*').count();
        int octets = pieces.stream().mapToInt(String::length).sum() + stars + (anchored ? 1 : 0);
        return new RobotsPattern(pieces, anchored, octets);
    }

    /** A path and its query in the form that {@link #matches} reads. */
    static String subject(String pathAndQuery, boolean decoded) {
        return normal(pathAndQuery, decoded);
    }

    /** Time grows with the product of the lengths at worst, whatever the stars. */
    boolean matches(String subject) {
        String first = pieces.getFirst();
        if (!subject.startsWith(first)) {
            return false;
        }
        int at = first.length();
        int last = pieces.size() - 1;
        if (last == 0) {
            return !anchored || at == subject.length();
        }
        for (int i = 1; i < (anchored ? last : pieces.size()); i++) {
            int found = subject.indexOf(pieces.get(i), at);
            if (found < 0) {
                return false;
            }
            at = found + pieces.get(i).length();
        }
        String end = pieces.get(last);
        return !anchored || (subject.length() - end.length() >= at && subject.endsWith(end));
    }

    private static String normal(String text, boolean decoded) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int octet = c == '%' ? octet(text, i) : -1;
            if (octet >= 0) {
                i += 2;
                if (decoded && isPlain((char) octet, UNRESERVED)) {
                    out.append((char) octet);
                } else {
                    escape(octet, out);
                }
            } else if (isPlain(c, PLAIN)) {
                out.append(c);
            } else {
                escape(c & 0xff, out);
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c, String marks) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.indexOf(c) >= 0;
    }

    /** The octet that an escape at this place stands for; -1 when there is none. */
    private static int octet(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = hex(text.charAt(at + 1));
        int low = hex(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static void escape(int octet, StringBuilder out) {
        out.append('%')
                .append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
                .append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
    }
}
