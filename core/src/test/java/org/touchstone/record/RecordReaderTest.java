package org.touchstone.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.listing.Listing;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;

class RecordReaderTest {
    private final List<Rejection> rejections = new ArrayList<>();

    private <T> List<T> read(RecordFormat<T> format, boolean csv, byte[] bytes) throws IOException {
        return read(format, csv, new ByteArrayInputStream(bytes));
    }

    private <T> List<T> read(RecordFormat<T> format, boolean csv, InputStream in) throws IOException {
        List<T> values = new ArrayList<>();
        try (var reader = RecordReader.open(in, "input", Path.of("."), csv, format, rejections::add)) {
            reader.forEachRemaining(next -> values.add(next.value()));
        }
        return values;
    }

    private List<Listing> listings(String lines) throws IOException {
        return read(Formats.LISTING, false, lines.getBytes(UTF_8));
    }

    private List<Registration> marks(String csv) throws IOException {
        return read(Formats.REGISTRATION, true, csv.getBytes(UTF_8));
    }

    @Test
    void listingRead() throws IOException {
        Listing listing = listings("""
                        {"id":"m:1","url":"https://shop.example/1","kind":"live","title":"奥若丽 手提包 𠮷👟",
                         "price":{"amount":"199.00","currency":"CNY"},"seller":{"id":"s","name":"小店","location":"杭州"},
                         "images":["img/1.jpg"],"attributes":{"材质":"皮"},"capturedAt":"2026-11-23T16:00:00+08:00",
                         "live":{"room":"R1","host":"h","at":"2026-11-23T08:00:12.5Z"},"crawler":{"depth":2}}
                        """.replace("\n", "")).get(0);

        assertThat(listing.title()).isEqualTo("奥若丽 手提包 𠮷👟");
        assertThat(listing.price().amount()).isEqualByComparingTo("199.00");
        assertThat(listing.seller().location()).isEqualTo("杭州");
        assertThat(listing.capturedAt()).hasToString("2026-11-23T08:00:00Z");
        assertThat(listing.texts()).containsKeys("title", "attributes.材质").doesNotContainKey("brand");
        assertThat(listing.other().get("crawler").get("depth").asInt()).isEqualTo(2);
        assertThat(rejections).isEmpty();
    }

    @Test
    void listingWrittenReadsTheSame() throws IOException {
        String line =
                "{\"id\":\"1\",\"kind\":\"product\",\"title\":\"t\",\"price\":{\"amount\":\"1.50\",\"currency\":\"CNY\"},"
                        + "\"images\":[\"a.png\"],\"attributes\":{\"b\":\"c\"},\"capture\":{\"warc\":\"w\",\"offset\":7,\"sha256\":\"00\"},"
                        + "\"unknown\":[1,2.50,\"x\"]}";

        assertThat(Json.line(Formats.LISTING.write(listings(line).get(0)))).isEqualTo(line);
    }

    @Test
    void brokenLinesAreNamedAndPassedOver() throws IOException {
        List<Listing> read = listings("""
                {"id":"1","title":"a"}
                {"id":"2","title":
                [1,2]

                {"title":"no id"}
                {"id":"5","price":{"amount":"cheap"}}
                {"id":"6","capturedAt":"yesterday"}
                {"id":"7","title":["a","b"]}
                {"id":"8","title":"b"}
                """);

        assertThat(read).extracting(Listing::id).containsExactly("1", "8");
        assertThat(rejections).extracting(Rejection::line).containsExactly(2L, 3L, 5L, 6L, 7L, 8L);
        assertThat(rejections)
                .extracting(Rejection::field)
                .containsExactly("", "", "id", "price.amount", "capturedAt", "title");
        assertThat(rejections.get(3))
                .hasToString("input:6: price.amount: expected a decimal number such as 199.00, found 'cheap'");
    }

    @Test
    void invalidUtf8IsNamedAndPassedOver() throws IOException {
        byte[] gbk = "{\"id\":\"1\",\"title\":\"手提包\"}\n".getBytes(Charset.forName("GBK"));
        byte[] good = "{\"id\":\"2\",\"title\":\"手提包\"}\n".getBytes(UTF_8);

        List<Listing> read = read(
                Formats.LISTING,
                false,
                new SequenceInputStream(new ByteArrayInputStream(gbk), new ByteArrayInputStream(good)));

        assertThat(read).extracting(Listing::id).containsExactly("2");
        assertThat(rejections.get(0).reason()).contains("expected UTF-8");
    }

    @Test
    void endlessLineIsSkippedInBoundedMemory() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 3L << 30; // three times what the test's heap could hold

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int count = (int) Math.min(length, left);
                java.util.Arrays.fill(target, offset, offset + count, (byte) 'x');
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
        InputStream lines = new SequenceInputStream(java.util.Collections.enumeration(List.of(
                new ByteArrayInputStream("{\"id\":\"1\"}\n".getBytes(UTF_8)),
                endless,
                new ByteArrayInputStream("\n{\"id\":\"3\"}\n".getBytes(UTF_8)))));

