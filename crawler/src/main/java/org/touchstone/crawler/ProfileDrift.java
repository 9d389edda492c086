package org.touchstone.crawler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.Extraction;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.extract.Origin;
import org.touchstone.crawler.extract.SiteProfile;
import org.touchstone.crawler.extract.SiteProfile.Kind;
import org.touchstone.record.Json;

/** Counts how often the fields of profiles were where the profiles say. Thread-safe. */
final class ProfileDrift {
    private static final int FEWEST_PAGES = 10;
    /** A field that fails on so large a part of the pages has drifted; single pages lack one now and then. */
    private static final double PART = 0.3;

    private static final String ITEMS = "items";
    private static final int FOUND = 0;
    private static final int ELSEWHERE = 1;
    private static final int MISSING = 2;

    private final Map<SiteProfile, Map<String, long[]>> counts = new LinkedHashMap<>();

    ProfileDrift(List<SiteProfile> profiles) {
        profiles.forEach(profile -> counts.put(profile, new LinkedHashMap<>()));
    }

    /** Goes on from what {@link #saved} gave in an earlier run of the crawl; empty in the first. */
    ProfileDrift(List<SiteProfile> profiles, String saved) throws IOException {
        this(profiles);
        JsonNode before = saved.isEmpty() ? Json.object() : Json.mapper().readTree(saved);
        counts.forEach((profile, fields) -> before.path(profile.name())
                .properties()
                .forEach(field -> fields.put(field.getKey(), new long[] {
                    field.getValue().path(FOUND).asLong(),
                    field.getValue().path(ELSEWHERE).asLong(),
                    field.getValue().path(MISSING).asLong()
                })));
    }

    synchronized String saved() {
        ObjectNode saved = Json.object();
        counts.forEach((profile, fields) -> {
            ObjectNode node = saved.putObject(profile.name());
            fields.forEach((field, count) ->
                    node.putArray(field).add(count[FOUND]).add(count[ELSEWHERE]).add(count[MISSING]));
        });
        return saved.toString();
    }

    /** Counts a page; one that no profile is for does not count. */
    synchronized void read(URI address, Extraction extraction) {
        for (Map.Entry<SiteProfile, Map<String, long[]>> entry : counts.entrySet()) {
            SiteProfile.Page page = entry.getKey().page(address).orElse(null);
            if (page != null) {
                read(page, extraction, entry.getValue());
                return;
            }
        }
    }

    private static void read(SiteProfile.Page page, Extraction extraction, Map<String, long[]> fields) {
        List<Offered> offers = extraction.offers();
        if (page.kind() == Kind.LIST) {
            boolean found = extraction.syntax().equals("profile");
            count(fields, ITEMS, found ? FOUND : offers.isEmpty() ? MISSING : ELSEWHERE);
        } else if (page.kind() == Kind.PRODUCT) {
            Map<String, Origin> origins =
                    offers.isEmpty() ? Map.of() : offers.getFirst().origins();
            for (String field : page.fields().keySet()) {
                @Nullable Origin origin = origins.get(field);
                boolean found = origin != null && origin.syntax().equals("profile");
                count(fields, field, found ? FOUND : origin == null ? MISSING : ELSEWHERE);
            }
        }
    }

    private static void count(Map<String, long[]> fields, String field, int how) {
        fields.computeIfAbsent(field, f -> new long[3])[how]++;
    }

    /** How each profile that was used has fared, in the plan's order. */
    synchronized List<ProfileUse> uses() {
        List<ProfileUse> uses = new ArrayList<>();
        counts.forEach((profile, fields) -> {
            if (!fields.isEmpty()) {
                uses.add(use(profile, fields));
            }
        });
        return uses;
    }

    private static ProfileUse use(SiteProfile profile, Map<String, long[]> counted) {
        Set<String> expected = expected(profile);
        Map<String, ProfileUse.Field> fields = new LinkedHashMap<>();
        List<String> drifted = new ArrayList<>();
        long lists = 0;
        long products = 0;
        for (Map.Entry<String, long[]> entry : counted.entrySet()) {
            String field = entry.getKey();
            long[] count = entry.getValue();
            long pages = count[FOUND] + count[ELSEWHERE] + count[MISSING];
            lists = field.equals(ITEMS) ? pages : lists;
            products = field.equals(ITEMS) ? products : Math.max(products, pages);
            fields.put(field, new ProfileUse.Field(count[FOUND], count[ELSEWHERE], count[MISSING]));
            if (expected.contains(field) && pages >= FEWEST_PAGES && pages - count[FOUND] >= PART * pages) {
                drifted.add(field);
            }
        }
        return new ProfileUse(profile.name(), products + lists, fields, drifted);
    }

    /** What every page should have: what the profile's tests expect, or else what every offer has. */
    private static Set<String> expected(SiteProfile profile) {
        Set<String> expected = new LinkedHashSet<>(Set.of(ITEMS));
        profile.samples().forEach(sample -> expected.addAll(sample.fields().keySet()));
        if (profile.samples().isEmpty()) {
            expected.addAll(Set.of("title", "price"));
        }
        return expected;
    }
}
