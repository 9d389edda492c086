package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.touchstone.crawler.extract.PageText;

/** Measures on public material where it lies beside the project; skipped elsewhere. */
class SharedDataTest {
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
