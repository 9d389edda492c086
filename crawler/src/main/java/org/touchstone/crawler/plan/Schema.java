package org.touchstone.crawler.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The JSON Schemas (draft 2020-12) of the files that people write, for editors that check while one types. */
public enum Schema {
    /** What to crawl and how. */
    PLAN,
    /** Where a site's pages say what they offer. */
    PROFILE,
    /** Which column of an export holds which field. */
    MAPPING;

    /** The name used on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The schema itself. */
    public String text() {
        String name = key() + ".schema.json";
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name + ", which is part of the program", e);
        }
    }
}
