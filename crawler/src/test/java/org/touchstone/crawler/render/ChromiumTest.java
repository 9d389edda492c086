package org.touchstone.crawler.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ChromiumTest {
    @TempDir
    Path folder;

    private Path program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void findLooksThroughThePath() throws IOException {
        assertThat(Chromium.find("")).isEmpty();
        assertThat(Chromium.find(folder + File.pathSeparator + "\0")).isEmpty();
        Files.writeString(folder.resolve("chromium"), "no program");
        assertThat(Chromium.find(folder.toString())).isEmpty();
        Path chrome = program("google-chrome", "exit 0");
        assertThat(Chromium.find("/nowhere" + File.pathSeparator + folder)).contains(new Chromium(chrome));
    }

    @Test
    void startFailsWithWhatTheBrowserSaid() throws IOException {
        Chromium broken = new Chromium(program("chromium", "echo 'No usable sandbox!' >&2; exit 1"));
        assertThat(failure(broken)).contains("did not start").contains("No usable sandbox!");
    }

    @Test
    void startFailsWhereSomethingElseAnswers() throws IOException {
        assertThat(failure(new Chromium(program("chromium", "echo hello >&4; printf '\\0' >&4; sleep 5"))))
                .contains("did not start");
    }

    @Test
    void theProfileGoesWithTheBrowser() throws Exception {
        Process process = new Chromium(program(
                        "chromium",
                        "echo \"$@\" > " + folder + "/arguments; touch \"$HOME/x\"; env > " + folder + "/environment"))
                .start("TestBot/1");
        assertThat(process.waitFor()).isZero();
        String arguments = Files.readString(folder.resolve("arguments"));
        Path profile = Path.of(arguments.replaceAll("(?s).*--user-data-dir=(\\S+).*", "$1"));
        assertThat(profile).isAbsolute().doesNotExist();
        assertThat(arguments).contains("--user-agent=TestBot/1").contains("MAP * ~NOTFOUND");
        assertThat(arguments.contains("--no-sandbox"))
                .isEqualTo(System.getProperty("user.name").equals("root"));
        assertThat(Files.readAllLines(folder.resolve("environment")))
                .allMatch(line -> line.matches("(PATH|LANG|LC_ALL|TZ|TMPDIR|FONTCONFIG_PATH|HOME|PWD|SHLVL|_|OLDPWD"
                        + "|DBUS_SESSION_BUS_ADDRESS)=.*"));
    }

    private static String failure(Chromium chromium) {
        long start = System.nanoTime();
        try (Browser browser = Browser.start(chromium, "TestBot/1", 1L << 30)) {
            throw new AssertionError("started: " + browser);
        } catch (IOException e) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            return String.valueOf(e.getMessage());
        }
    }
}
