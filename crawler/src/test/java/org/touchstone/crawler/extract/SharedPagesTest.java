package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.touchstone.crawler.SharedData;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.listing.Listing;
import org.touchstone.record.Json;

/** Measures on real shop pages and published examples where they lie beside the project; skipped elsewhere. */
class SharedPagesTest {
    private static final Instant AT = Instant.parse("2026-11-23T00:00:00Z");
    private static final Map<String, Double> FLOORS =
            Map.of("price", 0.95, "currency", 0.95, "brand", 0.85, "availability", 0.9, "sku or gtin", 0.85);
    private static final Map<String, Set<String>> SIGNS = Map.of(
            "$", Set.of("USD", "CAD", "AUD", "NZD", "TWD", "CLP", "MXN", "HKD", "SGD"),
            "€", Set.of("EUR"),
            "₹", Set.of("INR"),
            "£", Set.of("GBP"),
            "Kn", Set.of("HRK"),
            "тг.", Set.of("KZT"));

    /** How often a field was right, wrong, or not found. */
    private static final class Tally {
        int right;
        int wrong;
        int missed;

        double f1() {
            double found = right + wrong;
            double given = right + wrong + missed;
            return right == 0 ? 0 : 2 * (right / found) * (right / given) / (right / found + right / given);
        }
    }

    private final Map<String, Tally> machineReadable = new TreeMap<>();
    private final Map<String, Tally> all = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();

