package org.touchstone.crawler.fetch;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the groups of one robots.txt that concern one crawler, RFC 9309, section 2.2: all groups that name it are one; when
 * none does, all for {@code *} are one; when there are none either, everything may be fetched. A group begins with its
 * user-agent lines, and nothing but a rule ends these: other records do not interfere (section 2.2.4). Misspellings that
 * Google's parser knows are understood. Nothing is an error.
 */
final class RobotsFile {
    /** What is read of a robots.txt, section 2.5: 500 KiB. */
    static final int MAX_BYTES = 500 << 10;

    private static final Duration MAX_DELAY = Duration.ofDays(1);
    private static final Set<String> AGENT = Set.of("user-agent", "useragent", "user agent");
    private static final Set<String> DISALLOW =
            Set.of("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw");
    private static final Set<String> DELAY = Set.of("crawl-delay", "crawldelay", "crawl delay");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z_-]*");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9}(?:\\.\\d{0,9})?).*");
    private static final Pattern NO_COLON = Pattern.compile("(\\S+)[ \\t]+(\\S+)");

    /**
     * A rule.
     *
     * @param path as written, one octet in each char
     * @param line from 1
     */
    record Rule(boolean allow, String path, int line) {
        /** For people; what is no UTF-8 shows as replacement characters. */
        String text() {
            return (allow ? "Allow: " : "Disallow: ")
                    + new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    /**
     * What concerns us.
     *
     * @param delay the longest Crawl-delay, at most a day; zero when there is none
     */
    record Group(List<Rule> rules, Duration delay) {}

    private final String agent;
    private final Collected named = new Collected();
    private final Collected anyone = new Collected();
    private boolean inNamed;
    private boolean inAnyone;
    private boolean afterRule = true;

    private RobotsFile(String agent) {
        this.agent = agent;
    }

    /** @param agent product token, compared without case; letters, {@code _} and {@code -} */
    static Group read(byte[] content, String agent) {
        RobotsFile file = new RobotsFile(agent);
        String[] lines = text(content).split("\r\n|\r|\n", -1);
        // A line that the limit cut through could forbid or allow more than it says.
        int whole = content.length >= MAX_BYTES ? lines.length - 1 : lines.length;
        for (int i = 0; i < whole; i++) {
            file.line(lines[i], i + 1);
        }
        return (file.named.seen ? file.named : file.anyone).group();
    }

    /** One octet in each char. UTF-16 with its mark is none the RFC knows of, but is plain to see and means what it says. */
    private static String text(byte[] content) {
        int mark = content.length < 2 ? 0 : (content[0] & 0xff) << 8 | (content[1] & 0xff);
        if (mark == 0xfeff || mark == 0xfffe) {
            Charset charset = mark == 0xfeff ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            String text = charset.decode(ByteBuffer.wrap(content, 2, content.length - 2))
                    .toString();
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        }
        boolean marked = mark == 0xefbb && content.length > 2 && (content[2] & 0xff) == 0xbf;
        int from = marked ? 3 : 0;
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1);
    }

    private void line(String written, int number) {
        int comment = written.indexOf('#');
        String line = (comment < 0 ? written : written.substring(0, comment)).trim();
        int colon = line.indexOf(':');
        String key;
        String value;
        if (colon >= 0) {
            key = line.substring(0, colon).trim();
            value = line.substring(colon + 1).trim();
        } else {
            Matcher pair = NO_COLON.matcher(line);
            if (!pair.matches()) {
                return;
            }
            key = pair.group(1);
            value = pair.group(2);
        }
        record(key.toLowerCase(Locale.ROOT), value, number);
    }

    private void record(String key, String value, int number) {
        if (AGENT.contains(key)) {
            userAgent(value);
        } else if (DELAY.contains(key)) {
            delay(value);
        } else if (key.equals("allow") || DISALLOW.contains(key)) {
            afterRule = true;
            boolean allow = key.equals("allow");
            // A path must begin with a slash; a ban that forgot it still means something.
            String path =
                    allow || value.isEmpty() || value.startsWith("/") || value.startsWith("*") ? value : "/" + value;
            if (!path.isEmpty()) {
                add(new Rule(allow, path, number));
            }
        }
    }

    private void userAgent(String value) {
        if (afterRule) {
            inNamed = false;
            inAnyone = false;
            afterRule = false;
        }
        if (value.equals("*") || value.startsWith("* ") || value.startsWith("*\t")) {
            inAnyone = true;
            anyone.seen = true;
            return;
        }
        Matcher token = TOKEN.matcher(value);
        if (token.lookingAt() && token.group().equalsIgnoreCase(agent)) {
            inNamed = true;
            named.seen = true;
        }
    }

    private void delay(String value) {
        Matcher seconds = SECONDS.matcher(value);
        if (!seconds.matches()) {
            return;
        }
        long millis = new BigDecimal(seconds.group(1)).movePointRight(3).longValue();
        Duration asked = millis > MAX_DELAY.toMillis() ? MAX_DELAY : Duration.ofMillis(millis);
        if (inNamed) {
            named.delay(asked);
        }
        if (inAnyone) {
            anyone.delay(asked);
        }
    }

    private void add(Rule rule) {
        if (inNamed) {
            named.rules.add(rule);
        }
        if (inAnyone) {
            anyone.rules.add(rule);
        }
    }

    private static final class Collected {
        private final List<Rule> rules = new ArrayList<>();
        private Duration delay = Duration.ZERO;
        private boolean seen;

        private void delay(Duration asked) {
            delay = asked.compareTo(delay) > 0 ? asked : delay;
        }

        private Group group() {
            return new Group(List.copyOf(rules), delay);
        }
    }
}
