package org.touchstone.crawler.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Seller;
import org.touchstone.record.Rejection;

class CsvExportTest {
    private static final String HEAD = "商品ID,商品标题,到手价,店铺名称,商品链接,发货地,销量,采集时间\n";
    private static final String ROW =
            "612345678901,山隐茶 白毫 特级,\"¥1,299.00\",山隐茶行,https://item.taobao.com/item.htm?id=612345678901,福建福鼎,200+人付款,2024/3/1 9:05\n";

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("export.csv"), content);
    }

    private Listing only(String content) throws IOException {
        Exports read = Exports.read(file(content));
        assertThat(read.rejections()).isEmpty();
        assertThat(read.listings()).hasSize(1);
        return read.listings().getFirst();
    }

    @Test
    void headingsAreKnown() throws IOException {
        Listing listing = only(HEAD + ROW);
        assertThat(listing.id()).isEqualTo("taobao:612345678901");
        assertThat(listing.marketplace()).isEqualTo("taobao");
        assertThat(listing.title()).isEqualTo("山隐茶 白毫 特级");
        assertThat(listing.price().amount()).isEqualByComparingTo("1299.00");
        assertThat(listing.price().currency()).isEqualTo("CNY");
        assertThat(listing.seller()).isEqualTo(new Seller("", "山隐茶行", "福建福鼎"));
        assertThat(listing.capturedAt()).isEqualTo("2024-03-01T01:05:00Z");
        assertThat(listing.attributes()).isEqualTo(Map.of("销量", "200+人付款"));
        assertThat(listing.other().get("source").toString())
                .startsWith("{\"file\":\"export.csv\",\"row\":2,\"sha256\":\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-8", "UTF-16LE", "UTF-16BE"})
    void charsets(String name) throws IOException {
        String mark = name.startsWith("UTF-16") ? "\ufeff" : "";
        Path file = Files.write(folder.resolve("export.csv"), (mark + HEAD + ROW).getBytes(Charset.forName(name)));
        assertThat(Exports.read(file).listings()).extracting(Listing::title).containsExactly("山隐茶 白毫 特级");
    }

    @Test
    void gbkThatBeginsLateIsSeen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("title,price\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 20_000; i++) {
            out.writeBytes(("plain tin " + i + ",9.90\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("山隐茶,9.90\n".getBytes(Charset.forName("GBK")));
        Exports read = Exports.read(Files.write(folder.resolve("export.csv"), out.toByteArray()));
        assertThat(read.listings()).hasSize(20_001);
        assertThat(read.listings().getLast().title()).isEqualTo("山隐茶");
    }

    @Test
    void aBrokenLineIsRejectedAndTheOthersStand() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("标题,价格\n山隐茶 一,1\n".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0x81, ',', '2', '\n'});
        out.writeBytes("山隐茶 三,3\n山隐茶 四,4\n山隐茶 五,5\n山隐茶 六,6\n".getBytes(StandardCharsets.UTF_8));
        Exports read = Exports.read(Files.write(folder.resolve("export.csv"), out.toByteArray()));
        assertThat(read.listings())
                .extracting(Listing::title)
                .contains("山隐茶 一", "山隐茶 六")
                .hasSize(5);
        assertThat(read.rejections()).hasSize(1);
        assertThat(read.rejections().getFirst().toString()).startsWith("export.csv:3: expected text in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2万, 12000, ''",
        "199-299, 199, ''",
        "19.9元, 19.9, CNY",
        "'US$1,299.50', 1299.50, USD",
        "￥88, 88, CNY",
        "券后￥9.9, 9.9, CNY"
    })
    void pricesAsTheyAreWritten(String written, String amount, String currency) throws IOException {
        Listing listing = only("标题,价格\n山隐茶,\"" + written + "\"\n");
        assertThat(listing.price().amount()).isEqualByComparingTo(amount);
        assertThat(listing.price().currency()).isEqualTo(currency);
    }

    @Test
    void aRangeIsKeptAsItWas() throws IOException {
        assertThat(only("标题,价格(元)\n山隐茶,199-299\n").attributes()).containsEntry("价格(元)", "199-299");
        assertThat(only("标题,价格(元)\n山隐茶,199\n").price().currency()).isEqualTo("CNY");
    }

    @Test
    void aPriceThatIsNoneIsNamedAndKept() throws IOException {
        Exports read = Exports.read(file("标题,价格\n山隐茶,面议\n山隐茶,-\n山隐茶,\n"));
        assertThat(read.listings()).hasSize(3).allMatch(listing -> listing.price() == null);
        assertThat(read.listings().getFirst().attributes()).containsEntry("价格", "面议");
        assertThat(read.rejections()).hasSize(1);
        assertThat(read.rejections().getFirst().toString())
                .isEqualTo("export.csv:2: price: in column B '价格' expected a price such as ¥199.00, found '面议'");
    }

    @Test
    void theLikeliestOfSeveralPrices() throws IOException {
        Listing listing = only("标题,原价,售价,到手价\n山隐茶,300,200,100\n");
        assertThat(listing.price().amount()).isEqualByComparingTo("100");
        assertThat(listing.attributes()).isEqualTo(Map.of("原价", "300", "售价", "200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", ","})
    void separators(String separator) throws IOException {
        Listing listing = only("标题,价格,店铺\n\"山隐茶, 白;毫\",9,茶行\n"
                .replace(",价格,", separator + "价格" + separator)
                .replace(",9,", separator + "9" + separator));
        assertThat(listing.title()).isEqualTo("山隐茶, 白;毫");
        assertThat(listing.seller().name()).isEqualTo("茶行");
    }

    @Test
    void titleRowsEmptyRowsRepeatedHeadingsAndTotals() throws IOException {
        Exports read = Exports.read(file(
                "\ufeff2024年3月 监测报告,,\n,,\n制表人：张三,,\n序号,商品名称,价格\n1,山隐茶,9\n,,\n\n" + "序号,商品名称,价格\n2,白毫,8\n合计,,17\n"));
        assertThat(read.listings()).extracting(Listing::title).containsExactly("山隐茶", "白毫");
        assertThat(read.listings().getFirst().other().get("source").path("row").asInt())
                .isEqualTo(5);
        assertThat(read.rejections()).hasSize(1);
        assertThat(read.rejections().getFirst().line()).isEqualTo(10);
        assertThat(read.rejections().getFirst().reason()).contains("expected a title or an image");
    }

    @Test
    void excelsOwnLineAndTextsThatLookLikeFormulas() throws IOException {
        Exports read = Exports.read(file("sep=;\ntitle;item id;link\n"
                + "=1+2;=\"00123\";\"=HYPERLINK(\"\"https://shop.example/p/1\"\",\"\"see\"\")\"\n+山隐茶;'0456;\n"));
        assertThat(read.rejections()).isEmpty();
        assertThat(read.listings()).extracting(Listing::title).containsExactly("=1+2", "+山隐茶");
        assertThat(read.listings()).extracting(Listing::id).containsExactly("00123", "0456");
        assertThat(read.listings().getFirst().url()).isEqualTo("https://shop.example/p/1");
    }

    @Test
    void anIdThatASpreadsheetRoundedIsNotBelieved() throws IOException {
        Exports read = Exports.read(file("商品ID,标题\n6.12346E+11,山隐茶\n"));
        assertThat(read.listings().getFirst().id()).isEqualTo("export.csv#2");
        assertThat(read.listings().getFirst().attributes()).containsEntry("商品ID", "6.12346E+11");
        assertThat(read.rejections()).hasSize(1);
        assertThat(read.rejections().getFirst().field()).isEqualTo("id");
    }

    @Test
    void rowsWithTooManyCellsAreRejected() throws IOException {
        Exports read = Exports.read(file("标题,价格\n山隐茶, 白毫,9\n山隐茶,9,,\n白毫\n"));
        assertThat(read.listings()).extracting(Listing::title).containsExactly("山隐茶", "白毫");
        assertThat(read.rejections().getFirst().toString()).startsWith("export.csv:2: expected at most 2 cells");
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheFileByName() throws IOException {
        Exports read = Exports.read(file("标题,价格\n山隐茶,9\n\"白毫,8\n银针,7\n"));
        assertThat(read.listings()).extracting(Listing::title).containsExactly("山隐茶");
        assertThat(read.rejections()).hasSize(1);
        assertThat(read.rejections().getFirst().reason()).contains("rest of the file was not read");
    }

    @Test
    void imagesByPathAndByAddress() throws IOException {
        Files.createDirectories(folder.resolve("img"));
        Files.write(folder.resolve("img/1.png"), new byte[1]);
        Files.write(folder.resolve("img/2 a.jpg"), new byte[1]);
        Exports read = Exports.read(file("标题,主图,图片2,图片3\n山隐茶,img\\1.png|img/2 a.jpg,"
                + "\"//img.example/a,b.jpg, https://img.example/c.jpg\",../secret.png\n"));
        Listing listing = read.listings().getFirst();
        assertThat(listing.images()).containsExactly("img/1.png", "img/2 a.jpg");
        assertThat(listing.other().get("imageUrls").toString())
                .isEqualTo("[\"https://img.example/a,b.jpg\",\"https://img.example/c.jpg\"]");
        assertThat(read.rejections()).hasSize(1);
        assertThat(read.rejections().getFirst().reason())
                .isEqualTo(
                        "in column D '图片3' expected a path within its folder, found '../secret.png', found '../secret.png'");
    }

    @Test
    @Timeout(10)
    void hostileCellsAreReadFast() throws IOException {
        String images = "a" + " ".repeat(30_000) + "b";
        String link = "a.".repeat(15_000);
        Exports read = Exports.read(file("商品标题,商品图片,商品链接\n山隐茶,\"" + images + "\"," + link + "\n"));
        assertThat(read.listings()).extracting(Listing::title).containsExactly("山隐茶");
        assertThat(read.rejections()).extracting(Rejection::field).containsExactlyInAnyOrder("images", "url");
    }

    @Test
    void whatTheCollectorLookedForIsNotTheSellersWord() throws IOException {
        Listing listing = only("关键词,标题,材质\nPELLUNE,手提包,牛皮\n");
        assertThat(listing.attributes()).isEqualTo(Map.of("材质", "牛皮"));
        assertThat(listing.other().get("关键词").asText()).isEqualTo("PELLUNE");
    }

    @Test
    void unknownHeadingsGiveAMappingToComplete() throws IOException {
        Path file = file("甲,乙,售价\n山隐茶,x,9\n");
        assertThatThrownBy(() -> Exports.read(file)).isInstanceOfSatisfying(ExportException.class, e -> {
            assertThat(e).hasMessageContaining("甲 | 乙 | 售价").hasMessageContaining("line 1");
            assertThat(e.skeleton()).contains("title: \"\"", "price: \"售价\"", "\"attributes.乙\": \"乙\"");
        });
    }

    @Test
    void otherFilesAreRefusedWithWhatToDo() throws IOException {
        Path html = Files.writeString(folder.resolve("export.xls"), "<html><table></table></html>");
        assertThatThrownBy(() -> Exports.read(html)).hasMessageContaining("found HTML");
        Path old =
                Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0});
        assertThatThrownBy(() -> Exports.read(old)).hasMessageContaining("save it as .xlsx");
        Path text = Files.writeString(folder.resolve("text.xls"), "标题\t价格\n山隐茶\t9\n");
        assertThat(Exports.read(text).listings()).hasSize(1);
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThatThrownBy(() -> Exports.read(empty)).hasMessageContaining("found no line");
    }

    @Test
    void tooManyColumns() throws IOException {
        Path file = file("标题" + ",x".repeat(2_000) + "\n");
        assertThatThrownBy(() -> Exports.read(file)).hasMessageContaining("at most 1000 columns, found 2001");
        Path wider = file("标题" + ",x".repeat(20_000) + "\n");
        assertThatThrownBy(() -> Exports.read(wider)).hasMessageContaining("maximum limit of 16384 fields");
    }

    @Test
    void headingsInEnglish() throws IOException {
        Listing listing = only(
                "Product Name,Sale Price,Currency,Shop,Product URL,Brand,Item ID,Platform,Ships From,Sold\n"
                        + "Pellune bag,\"1,299.00\",USD,Bag House,https://shop.example/p/1,Pellune,77,Amazon,Leeds,12\n");
        assertThat(listing.id()).isEqualTo("amazon:77");
        assertThat(listing.price().currency()).isEqualTo("USD");
        assertThat(listing.brand()).isEqualTo("Pellune");
        assertThat(listing.seller()).isEqualTo(new Seller("", "Bag House", "Leeds"));
        assertThat(listing.attributes()).isEqualTo(Map.of("Sold", "12"));
    }

    @Test
    void aMappingComesFirst() throws IOException {
        Mapping mapping = new Mapping(
                "m",
                "jd",
                "",
                2,
                "",
                null,
                null,
                Map.of(
                        "title", List.of(Mapping.Spot.of("甲"), Mapping.Spot.of("乙")),
                        "price", List.of(new Mapping.Spot("丙", "", "HKD", "", null)),
                        "attributes.颜色", List.of(Mapping.Spot.of("丁")),
                        "brand", List.of(new Mapping.Spot("", "SHANYIN", "", "", null))));
        Exports read = Exports.read(file("标题,价格,x,y,编号\n甲,乙,丙,丁,商品ID\n,山隐茶,9,红,1001\n"), mapping);
        Listing listing = read.listings().getFirst();
        assertThat(listing.title()).isEqualTo("山隐茶");
        assertThat(listing.id()).isEqualTo("jd:1001");
        assertThat(listing.price().currency()).isEqualTo("HKD");
        assertThat(listing.brand()).isEqualTo("SHANYIN");
        assertThat(listing.attributes()).isEqualTo(Map.of("颜色", "红"));
        Mapping wrong = new Mapping("m", "", "", 0, "", null, null, Map.of("brand", List.of(Mapping.Spot.of("牌"))));
        assertThatThrownBy(() -> Exports.read(file("标题,价格\n山隐茶,9\n"), wrong))
                .hasMessageContaining("expected for brand a column '牌' as the mapping says")
                .hasMessageContaining("标题 | 价格");
    }
}
