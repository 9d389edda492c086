package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.cli.attack.Operator;
import org.touchstone.cli.attack.Operators;
import org.touchstone.cli.attack.Script;
import org.touchstone.cli.attack.Visible;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.RecordReader;

class AttackCommandTest {
    private static final String MARKS = """
            id,text,status
            CN-1,AURORIS,registered
            CN-2,NUVIMO,registered
            CN-3,山隐茶,registered
            CN-4,KESTREL & PINE,registered
            CN-5,OLDMARK,expired
            CN-6,云山明,registered
            """;

    @TempDir
    private Path folder;

    private Path marks;

    @BeforeEach
    void writeMarks() throws IOException {
        marks = Files.writeString(folder.resolve("marks.csv"), MARKS);
    }

    private CliRun attack(String... more) {
        List<String> arguments = new ArrayList<>(List.of("attack", "--marks", marks.toString()));
        arguments.addAll(List.of(more));
        return CliRun.of(
                Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()), arguments.toArray(String[]::new));
    }

    private static JsonNode operator(JsonNode outcome, String key) {
        for (JsonNode one : outcome.get("operators")) {
            if (one.get("operator").asText().equals(key)) {
                return one;
            }
        }
        throw new AssertionError("no operator " + key);
    }

    @Test
    void matrixIsPrintedWithTotalsAndMarksAtRisk() {
        CliRun run = attack();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .containsSubsequence(
                        "Latin",
                        "Chinese",
                        "disguise",
                        "tried",
                        "right-to-left-override",
                        "Weak by nature",
                        "transposed",
                        "variants",
                        "weak ones",
                        "Marks most at risk",
                        "CN-")
                .doesNotContain("OLDMARK", "CN-5");
        assertThat(run.err()).contains("Tried ", "nothing to change");
    }

    @Test
    void matrixSpeaksChinese() {
        assertThat(attack("--lang", "zh").out()).contains("拉丁字母", "汉字", "本来就弱", "最易漏网的商标", "字间加空格");
    }

    @Test
    void outcomeIsOneJsonObject() throws IOException {
        CliRun run = attack("--json", "--worst", "2", "--seed", "3");

        assertThat(run.out().lines()).hasSize(1);
        JsonNode outcome = Json.mapper().readTree(run.out());
        assertThat(outcome.get("seed").asLong()).isEqualTo(3);
        assertThat(outcome.get("marks").asInt()).isEqualTo(5);
        assertThat(outcome.at("/versions/touchstone").asText()).isNotEmpty();
        assertThat(outcome.get("worst")).hasSizeLessThanOrEqualTo(2);
        JsonNode fullWidth = operator(outcome, "full-width");
        assertThat(fullWidth.at("/scripts/latin/attacked").asInt()).isEqualTo(3);
        assertThat(fullWidth.at("/scripts/latin/found").asInt()).isEqualTo(3);
        assertThat(fullWidth.at("/scripts/latin/top").asInt()).isEqualTo(3);
        assertThat(fullWidth.at("/scripts/han").isMissingNode()).isTrue();
        assertThat(operator(outcome, "reversed").get("weak").asBoolean()).isTrue();
        int strong = 0;
        for (JsonNode one : outcome.get("operators")) {
            for (JsonNode script : one.get("scripts")) {
                strong +=
                        one.get("weak").asBoolean() ? 0 : script.get("attacked").asInt();
            }
        }
        assertThat(outcome.at("/strong/attacked").asInt()).isEqualTo(strong);
        assertThat(outcome.at("/skipped/unchanged").asInt()).isPositive();
    }

    @Test
    void sameSeedGivesTheSameResult() {
        CliRun one = attack("--seed", "7", "--json");

        assertThat(attack("--seed", "7", "--json").out()).isEqualTo(one.out());
        assertThat(attack("--seed", "8", "--json").out()).isNotEqualTo(one.out());
    }

    @Test
    void variantThatIsAnotherMarkIsCountedAndLeftOut() throws IOException {
        Files.writeString(marks, "id,text\nCN-1,NUVIMO\nCN-2,omivun\n");

        JsonNode outcome = Json.mapper().readTree(attack("--json").out());

        assertThat(outcome.at("/skipped/otherMark").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(outcome.get("operators"))
                .noneMatch(one -> one.get("operator").asText().equals("reversed"));
    }

    @Test
    void missesAreListingsToScanAgain() throws IOException {
        Path misses = folder.resolve("misses.jsonl");
        CliRun run = attack("--misses", misses.toString(), "--json");
        JsonNode outcome = Json.mapper().readTree(run.out());
        int missed = outcome.at("/strong/attacked").asInt()
                - outcome.at("/strong/found").asInt()
                + outcome.at("/weak/attacked").asInt()
                - outcome.at("/weak/found").asInt();

        List<Listing> listings = new ArrayList<>();
        try (var reader = RecordReader.open(misses, Formats.LISTING, rejection -> {
            throw new AssertionError(rejection.toString());
        })) {
            reader.forEachRemaining(next -> listings.add(next.value()));
        }

        assertThat(listings)
                .hasSize(missed)
                .isNotEmpty()
                .allSatisfy(listing -> assertThat(listing.title())
                        .contains(listing.other().get("variant").asText()));
        assertThat(run.err()).contains("misses.jsonl");
    }

    @Test
    void nicknamesOfABrandHelpToFindItsMarks() throws IOException {
        Path brands = Files.writeString(
                folder.resolve("brands.yaml"), "brands:\n  - {key: shanyin, names: [山隐茶], nicknames: [茶隐山]}\n");

        JsonNode without = operator(Json.mapper().readTree(attack("--json").out()), "reversed");
        JsonNode with = operator(
                Json.mapper()
                        .readTree(
                                attack("--json", "--brands", brands.toString()).out()),
                "reversed");

        assertThat(with.at("/scripts/han/found").asInt())
                .isEqualTo(without.at("/scripts/han/found").asInt() + 1);
    }

    @Test
    void rejectedMarksAreNamed() throws IOException {
        Files.writeString(marks, MARKS + "CN-7,,registered\n");

        CliRun run = attack("--per-operator", "1");

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err()).contains("marks.csv:8: text: ");
    }

    @Test
    void quietRunPrintsResultsAlone() {
        CliRun run = attack("--quiet", "--per-operator", "1");

        assertThat(run.out()).contains("zero-width");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--per-operator=0",
                "--worst=-1",
                "--misses=misses.txt",
                "--list",
                "--sheet=sheet.png",
                "--only=blur"
            })
    void wrongUsageIsToldBeforeAnythingIsDone(String option) {
        CliRun run = attack(option);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void onlyTheNamedDisguisesAreTried() {
        CliRun run = attack("--only", "spaced,dotted");

        assertThat(run.out()).contains("spaced", "dotted").doesNotContain("dashed");
    }

    @Test
    void marksThatCannotBeDisguisedAreAFailure() throws IOException {
        Files.writeString(marks, "id,text\nCN-1,茶\n");

        CliRun run = attack();

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("three Latin letters");
    }

    @Test
    void operatorsAreListedWithExamplesInBothLanguages() {
        for (String language : List.of("en", "zh")) {
            List<String> lines = CliRun.of("attack", "--list", "--lang", language)
                    .out()
                    .lines()
                    .toList();
            assertThat(lines).hasSameSizeAs(Operators.ALL);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(lines.get(i)).startsWith(Operators.ALL.get(i).key() + " ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/attack.md", "docs/attack.zh-CN.md"})
    void everyOperatorIsInTheManual(String page) throws IOException {
        String manual = Files.readString(Projects.root().resolve(page));
        for (Operator operator : Operators.ALL) {
            String mark = operator.weak() ? "\\*" : "";
            String scripts = operator.scripts().stream()
                    .sorted()
                    .map(script -> script == Script.HAN ? "(Chinese|汉字)" : "(Latin|拉丁)")
                    .reduce((a, b) -> a + "[,、] ?" + b)
                    .orElseThrow();
            assertThat(manual)
                    .containsPattern("(?m)^\\| `" + operator.key() + "`" + mark + " \\| " + scripts + " \\| ");
            for (Script script : operator.scripts()) {
                String example =
                        operator.apply(script == Script.HAN ? "云山明" : "Lumidora", script, new SplittableRandom(1));
                assertThat(manual).contains("`" + Visible.of(example).replace("|", "\\|") + "`");
            }
        }
    }
}
