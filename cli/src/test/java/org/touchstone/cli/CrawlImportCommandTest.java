package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.record.Json;

class CrawlImportCommandTest {
    @TempDir
    private Path folder;

    private Path gbk;

    @BeforeEach
    void write() throws IOException {
        gbk = Files.write(
                folder.resolve("taobao.csv"),
                "商品标题,价格,店铺名称,商品链接\n山隐茶 白毫,¥99,茶行,https://item.taobao.com/item.htm?id=612345678901\n,1,茶行,\n"
                        .getBytes(Charset.forName("GBK")));
    }

    private String into() {
        return folder.resolve("seen").toString();
    }

    private static CliRun run(String... arguments) {
        return CliRun.of(arguments);
    }

    @Test
    void importAndReport() throws IOException {
        CliRun run = run("crawl", "import", gbk.toString(), "--into", into(), "--zone", "Asia/Shanghai", "--json");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err())
                .contains("taobao.csv:3: title: expected a title or an image, found neither")
                .contains("Kept 1 listings and 0 images");
        assertThat(Json.mapper().readTree(run.out()).path("zone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(Files.readString(folder.resolve("seen/listings.jsonl"))).contains("\"id\":\"taobao:612345678901\"");
    }

    @Test
    void unknownHeadingsShowAMappingThatWorks() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "甲,乙\n山隐茶,9\n");
        CliRun run = run("crawl", "import", file.toString(), "--into", into());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("甲 | 乙").contains("--mapping FILE").contains("title: \"\"");
        String skeleton = run.err().substring(run.err().indexOf("name: export"));
        Path mapping = Files.writeString(
                folder.resolve("m.yaml"),
                skeleton.lines()
                        .filter(line -> !line.contains("attributes.甲"))
                        .map(line -> line.replace("title: \"\"", "title: 甲"))
                        .reduce("", (before, line) -> before + line + "\n"));
        CliRun again = run("crawl", "import", file.toString(), "--into", into(), "--mapping", mapping.toString());
        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(folder.resolve("seen/listings.jsonl")))
                .contains("\"title\":\"山隐茶\"")
                .contains("{\"乙\":\"9\"}");
    }

    @Test
    void mistakesOfTheCommandLine() throws IOException {
        assertThat(run("crawl", "import", "nowhere.csv", "--into", into()).code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("crawl", "import", gbk.toString()).code()).isEqualTo(ExitCode.USAGE);
        CliRun zone = run("crawl", "import", gbk.toString(), "--into", into(), "--zone", "Moon");
        assertThat(zone.code()).isEqualTo(ExitCode.USAGE);
        assertThat(zone.err()).contains("Asia/Shanghai");
        Path empty = Files.writeString(folder.resolve("a.csv"), "标题,价格\n,1\n");
        assertThat(run("crawl", "import", empty.toString(), "--into", into()).err())
                .contains("no listing could be read");
    }

    @Test
    void scanTakesExportsAsTheyAre() throws IOException {
        Path xlsx = folder.resolve("jd.xlsx");
        try (OutputStream out = Files.newOutputStream(xlsx);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("商品");
            sheet.value(0, 0, "2024年3月");
            sheet.value(1, 0, "商品名称");
            sheet.value(1, 1, "商品编号");
            sheet.value(2, 0, "SHANYIN 山隐茶");
            sheet.value(2, 1, "10001");
        }
        Path marks = Files.writeString(folder.resolve("marks.csv"), "id,text,niceClasses\nM1,山隐茶,30\n");
        Path out = folder.resolve("hits.jsonl");
        CliRun run = CliRun.of(
                java.util.Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()),
                "scan",
                "--marks",
                marks.toString(),
                xlsx.toString(),
                gbk.toString(),
                "--out",
                out.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REJECTED);
        assertThat(Files.readString(out))
                .contains("\"listing\":\"10001\"")
                .contains("\"listing\":\"taobao:612345678901\"");
        assertThat(run.err()).contains("taobao.csv:3: title:");
    }
}
