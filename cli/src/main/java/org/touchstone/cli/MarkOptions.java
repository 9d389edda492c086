package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.matcher.BrandPolicies;
import picocli.CommandLine.Option;

/** Where marks are looked for: an index, or marks as the user has them. */
final class MarkOptions {
    @Option(names = "--index", paramLabel = "DIR", required = true)
    private @Nullable Path index;

    @Option(names = "--marks", paramLabel = "FILE|DIR", required = true)
    private List<Path> marks = new ArrayList<>();

    MarkMatchers open(LocalDate day, OwnModels models, boolean withImages, Console console) throws IOException {
        if (index != null) {
            return MarkMatchers.ofIndex(index, day, models.store(), withImages);
        }
        BrandPolicies none = new BrandPolicies(List.of(), Clock.systemUTC());
        return MarkMatchers.ofMarks(
                marks, day, none, List.of(), models.store(), withImages, console, one -> console.line(one.toString()));
    }
}
