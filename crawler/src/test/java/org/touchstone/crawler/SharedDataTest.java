package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.extract.PageText;
import org.touchstone.crawler.fetch.RobotsCases;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.listing.Listing;
import org.touchstone.record.Json;

/** Measures on public material where it lies beside the project; skipped elsewhere. */
class SharedDataTest {
    private static final Instant AT = Instant.parse("2026-11-23T00:00:00Z");

    private static Path data(String name) {
        Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/data/text"))) {
            at = at.getParent();
        }
        assumeTrue(at != null, "no shared/data here");
        return at.resolve("shared/data/text").resolve(name);
    }

    /**
     * Google's parser compares {@code %62%61%7A} and {@code baz} as they stand; RFC 9309, section 2.2.2, compares them
     * decoded, and so do we.
     */
    private static final String AGAINST_THE_RFC = "g066";

    @Test
    void robotsCasesOfRfc9309() throws IOException {
        int cases = 0;
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(data("robots/google_robotstxt_cases.jsonl"))) {
            JsonNode row = Json.mapper().readTree(line);
            if (!row.path("google_specific").asBoolean()) {
                cases++;
                boolean allowed = RobotsCases.allowed(
                        row.path("robots_txt").asText(),
                        row.path("agent").asText(),
                        row.path("url").asText());
                if (allowed != row.path("allowed").asBoolean()) {
                    wrong.add(row.path("id").asText() + " " + row.path("test").asText() + " "
                            + row.path("url").asText());
                }
            }
        }
        System.out.println("robots: " + (cases - wrong.size()) + " of " + cases + " as expected; not: " + wrong);
        assertThat(wrong).singleElement().asString().startsWith(AGAINST_THE_RFC);
    }

    @Test
    void productPages() throws IOException {
        Path folder = data("pages/products");
        JsonNode expected = Json.mapper().readTree(Files.readAllBytes(folder.resolve("expected.json")));
        Map<String, int[]> tally = new TreeMap<>();
        List<String> misses = new ArrayList<>();
        for (var entry : expected.properties()) {
            JsonNode want = entry.getValue();
            byte[] body;
            try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(entry.getKey())))) {
                body = in.readAllBytes();
            }
            URI address = WebAddress.parse(want.path("url").asText()).orElseThrow();
            String html = PageText.decode(body, "text/html").text();
            List<Offered> offers = new ListingExtractor()
                    .extract(Jsoup.parse(html, address.toString()), address, AT)
                    .offers();
            Listing found = offers.isEmpty()
                    ? Listing.builder("none").build()
                    : offers.getFirst().listing();
            count(
                    tally,
                    misses,
                    entry.getKey(),
                    "price",
                    want,
                    found.price() == null
                            ? ""
                            : found.price().amount().stripTrailingZeros().toPlainString());
            count(tally, misses, entry.getKey(), "brand", want, found.brand());
            count(
                    tally,
                    misses,
                    entry.getKey(),
                    "availability",
                    want,
                    found.attributes().getOrDefault("availability", ""));
            count(tally, misses, entry.getKey(), "sku", want, found.attributes().getOrDefault("sku", ""));
            count(
                    tally,
                    misses,
                    entry.getKey(),
                    "gtin",
                    want,
                    found.attributes().getOrDefault("gtin", ""));
        }
        tally.forEach((field, t) -> System.out.printf(
                "products: %s: %d right, %d wrong, %d missed of %d%n", field, t[0], t[1], t[2], t[0] + t[1] + t[2]));
        misses.forEach(System.out::println);
        assertThat(tally.get("price")[0]).isGreaterThanOrEqualTo(10);
    }

    private static void count(
            Map<String, int[]> tally, List<String> misses, String page, String field, JsonNode want, String found) {
        List<String> values = new ArrayList<>();
        want.path(field).forEach(v -> values.add(v.asText()));
        if (values.isEmpty()) {
            return;
        }
        boolean right = values.stream().anyMatch(v -> same(field, v, found));
        tally.computeIfAbsent(field, f -> new int[3])[right ? 0 : found.isEmpty() ? 2 : 1]++;
        if (!right) {
            misses.add("  " + page + " " + field + ": expected " + values + ", found '" + found + "' "
                    + want.path("url").asText());
        }
    }

    private static boolean same(String field, String want, String found) {
        String w = want.replaceAll("[\\s_-]", "").toLowerCase(java.util.Locale.ROOT);
        String f = found.replaceAll("[\\s_-]", "").toLowerCase(java.util.Locale.ROOT);
        if (field.equals("price") && !f.isEmpty()) {
            try {
                return new java.math.BigDecimal(w.replace(",", "")).compareTo(new java.math.BigDecimal(f)) == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return w.equals(f);
    }

    @Test
    void charsets() throws IOException {
        Path folder = data("pages/charset");
        Map<String, int[]> tally = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.contains("__")) {
                    continue;
                }
                String label = name.substring(0, name.indexOf("__")).replaceAll("-(russian|bulgarian)$", "");
                byte[] bytes = Files.readAllBytes(file);
                PageText page = PageText.decode(bytes, "");
                String right =
                        new String(bytes, java.nio.charset.Charset.forName(label.equals("GB2312") ? "GB18030" : label));
                boolean same = page.text().replace("\ufeff", "").equals(right.replace("\ufeff", ""));
                tally.computeIfAbsent(label, l -> new int[2])[same ? 0 : 1]++;
                if (!same) {
                    System.out.println("  charset " + name + ": read as " + page.charset() + " by " + page.source());
                }
            }
        }
        tally.forEach((label, t) -> System.out.println("charset: " + label + " " + t[0] + " of " + (t[0] + t[1])));
        assertThat(tally.values()).allSatisfy(t -> assertThat(t[1]).isZero());
    }

    @Test
    void schemaOrgExamples() throws IOException {
        Path folder = data("pages/schemaorg");
        JsonNode examples =
                Json.mapper().readTree(Files.readString(folder.resolve("expected.json"), StandardCharsets.UTF_8));
        for (JsonNode example : examples) {
            JsonNode want = example.path("expected_product");
            for (String syntax : List.of("jsonld", "microdata")) {
                String file = example.path("files").path(syntax).asText("");
                if (file.isEmpty() || want.isMissingNode()) {
                    continue;
                }
                URI address = URI.create("https://example.org/" + file);
                var found = new ListingExtractor()
                        .extract(Jsoup.parse(Files.readString(folder.resolve(file)), address.toString()), address, AT);
                System.out.println("schemaorg: " + file + " want " + want + " found " + found.syntax() + " "
                        + found.offers().stream()
                                .map(o ->
                                        o.listing().title() + "/" + o.listing().brand() + "/"
                                                + o.listing().price() + "/"
                                                + o.listing().attributes())
                                .toList());
            }
        }
    }
}
