package org.touchstone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.mark.Caution;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.search.Likeness;
import org.touchstone.matcher.search.TextMatch;
import org.touchstone.matcher.search.Way;

/**
 * A mark that a search has found.
 *
 * @param text in what its signs are like the text that was looked for; null when they are not, or none was
 * @param picture in what its image is like the image that was looked for; null when it is not, or none was
 * @param cautions what there is to know of its standing on the day of the search
 */
record FoundMark(
        Registration registration,
        @Nullable TextMatch text,
        Evidence.@Nullable Picture picture,
        Set<Caution> cautions) {
    /**
     * How alike, 0 to 1; 1 where neither a text nor an image was looked for. A mark that is like both is more so than in
     * either.
     */
    double similarity() {
        if (text == null && picture == null) {
            return 1;
        }
        double inText = text == null ? 0 : text.similarity();
        double inPicture = picture == null ? 0 : picture.similarity();
        double more = Math.max(inText, inPicture);
        return more + (1 - more) * Math.min(inText, inPicture) / 2;
    }

    /** The ways in which it is like what was looked for, the strongest first. */
    List<String> how() {
        List<String> how = new ArrayList<>();
        if (text != null) {
            text.likenesses().stream()
                    .map(Likeness::way)
                    .map(Way::key)
                    .distinct()
                    .forEach(how::add);
        }
        if (picture != null) {
            how.add("image");
            how.addAll(picture.how());
        }
        return how;
    }

    /** What the mark is called: its text; where it has none, the sign that was found. */
    String name() {
        String own = registration.mark().text();
        return own.isBlank() && text != null ? text.sign().form() : own;
    }

    /** The sign that was found, as the register has it; of a word of a longer sign the whole. */
    String sign() {
        boolean isElement = text != null && text.sign().origin() == SignOrigin.ELEMENT;
        return text == null || isElement
                ? registration.mark().text()
                : text.sign().form();
    }
}
