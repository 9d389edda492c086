package org.touchstone.matcher.brand;

import java.util.Collection;
import java.util.List;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.sign.Han;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;

/**
 * The registrations that were seen in a listing, to tell whose mark a sign is letter by letter. Immutable and thread-safe.
 *
 * @param registrations each once
 */
public record SeenMarks(Listing listing, List<Registration> registrations) {
    public SeenMarks {
        registrations = List.copyOf(registrations);
    }

    /** Length of the longest of some texts that stands in the listing, letter by letter, over half of a sign or more; 0 for none. */
    static int longestOver(Evidence.Word sign, Listing listing, Collection<String> marks) {
        String field = sign.spot() != null ? sign.quote() : listing.texts().getOrDefault(sign.field(), sign.quote());
        boolean whole = sign.spot() == null && listing.texts().containsKey(sign.field());
        int start = whole ? sign.start() : 0;
        int end = whole ? sign.end() : field.length();
        int longest = 0;
        for (String mark : marks) {
            if (mark.length() > longest && stands(field, start, end, mark)) {
                longest = mark.length();
            }
        }
        return longest;
    }

    private static boolean stands(String text, int start, int end, String mark) {
        int half = (end - start + 1) / 2;
        for (int at = Math.max(0, start + half - mark.length()); at <= end - half; at++) {
            int shared = Math.min(end, at + mark.length()) - Math.max(start, at);
            if (shared >= half
                    && text.regionMatches(true, at, mark, 0, mark.length())
                    && isApart(text, at, at + mark.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether no letter goes on before or behind; Chinese is written without blanks. */
    private static boolean isApart(String text, int start, int end) {
        boolean before = start == 0
                || isHan(text.charAt(start))
                || isHan(text.charAt(start - 1))
                || !Character.isLetterOrDigit(text.charAt(start - 1));
        return before
                && (end >= text.length()
                        || isHan(text.charAt(end - 1))
                        || isHan(text.charAt(end))
                        || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static boolean isHan(char unit) {
        return Character.isSurrogate(unit) || Han.is(unit);
    }
}
