package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.record.BrandFile;
import org.touchstone.record.Json;

class BrandsCommandTest {
    @TempDir
    private Path folder;

    private String file(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml).toString();
    }

    @Test
    void cleanFileIsATable() throws IOException {
        String file = file(
                "brands.yaml",
                "brands:\n  - {key: auroris, owners: [a, b], officialShops: [c], geographicalIndication: {areas: [浙江]}}\n");
        CliRun run = CliRun.of("brands", "check", file);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().lines())
                .hasSize(2)
                .last()
                .asString()
                .matches("auroris +2 +0 +1 +0 +0 +0 +yes +0 +" + file.replace("\\", "\\\\"));
        assertThat(run.err()).contains("1 brands, 0 errors, 0 warnings");
    }

    @Test
    void mistakesAndDoubtsAreNamedInBothLanguages() throws IOException {
        String file = file("brands.yaml", """
                brands:
                  - key: auroris
                    nicknam: [x]
                    authorisedSellers:
                      - {name: a, to: 2020-01-01}
                      - {name: A, to: 2020-01-01}
                  - key: auroris
                """);
        CliRun run = CliRun.of("brands", "check", file);
        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err())
                .contains(file + ":3: unknown key 'nicknam' in 'brands[0]'; did you mean 'nicknames'?")
                .contains(file + ":5: brands[0].authorisedSellers[0].to: ended on 2020-01-01")
                .contains(file + ":6: brands[0].authorisedSellers[1]: 'A' is listed at " + file + ":5 as well")
                .contains(file + ":7: brands[1].key: the key 'auroris' stands at " + file + ":2 as well");

        assertThat(CliRun.of("--lang", "zh", "brands", "check", file).err())
                .contains(file + ":5：brands[0].authorisedSellers[0].to：已于 2020-01-01 到期")
                .contains("2 个品牌，1 处错误，4 处警告");
    }

    @Test
    void fileThatIsNoYamlIsNamedAndTheOthersAreRead() throws IOException {
        String bad = file("bad.yaml", "brands:\n  - key: a: b\n");
        CliRun run = CliRun.of("brands", "check", "--json", bad, file("good.yaml", "brands: [{key: good}]"));
        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err()).contains(bad + ":2: expected YAML");
        JsonNode first = Json.mapper().readTree(run.out().lines().toList().get(0));
        JsonNode second = Json.mapper().readTree(run.out().lines().toList().get(1));
        assertThat(first.at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(second.at("/brands/0/key").asText()).isEqualTo("good");
        assertThat(second.path("errors")).isEmpty();
    }

    @Test
    void warningsInJson() throws IOException {
        CliRun run =
                CliRun.of("brands", "check", "--json", file("brands.yaml", "brands:\n  - {key: a}\n  - {key: a}\n"));
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        JsonNode warning = Json.mapper().readTree(run.out()).at("/warnings/0");
        assertThat(warning.path("line").asInt()).isEqualTo(3);
        assertThat(warning.path("doubt").asText()).isEqualTo("same-key");
        assertThat(warning.at("/about/0").asText()).isEqualTo("a");
    }

    @Test
    void demosOwnFileIsClean() throws IOException {
        try (var demo = BrandsCommand.class.getResourceAsStream("demo/brands.yaml")) {
            Path file = folder.resolve("demo.yaml");
            Files.write(file, demo.readAllBytes());
            CliRun run = CliRun.of("brands", "check", file.toString());
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
            assertThat(run.err()).contains("9 brands, 0 errors, 0 warnings");
        }
    }

    @Test
    void schemaIsPrinted() throws IOException {
        CliRun run = CliRun.of("brands", "schema");
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEqualTo(BrandFile.schema());
        assertThat(Json.mapper().readTree(run.out()).path("$schema").asText()).contains("2020-12");
    }

    @Test
    void fileInAnotherEncodingIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("gbk.yaml"), "brands: [{key: 山隐}]".getBytes("GBK"));

        CliRun run = CliRun.of("brands", "check", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err())
                .contains("gbk.yaml: expected YAML in UTF-8, found bytes that are not")
                .doesNotContain("java.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void wrongUse() {
        assertThat(CliRun.of("brands").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CliRun.of("brands", "check").code()).isEqualTo(ExitCode.USAGE);
        CliRun gone = CliRun.of("brands", "check", folder.resolve("gone.yaml").toString());
        assertThat(gone.code()).isEqualTo(ExitCode.FAILED);
        assertThat(gone.err()).contains("gone.yaml");
    }
}
