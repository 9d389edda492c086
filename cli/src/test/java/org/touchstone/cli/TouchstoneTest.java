package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TouchstoneTest {
    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version"})
    void versionIsAskedAlone(String option) {
        CliRun run = CliRun.of(option);

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("touchstone ").doesNotContain("${");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void versionIsAskedAmongOtherOptions() {
        assertThat(CliRun.of("--quiet", "--version").out())
                .isEqualTo(CliRun.of("-V").out());
    }

    @Test
    void helpStartsWithExamplesAndListsEveryCommand() {
        CliRun run = CliRun.of("--help");

        assertThat(run.code()).isZero();
        assertThat(run.out().indexOf("Examples:"))
                .isPositive()
                .isLessThan(run.out().indexOf("Usage:"));
        assertThat(run.out()).contains(commands()).contains("Exit codes: 0 done");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpOfACommandStartsWithExamplesInBothLanguages(String command) {
        assertThat(CliRun.of(command, "--help").out())
                .containsSubsequence("Examples:", "  touchstone ", "Usage: touchstone " + command);
        assertThat(CliRun.of(command, "--help", "--lang", "zh").out())
                .containsSubsequence("示例：", "  touchstone ", "用法：touchstone " + command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpFitsIntoEightyColumns(String command) {
        assertThat(CliRun.of(command, "--help", "--lang=zh").out().lines().dropWhile(line -> !line.startsWith("用法")))
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(80));
    }

    static List<String> commands() {
        return Commands.NAMES;
    }

    @Test
    void noCommandIsWrongUsageAndShowsWhatThereIs() {
        CliRun run = CliRun.of();

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Examples:");
    }

    @Test
    void misspeltCommandIsWrongUsageWithASuggestion() {
        CliRun run = CliRun.of("scna");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("'scna'").contains("Did you mean 'scan'");
    }

    @Test
    void misspeltOptionIsWrongUsageWithASuggestion() {
        CliRun run = CliRun.of("completion", "--quit", "bash");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("unknown option '--quit'")
                .contains("'--quiet'")
                .contains("completion --help");
    }

    @Test
    void missingArgumentIsWrongUsageInTheUsersLanguage() {
        assertThat(CliRun.of(Map.of("LC_ALL", "zh_CN.UTF-8"), "completion").err())
                .contains("缺少")
                .doesNotContain("missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completionKnowsTheCommands(String shell) {
        CliRun run = CliRun.of("completion", shell);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(commands()).contains("--no-color");
    }

    @Test
    void argumentsAreReadFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("arguments"), "completion\nbash\n");

        assertThat(CliRun.of("@" + file).out()).contains("touchstone Bash Completion");
    }

    @Test
    void resultsThatCannotBeWrittenAreAFailure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Console console = new Console(
                new PrintStream(full, false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                Terminal.NONE,
                Map.of());

        assertThat(Touchstone.run(console, Map.of(), "completion", "bash")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void defaultsComeFromTheFileThatIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("config.properties"), "touchstone.completion.shell = zsh\n");

        assertThat(CliRun.of("completion", "--config", file.toString()).code()).isZero();
        assertThat(CliRun.of(Map.of("TOUCHSTONE_CONFIG", file.toString()), "completion")
                        .code())
                .isZero();
        assertThat(CliRun.of("completion").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void argumentsWinOverDefaults(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("config.properties"), "touchstone.completion.shell = fish\n");

        assertThat(CliRun.of("completion", "--config", file.toString()).code()).isEqualTo(ExitCode.USAGE);
        assertThat(CliRun.of("completion", "--config", file.toString(), "bash").code())
                .isZero();
    }

    @Test
    void defaultsComeFromTheUsersConfigurationFolder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve(".config/touchstone"));
        Files.writeString(folder.resolve(".config/touchstone/config.properties"), "touchstone.completion.shell=zsh\n");

        assertThat(CliRun.of(Map.of("HOME", folder.toString()), "completion").code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"touchstone.completion.shel", "touchstone.colour", "touchstone.scna.threads", "threads"})
    void misspeltDefaultIsWrongUsage(String key, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("config.properties"), key + " = 1\n");
        CliRun run = CliRun.of("--config", file.toString(), "completion", "bash");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(key).contains("config.properties");
    }

    @Test
    void defaultsOfOtherCommandsAreLeftAlone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("config.properties"), "touchstone.scan.threads = 4\n");

        assertThat(CliRun.of("--config", file.toString(), "completion", "bash").code())
                .isZero();
    }

    @Test
    void missingFileOfDefaultsIsWrongUsage() {
        CliRun run = CliRun.of("--config=/nowhere/at all", "completion", "bash");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no such file or folder: /nowhere/at all");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionIsDescribedInBothLanguages(String command) {
        for (Language language : Language.values()) {
            Console console = CliRun.silent(Map.of("LANG", language.toString()));
            CommandLine line = Touchstone.commandLine(console, Commands.named(command))
                    .getSubcommands()
                    .get(command);
            assertDescribed(line, language);
        }
    }

    private static void assertDescribed(CommandLine line, Language language) {
        String name = line.getCommandSpec().qualifiedName();
        assertThat(String.join("", line.getCommandSpec().usageMessage().header()))
                .as(name)
                .isNotBlank()
                .matches(text -> speaks(text, language), language.toString());
        line.getCommandSpec().args().stream()
                .filter(argument -> !argument.hidden())
                .forEach(argument -> assertThat(String.join("", argument.description()))
                        .as(name + " " + argument.paramLabel() + " " + argument)
                        .isNotBlank()
                        .matches(text -> speaks(text, language), language.toString()));
        line.getSubcommands().values().forEach(sub -> assertDescribed(sub, language));
    }

    private static boolean speaks(String text, Language language) {
        boolean han = text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return han == (language == Language.ZH);
    }
}
