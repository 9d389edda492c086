package org.touchstone.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;

/** What the three-digit status codes of the USPTO mean, from the table {@code uspto-status.tsv}. Thread-safe. */
final class UsStatus {
    private static final Map<String, Standing> STANDINGS = read();

    /** Opposition pending; opposition papers filed. */
    private static final Set<String> OPPOSED = Set.of("774", "801");

    private UsStatus() {}

    /**
     * @param code as the office writes it; one that is not in the table has an unknown meaning
     * @param isRegistered whether there is a registration: a paper that is pending behind it does not end it
     * @param opposed whether the record says elsewhere that an opposition is pending
     */
    static Status of(String code, @Nullable LocalDate since, boolean isRegistered, boolean opposed) {
        Standing standing = STANDINGS.getOrDefault(code, Standing.UNKNOWN);
        if (standing == Standing.PENDING && isRegistered) {
            standing = Standing.LIVE;
        }
        return new Status(code, standing, since, opposed || OPPOSED.contains(code));
    }

    private static Map<String, Standing> read() {
        Map<String, Standing> standings = new HashMap<>();
        try (InputStream in = UsStatus.class.getResourceAsStream("uspto-status.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the table of status codes is missing from this build");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> standings.put(cells[0], Standing.valueOf(cells[1].toUpperCase(Locale.ROOT))));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of status codes cannot be read", e);
        }
        return standings;
    }
}
