package org.touchstone.crawler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.SiteProfile;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.live.LiveSource;
import org.touchstone.crawler.render.RenderMode;

/** Reads the plan format strictly: a key that nobody knows is an error, since a limit with a typing error is no limit. */
final class PlanReader {
    private static final int MAX_BYTES = 1 << 20;
    private static final List<String> KEYS = List.of(
            "name",
            "agent",
            "seeds",
            "sitemaps",
            "searches",
            "allow",
            "limits",
            "delay",
            "render",
            "screenshots",
            "privateNetworks",
            "profiles",
            "live",
            "schedule",
            "webhook");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;

    private PlanReader(Path file) {
        this.file = file;
    }

    static CrawlPlan read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new PlanException(
                    file + ": expected a plan of at most " + MAX_BYTES + " bytes, found " + Files.size(file));
        }
        JsonNode root;
        try {
            root = YAML.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String what = e.getOriginalMessage().lines().findFirst().orElse("no reason given");
            throw new PlanException(file + ":" + line + ": expected YAML, found " + what);
        }
        return new PlanReader(file).plan(root);
    }

    private CrawlPlan plan(JsonNode root) throws PlanException {
        check(root, "", KEYS);
        JsonNode agent = root.path("agent");
        check(agent, "agent", List.of("name", "url", "contact"));
        JsonNode limits = root.path("limits");
        check(limits, "limits", List.of("pages", "depth", "bytes", "duration"));
        CrawlPlan.Limits usual = CrawlPlan.Limits.DEFAULT;
        try {
            return CrawlPlan.builder(new CrawlPlan.Agent(
                            text(agent, "name", CrawlPlan.Agent.DEFAULT_NAME),
                            text(agent, "url", ""),
                            text(agent, "contact", "")))
                    .name(text(root, "name", String.valueOf(file.getFileName())))
                    .seeds(seeds(root))
                    .allow(texts(root, "allow"))
                    .limits(new CrawlPlan.Limits(
                            whole(limits, "pages", usual.pages()),
                            whole(limits, "depth", usual.depth()),
                            quantity(limits, "bytes", usual.bytes(), Quantity::bytes, "a size such as 2GiB"),
                            time(limits, "duration", usual.duration())))
                    .delay(time(root, "delay", Duration.ofSeconds(2)))
                    .privateNetworks(yes(root, "privateNetworks"))
                    .sitemaps(addresses(texts(root, "sitemaps"), "sitemaps"))
                    .profiles(profiles(root))
                    .live(live(root))
                    .render(render(root))
                    .screenshots(yes(root, "screenshots"))
                    .schedule(schedule(root))
                    .webhook(webhook(root))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new PlanException(file + ": " + e.getMessage());
        }
    }

    /** Profiles stand beside the plan, or where their paths lead from there. */
    private List<SiteProfile> profiles(JsonNode root) throws PlanException {
        List<SiteProfile> profiles = new ArrayList<>();
        for (String name : texts(root, "profiles")) {
            try {
                profiles.add(ProfileReader.read(file.resolveSibling(name)));
            } catch (PlanException e) {
                throw e;
            } catch (IOException e) {
                throw new PlanException(
                        file + ": profiles: expected a profile at " + file.resolveSibling(name) + ", but " + e);
            }
        }
        return profiles;
    }

    private RenderMode render(JsonNode root) throws PlanException {
        return RenderMode.of(text(root, "render", RenderMode.NEVER.key()))
                .orElseThrow(() -> wrong("render", "never, auto or always", root.path("render")));
    }

    private @Nullable Schedule schedule(JsonNode root) throws PlanException {
        JsonNode schedule = root.path("schedule");
        check(schedule, "schedule", List.of("cron", "zone"));
        return schedule.isMissingNode() ? null : Schedule.of(text(schedule, "cron", ""), text(schedule, "zone", "UTC"));
    }

    private @Nullable URI webhook(JsonNode root) throws PlanException {
        String written = text(root, "webhook", "");
        return written.isEmpty()
                ? null
                : WebAddress.parse(written)
                        .orElseThrow(() -> wrong(
                                "webhook", "an address such as https://hooks.example/new-hits", root.path("webhook")));
    }

    private List<URI> seeds(JsonNode root) throws PlanException {
        List<String> written = new ArrayList<>(texts(root, "seeds"));
        for (JsonNode search : root.path("searches")) {
            check(search, "searches", List.of("url", "keywords"));
            String template = text(search, "url", "");
            if (!template.contains("{keyword}")) {
                throw wrong("searches.url", "an address with {keyword} in it", search.path("url"));
            }
            for (String keyword : texts(search, "keywords")) {
                written.add(template.replace("{keyword}", URLEncoder.encode(keyword, StandardCharsets.UTF_8)));
            }
        }
        return addresses(written, "seeds");
    }

    private List<URI> addresses(List<String> written, String key) throws PlanException {
        List<URI> addresses = new ArrayList<>();
        for (String one : written) {
            addresses.add(WebAddress.parse(one)
                    .orElseThrow(() -> new PlanException(file + ": " + key
                            + ": expected an address such as https://shop.example/, found '" + one + "'")));
        }
        return addresses;
    }

    private List<LiveSource> live(JsonNode root) throws PlanException {
        JsonNode rooms = root.path("live");
        if (!rooms.isMissingNode() && !rooms.isNull() && !rooms.isArray()) {
            throw wrong("live", "a list of rooms", rooms);
        }
        List<LiveSource> sources = new ArrayList<>();
        for (JsonNode room : rooms) {
            check(room, "live", List.of("room", "host", "playlist", "cards", "every", "for"));
            String cards = text(room, "cards", "");
            sources.add(new LiveSource(
                    text(room, "room", ""),
                    text(room, "host", ""),
                    address("live.playlist", text(room, "playlist", "")),
                    cards.isEmpty() ? Optional.empty() : Optional.of(address("live.cards", cards)),
                    time(room, "every", LiveSource.EVERY),
                    time(room, "for", LiveSource.DURATION)));
        }
        return sources;
    }

    private URI address(String key, String written) throws PlanException {
        return WebAddress.parse(written)
                .orElseThrow(() -> new PlanException(file + ": " + key
                        + ": expected an address such as https://shop.example/, found '" + written + "'"));
    }

    private void check(JsonNode node, String parent, List<String> known) throws PlanException {
        if (node.isMissingNode()) {
            return;
        }
        if (!(node instanceof ObjectNode)) {
            throw wrong(parent, "keys with values", node);
        }
        for (var entry : node.properties()) {
            String key = entry.getKey();
            if (!known.contains(key)) {
                String where = parent.isEmpty() ? "" : " in '" + parent + "'";
                String hint = Spelling.nearest(key, known)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("; known are " + String.join(", ", known));
                throw new PlanException(file + ": unknown key '" + key + "'" + where + hint);
            }
        }
    }

    private String text(JsonNode node, String key, String otherwise) throws PlanException {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isValueNode()) {
            throw wrong(key, "a text", value);
        }
        return value.asText().strip();
    }

    private List<String> texts(JsonNode node, String key) throws PlanException {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            if (!item.isValueNode() || item.asText().isBlank()) {
                throw wrong(key, "a list of texts", value);
            }
            texts.add(item.asText().strip());
        }
        return texts;
    }

    private int whole(JsonNode node, String key, int otherwise) throws PlanException {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw wrong("limits." + key, "a whole number", value);
        }
        return value.intValue();
    }

    private boolean yes(JsonNode node, String key) throws PlanException {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(key, "true or false", value);
        }
        return value.booleanValue();
    }

    private Duration time(JsonNode node, String key, Duration otherwise) throws PlanException {
        return quantity(node, key, otherwise, Quantity::time, "a time such as 2s, 500ms or 1h30m");
    }

    private <T> T quantity(
            JsonNode node, String key, T otherwise, Function<String, Optional<T>> reader, String expected)
            throws PlanException {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        return reader.apply(value.asText()).orElseThrow(() -> wrong(key, expected, value));
    }

    private PlanException wrong(String key, String expected, JsonNode found) {
        return new PlanException(file + ": " + key + ": expected " + expected + ", found '" + found.toString() + "'");
    }
}
