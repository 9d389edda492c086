package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.touchstone.mark.Caution;
import org.touchstone.mark.Holder;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.search.Likeness;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;

/** Says in one language why a mark was found, and what there is to know of its standing. */
final class MarkWords {
    private static final int LONGEST = 60;

    private final Messages messages;

    MarkWords(Messages messages) {
        this.messages = messages;
    }

    static MarkWords in(Language language) {
        return new MarkWords(Messages.in(language));
    }

    /**
     * Why a mark was found, the strongest reason first.
     *
     * @param asked what the registers were asked for, such as {@code owner}; it is the reason where neither a text nor an image
     *     was looked for
     */
    List<String> reasons(FoundMark found, List<String> asked) {
        List<String> reasons = new ArrayList<>();
        if (found.text() != null) {
            found.text().likenesses().forEach(one -> reasons.add(reason(one, found)));
        }
        if (found.picture() != null) {
            reasons.add(messages.text("found.image", percent(found.picture().similarity())));
        }
        for (String one : reasons.isEmpty() ? asked : List.<String>of()) {
            String value = value(one, found.registration());
            if (!value.isBlank()) {
                reasons.add(messages.text("found.field", messages.text("found.field." + one), cut(value)));
            }
        }
        return reasons;
    }

    /** A word of a longer sign is told with the whole, for which there is no letter-by-letter comparison. */
    private String reason(Likeness likeness, FoundMark found) {
        boolean isWord = found.text() != null
                && likeness.mark().equals(found.text().sign().form());
        String mark = isWord && likeness.ground() == Likeness.Ground.WORD_OF_MARK ? found.sign() : likeness.mark();
        return messages.text("found." + likeness.ground().key(), cut(likeness.query()), cut(mark));
    }

    /** What a register says in answer to a question. */
    private static String value(String asked, Registration registration) {
        return switch (asked) {
            case "number" ->
                Stream.of(registration.number(), registration.registrationNumber(), registration.st13())
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", "));
            case "owner" -> registration.holders().stream().map(Holder::name).collect(Collectors.joining(", "));
            case "nice" ->
                registration.niceClasses().stream().map(String::valueOf).collect(Collectors.joining(", "));
            case "vienna" -> String.join(", ", registration.mark().viennaCodes());
            case "office" -> registration.office();
            case "status" -> registration.standing().key();
            case "feature" -> registration.mark().feature().key();
            case "kind" -> registration.kind().key();
            default -> throw new IllegalArgumentException("a question that is not known: " + asked);
        };
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static int percent(double similarity) {
        return (int) Math.round(100 * similarity);
    }

    /** What there is to know of a mark's standing, each in a few words. */
    List<String> cautions(FoundMark found) {
        return found.cautions().stream()
                .map(one -> caution(one, found.registration()))
                .toList();
    }

    private String caution(Caution caution, Registration registration) {
        Object last = registration.term().to() == null
                ? registration.dates().expires()
                : registration.term().to();
        return messages.text("caution." + caution.key(), last == null ? "?" : last);
    }

    /**
     * The fields that JSON has before the mark's own.
     *
     * @param asked what the registers were asked for, such as {@code owner}
     */
    static ObjectNode json(int rank, FoundMark found, List<String> asked) {
        MarkWords english = in(Language.EN);
        ObjectNode node = Json.object();
        node.put("rank", rank);
        node.put("similarity", Math.round(found.similarity() * 1000) / 1000.0);
        List<String> how = new ArrayList<>(found.how());
        how.addAll(asked);
        texts(node.putArray("how"), how);
        if (found.text() != null) {
            node.put("against", found.text().sign().form());
        }
        node.put("reason", String.join("; ", english.reasons(found, asked)));
        texts(
                node.putArray("cautions"),
                found.cautions().stream().map(Caution::key).toList());
        return node;
    }

    static void addMark(ObjectNode node, Registration registration) {
        node.setAll(Formats.REGISTRATION.write(registration));
    }

    static void texts(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    /** A similarity as a person reads it, in columns of one width. */
    static String figure(double similarity) {
        return String.format(Locale.ROOT, "%.3f", similarity);
    }
}
