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

class ClearanceCommandTest {
    @TempDir
    private Path folder;

    private String marks = "";

    @BeforeEach
    void writeMarks() throws IOException {
        marks = Files.writeString(folder.resolve("marks.csv"), """
                        id,office,number,text,niceClasses,holder,status,registered,expires
                        CN-1,CN,1,KELVORA,9,One,registered,2020-01-01,2030-01-01
                        CN-2,CN,2,KELVURA,25,Two,registered,2020-01-01,2030-01-01
                        CN-3,CN,3,Kelvora,25,Three,filed,,
                        CN-4,CN,4,KELVORA,25,Four,expired,2001-01-01,2011-01-01
                        EM-5,EM,5,KELVORA,,Five,registered,2020-01-01,2030-01-01
                        EM-6,EM,6,TOMASIN,25,Six,registered,2020-01-01,2030-01-01
                        """).toString();
    }

    private CliRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("clearance", "--marks", marks, "--on", "2026-06-01"));
        all.addAll(List.of(arguments));
        return CliRun.of(Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()), all.toArray(String[]::new));
    }

    private List<String> levels(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        List<String> levels = new ArrayList<>();
        for (String line : run(all.toArray(String[]::new)).out().lines().toList()) {
            JsonNode node = Json.mapper().readTree(line);
            levels.add(node.get("id").asText() + " " + node.get("level").asText() + " "
                    + node.get("goodsRelation").asText());
        }
        return levels;
    }

    @Test
    void noSignIsWrongUsage() {
        assertThat(run("--nice", "25").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("kelvora", "--nice", "77").err()).contains("--nice", "found 77");
    }

    @Test
    void earlierMarksAreRankedBySignAndGoods() throws IOException {
        assertThat(levels("kelvora", "--nice", "25"))
                .containsExactly(
                        "CN-3 identical same", "CN-2 similar same", "EM-5 similar unknown", "CN-1 remote different");
    }

    @Test
    void officesAreAskedAlone() throws IOException {
        assertThat(levels("kelvora", "--nice", "25", "--office", "EM")).containsExactly("EM-5 similar unknown");
    }

    @Test
    void ordersItsListAndSaysWhatItIsNot() throws IOException {
        Path page = folder.resolve("clearance.html");

        CliRun run = run("kelvora", "--nice", "25", "--report", page.toString());

        assertThat(run.out()).contains("IDENTICAL; pending, no right yet", "goods: the same class (25 / 25)");
        assertThat(run.err()).contains("CN 4, EM 2", "2026-06-01", "no legal opinion");
        assertThat(page).content().contains("IDENTICAL", "no legal opinion", "goods: the same class");
        assertThat(run("kelvora").err()).contains("--groups");
    }
}
