package org.touchstone.crawler.plan;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
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
import org.touchstone.record.YamlException;
import org.touchstone.record.YamlNode;

/** Reads the profile format strictly: a key, selector or pointer that means nothing is an error, and says where. */
public final class ProfileReader {
    private ProfileReader() {}

    /**
     * Reads a profile.
     *
     * @throws YamlException when the file is none; its message names file, line and key, and what was expected
     */
    public static SiteProfile read(Path file) throws IOException {
        YamlNode root = YamlNode.read(file, "a profile", PlanReader.MAX_BYTES)
                .knows(List.of("name", "hosts", "pages", "tests"));
        List<String> hosts = root.at("hosts").texts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
        if (hosts.isEmpty()) {
            throw root.at("hosts").wrong("a list of hosts such as [shop.example, '*.shop.example']");
        }
        List<SiteProfile.Page> pages = new ArrayList<>();
        for (YamlNode page : root.at("pages").items()) {
            pages.add(page(page));
        }
        List<SiteProfile.Sample> samples = new ArrayList<>();
        for (YamlNode test : root.at("tests").items()) {
            samples.add(sample(test));
        }
        return new SiteProfile(root.at("name").text(String.valueOf(file.getFileName())), hosts, pages, samples);
    }

    private static SiteProfile.Page page(YamlNode page) throws YamlException {
        page.knows(List.of("kind", "url", "items", "fields", "next"));
        Kind kind = page.at("kind").as(ProfileReader::kind, "product, list or other", Kind.PRODUCT);
        String url = page.at("url").text("");
        if (!url.startsWith("/") && !url.startsWith("*")) {
            throw page.at("url").wrong("a path such as /item/*");
        }
        if (kind == Kind.LIST && !page.has("items")) {
            throw page.at("items").wrong("where each product of the list stands");
        }
        Map<String, List<Spot>> fields = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> field : page.at("fields").entries().entrySet()) {
            checkField(field.getKey(), field.getValue());
            List<Spot> spots = new ArrayList<>();
            for (YamlNode one : field.getValue().oneOrMore()) {
                spots.add(spot(one));
            }
            fields.put(field.getKey(), spots);
        }
        if (page.at("next").has("json")) {
            throw page.at("next").wrong("a CSS selector of links");
        }
        return new SiteProfile.Page(kind, url, optional(page.at("items")), fields, optional(page.at("next")));
    }

    private static Optional<Kind> kind(String said) {
        return Stream.of(Kind.values()).filter(one -> one.key().equals(said)).findFirst();
    }

    private static void checkField(String field, YamlNode node) throws YamlException {
        if (!field.startsWith("attributes.") && !SiteProfile.FIELDS.contains(field)) {
            throw node.unknown("field", SiteProfile.FIELDS);
        }
    }

    private static Optional<Spot> optional(YamlNode node) throws YamlException {
        return node.isGiven() ? Optional.of(spot(node)) : Optional.empty();
    }

    /** A selector alone, or keys. */
    private static Spot spot(YamlNode node) throws YamlException {
        if (node.isText()) {
            return new Spot(selector(node), "", "", "");
        }
        node.knows(List.of("css", "attribute", "json", "value"));
        Spot spot = new Spot(
                node.has("css") ? selector(node.at("css")) : "",
                node.at("attribute").text(""),
                node.has("json") ? pointer(node.at("json")) : "",
                node.at("value").text(""));
        boolean element = !spot.css().isEmpty() || !spot.attribute().isEmpty();
        int ways = (element ? 1 : 0)
                + (spot.json().isEmpty() ? 0 : 1)
                + (spot.value().isEmpty() ? 0 : 1);
        if (ways != 1) {
            throw node.wrong("either css (with attribute), json, or value");
        }
        return spot;
    }

    private static String selector(YamlNode node) throws YamlException {
        String written = node.text("");
        try {
            QueryParser.parse(written);
            return written;
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            throw node.wrong("a CSS selector");
        }
    }

    private static String pointer(YamlNode node) throws YamlException {
        try {
            return JsonPointer.compile(node.text("")).toString();
        } catch (IllegalArgumentException e) {
            throw node.wrong("a JSON Pointer such as /product/name");
        }
    }

    private static SiteProfile.Sample sample(YamlNode test) throws YamlException {
        test.knows(List.of("file", "url", "listings", "expect"));
        if (test.at("file").text("").isEmpty()) {
            throw test.at("file").wrong("a page beside the profile");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> field : test.at("expect").entries().entrySet()) {
            checkField(field.getKey(), field.getValue());
            fields.put(field.getKey(), field.getValue().text(""));
        }
        return new SiteProfile.Sample(
                test.at("file").text(""),
                test.at("url").as(WebAddress::parse, "an address such as https://shop.example/p/1"),
                test.at("listings").whole(-1),
                fields);
    }
}
