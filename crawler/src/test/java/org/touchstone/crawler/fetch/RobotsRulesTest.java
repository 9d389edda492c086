package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.crawler.StubSite;
import org.touchstone.record.Json;

class RobotsRulesTest {
    private static final String AGENT = "FooBot";

    private static RobotsVerdict verdict(byte[] robots, String path) {
        return RobotsRules.parse(URI.create("http://foo.bar/robots.txt"), robots, AGENT)
                .verdict(WebAddress.parse("http://foo.bar" + path).orElseThrow());
    }

    private static boolean allowed(String robots, String path) {
        return verdict(robots.getBytes(StandardCharsets.UTF_8), path).allowed();
    }

    /** All of Google's cases, those that only Google's parser promises included but for index.html, over the wire. */
    @Test
    void googlesCases() throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/data/text"))) {
            at = at.getParent();
        }
        assumeTrue(at != null, "no shared/data here");
        int cases = 0;
        List<String> wrong = new ArrayList<>();
        List<String> wrongOfGoogle = new ArrayList<>();
        try (StubSite site = new StubSite()) {
            for (String line : Files.readAllLines(at.resolve("shared/data/text/robots/google_robotstxt_cases.jsonl"))) {
                JsonNode row = Json.mapper().readTree(line);
                site.robots(row.path("robots_txt").asText());
                URI url = URI.create(row.path("url").asText());
                String path = row.path("url")
                        .asText()
                        .substring(WebAddress.origin(url).length());
                FetchPolicy policy =
                        new FetchPolicy(row.path("agent").asText(), "Test/1", Duration.ZERO, true, FetchLimits.DEFAULT);
                try (Fetcher fetcher = new Fetcher(policy, new StopSignal())) {
                    boolean asExpected = fetcher.robots(site.at(path)).allowed()
                            == row.path("allowed").asBoolean();
                    boolean ofGoogle = row.path("google_specific").asBoolean();
                    cases += ofGoogle ? 0 : 1;
                    if (!asExpected) {
                        (ofGoogle ? wrongOfGoogle : wrong).add(row.path("id").asText());
                    }
                }
            }
        }
        System.out.println("robots: " + (cases - wrong.size()) + " of " + cases + " as expected; not: " + wrong
                + "; of Google's own: " + wrongOfGoogle);
        assertThat(cases).isGreaterThan(30);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 9309, section 5.1 and 5.2
        "'User-agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif', /example/page/disallowed.gif, false",
        "'User-agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif', /example/page/x.gif, true",
        "'User-agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/', /a.gif, false",
        "'User-agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/', /a.gif?x, true",
        // section 2.2.2: escapes
        "'User-agent: *\nDisallow: /foo/bar?baz=https://foo.bar', /foo/bar?baz=https://foo.bar, false",
        "'User-agent: *\nDisallow: /foo/bar/ツ', /foo/bar/%E3%83%84, false",
        "'User-agent: *\nDisallow: /foo/bar/%e3%83%84', /foo/bar/ツ, false",
        "'User-agent: *\nDisallow: /foo/bar/%62%61%7A', /foo/bar/baz, false",
        "'User-agent: *\nDisallow: /foo/bar/baz', /foo/bar/%62%61%7A, false",
        "'User-agent: *\nDisallow: /a b', /a%20b, false",
        "'User-agent: *\nDisallow: /a|b', /a|b, false",
        // section 2.2.3: special characters
        "'User-agent: *\nDisallow: /with-a-%2A.html', /with-a-*.html, false",
        "'User-agent: *\nDisallow: /with-a-%2A.html', /with-a-b.html, true",
        "'User-agent: *\nDisallow: /foo-%24', /foo-$, false",
        "'User-agent: *\nDisallow: /a$b', /a$b, false",
        "'User-agent: *\nDisallow: /*/b*c$', /a/bxcxc, false",
        "'User-agent: *\nDisallow: /*/b*c$', /a/bxcxd, true",
        "'User-agent: *\nDisallow: /a*a$', /a, true",
        "'User-agent: *\nDisallow: /**x', /yx, false",
        // ranks and draws
        "'User-agent: *\nDisallow: /\nAllow: /', /x, true",
        "'User-agent: *\nDisallow: /fol*\nAllow: /f', /folder, false",
        // groups
        "'User-agent: *\nDisallow: /x\nUser-agent: foobot\nDisallow:', /x, true",
        "'User-agent: foobot\nDisallow: /x\n\nUser-agent: foobot\nDisallow: /y', /x, false",
        "'User-agent: foobot\nCrawl-delay: 5\nUser-agent: other\nDisallow: /y', /y, false",
        "'User-agent: FooBot/2.1 (news)\nDisallow: /x', /x, false",
        "'User-agent: FooBot-News\nDisallow: /x', /x, true",
        "'User-agent: Foo\nDisallow: /x', /x, true",
        "'Disallow: /x\nUser-agent: *\nDisallow: /y', /x, true",
        // lines
        "'User-agent: * # all\nDisallow : /x # not x', /x, false",
        "'User-agent: *\nDisalow: x', /x, false",
        "'User-agent: *\nDisallow: /robots.txt\nDisallow: /', /robots.txt, true",
        "'<html><body>no such page</body></html>', /x, true",
    })
    void verdictAllowed(String robots, String path, boolean allowed) {
        assertThat(allowed(robots, path)).isEqualTo(allowed);
        assertThat(allowed(robots.replace("\n", "\r\n"), path)).isEqualTo(allowed);
        assertThat(allowed(robots.replace("\n", "\r"), path)).isEqualTo(allowed);
        assertThat(allowed("\ufeff" + robots, path)).isEqualTo(allowed);
    }

    @Test
    void verdictNamesTheLine() {
        RobotsVerdict verdict =
                verdict("# hello\nUser-agent: *\n\nDisallow: /袋".getBytes(StandardCharsets.UTF_8), "/袋子");
        assertThat(verdict.line()).isEqualTo(4);
        assertThat(verdict.reason()).contains("'Disallow: /袋' in line 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE"})
    void verdictOfUtf16(String charset) {
        String mark = charset.equals("UTF-16LE") ? "\ufeff" : "";
        byte[] robots = (mark + "User-agent: *\nDisallow: /袋").getBytes(Charset.forName(charset));
        assertThat(verdict(robots, "/袋").allowed()).isFalse();
    }

    @Test
    void verdictOfGbk() {
        // Octets that are no UTF-8 are compared as octets, as servers of that time wrote them into addresses.
        byte[] robots = "User-agent: *\nDisallow: /袋".getBytes(Charset.forName("GBK"));
        assertThat(verdict(robots, "/%B4%FC").allowed()).isFalse();
        assertThat(verdict(robots, "/x").allowed()).isTrue();
    }

    @Test
    void verdictLeavesOutWhatTheLimitCutThrough() {
        String head = "User-agent: *\nDisallow: /no\n";
        String robots = head + "#".repeat(RobotsFile.MAX_BYTES - head.length() - 12) + "\nDisallow: /";
        assertThat(robots).hasSize(RobotsFile.MAX_BYTES);
        assertThat(allowed(robots, "/x")).isTrue();
        assertThat(allowed(robots, "/no")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2,2000", "0.4,400", "1.5s,1500", "1000000,86400000", "x,0", "-1,0", "99999999999,86400000"})
    void verdictDelay(String written, long millis) {
        byte[] robots = ("User-agent: *\nCrawl-delay: " + written).getBytes(StandardCharsets.UTF_8);
        assertThat(verdict(robots, "/").delay()).isEqualTo(Duration.ofMillis(millis));
    }

    @Property(tries = 300)
    void parseOfAnything(@ForAll byte[] robots, @ForAll String path) {
        WebAddress.parse("http://foo.bar/" + path)
                .ifPresent(address -> RobotsRules.parse(address, robots, AGENT).verdict(address));
    }

    @Provide
    Arbitrary<List<String>> rules() {
        Arbitrary<String> path =
                Arbitraries.strings().withChars("ab/*$%62").ofMaxLength(6).map(p -> "/" + p);
        return Arbitraries.of("Allow: ", "Disallow: ")
                .flatMap(verb -> path.map(p -> verb + p))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings().withChars("ab/").ofMaxLength(8).map(p -> "/" + p);
    }

    @Property(tries = 300)
    void orderOfRulesDoesNotMatter(@ForAll("rules") List<String> rules, @ForAll("paths") String path) {
        String head = "User-agent: *\n";
        assertThat(allowed(head + String.join("\n", rules), path))
                .isEqualTo(allowed(head + String.join("\n", rules.reversed()), path));
    }

    @Property(tries = 300)
    void splitGroupsAreOne(@ForAll("rules") List<String> rules, @ForAll("paths") String path) {
        String head = "User-agent: foobot\n";
        assertThat(allowed(head + String.join("\n", rules), path))
                .isEqualTo(allowed(head + String.join("\nUser-agent: other\nDisallow: /\n" + head, rules), path));
    }

    @Property(tries = 300)
    void anotherBanNeverAllowsMore(@ForAll("rules") List<String> rules, @ForAll("paths") String path) {
        String robots = "User-agent: *\n" + String.join("\n", rules);
        if (!allowed(robots, path)) {
            assertThat(allowed(robots + "\nDisallow: /", path)).isFalse();
            assertThat(allowed(robots + "\nDisallow: /a", path)).isFalse();
        }
    }

    /** Against the plainest reading of a pattern there is. */
    @Property(tries = 500)
    void patternMatchesLikeRegex(@ForAll("paths") String path, @ForAll("patterns") String pattern) {
        boolean anchored = pattern.endsWith("$");
        StringBuilder regex = new StringBuilder();
        for (char c : (anchored ? pattern.substring(0, pattern.length() - 1) : pattern).toCharArray()) {
            regex.append(c == '*' ? ".*" : java.util.regex.Pattern.quote(String.valueOf(c)));
        }
        assertThat(RobotsPattern.of(pattern, false).matches(path))
                .isEqualTo(path.matches(regex + (anchored ? "" : ".*")));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings()
                .withChars("ab/*")
                .ofMaxLength(6)
                .flatMap(p -> Arbitraries.of("", "$").map(e -> "/" + p + e));
    }
}
