package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a pretended project, pretended JDKs and a pretended build. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class LauncherTest {
    private static final String WHOLE_BUILD = """
            echo "[INFO] Building Touchstone core 0.1.0-SNAPSHOT [2/8]"
            echo built >> "$count"
            mkdir -p cli/target/touchstone/lib
            touch cli/target/touchstone/lib/touchstone.jar
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path jdks;
    private Path count;
    private final Map<String, String> environment = new HashMap<>();

    private record Outcome(int code, String out, String err) {}

    private record Started(Process process, Path out, Path err) {}

    @BeforeEach
    void pretendProject() throws IOException {
        home = Files.createDirectories(folder.resolve("a place 试金石"));
        jdks = Files.createDirectories(folder.resolve("jdks"));
        count = folder.resolve("count");
        Files.copy(
                Projects.root().resolve("touchstone"), home.resolve("touchstone"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve("core/src/main"));
        Files.writeString(home.resolve("core/src/main/Mark.java"), "");
        Files.writeString(home.resolve("core/pom.xml"), "");
        Files.writeString(home.resolve("pom.xml"), "");
        makeOlder(home);
        build(WHOLE_BUILD);
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", folder.toString());
        environment.put("TOUCHSTONE_JDKS", jdks.toString());
    }

    @Test
    void newestJdkIsTakenWhereTheDefaultIsTooOld() throws Exception {
        jdk("old", "17.0.15");
        jdk("ancient", "1.8.0_402");
        jdk("middle", "21.0.4");
        jdk("new", "25.0.3");
        environment.put("JAVA_HOME", jdks.resolve("old").toString());

        assertThat(run("--version").out()).contains("java of new");
    }

    @Test
    void javaHomeWinsWhenItIsNewEnough() throws Exception {
        jdk("middle", "21.0.4");
        jdk("new", "25.0.3");
        environment.put("JAVA_HOME", jdks.resolve("middle").toString());

        assertThat(run("--version").out()).contains("java of middle");
    }

    @Test
    void javaOnThePathIsFollowedThroughLinks() throws Exception {
        jdk("new", "25");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), Path.of("../jdks/new/bin/java"));
        environment.put("PATH", bin + ":/usr/bin:/bin");
        environment.put("TOUCHSTONE_JDKS", folder.resolve("nowhere").toString());

        assertThat(run("--version").out()).contains("java of new");
    }

    @Test
    void noJdkIsOneSentence() throws Exception {
        jdk("old", "17.0.15");

        Outcome outcome = run("--version");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .contains("JDK 21 or newer")
                .contains("install");
    }

    @Test
    void jdkNamedByTheUserMustBeNewEnough() throws Exception {
        jdk("old", "17.0.15");
        jdk("new", "25.0.3");
        environment.put("TOUCHSTONE_JAVA", jdks.resolve("old/bin/java").toString());

        Outcome outcome = run("--version");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .contains("TOUCHSTONE_JAVA")
                .contains("21");
    }

    @Test
    void argumentsAndExitCodePassThrough() throws Exception {
        jdk("new", "25.0.3");
        environment.put("TOUCHSTONE_OPTS", "-Xmx4g -Dx=y");
        environment.put("PRETENDED_EXIT", "3");

        Outcome outcome = run("scan", "two words", "试金石", "*");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).contains("<-Xmx4g>\n<-Dx=y>\n").endsWith("<scan>\n<two words>\n<试金石>\n<*>\n");
    }

    @Test
    void worksThroughRelativeLinksFromAnotherFolder() throws Exception {
        jdk("new", "25.0.3");
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Files.createSymbolicLink(elsewhere.resolve("first"), Path.of("../a place 试金石/touchstone"));
        Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("first"));

        Outcome outcome = finish(start(elsewhere, "./second", "--version"));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains(home.toRealPath() + "/cli/target/touchstone/lib/touchstone.jar");
    }

    @Test
    void buildsOnceAndSaysSo() throws Exception {
        jdk("new", "25.0.3");

        assertThat(run("--version").err()).contains("building on first use").contains("2/8 core");
        assertThat(run("--version").err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewerOrGone() throws Exception {
        jdk("new", "25.0.3");
        run("--version");
        makeOlder(home);
        Files.setLastModifiedTime(home.resolve("core/src/main/Mark.java"), FileTime.from(Instant.now()));
        assertThat(run("--version").err()).contains("sources have changed");
        makeOlder(home);
        Files.delete(home.resolve("core/src/main/Mark.java"));
        assertThat(run("--version").err()).contains("sources have changed");

        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void failedBuildIsOneSentenceWithItsLog() throws Exception {
        jdk("new", "25.0.3");
        build("echo '[ERROR] Mark.java:[3,5] expected a semicolon'; exit 1\n");

        Outcome outcome = run("--version");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(lastLine(outcome))
                .contains("the build failed")
                .contains("semicolon")
                .contains("touchstone-build.log");
        assertThat(home.resolve("cli/target/touchstone/built")).doesNotExist();
    }

    @Test
    void buildWithoutNetworkSaysSo() throws Exception {
        jdk("new", "25.0.3");
        build("echo '[ERROR] Could not transfer artifact x: Unknown host'; exit 1\n");

        assertThat(lastLine(run("--version"))).contains("network").contains("run this again");
    }

    @Test
    void buildThatStopsHalfwayIsNotTakenForWhole() throws Exception {
        jdk("new", "25.0.3");
        build(WHOLE_BUILD + "kill -9 $PPID; kill -9 $(cat cli/target/touchstone-build.lock); exit 1\n");
        assertThat(run("--version").code()).isNotZero();
        assertThat(home.resolve("cli/target/touchstone/lib/touchstone.jar")).exists();

        build(WHOLE_BUILD);

        assertThat(run("--version").out()).contains("java of new");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        jdk("new", "25.0.3");
        build("sleep 1.5\n" + WHOLE_BUILD);
        Started first = start(home, "./touchstone", "one");
        Started second = start(home, "./touchstone", "two");

        assertThat(finish(first).out()).endsWith("<one>\n");
        assertThat(finish(second).out()).endsWith("<two>\n");
        assertThat(builds()).isEqualTo(1);
        assertThat(home.resolve("cli/target/touchstone-build.lock")).doesNotExist();
    }

    @Test
    void lockOfABuildThatIsGoneIsTakenAway() throws Exception {
        jdk("new", "25.0.3");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(home.resolve("cli/target"));
        Files.writeString(home.resolve("cli/target/touchstone-build.lock"), gone.pid() + "\n");

        assertThat(run("--version").out()).contains("java of new");
        assertThat(builds()).isEqualTo(1);
    }

    private void build(String script) throws IOException {
        Files.writeString(home.resolve("mvnw"), "count='" + count + "'\n" + script);
    }

    private void jdk(String name, String version) throws IOException {
        Path bin = Files.createDirectories(jdks.resolve(name).resolve("bin"));
        Files.writeString(
                jdks.resolve(name).resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(
                bin.resolve("java"),
                "echo 'java of " + name + "'\nprintf '<%s>\\n' \"$@\"\nexit ${PRETENDED_EXIT:-0}\n");
        executable(bin.resolve("javac"), "exit 0\n");
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void makeOlder(Path home) throws IOException {
        FileTime time = FileTime.from(Instant.now().minusSeconds(60));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file :
                    files.filter(f -> !f.toString().contains("/target")).toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private long builds() throws IOException {
        return Files.readAllLines(count).size();
    }

    private static String lastLine(Outcome outcome) {
        return outcome.err().lines().reduce("", (before, line) -> line);
    }

    private Outcome run(String... arguments) throws Exception {
        return finish(start(
                folder,
                Stream.concat(Stream.of(home + "/touchstone"), Stream.of(arguments))
                        .toArray(String[]::new)));
    }

    private Started start(Path in, String... command) throws IOException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(in.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Started(
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    }

    private static Outcome finish(Started started) throws Exception {
        if (!started.process().waitFor(50, TimeUnit.SECONDS)) {
            started.process().destroyForcibly();
        }
        return new Outcome(
                started.process().waitFor(), Files.readString(started.out()), Files.readString(started.err()));
    }
}
