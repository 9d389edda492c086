package org.touchstone.crawler.plan;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.SiteProfile;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.live.LiveSource;
import org.touchstone.crawler.render.RenderMode;
import org.touchstone.record.YamlException;

/**
 * What to crawl and how. Immutable.
 *
 * <pre>{@code
 * CrawlPlan plan = CrawlPlan.builder(Agent.of("bot@example.org"))
 *         .seeds(List.of(URI.create("https://shop.example/")))
 *         .build();
 * CrawlReport report = new Crawler(plan).run(Path.of("crawl"), CrawlListener.SILENT);
 * }</pre>
 *
 * @param name of the plan, for people
 * @param agent who crawls
 * @param seeds where it starts, in canonical form; at least one, unless there are rooms to watch
 * @param allow hosts such as {@code shop.example}, or beginnings of addresses; the hosts of the seeds when empty
 * @param limits when it ends
 * @param delay least pause between two requests to a host
 * @param revisit time after which a crawl that is repeated asks for every page again, however seldom it changes
 * @param privateNetworks whether loopback and private networks may be reached
 * @param sitemaps lists of pages to visit
 * @param profiles of sites that are known
 * @param live rooms to watch
 * @param schedule when {@code watch} is to run it; null when it says nothing
 * @param webhook where {@code watch} tells what is new; null for nowhere
 * @param render which pages are read through a browser
 * @param screenshots whether those of them that give offers are kept as pictures, for which their own pictures are asked for
 */