        assertThat(read(Formats.LISTING, false, lines)).extracting(Listing::id).containsExactly("1", "3");
        assertThat(rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(2);
            assertThat(rejection.reason()).contains("3221225472 bytes");
        });
    }

    @Test
    void deepNestingIsRejected() throws IOException {
        assertThat(listings("{\"id\":\"1\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}"))
                .isEmpty();
        assertThat(rejections).hasSize(1);
    }

    @Test
    void byteOrderMarkIsDropped() throws IOException {
        assertThat(listings("\uFEFF{\"id\":\"1\"}")).hasSize(1);
        assertThat(marks("\uFEFFid,text\r\n1,AURORIS\r\n")).hasSize(1);
    }

    @Test
    void marksFromCsv() throws IOException {
        Registration mark = marks("""
                        office,number,text,transliterations,aliases,niceClasses,status,registered,remark
                        CN,123,AURORIS,奥若丽|奥洛丽,"o, r",25|18|25,registered,2020-01-31,seen
                        """).get(0);

        assertThat(mark.id()).isEqualTo("CN-123");
        assertThat(mark.mark().feature()).isEqualTo(MarkFeature.WORD);
        assertThat(mark.mark().transliterations()).containsExactly("奥若丽", "奥洛丽");
        assertThat(mark.mark().aliases()).containsExactly("o, r");
        assertThat(mark.niceClasses()).containsExactly(25, 18);
        assertThat(mark.other().get("remark").asText()).isEqualTo("seen");
    }

    @Test
    void marksFromSemicolons() throws IOException {
        assertThat(marks("id;text\n1;A,B\n").get(0).mark().text()).isEqualTo("A,B");
    }

    @Test
    void badRowsOfCsvAreNamed() throws IOException {
        List<Registration> read = marks("""
                id,text,niceClasses,filed
                1,AURORIS,25,2020-01-31
                2,NUVIMO
                3,NUVIMO,46,
                4,NUVIMO,,31.1.2020
                5,,,
                6,"two
                lines",,
                7,KESTREL,,,extra
                8,SHANYIN,,
                """);

        assertThat(read).extracting(Registration::id).containsExactly("1", "6", "8");
        assertThat(rejections).extracting(Rejection::line).containsExactly(3L, 4L, 5L, 6L, 9L);
        assertThat(rejections).extracting(Rejection::field).containsExactly("", "niceClasses", "filed", "text", "");
    }

    @Test
    void csvWithoutItsColumnIsRejectedWhole() throws IOException {
        assertThat(marks("id,name\n1,AURORIS\n")).isEmpty();
        assertThat(rejections)
                .singleElement()
                .asString()
                .contains("images or text")
                .contains("id, name");
    }

    @Test
    void emptyCsvIsRejected() throws IOException {
        assertThat(marks("")).isEmpty();
        assertThat(rejections).singleElement().asString().contains("an empty file");
    }

    @Test
    void unclosedQuoteIsRejected() throws IOException {
        marks("id,text\n1,AURORIS\n2,\"NUVIMO\n3,KESTREL\n");

        assertThat(rejections).isNotEmpty();
    }

    @Test
    void invalidUtf8InCsvSpoilsItsRowAlone() throws IOException {
        byte[] head = "id,text\n1,奥若丽\n2,".getBytes(UTF_8);
        byte[] tail = "\n3,努维莫\n".getBytes(UTF_8);
        InputStream in = new SequenceInputStream(java.util.Collections.enumeration(List.of(
                new ByteArrayInputStream(head),
                new ByteArrayInputStream("隼松".getBytes(Charset.forName("GBK"))),
                new ByteArrayInputStream(tail))));

        assertThat(read(Formats.REGISTRATION, true, in))
                .extracting(Registration::id)
                .containsExactly("1", "3");
        assertThat(rejections)
                .singleElement()
                .satisfies(one -> assertThat(one.line()).isEqualTo(3));
    }

    @Test
    void csvAndJsonLinesGiveTheSameListing() throws IOException {
        Listing csv = read(
                        Formats.LISTING,
                        true,
                        "id,title,price.amount,price.currency,seller.name,images,attributes.材质\n1,t,9.9,CNY,小店,a.png|b.png,皮\n"
                                .getBytes(UTF_8))
                .get(0);
        Listing json = listings(
                        "{\"id\":\"1\",\"title\":\"t\",\"price\":{\"amount\":\"9.9\",\"currency\":\"CNY\"},"
                                + "\"seller\":{\"name\":\"小店\"},\"images\":[\"a.png\",\"b.png\"],\"attributes\":{\"材质\":\"皮\"}}")
                .get(0);

        assertThat(csv).isEqualTo(json);
    }

    @Test
    void unpairedSurrogateSurvives(@TempDir Path folder) throws IOException {
        Listing listing = listings("{\"id\":\"1\",\"title\":\"a\\ud800b 👟\"}").get(0);
        Path file = folder.resolve("out.jsonl");
        try (var writer = RecordWriter.create(file, Formats.LISTING)) {
            writer.write(listing);
            writer.commit();
        }

        assertThat(listings(Files.readString(file)).get(0).title()).isEqualTo("a\ud800b 👟");
    }
}
