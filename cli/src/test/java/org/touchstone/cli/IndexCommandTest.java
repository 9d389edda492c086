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

    @Test
    void reportLeavesOutWhatIsNoneAndAddsUp() throws IOException {
        String into = folder.resolve("index").toString();
        String csv = marks(
                "marks.jsonl",
                "{\"id\":\"1\",\"text\":\"AURORIS\",\"status\":\"registered\"}\n{\"id\":\"1\",\"text\":\"NUVIMO\"}\n{\"id\":\"2\"}\n"
                        + "{\"id\":\"3\",\"text\":\"PELLUNE\",\"status\":\"expired\"}\n");

        String first = run("index", "--marks", csv, "--into", into).err();
        String again = run("index", "--marks", csv, "--into", into, "--update").err();
        JsonNode json = Json.mapper()
                .readTree(run("index", "--marks", csv, "--into", into, "--update", "--json")
                        .out());
        String chinese =
                run("--lang", "zh", "index", "--marks", csv, "--into", into).err();

        assertThat(first)
                .containsPattern(
                        "Read 4 records in [\\d.]+ s: 2 added, 2 rejected \\(1 of them no longer in force\\)\\.");
        assertThat(again).containsPattern("Read 4 records in [\\d.]+ s: 2 unchanged, 2 rejected\\.");
        assertThat(chinese).contains("新增 2，拒收 2（其中已失效 1）");
        assertThat(json.get("unchanged").asInt()).isEqualTo(2);
        assertThat(json.get("refused").asInt()).isEqualTo(2);
        assertThat(json.get("added").asInt()).isZero();
    }

    @Test
    void rejectedRowsOfATableAreCountedAsRead() throws IOException {
        String csv = marks("marks.csv", "id,text\n1,\n2,AURORIS\n3,\n2,NUVIMO\n4,\n");

        CliRun run =
                run("index", "--marks", csv, "--into", folder.resolve("index").toString());

        assertThat(run.err())
                .containsPattern("Read 5 records in [\\d.]+ s: 1 added, 4 rejected\\.")
                .containsSubsequence("marks.csv:2: text", "marks.csv:4: text", "marks.csv:5: id", "marks.csv:6: text");
    }

    @Test
    void nothingToReadLeavesTheIndexThatStands() throws IOException {
        String into = folder.resolve("index").toString();
        run("index", "--marks", marks("marks.csv", "id,text\n1,AURORIS\n"), "--into", into);

        CliRun run = run("index", "--marks", marks("empty.csv", "id,text\n"), "--into", into);

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("expected at least one registration");
        assertThat(run("index", "export", into).out()).contains("AURORIS");
    }

    @Test
    void infoFitsATerminalOfEightyColumnsInBothLanguages() throws IOException {
        StringBuilder csv = new StringBuilder("id,office,text,niceClasses,kind,status\n");
        for (int i = 1; i <= 45; i++) {
            csv.append(i).append(",CN,AURORIS,").append(i).append(",collective,registered\n");
        }
        String into = folder.resolve("index").toString();
        run("index", "--marks", marks("marks.csv", csv.toString()), "--into", into);

        String english = run("index", "info", into).out();
        String chinese = run("--lang", "zh", "index", "info", into).out();

        assertThat(english)
                .contains("CN: 45", "in force: 45", "Latin: 45", "collective: 45")
                .containsPattern("9: 1 +10: 1");
        assertThat(chinese).contains("有效: 45", "拉丁字母: 45", "集体商标: 45").doesNotContain("collective", "latin");
        assertThat(english.lines().skip(1))
                .filteredOn(line -> !line.startsWith("Fingerprint"))
                .allMatch(line -> DisplayWidth.of(line) <= 80);
        assertThat(chinese.lines().skip(1))
                .filteredOn(line -> !line.startsWith("数据指纹"))
                .allMatch(line -> DisplayWidth.of(line) <= 80);
    }

    @Test
    void updateSaysThatImagesWereLeftOut() throws IOException {
        String into = folder.resolve("index").toString();
        String csv = marks("marks.csv", "id,text\n1,AURORIS\n");
        run("index", "--marks", csv, "--into", into, "--no-images");

        CliRun run = run("index", "--marks", csv, "--into", into, "--update");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("was made with --no-images: say so here as well")
                .hasLineCount(1);
    }

    @Test
    void verifyNamesADamagedIndexAndWhatToDo() throws IOException {
        String into = folder.resolve("index").toString();
        run("index", "--marks", marks("marks.csv", "id,text\n1,AURORIS\n"), "--into", into);
        try (var files = Files.walk(Path.of(into))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".fdt")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length - 30] ^= 1;
                Files.write(file, bytes);
            }
        }

        CliRun run = run("index", "verify", into);

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("the index in " + into + " is damaged", "build it again with");
    }

    @Test
    void folderWithoutAnIndexIsNamedInBothLanguages() {
        String none = folder.resolve("none").toString();

        assertThat(run("index", "info", none).err()).contains(none + " holds no index; build one with: ");
        assertThat(run("--lang", "zh", "index", "export", none).err()).contains(none + " 中没有索引；请先建立：");
    }

    @Test
    void fileInPlaceOfTheFolderIsRefused() throws IOException {
        String csv = marks("marks.csv", "id,text\n1,AURORIS\n");

        CliRun run = run("index", "--marks", csv, "--into", csv);

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("expected a folder for the index, found a file");
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
