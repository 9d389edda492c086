package org.touchstone.crawler;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.touchstone.crawler.extract.SiteProfile;
import org.touchstone.crawler.extract.SiteProfile.Kind;
import org.touchstone.crawler.extract.SiteProfile.Spot;
import org.touchstone.crawler.fetch.WebAddress;

/** Reads the profile format strictly: a key, selector or pointer that means nothing is an error, and says where. */
final class ProfileReader {
    private static final int MAX_BYTES = 1 << 20;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;

    private ProfileReader(Path file) {
        this.file = file;
    }

    static SiteProfile read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new PlanException(
                    file + ": expected a profile of at most " + MAX_BYTES + " bytes, found " + Files.size(file));
        }
        try {
            return new ProfileReader(file).profile(YAML.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String what = e.getOriginalMessage().lines().findFirst().orElse("no reason given");
            throw new PlanException(file + ":" + line + ": expected YAML, found " + what);
        }
    }

    private SiteProfile profile(JsonNode root) throws PlanException {
        check(root, "", List.of("name", "hosts", "pages", "tests"));
        List<String> hosts = new ArrayList<>();
        for (JsonNode host : root.path("hosts")) {
            hosts.add(host.asText().toLowerCase(Locale.ROOT));
        }
        if (hosts.isEmpty()) {
            throw wrong("hosts", "a list of hosts such as [shop.example, '*.shop.example']", root.path("hosts"));
        }
        List<SiteProfile.Page> pages = new ArrayList<>();
        for (JsonNode page : root.path("pages")) {
            pages.add(page(page, "pages[" + pages.size() + "]"));
        }
        List<SiteProfile.Sample> samples = new ArrayList<>();
        for (JsonNode test : root.path("tests")) {
            samples.add(sample(test, "tests[" + samples.size() + "]"));
        }
        String name = root.path("name").asText(String.valueOf(file.getFileName()));
        return new SiteProfile(name, hosts, pages, samples);
    }

    private SiteProfile.Page page(JsonNode page, String where) throws PlanException {
        check(page, where, List.of("kind", "url", "items", "fields", "next"));
        String said = page.path("kind").asText("product");
        Kind kind = Stream.of(Kind.values())
                .filter(one -> one.key().equals(said))
                .findFirst()
                .orElseThrow(() -> wrong(where + ".kind", "product, list or other", page.path("kind")));
        String url = page.path("url").asText("");
        if (!url.startsWith("/") && !url.startsWith("*")) {
            throw wrong(where + ".url", "a path such as /item/*", page.path("url"));
        }
        if (kind == Kind.LIST && !page.has("items")) {
            throw wrong(where + ".items", "where each product of the list stands", page.path("items"));
        }
        Map<String, List<Spot>> fields = new LinkedHashMap<>();
        for (var entry : page.path("fields").properties()) {
            String field = entry.getKey();
            if (!field.startsWith("attributes.") && !SiteProfile.FIELDS.contains(field)) {
                throw unknown("field", field, where + ".fields", SiteProfile.FIELDS);
            }
            List<Spot> spots = new ArrayList<>();
            for (JsonNode one : entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue())) {
                spots.add(spot(one, where + ".fields." + field));
            }
            fields.put(field, spots);
        }
        if (!page.path("next").path("json").isMissingNode()) {
            throw wrong(where + ".next", "a CSS selector of links", page.path("next"));
        }
        return new SiteProfile.Page(kind, url, optional(page, "items", where), fields, optional(page, "next", where));
    }

    private Optional<Spot> optional(JsonNode page, String key, String where) throws PlanException {
        return page.has(key) ? Optional.of(spot(page.get(key), where + "." + key)) : Optional.empty();
    }

    /** A selector alone, or keys. */
    private Spot spot(JsonNode node, String where) throws PlanException {
        if (node.isTextual()) {
            return new Spot(selector(node, where), "", "", "");
        }
        check(node, where, List.of("css", "attribute", "json", "value"));
        Spot spot = new Spot(
                node.has("css") ? selector(node.get("css"), where + ".css") : "",
                node.path("attribute").asText(""),
                node.has("json") ? pointer(node.get("json"), where + ".json") : "",
                node.path("value").asText(""));
        boolean element = !spot.css().isEmpty() || !spot.attribute().isEmpty();
        int ways = (element ? 1 : 0)
                + (spot.json().isEmpty() ? 0 : 1)
                + (spot.value().isEmpty() ? 0 : 1);
        if (ways != 1) {
            throw wrong(where, "either css (with attribute), json, or value", node);
        }
        return spot;
    }

    private String selector(JsonNode node, String where) throws PlanException {
        try {
            QueryParser.parse(node.asText());
            return node.asText();
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            throw wrong(where, "a CSS selector", node);
        }
    }

    private String pointer(JsonNode node, String where) throws PlanException {
        try {
            return JsonPointer.compile(node.asText()).toString();
        } catch (IllegalArgumentException e) {
            throw wrong(where, "a JSON Pointer such as /product/name", node);
        }
    }

    private SiteProfile.Sample sample(JsonNode test, String where) throws PlanException {
        check(test, where, List.of("file", "url", "listings", "expect"));
        URI url = WebAddress.parse(test.path("url").asText(""))
                .orElseThrow(
                        () -> wrong(where + ".url", "an address such as https://shop.example/p/1", test.path("url")));
        if (test.path("file").asText("").isBlank()) {
            throw wrong(where + ".file", "a page beside the profile", test.path("file"));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (var entry : test.path("expect").properties()) {
            if (!entry.getKey().startsWith("attributes.") && !SiteProfile.FIELDS.contains(entry.getKey())) {
                throw unknown("field", entry.getKey(), where + ".expect", SiteProfile.FIELDS);
            }
            fields.put(entry.getKey(), entry.getValue().asText());
        }
        return new SiteProfile.Sample(
                test.path("file").asText(), url, test.path("listings").asInt(-1), fields);
    }

    private void check(JsonNode node, String where, List<String> known) throws PlanException {
        if (!(node instanceof ObjectNode)) {
            throw wrong(where.isEmpty() ? "profile" : where, "keys with values", node);
        }
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw unknown("key", entry.getKey(), where, known);
            }
        }
    }

    private PlanException unknown(String what, String found, String where, List<String> known) {
        String hint = Spelling.nearest(found, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; known are " + String.join(", ", known));
        return new PlanException(file + ": unknown " + what + " '" + found + "'"
                + (where.isEmpty() ? "" : " in '" + where + "'") + hint);
    }

    private PlanException wrong(String key, String expected, JsonNode found) {
        return new PlanException(file + ": " + key + ": expected " + expected + ", found '" + found + "'");
    }
}
