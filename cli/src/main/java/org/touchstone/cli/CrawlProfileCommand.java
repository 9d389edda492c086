package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.touchstone.crawler.ProfileCheck;
import org.touchstone.crawler.ProfileUse;
import org.touchstone.crawler.extract.SiteProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks site profiles against their test pages. */
@Command(name = "profile")
final class CrawlProfileCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PROFILE.yaml", arity = "1..*", descriptionKey = "profiles")
    private List<Path> profiles;

    CrawlProfileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        long drifted = 0;
        for (Path profile : profiles) {
            if (!Files.isRegularFile(profile)) {
                throw CliException.usage(console.text("profile.missing", profile));
            }
            ProfileCheck check = ProfileCheck.of(profile);
            check.drifts().forEach(drift -> console.out().println(profile + ": " + drift));
            drifted += check.drifts().size();
            console.say(
                    "profile.checked", profile, check.samples(), check.drifts().size());
        }
        console.out().flush();
        return drifted > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** Names the fields that pages no longer have where their profiles say. */
    static void sayDrift(List<ProfileUse> uses, Console console) {
        for (ProfileUse use : uses) {
            if (!use.drifted().isEmpty()) {
                console.say("crawl.drifted", use.name(), String.join(", ", use.drifted()), use.pages());
            }
        }
    }

    /** Profiles that an option names. */
    static List<SiteProfile> read(List<Path> files) throws IOException {
        List<SiteProfile> profiles = new ArrayList<>();
        for (Path file : files) {
            profiles.add(ProfileCheck.profile(file));
        }
        return profiles;
    }
}
