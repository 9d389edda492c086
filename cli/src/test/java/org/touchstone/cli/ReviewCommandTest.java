package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {
    private static final String HIT =
            "{\"rank\":1,\"score\":0.9,\"listing\":\"a\",\"mark\":\"CN-1\",\"evidence\":[]}\n";

    @TempDir
    private Path folder;

    private CliRun review(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "review";
        arguments[1] = "--cases";
        arguments[2] = folder.resolve("cases.db").toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CliRun.of(arguments);
    }

    @Test
    void importOnlyTakesInHitsOnce() throws IOException {
        String hits = Files.writeString(folder.resolve("hits.jsonl"), HIT).toString();
        CliRun first = review("--import", hits, "--import-only");
        assertThat(first.code()).isEqualTo(ExitCode.DONE);
        assertThat(first.err()).contains("1 new");
        assertThat(review("--import", hits, "--import-only").err()).contains("0 new, 0 changed, 1 as before");
    }

    @Test
    void importThatRejectsSaysSo() throws IOException {
        String hits = Files.writeString(folder.resolve("hits.jsonl"), HIT + "{broken\n")
                .toString();
        CliRun run = review("--import", hits, "--import-only");
        assertThat(run.code()).isEqualTo(ExitCode.of(1));
        assertThat(run.err()).contains("hits.jsonl:2");
    }

    @Test
    void otherAddressWithoutATokenIsWrongUsage() {
        CliRun run = review("--address", "0.0.0.0", "--port", "0");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--token");
    }

    @Test
    void otherDatabasesAndPortsAreWrongUsage() {
        assertThat(CliRun.of("review", "--cases", "jdbc:postgresql://db/x").code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(review("--port", "70000").code()).isEqualTo(ExitCode.USAGE);
    }
}
