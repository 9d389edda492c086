package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.touchstone.crawler.extract.PageText;
import org.touchstone.crawler.fetch.RobotsCases;
import org.touchstone.record.Json;

/** Measures on public material where it lies beside the project; skipped elsewhere. */
class SharedDataTest {
    /**
     * Google's parser compares {@code %62%61%7A} and {@code baz} as they stand; RFC 9309, section 2.2.2, compares them
     * decoded, and so do we.
     */
    private static final String AGAINST_THE_RFC = "g066";

    @Test
    void robotsCasesOfRfc9309() throws IOException {
        int cases = 0;
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.text("robots/google_robotstxt_cases.jsonl"))) {
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
    void charsets() throws IOException {
        Path folder = SharedData.text("pages/charset");
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
}
