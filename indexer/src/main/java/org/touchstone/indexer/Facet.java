package org.touchstone.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.touchstone.indexer.sign.Han;
import org.touchstone.mark.Registration;

/** By what registrations are counted and sifted. A registration may have several values of one facet, or none. */
public enum Facet {
    /** The office, ST.3 code in capitals. */
    OFFICE(one -> one.office().isEmpty() ? List.of() : List.of(MarkFilter.folded(one.office()))),
    /** Nice classes, {@code 1} to {@code 45}. */
    CLASS(one -> one.niceClasses().stream().map(String::valueOf).toList()),
    /** What the office's status means: {@code live}, {@code pending}, {@code dead}, {@code unknown}. */
    STATUS(one -> List.of(one.standing().key())),
    /** Writing of the verbal element: {@code han}, {@code latin}, {@code han+latin}, {@code other}, {@code none}. */
    SCRIPT(one -> List.of(script(one.mark().text()))),
    /** What the mark consists of. */
    FEATURE(one -> List.of(one.mark().feature().key())),
    /** In what capacity it is registered. */
    KIND(one -> List.of(one.kind().key()));

    /** Of longer values, which no office has, the beginning counts. */
    private static final int LONGEST = 50;

    private final Function<Registration, List<String>> values;

    Facet(Function<Registration, List<String>> values) {
        this.values = values;
    }

    /** The name used in files and on the command line: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value as a term of the index. */
    String term(String value) {
        return key() + ':' + value;
    }

    static List<String> terms(Registration registration) {
        List<String> terms = new ArrayList<>();
        for (Facet facet : values()) {
            for (String value : facet.values.apply(registration)) {
                terms.add(facet.term(value.length() <= LONGEST ? value : value.substring(0, LONGEST)));
            }
        }
        return terms;
    }

    private static String script(String text) {
        if (text.isBlank()) {
            return "none";
        }
        boolean han = text.codePoints().anyMatch(Han::is);
        boolean latin =
                text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN);
        return han && latin ? "han+latin" : han ? "han" : latin ? "latin" : "other";
    }
}
