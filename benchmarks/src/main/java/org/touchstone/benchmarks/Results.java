package org.touchstone.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.touchstone.record.AtomicFile;

/** A page with sections that programs write, each between two marks: {@code <!-- NAME -->} and {@code <!-- /NAME -->}. */
final class Results {
    private Results() {}

    /**
     * Replaces a section of the page, or adds it at the end where the page does not have it.
     *
     * @throws IllegalArgumentException when the section begins and does not end
     */
    static void write(Path page, String name, String content) throws IOException {
        String before = Files.exists(page) ? Files.readString(page) : "";
        AtomicFile.write(page, replace(before, name, content).getBytes(StandardCharsets.UTF_8));
    }

    static String replace(String page, String name, String content) {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- /" + name + " -->\n";
        String section = begin + "\n" + content.strip() + "\n\n" + end;
        int from = page.indexOf(begin);
        if (from < 0) {
            return page + (page.isEmpty() || page.endsWith("\n\n") ? "" : "\n") + section;
        }
        int to = page.indexOf(end, from);
        if (to < 0) {
            throw new IllegalArgumentException("expected " + end.strip() + " after " + begin.strip());
        }
        return page.substring(0, from) + section + page.substring(to + end.length());
    }
}
