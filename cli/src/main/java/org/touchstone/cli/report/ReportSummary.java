package org.touchstone.cli.report;

import java.time.Instant;
import java.util.List;
import org.touchstone.hit.Versions;

/**
 * What was scanned, and how.
 *
 * @param files the files of marks and listings, as the command line named them
 * @param listings how many were examined
 * @param marks how many registrations they were compared with
 * @param hits how many were found in all
 * @param rejected how many records could not be read
 * @param versions what the hits were made with
 * @param started when the scan began
 * @param seconds how long it lasted, by the clock on the wall
 * @param commandLine as typed
 */
public record ReportSummary(
        List<String> files,
        long listings,
        long marks,
        long hits,
        long rejected,
        Versions versions,
        Instant started,
        double seconds,
        String commandLine) {
    public ReportSummary {
        files = List.copyOf(files);
    }
}
