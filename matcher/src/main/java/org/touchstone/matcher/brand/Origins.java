package org.touchstone.matcher.brand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.sign.Han;
import org.touchstone.listing.Listing;
import org.touchstone.mark.BrandPolicy.GeographicalIndication;

/** Where an offer says that its goods come from, and whether that is in the areas of a geographical indication. */
final class Origins {
    private static final int LONGEST_TEXT = 5_000;
    private static final int MOST = 20;

    private static final Set<String> ATTRIBUTES = Set.of(
            "产地",
            "原产地",
            "产区",
            "原料产地",
            "省份",
            "origin",
            "place of origin",
            "country of origin",
            "region",
            "region of origin");

    private static final Pattern CHINESE = Pattern.compile("(?:产地|产自|产于)\\s{0,4}[:：为是]?\\s{0,4}(\\p{IsHan}{2,20})");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(?:origin|grown in|produced in|made in|harvested in)\\s{0,4}:?\\s{0,4}(\\p{L}[\\p{L} ,'-]{1,60})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REGIONS = Pattern.compile("(?:壮族|回族|维吾尔)?自治区|特别行政区");
    private static final Pattern ENDINGS = Pattern.compile("(?<=\\p{IsHan}{2}[省市区县州镇乡村])");
    private static final Pattern ENDING = Pattern.compile("(?<=\\p{IsHan}{2})[省市区县州镇乡村]$");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、/·>-]+");
    private static final Pattern BETWEEN_LATIN = Pattern.compile("[,，、/>]+");

    /** How a stated origin stands to an area. */
    private enum Relation {
        WITHIN,
        /** The area lies in it. */
        WIDER,
        ELSEWHERE,
        UNKNOWN
    }

    private Origins() {}

    /** What the stated origin says for or against the use; empty when there is none or it says nothing. */
    static Optional<Evidence.Circumstance> evidence(Listing listing, GeographicalIndication indication) {
        String within = "";
        for (String origin : stated(listing)) {
            Relation relation = relation(origin, indication.areas());
            if (relation == Relation.ELSEWHERE) {
                return Optional.of(new Evidence.Circumstance(
                        BrandCircumstances.ORIGIN,
                        Weights.FROM_ELSEWHERE,
                        "origin outside the area: '" + origin + "' is none of "
                                + String.join(", ", indication.areas())));
            }
            within = relation == Relation.WITHIN && within.isEmpty() ? origin : within;
        }
        return within.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence.Circumstance(
                        BrandCircumstances.ORIGIN, Weights.FROM_WITHIN, "origin within the area: '" + within + "'"));
    }

    private static List<String> stated(Listing listing) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> attribute : listing.attributes().entrySet()) {
            if (ATTRIBUTES.contains(Names.folded(attribute.getKey())) && found.size() < MOST) {
                String value = attribute.getValue().strip();
                found.add(value.length() > 60 ? value.substring(0, 60) : value);
            }
        }
        for (String text : List.of(listing.title(), listing.description())) {
            String head = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
            for (Pattern pattern : List.of(CHINESE, ENGLISH)) {
                Matcher statement = pattern.matcher(head);
                while (found.size() < MOST && statement.find()) {
                    found.add(statement.group(1).strip());
                }
            }
        }
        return found;
    }

    private static Relation relation(String origin, List<String> areas) {
        List<Relation> relations =
                areas.stream().map(area -> relation(origin, area)).toList();
        return Arrays.stream(Relation.values())
                .filter(relations::contains)
                .findFirst()
                .orElse(Relation.UNKNOWN);
    }

    private static Relation relation(String origin, String area) {
        Places from = Places.in(origin);
        Places wanted = Places.in(area);
        if (disjoint(from.countries(), wanted.countries()) || disjoint(from.provinces(), wanted.provinces())) {
            return Relation.ELSEWHERE;
        }
        List<String> steps = steps(origin);
        List<String> areaSteps = steps(area);
        String innermost = areaSteps.isEmpty() ? "" : areaSteps.getFirst();
        if (!innermost.isEmpty() && steps.stream().anyMatch(step -> step.contains(innermost))) {
            return Relation.WITHIN;
        }
        if (areaSteps.containsAll(steps)) {
            return steps.isEmpty() && from.countries().isEmpty() ? Relation.UNKNOWN : Relation.WIDER;
        }
        // In the same province, and at another place there.
        boolean sameProvince = !Collections.disjoint(from.provinces(), wanted.provinces());
        return sameProvince ? Relation.ELSEWHERE : Relation.UNKNOWN;
    }

    private static boolean disjoint(Set<String> one, Set<String> other) {
        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }

    /** The places that a text names, the innermost first: Chinese writes it last, other languages first. */
    static List<String> steps(String text) {
        String folded = Places.withoutCountries(
                REGIONS.matcher(Names.folded(text)).replaceAll(" ").toLowerCase(Locale.ROOT));
        boolean chinese = folded.codePoints().anyMatch(Han::is);
        List<String> steps = new ArrayList<>();
        for (String part : (chinese ? BETWEEN : BETWEEN_LATIN).split(folded)) {
            for (String step : ENDINGS.split(part.strip())) {
                String bare = ENDING.matcher(step.strip()).replaceAll("");
                String province = Places.leadingProvince(bare);
                if (!province.isEmpty() && bare.length() > province.length()) {
                    steps.add(province);
                    steps.add(bare.substring(province.length()));
                } else if (!bare.isEmpty()) {
                    steps.add(Places.provinceOr(bare));
                }
            }
        }
        return chinese ? steps.reversed() : steps;
    }
}
