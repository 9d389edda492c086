package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.record.Json;

class SearchCommandTest {
    @TempDir
    private Path folder;

    private String marks = "";

    @BeforeEach
    void writeMarks() throws IOException {
        marks = Files.writeString(folder.resolve("marks.csv"), """
                        id,office,number,text,niceClasses,viennaCodes,holder,status,registered,expires,feature
                        CN-1,CN,1234567,康纬弗,25,3.1.1,晨曦山有限公司,registered,2020-01-01,2030-01-01,word
                        CN-2,CN,2234567,KELVORA,25|35,3.7.1,Kelvora Holding AG,registered,2010-01-01,2030-01-01,combined
                        EM-3,EM,018000001,Kelvora Premium,9,1.15,KELVORA HOLDING A.G.,filed,,,word
                        CN-4,CN,4,KELVURA,25,,Other,expired,2001-01-01,2011-01-01,word
                        CN-5,CN,5,QELVORA,25,,<script>alert(1)</script>,registered,2020-01-01,2026-08-01,word
                        """).toString();
    }

    private CliRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("search", "--marks", marks, "--on", "2026-06-01"));
        all.addAll(List.of(arguments));
        return CliRun.of(Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()), all.toArray(String[]::new));
    }

    private List<JsonNode> found(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        CliRun run = run(all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        List<JsonNode> found = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            found.add(Json.mapper().readTree(line));
        }
        return found;
    }

    private List<String> ids(String... arguments) throws IOException {
        return found(arguments).stream().map(one -> one.get("id").asText()).toList();
    }

    @Test
    void nothingToLookForIsWrongUsage() {
        CliRun run = run();

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--owner");
    }

    @Test
    void marksComeWithRankSimilarityWaysReasonAndCautions() throws IOException {
        List<JsonNode> found = found("kelvora");

        assertThat(found).hasSize(3);
        JsonNode first = found.get(0);
        assertThat(first.get("rank").asInt()).isEqualTo(1);
        assertThat(first.get("similarity").asDouble()).isEqualTo(1);
        assertThat(first.get("how").get(0).asText()).isEqualTo("exact");
        assertThat(first.get("id").asText()).isEqualTo("CN-2");
        assertThat(first.get("against").asText()).isEqualTo("KELVORA");
        assertThat(first.get("holder").asText()).isEqualTo("Kelvora Holding AG");
        assertThat(found.get(1).get("reason").asText()).contains("sounds alike: kelvora / QELVORA");
        assertThat(found.get(1).get("cautions").get(0).asText()).isEqualTo("expiring");
        assertThat(found.get(2).get("cautions").get(0).asText()).isEqualTo("pending");
    }

    @Test
    void endedMarksAreShownWhenAskedFor() throws IOException {
        assertThat(ids("kelvora", "--all")).contains("CN-4");
        assertThat(ids("--status", "dead")).containsExactly("CN-4");
        assertThat(ids("--number", "CN 4")).containsExactly("CN-4");
    }

    @Test
    void marksCountThatHadNotEndedOnTheDay() throws IOException {
        CliRun run = CliRun.of(
                Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()),
                "search",
                "--marks",
                marks,
                "--on",
                "2010-06-01",
                "kelvura");

        assertThat(run.out()).contains("CN-4").doesNotContain("CN-5");
    }

    @Test
    void registersAreAskedByWhatTheySay() throws IOException {
        assertThat(ids("--owner", "kelvora holding")).containsExactly("CN-2", "EM-3");
        assertThat(ids("--owner", "holding", "--office", "cn")).containsExactly("CN-2");
        assertThat(ids("--vienna", "3")).containsExactly("CN-1", "CN-2");
        assertThat(ids("--nice", "9,35")).containsExactly("CN-2", "EM-3");
        assertThat(ids("--feature", "combined")).containsExactly("CN-2");
        assertThat(ids("--kind", "collective", "--office", "CN")).isEmpty();
        assertThat(ids("kelvora", "--office", "EM")).containsExactly("EM-3");
        assertThat(found("--number", "1234567").get(0).get("how").get(0).asText())
                .isEqualTo("number");
        assertThat(run("--nice", "25", "--top", "1").err()).contains("1 of 3");
    }

    @Test
    void onlyTheWaysAskedForCount() throws IOException {
        assertThat(ids("kelvora", "--how", "contains")).containsExactly("EM-3");
        assertThat(ids("kangweifu", "--how", "Sounds")).containsExactly("CN-1");
        assertThat(ids("kangweifu", "--how", "exact,looks")).isEmpty();
    }

    @Test
    void tableSaysWhyInTheUsersLanguage() {
        assertThat(run("康玮弗").out()).contains("康纬弗", "CN-1", "sounds alike: kang wei fu / kang wei fu");
        assertThat(run("康玮弗", "--lang", "zh").out()).contains("音同：kang wei fu / kang wei fu", "汉字形近");
    }

    @Test
    void hostileTextMovesNoCursor() throws IOException {
        marks = Files.writeString(
                        folder.resolve("hostile.csv"),
                        "id,office,text,holder,status\n1,XX,KEL\u001b[2JVORA,\u202eEvil\u0007,registered\n")
                .toString();

        CliRun run = run("--office", "XX");

        assertThat(run.out()).contains("KEL[2JVORA", "Evil").doesNotContain("\u001b", "\u0007", "\u202e");
    }

    @Test
    void imageNeedsAnIndexWithImages() throws IOException {
        Path image = Files.write(folder.resolve("none.png"), new byte[] {1});

        CliRun run = run("--image", image.toString());

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("no images");
    }

    @Test
    void pageHoldsMarksReasonsAndNoScript() throws IOException {
        Path page = folder.resolve("found.html");

        run("qelvora<script>", "--report", page.toString(), "--lang", "zh");

        assertThat(page)
                .content()
                .contains(
                        "lang=\"zh-CN\"",
                        "qelvora&lt;script&gt;",
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "将于 2026-08-01 到期")
                .contains("Content-Security-Policy", "读音相近")
                .doesNotContain("<script");
    }
}
