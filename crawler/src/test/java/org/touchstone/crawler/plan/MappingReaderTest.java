package org.touchstone.crawler.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.crawler.Importer;
import org.touchstone.crawler.imports.Mapping;
import org.touchstone.record.YamlException;

class MappingReaderTest {
    @TempDir
    private Path folder;

    private Mapping read(String yaml) throws IOException {
        return Importer.mapping(Files.writeString(folder.resolve("m.yaml"), yaml));
    }

    @Test
    void readWhole() throws IOException {
        Mapping mapping = read("""
                name: jd-export
                marketplace: jd
                sheet: 商品
                header: 3
                charset: GB18030
                zone: Asia/Shanghai
                records: /data/items
                fields:
                  id: 商品编号
                  title: [商品标题, 标题]
                  price: {column: 到手价, currency: cny}
                  seller.name: 店铺名称
                  images: {column: 图片, separator: "|"}
                  attributes.材质: 材质
                  other.关键词: 词
                  brand: {value: SHANYIN}
                  capturedAt: {column: 采集时间, format: "yyyy/M/d H:mm", zone: UTC}
                """);
        assertThat(mapping.marketplace()).isEqualTo("jd");
        assertThat(mapping.sheet()).isEqualTo("商品");
        assertThat(mapping.header()).isEqualTo(3);
        assertThat(mapping.charset()).isEqualTo(Charset.forName("GB18030"));
        assertThat(mapping.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(mapping.records()).isEqualTo("/data/items");
        assertThat(mapping.fields()).hasSize(9);
        assertThat(mapping.fields().get("title"))
                .extracting(Mapping.Spot::column)
                .containsExactly("商品标题", "标题");
        assertThat(mapping.fields().get("price").getFirst().currency()).isEqualTo("CNY");
        assertThat(mapping.fields().get("images").getFirst().separator()).isEqualTo("|");
        assertThat(mapping.fields().get("capturedAt").getFirst().format().getZone())
                .isEqualTo(ZoneId.of("UTC"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fieldz: {title: a}; unknown key 'fieldz'; did you mean 'fields'?",
                "fields: {titl: a}; unknown field 'titl' in 'fields'; did you mean 'title'?",
                "fields: {title: {colum: a}}; unknown key 'colum' in 'fields.title'; did you mean 'column'?",
                "fields: {title: {column: a, currency: CNY}}; unknown key 'currency' in 'fields.title'; known are",
                "fields: {price: {column: a, currency: XYQ}}; fields.price.currency; a code such as CNY",
                "fields: {title: ''}; fields.title; expected a heading",
                "fields: {title: {column: a, value: b}}; fields.title; either column or value",
                "fields: {capturedAt: {column: a, format: jjjj}}; fields.capturedAt.format; a form of times",
                "fields: {title: []}; fields.title; expected a heading",
                "header: 0; header; the line of the headings",
                "zone: Moon; zone; a time zone such as Asia/Shanghai",
                "charset: klingon; charset; a charset such as GB18030",
                "records: data; records; a JSON Pointer",
                "fields: [a]; fields; keys with values",
                "{; m.yaml:1: expected YAML; found"
            })
    void mistakesAreNamed(String yaml, String where, String what) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("m.yaml")
                .hasMessageContaining(where)
                .hasMessageContaining(what);
    }
}
