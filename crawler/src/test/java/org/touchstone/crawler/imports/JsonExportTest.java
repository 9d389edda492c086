package org.touchstone.crawler.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.listing.Listing;
import org.touchstone.record.Rejection;

class JsonExportTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Mapping mapping(String records, Map<String, List<Mapping.Spot>> fields) {
        return new Mapping("", "", "", 0, records, null, null, fields);
    }

    @Test
    void anObjectOnEachLine() throws IOException {
        Exports read = Exports.read(file("export.jsonl", """
                {"title":"山隐茶","price":{"amount":"9.90","currency":"CNY"},"seller":{"name":"茶行","id":7},"itemUrl":"https://item.jd.com/10001.html","spec":{"材质":"铁","尺寸":["大","小"]},"pics":null}

                {"title":"白毫",
                [1]
                {"title":"银针"} {}
                {"title":"寿眉","images":["https://img.example/1.jpg","https://img.example/2.jpg"],"timestamp":1709267640}
                """));
        assertThat(read.listings()).extracting(Listing::title).containsExactly("山隐茶", "寿眉");
        Listing first = read.listings().getFirst();
        assertThat(first.id()).isEqualTo("jd:10001");
        assertThat(first.price().currency()).isEqualTo("CNY");
        assertThat(first.seller().name()).isEqualTo("茶行");
        assertThat(first.attributes()).isEqualTo(Map.of("spec.材质", "铁", "spec.尺寸", "大 | 小"));
        assertThat(read.listings().getLast().other().get("imageUrls")).hasSize(2);
        assertThat(read.listings().getLast().capturedAt()).isEqualTo("2024-03-01T04:34:00Z");
        assertThat(read.rejections()).extracting(Rejection::line).containsExactly(3L, 4L, 5L);
    }

    @Test
    void aListAndAListWithin() throws IOException {
        assertThat(Exports.read(file("a.json", "[\n{\"title\":\"山隐茶\"},\n{\"title\":\"白毫\"}]"))
                        .listings())
                .extracting(Listing::title)
                .containsExactly("山隐茶", "白毫");
        Path within = file(
                "b.json",
                "{\"code\":0,\n\"data\":{\"total\":2,\"items\":[{\"item\":{\"t\":\"山隐茶\",\"pics\":"
                        + "[{\"u\":1},\"//img.example/1.jpg\"]}},7,{\"item\":{\"t\":\"白毫\"}}],\"more\":[{\"t\":\"no\"}]}}");
        Exports read = Exports.read(
                within,
                mapping(
                        "/data/items",
                        Map.of(
                                "title", List.of(Mapping.Spot.of("/item/t")),
                                "images", List.of(Mapping.Spot.of("/item/pics")))));
        assertThat(read.listings()).extracting(Listing::title).containsExactly("山隐茶", "白毫");
        assertThat(read.listings().getFirst().other().get("imageUrls").get(0).asText())
                .isEqualTo("https://img.example/1.jpg");
        assertThat(read.listings().getFirst().attributes()).isEqualTo(Map.of("item.pics.u", "1"));
        assertThat(read.rejections())
                .singleElement()
                .asString()
                .isEqualTo("b.json:2: expected a JSON object, found VALUE_NUMBER_INT");
    }

    @Test
    void whatIsNoListSaysHowToNameIt() throws IOException {
        Path within = file("a.json", "{\n \"data\": [{\"title\":\"山隐茶\"}]\n}");
        assertThatThrownBy(() -> Exports.read(within)).hasMessageContaining("records: /data/items");
        assertThatThrownBy(() -> Exports.read(within, mapping("/dat", Map.of())))
                .hasMessageContaining("expected a list of records at '/dat'");
        Path unknown = file("b.jsonl", "{\"a\":\"x\",\"b\":{\"c\":1}}\n");
        assertThatThrownBy(() -> Exports.read(unknown)).isInstanceOfSatisfying(ExportException.class, e -> {
            assertThat(e).hasMessageContaining("the keys /a | /b/c");
            assertThat(e.skeleton()).contains("\"attributes./b/c\": \"/b/c\"");
        });
    }

    @Test
    void aColumnOfTheMappingThatNoRecordHasIsNamed() throws IOException {
        Exports read = Exports.read(
                file("a.jsonl", "{\"title\":\"山隐茶\"}\n"),
                mapping("", Map.of("brand", List.of(Mapping.Spot.of("/mark")))));
        assertThat(read.listings()).hasSize(1);
        assertThat(read.rejections()).singleElement().asString().contains("column for brand stands in no record");
    }

    @Test
    void hostileRecords() throws IOException {
        String wide = "{\"title\":\"x\"" + ",\"k\":1".repeat(2000) + "}";
        String deep = "{\"title\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        String good = "{\"title\":\"山隐茶\"}";
        Exports lines = Exports.read(file("a.jsonl", good + "\n" + wide + "\n" + deep + "\n" + good + "\n"));
        assertThat(lines.listings()).hasSize(2);
        assertThat(lines.rejections()).extracting(Rejection::line).containsExactly(2L, 3L);
        Exports list = Exports.read(file("a.json", "[" + good + "," + wide + "," + good + "," + deep + "]"));
        assertThat(list.listings()).hasSize(2);
        assertThat(list.rejections()).hasSize(2);
        assertThat(list.rejections().getLast().reason()).contains("the rest of the file was not read");
    }
}
