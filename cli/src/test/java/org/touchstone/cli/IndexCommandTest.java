package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.record.Json;

class IndexCommandTest {
    @TempDir
    private Path folder;

    private CliRun run(String... arguments) {
        return CliRun.of(Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()), arguments);
    }

    private String marks(String name, String csv) throws IOException {
        return Files.writeString(folder.resolve(name), csv).toString();
    }

    @Test
    void builtSearchedUpdatedAndExported() throws IOException {
        String into = folder.resolve("index").toString();
        String first = marks(
                "first.csv",
                "id,office,text,niceClasses,status,registry\n1,CN,AURORIS,25,registered,a\n2,EM,NUVIMO,9,registered,b\n");
        String second = marks("second.csv", "id,text,status\n2,NUVIMO,expired\n3,SHANYIN,registered\n");

        JsonNode built = Json.mapper()
                .readTree(
                        run("index", "--marks", first, "--into", into, "--json").out());
        assertThat(built.get("read").asInt()).isEqualTo(2);
        assertThat(built.get("added").asInt()).isEqualTo(2);
        assertThat(run("search", "--index", into, "NUVlMO", "--json").out()).contains("\"id\":\"2\"", "\"rank\":1");
        assertThat(run("search", "--index", into, "NUVIMO", "--office", "CN", "--json")
                        .out())
                .isEmpty();
        assertThat(run("search", "--index", into, "NUVIMO", "--nice", "9,10", "--json")
                        .out())
                .isNotEmpty();

        JsonNode updated = Json.mapper()
                .readTree(run("index", "--marks", second, "--into", into, "--update", "--json")
                        .out());
        assertThat(updated.get("added").asInt()).isEqualTo(1);
        assertThat(updated.get("changed").asInt()).isEqualTo(1);
        assertThat(updated.get("ended").asInt()).isEqualTo(1);
        assertThat(run("search", "--index", into, "NUVIMO", "--json").out()).isEmpty();

        assertThat(run("index", "verify", into).code()).isEqualTo(ExitCode.DONE);
        assertThat(run("index", "info", into, "--json").out()).contains("\"registrations\":3", "\"ended\":1");
        assertThat(run("index", "export", into).out()).hasLineCount(3).contains("\"registry\":\"a\"");
    }

    @Test
    void rejectedMarksGiveExitCodeThree() throws IOException {
        String csv = marks("marks.csv", "id,text\n1,AURORIS\n1,NUVIMO\n2,\n");

        CliRun run =
                run("index", "--marks", csv, "--into", folder.resolve("index").toString(), "--json");

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err()).contains("marks.csv:3: id: ", "marks.csv:4: text: ");
        assertThat(Json.mapper().readTree(run.out()).get("rejected").asInt()).isEqualTo(2);
        assertThat(folder.resolve("index.rejected.jsonl")).exists();
    }

    private String riskyIndex() throws IOException {
        String into = folder.resolve("risky").toString();
        run(
                "index",
                "--marks",
                marks("risky.csv", "id,number,text\n1,70011,NUVIMO\n2,70012,Harbor\n3,,QX\n4,70014,山隐茶\n5,70015,天气\n"),
                "--into",
                into);
        return into;
    }

    @Test
    void marksAtRiskAreATableWithTheWorstFirst() throws IOException {
        String into = riskyIndex();

        CliRun english = run("index", "info", into, "--marks-at-risk");
        CliRun chinese = run("--lang", "zh", "index", "info", into, "--marks-at-risk", "1");

        assertThat(english.code()).isEqualTo(ExitCode.DONE);
        assertThat(english.out())
                .containsSubsequence("Registrations", "5", "Main reason", "天气", "70015", "Harbor", "70012");
        assertThat(english.out()).containsPattern("Harbor +70012 +0\\.\\d+  an ordinary word");
        assertThat(english.out()).containsPattern("QX +3 +0\\.\\d+  so short");
        assertThat(chinese.out()).contains("主要原因", "是普通词语").doesNotContain("Harbor");
    }

    @Test
    void marksAtRiskAreAnArrayInJson() throws IOException {
        JsonNode info = Json.mapper()
                .readTree(run("index", "info", riskyIndex(), "--json", "--marks-at-risk", "2")
                        .out());

        assertThat(info.get("registrations").asInt()).isEqualTo(5);
        assertThat(info.get("marksAtRisk")).hasSize(2);
        JsonNode second = info.get("marksAtRisk").get(1);
        assertThat(second.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("id", "text", "per1000", "reasons");
        assertThat(second.get("id").asText()).isEqualTo("2");
        assertThat(second.get("text").asText()).isEqualTo("Harbor");
        assertThat(second.get("per1000").asDouble()).isBetween(0.01, 10.0);
        assertThat(second.get("reasons").get("word").asDouble()).isPositive();
    }

    @Test
    void infoIsSilentOfRisksUnlessAsked() throws IOException {
        assertThat(run("index", "info", riskyIndex(), "--json").out()).doesNotContain("marksAtRisk");
    }

    @Test
    void noMarksAtRiskAreWrongUsage() throws IOException {
        CliRun run = run("index", "info", riskyIndex(), "--marks-at-risk", "0");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--marks-at-risk", "found 0");
    }

    @Test
    void damagedIndexIsRefusedWithTheCommandThatMendsIt() throws IOException {
        String into = folder.resolve("index").toString();
        run("index", "--marks", marks("marks.csv", "id,text\n1,AURORIS\n"), "--into", into);
        try (var files = Files.walk(Path.of(into))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(cfs|tim|doc|fdt|si)"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        CliRun run = run("search", "--index", into, "AURORIS");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("touchstone index --marks").hasLineCount(1);
    }
}
