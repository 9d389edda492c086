package org.touchstone.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.touchstone.crawler.plan.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of a file that people write. */
@Command(name = "schema")
final class CrawlSchemaCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "KIND", descriptionKey = "kind", completionCandidates = Kinds.class)
    private String kind;

    /** What a shell may complete. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return keys().iterator();
        }
    }

    CrawlSchemaCommand(Console console) {
        this.console = console;
    }

    private static List<String> keys() {
        return Arrays.stream(Schema.values()).map(Schema::key).toList();
    }

    @Override
    public Integer call() {
        Schema schema = Arrays.stream(Schema.values())
                .filter(one -> one.key().equals(kind))
                .findFirst()
                .orElseThrow(() -> CliException.usage(console.text("schema.unknown", String.join(", ", keys()), kind)));
        console.out().print(schema.text());
        console.out().flush();
        return ExitCode.DONE;
    }
}