public record CrawlPlan(
        String name,
        Agent agent,
        List<URI> seeds,
        List<String> allow,
        Limits limits,
        Duration delay,
        Duration revisit,
        boolean privateNetworks,
        List<URI> sitemaps,
        List<SiteProfile> profiles,
        List<LiveSource> live,
        @Nullable Schedule schedule,
        @Nullable URI webhook,
        RenderMode render,
        boolean screenshots) {

    public CrawlPlan {
        seeds = List.copyOf(seeds);
        sitemaps = List.copyOf(sitemaps);
        profiles = List.copyOf(profiles);
        live = List.copyOf(live);
        allow = allow.isEmpty()
                ? Stream.concat(seeds.stream(), sitemaps.stream())
                        .map(URI::getHost)
                        .distinct()
                        .toList()
                : List.copyOf(allow);
        if (seeds.isEmpty() && sitemaps.isEmpty() && live.isEmpty()) {
            throw new IllegalArgumentException("a plan needs at least one seed, a sitemap, or a live room");
        }
        if (delay.isNegative() || revisit.isNegative()) {
            throw new IllegalArgumentException("a time is negative: delay " + delay + ", revisit " + revisit);
        }
    }

    /**
     * Who crawls, for the User-Agent header and for robots.txt.
     *
     * @param name product token: letters, {@code _} and {@code -}
     * @param url page that says what the crawler does, empty when there is none
     * @param contact where a site's owner can complain; never blank
     */
    public record Agent(String name, String url, String contact) {
        /** The token that robots.txt files may name when the plan gives no other. */
        public static final String DEFAULT_NAME = "TouchstoneBot";

        public Agent {
            if (!name.matches("[A-Za-z_-]{2,60}")) {
                throw new IllegalArgumentException(
                        "expected an agent name of letters, '_' and '-', found '" + name + "'");
            }
            if (!contact.matches("[^\\s@()]+@[^\\s@()]+\\.[^\\s@()]+|https?://[^\\s()]+")) {
                throw new IllegalArgumentException("no contact, no crawl: expected an e-mail address or a page where "
                        + "site owners can reach you, found '" + contact + "'");
            }
            if (!url.matches("|https?://[^\\s()]+")) {
                throw new IllegalArgumentException(
                        "expected the address of a page about the crawler, found '" + url + "'");
            }
        }

        /** The default name with a contact. */
        public static Agent of(String contact) {
            return new Agent(DEFAULT_NAME, "", contact);
        }

        /** The User-Agent header. */
        public String header() {
            return name + "/" + VERSION + " (" + (url.isEmpty() ? "" : "+" + url + "; ") + contact + ")";
        }

        /** Of the crawler, in its name. */
        public static final String VERSION = "0.1";
    }

    /**
     * When a crawl ends by itself.
     *
     * @param pages requests for pages
     * @param depth links from a seed; 0 reads the seeds only
     * @param bytes received, pages and images together
     * @param duration from the start
     */
    public record Limits(int pages, int depth, long bytes, Duration duration) {
        public static final Limits DEFAULT = new Limits(1000, 5, 2L << 30, Duration.ofHours(1));

        public Limits {
            if (pages < 1 || depth < 0 || bytes < 1 || duration.isNegative()) {
                throw new IllegalArgumentException("limits are not positive: pages " + pages + ", depth " + depth
                        + ", bytes " + bytes + ", duration " + duration);
            }
        }

        public Limits withPages(int value) {
            return new Limits(value, depth, bytes, duration);
        }

        public Limits withDepth(int value) {
            return new Limits(pages, value, bytes, duration);
        }
    }

    /**
     * Reads a plan.
     *
     * @throws YamlException when the file is no plan; its message names the file, the key, and what was expected
     */
    public static CrawlPlan read(Path file) throws IOException {
        return PlanReader.read(file);
    }

    /** Starts a plan. */
    public static Builder builder(Agent agent) {
        return new Builder(agent);
    }

    /** A builder that holds all parts of this plan. */
    public Builder toBuilder() {
        return builder(agent)
                .name(name)
                .seeds(seeds)
                .allow(allow)
                .limits(limits)
                .delay(delay)
                .revisit(revisit)
                .privateNetworks(privateNetworks)
                .sitemaps(sitemaps)
                .profiles(profiles)
                .live(live)
                .schedule(schedule)
                .webhook(webhook)
                .render(render)
                .screenshots(screenshots);
    }

    /** Whether the plan lets an address be visited. */
    public boolean allows(URI address) {
        for (String allowed : allow) {
            boolean prefix = allowed.contains("/");
            if (prefix ? address.toString().startsWith(prefixed(allowed)) : isHost(address, allowed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHost(URI address, String allowed) {
        String host = allowed.toLowerCase(Locale.ROOT);
        return host.contains(":") && !host.contains("[")
                ? host.equals(address.getRawAuthority())
                : host.equals(address.getHost());
    }

    private static String prefixed(String prefix) {
        return WebAddress.parse(prefix).map(URI::toString).orElse(prefix);
    }

    /** Collects a plan's parts. Not thread-safe. */
    public static final class Builder {
        private Agent agent;
        private String name = "crawl";
        private List<URI> seeds = List.of();
        private List<String> allow = List.of();
        private Limits limits = Limits.DEFAULT;
        private Duration delay = Duration.ofSeconds(2);
        private Duration revisit = Duration.ofDays(7);
        private boolean privateNetworks;
        private List<URI> sitemaps = List.of();
        private List<SiteProfile> profiles = List.of();
        private List<LiveSource> live = List.of();
        private @Nullable Schedule schedule;
        private @Nullable URI webhook;
        private RenderMode render = RenderMode.NEVER;
        private boolean screenshots;

        private Builder(Agent agent) {
            this.agent = agent;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder seeds(List<URI> value) {
            seeds = value;
            return this;
        }

        public Builder allow(List<String> value) {
            allow = value;
            return this;
        }

        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        public Builder delay(Duration value) {
            delay = value;
            return this;
        }

        public Builder revisit(Duration value) {
            revisit = value;
            return this;
        }

        public Builder privateNetworks(boolean value) {
            privateNetworks = value;
            return this;
        }

        public Builder agent(Agent value) {
            agent = value;
            return this;
        }

        public Builder schedule(@Nullable Schedule value) {
            schedule = value;
            return this;
        }

        public Builder webhook(@Nullable URI value) {
            webhook = value;
            return this;
        }

        public Builder render(RenderMode value) {
            render = value;
            return this;
        }

        public Builder screenshots(boolean value) {
            screenshots = value;
            return this;
        }

        public Builder sitemaps(List<URI> value) {
            sitemaps = value;
            return this;
        }

        public Builder profiles(List<SiteProfile> value) {
            profiles = value;
            return this;
        }

        public Builder live(List<LiveSource> value) {
            live = value;
            return this;
        }

        public CrawlPlan build() {
            return new CrawlPlan(
                    name,
                    agent,
                    seeds,
                    allow,
                    limits,
                    delay,
                    revisit,
                    privateNetworks,
                    sitemaps,
                    profiles,
                    live,
                    schedule,
                    webhook,
                    render,
                    screenshots);
        }
    }
}
