package org.touchstone.crawler.plan;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.SiteProfile;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.live.LiveSource;
import org.touchstone.crawler.render.RenderMode;
import org.touchstone.record.YamlException;
import org.touchstone.record.YamlNode;

/** Reads the plan format. */
final class PlanReader {
    static final List<String> KEYS = List.of(
            "name",
            "agent",
            "seeds",
            "sitemaps",
            "searches",
            "allow",
            "limits",
            "delay",
            "revisit",
            "render",
            "screenshots",
            "privateNetworks",
            "profiles",
            "live",
            "schedule",
            "webhook");
    /** What people write by hand is smaller. */
    static final int MAX_BYTES = 1 << 20;

    private static final String TIME = "a time such as 2s, 500ms or 1h30m";
    private static final String ADDRESS = "an address such as https://shop.example/";

    /** Time that a watch may need beyond what it watches, to take its stills. */
    private static final Duration SPARE = Duration.ofMinutes(30);

    private PlanReader() {}

    static CrawlPlan read(Path file) throws IOException {
        YamlNode root = YamlNode.read(file, "a plan", MAX_BYTES).knows(KEYS);
        YamlNode agent = root.at("agent").knows(List.of("name", "url", "contact"));
        YamlNode limits = root.at("limits").knows(List.of("pages", "depth", "bytes", "duration"));
        CrawlPlan.Limits usual = CrawlPlan.Limits.DEFAULT;
        try {
            List<LiveSource> live = live(root);
            return CrawlPlan.builder(new CrawlPlan.Agent(
                            agent.at("name").text(CrawlPlan.Agent.DEFAULT_NAME),
                            agent.at("url").text(""),
                            agent.at("contact").text("")))
                    .name(root.at("name").text(String.valueOf(file.getFileName())))
                    .seeds(seeds(root))
                    .allow(root.at("allow").texts())
                    .limits(new CrawlPlan.Limits(
                            limits.at("pages").whole(usual.pages()),
                            limits.at("depth").whole(usual.depth()),
                            limits.at("bytes").as(Quantity::bytes, "a size such as 2GiB", usual.bytes()),
                            time(limits.at("duration"), longEnough(live))))
                    .delay(time(root.at("delay"), Duration.ofSeconds(2)))
                    .revisit(time(root.at("revisit"), Duration.ofDays(7)))
                    .privateNetworks(root.at("privateNetworks").yes())
                    .sitemaps(addresses(root.at("sitemaps")))
                    .profiles(profiles(root))
                    .live(live)
                    .render(root.at("render").as(RenderMode::of, "never, auto or always", RenderMode.NEVER))
                    .screenshots(root.at("screenshots").yes())
                    .schedule(schedule(root))
                    .webhook(
                            root.at("webhook").isGiven()
                                    ? root.at("webhook")
                                            .as(WebAddress::parse, "an address such as https://hooks.example/new-hits")
                                    : null)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new YamlException(file, 0, "", String.valueOf(e.getMessage()));
        }
    }

    /** The usual limit, unless a room is to be watched for longer. */
    private static Duration longEnough(List<LiveSource> live) {
        Duration usual = CrawlPlan.Limits.DEFAULT.duration();
        return live.stream()
                .map(room -> room.duration().plus(SPARE))
                .filter(time -> time.compareTo(usual) > 0)
                .max(Comparator.naturalOrder())
                .orElse(usual);
    }

    private static Duration time(YamlNode node, Duration otherwise) throws YamlException {
        return node.as(Quantity::time, TIME, otherwise);
    }

    private static List<URI> addresses(YamlNode node) throws YamlException {
        List<URI> addresses = new ArrayList<>();
        for (YamlNode item : node.oneOrMore()) {
            addresses.add(item.as(WebAddress::parse, ADDRESS));
        }
        return addresses;
    }

    private static List<URI> seeds(YamlNode root) throws YamlException {
        List<URI> seeds = new ArrayList<>(addresses(root.at("seeds")));
        for (YamlNode search : root.at("searches").items()) {
            search.knows(List.of("url", "keywords"));
            String template = search.at("url").text("");
            if (!template.contains("{keyword}")) {
                throw search.at("url").wrong("an address with {keyword} in it");
            }
            for (String keyword : search.at("keywords").texts()) {
                String written = template.replace("{keyword}", URLEncoder.encode(keyword, StandardCharsets.UTF_8));
                seeds.add(WebAddress.parse(written)
                        .orElseThrow(() -> search.at("url").wrong(ADDRESS)));
            }
        }
        return seeds;
    }

    /** Profiles stand beside the plan, or where their paths lead from there. */
    private static List<SiteProfile> profiles(YamlNode root) throws YamlException {
        List<SiteProfile> profiles = new ArrayList<>();
        for (YamlNode item : root.at("profiles").oneOrMore()) {
            String name =
                    item.as(text -> text.isEmpty() ? Optional.empty() : Optional.of(text), "the path of a profile");
            Path file = root.file().resolveSibling(name);
            try {
                profiles.add(ProfileReader.read(file));
            } catch (YamlException e) {
                throw e;
            } catch (NoSuchFileException e) {
                throw item.wrong("a profile that stands at " + file);
            } catch (IOException e) {
                throw item.wrong("a profile that can be read at " + file + " (" + e + ")");
            }
        }
        return profiles;
    }

    private static @Nullable Schedule schedule(YamlNode root) throws YamlException {
        YamlNode schedule = root.at("schedule").knows(List.of("cron", "zone"));
        return schedule.isGiven()
                ? Schedule.of(schedule.at("cron").text(""), schedule.at("zone").text("UTC"))
                : null;
    }

    private static List<LiveSource> live(YamlNode root) throws YamlException {
        List<LiveSource> sources = new ArrayList<>();
        for (YamlNode room : root.at("live").items()) {
            room.knows(List.of("room", "host", "playlist", "cards", "every", "for"));
            sources.add(new LiveSource(
                    room.at("room").text(""),
                    room.at("host").text(""),
                    address(room.at("playlist")),
                    address(room.at("cards")),
                    time(room.at("every"), LiveSource.EVERY),
                    time(room.at("for"), LiveSource.DURATION)));
        }
        return sources;
    }

    private static Optional<URI> address(YamlNode node) throws YamlException {
        return node.isGiven() ? Optional.of(node.as(WebAddress::parse, ADDRESS)) : Optional.empty();
    }
}