    @Test
    void productPages() throws IOException {
        Path folder = SharedData.text("pages/products");
        JsonNode expected = Json.mapper().readTree(Files.readAllBytes(folder.resolve("expected.json")));
        for (var entry : expected.properties()) {
            JsonNode want = entry.getValue();
            byte[] body;
            try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(entry.getKey())))) {
                body = in.readAllBytes();
            }
            URI address = WebAddress.parse(want.path("url").asText()).orElseThrow();
            Document page = PageText.decode(body, "text/html").document(address);
            Extraction extraction = new ListingExtractor().extract(page, address, AT);
            Listing found = extraction.offers().isEmpty()
                    ? Listing.builder("none").build()
                    : extraction.offers().getFirst().listing();
            Set<String> leaves = leaves(page);
            String price = found.price() == null ? "" : found.price().amount().toPlainString();
            String currency = found.price() == null ? "" : found.price().currency();
            Map<String, String> attributes = found.attributes();
            count(entry.getKey(), "price", want, List.of("price"), List.of(price), leaves);
            count(entry.getKey(), "currency", want, List.of("currency"), List.of(currency), leaves);
            count(entry.getKey(), "brand", want, List.of("brand"), List.of(found.brand()), leaves);
            count(
                    entry.getKey(),
                    "availability",
                    want,
                    List.of("availability"),
                    List.of(attributes.getOrDefault("availability", "")),
                    leaves);
            count(
                    entry.getKey(),
                    "sku or gtin",
                    want,
                    List.of("sku", "gtin"),
                    List.of(attributes.getOrDefault("sku", ""), attributes.getOrDefault("gtin", "")),
                    leaves);
        }
        all.forEach((field, tally) -> print("pages, shown or marked up", field, tally));
        machineReadable.forEach((field, tally) -> print("pages, marked up", field, tally));
        misses.forEach(System.out::println);
        FLOORS.forEach((field, floor) ->
                assertThat(machineReadable.get(field).f1()).as(field).isGreaterThanOrEqualTo(floor));
    }

    private static void print(String what, String field, Tally t) {
        System.out.printf(
                Locale.ROOT,
                "%s: %s: F1 %.3f, %d right, %d wrong, %d missed of %d%n",
                what,
                field,
                t.f1(),
                t.right,
                t.wrong,
                t.missed,
                t.right + t.wrong + t.missed);
    }

    private void count(
            String page, String field, JsonNode want, List<String> names, List<String> found, Set<String> leaves) {
        boolean given = false;
        boolean marked = false;
        boolean right = false;
        for (int i = 0; i < names.size(); i++) {
            for (JsonNode value : want.path(names.get(i))) {
                given = true;
                String wanted = value.asText().strip();
                marked |= leaves.stream().anyMatch(leaf -> same(field, wanted, leaf));
                right |= same(field, wanted, found.get(i));
            }
        }
        if (!given) {
            return;
        }
        boolean none = found.stream().allMatch(String::isEmpty);
        for (Map<String, Tally> tallies : marked ? List.of(all, machineReadable) : List.of(all)) {
            Tally tally = tallies.computeIfAbsent(field, f -> new Tally());
            if (right) {
                tally.right++;
            } else if (none) {
                tally.missed++;
            } else {
                tally.wrong++;
            }
        }
        if (!right) {
            misses.add("  " + (marked ? "marked up" : "only shown") + ": " + page + " " + field + ": expected "
                    + names.stream().map(n -> want.path(n).toString()).toList() + ", found " + found);
        }
    }

    /** Every value of everything on a page that a machine could read, whatever it stands for. */
    private static Set<String> leaves(Document page) {
        Set<String> leaves = new HashSet<>();
        Places places = new Places();
        List<ObjectNode> things = new ArrayList<>(JsonLd.things(page, places));
        things.addAll(Microdata.things(page, places));
        things.addAll(Rdfa.things(page, places));
        things.forEach(thing -> collect(thing, leaves, 0));
        State.trees(page).forEach(tree -> collect(tree, leaves, 0));
        for (Element meta : page.select("meta[content]")) {
            leaves.add(meta.attr("content").strip());
        }
        return leaves;
    }

    private static void collect(JsonNode node, Set<String> leaves, int depth) {
        if (node.isValueNode()) {
            leaves.add(node.asText().strip());
        } else if (depth < 60) {
            node.forEach(child -> collect(child, leaves, depth + 1));
        }
    }

    private static boolean same(String field, String want, String found) {
        String w = plain(want);
        String f = plain(found);
        return switch (field) {
            case "price" -> number(w) != null && number(f) != null && number(w).compareTo(number(f)) == 0;
            case "currency" ->
                found.equals(want) || SIGNS.getOrDefault(want, Set.of(want)).contains(found);
            case "availability" -> plain(Schema.word(want)).equals(plain(Schema.word(found)));
            default -> !f.isEmpty() && w.equals(f);
        };
    }

    private static BigDecimal number(String text) {
        return text.matches("\\d{1,15}(?:\\.\\d{1,9})?") ? new BigDecimal(text) : null;
    }

    private static String plain(String text) {
        return text.length() > 300 ? "" : text.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    @Test
    void schemaOrgExamples() throws IOException {
        Path folder = SharedData.text("pages/schemaorg");
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (JsonNode example : Json.mapper().readTree(Files.readAllBytes(folder.resolve("expected.json")))) {
            JsonNode want = example.path("expected_product");
            for (String syntax : List.of("jsonld", "microdata", "rdfa")) {
                String file = example.path("files").path(syntax).asText("");
                if (!file.isEmpty() && !want.isMissingNode()) {
                    checked++;
                    URI address = URI.create("https://example.org/" + file);
                    wrong.addAll(differences(want, read(folder.resolve(file), address), file));
                }
            }
        }
        System.out.println("schemaorg: " + checked + " files, wrong: " + wrong);
        assertThat(wrong).isEmpty();
    }

    @Test
    void extructExamples() throws IOException {
        Path folder = SharedData.text("pages/extruct");
        Offered offered = read(folder.resolve("product.html"), URI.create("https://example.org/p"));
        Listing listing = offered.listing();
        JsonNode want = Json.mapper()
                .readTree(Files.readAllBytes(folder.resolve("product.json")))
                .path(0)
                .path("properties");
        assertThat(listing.title()).isEqualTo(want.path("name").asText());
        assertThat(listing.brand()).isEqualTo(want.path("brand").asText());
        assertThat(listing.description()).isEqualTo(want.path("description").asText());
        assertThat(listing.price().amount()).isEqualByComparingTo("119.99");
        assertThat(listing.price().currency()).isEqualTo("USD");
        assertThat(listing.condition()).isEqualTo("used");
        assertThat(listing.seller().name()).isEqualTo("Executive Objects");
        assertThat(listing.attributes()).containsEntry("mpn", "925872").containsEntry("availability", "InStock");
        assertThat(offered.images()).containsExactly(URI.create("https://example.org/anvil_executive.jpg"));
    }

    @Test
    void taobaoState() throws IOException {
        Path folder = SharedData.text("pages/taobao");
        String state = Files.readString(folder.resolve("g_page_config.json"));
        URI address = URI.create("https://s.taobao.com/search?q=bag");
        for (String html :
                List.of(state, "<html><script>\n g_page_config = " + state + ";\n g_srp_loadCss();</script>")) {
            List<Offered> offers = new ListingExtractor()
                    .extract(
                            PageText.decode(html.getBytes(java.nio.charset.StandardCharsets.UTF_8), "")
                                    .document(address),
                            address,
                            AT)
                    .offers();
            JsonNode expected = Json.mapper().readTree(Files.readAllBytes(folder.resolve("expected.json")));
            assertThat(offers).hasSize(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                Listing listing = offers.get(i).listing();
                assertThat(listing.title())
                        .isEqualTo(expected.get(i).path("title").asText());
                assertThat(listing.price().amount())
                        .isEqualByComparingTo(expected.get(i).path("price").asText());
                assertThat(listing.seller().name())
                        .isEqualTo(expected.get(i).path("shop").asText());
            }
        }
    }

    private static Offered read(Path file, URI address) throws IOException {
        Document page = PageText.decode(Files.readAllBytes(file), "").document(address);
        List<Offered> offers = new ListingExtractor().extract(page, address, AT).offers();
        return offers.isEmpty() ? new Offered(Listing.builder("none").build(), List.of(), false) : offers.getFirst();
    }

    private static List<String> differences(JsonNode want, Offered offered, String file) {
        Listing listing = offered.listing();
        List<String> wrong = new ArrayList<>();
        for (var entry : want.properties()) {
            String value = entry.getValue().asText();
            String found = switch (entry.getKey()) {
                case "name" -> listing.title();
                case "brand" -> listing.brand();
                case "price" ->
                    listing.price() == null ? "" : listing.price().amount().toPlainString();
                case "currency" ->
                    listing.price() == null ? "" : listing.price().currency();
                case "image" ->
                    offered.images().stream().map(URI::toString).findFirst().orElse("");
                default -> listing.attributes().getOrDefault(entry.getKey(), "");
            };
            if (!Schema.word(value).equals(found)) {
                wrong.add(file + " " + entry.getKey() + ": expected " + value + ", found '" + found + "'");
            }
        }
        return wrong;
    }
}
