package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.touchstone.record.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at all that Touchstone needs on this machine and says, line by line, what is there and what is not. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private OwnModels own;

    @Option(names = "--json")
    private boolean json;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        int failed = 0;
        for (Checkup checkup : Checkup.all(CacheFolder.of(console.environment()), console.environment(), own.store())) {
            Checkup.Finding finding = checkup.look();
            failed += finding.state() == Checkup.State.FAILED ? 1 : 0;
            print(checkup.name(), finding);
        }
        console.say(failed == 0 ? "doctor.well" : "doctor.ill", failed);
        return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void print(String name, Checkup.Finding finding) {
        String state = finding.state().name().toLowerCase(Locale.ROOT);
        if (json) {
            ObjectNode record =
                    Json.object().put("check", name).put("state", state).put("found", finding.found());
            console.out().println(Json.line(record));
            return;
        }
        String colour = List.of("green", "yellow", "red").get(finding.state().ordinal());
        String word = console.ansi(console.terminal().out())
                .string("@|" + colour + " " + console.text("doctor." + state) + "|@");
        console.out().println(word + "  " + console.text("doctor.check." + name) + ": " + found(name, finding));
    }

    /** What is done without a thing that is missing, where there is something to say. */
    private String found(String name, Checkup.Finding finding) {
        String without = "doctor.without." + name;
        return finding.state() == Checkup.State.MISSING
                        && console.messages().bundle().containsKey(without)
                ? console.text(without)
                : finding.found();
    }
}
