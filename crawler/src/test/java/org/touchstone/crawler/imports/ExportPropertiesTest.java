package org.touchstone.crawler.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.touchstone.listing.Listing;

class ExportPropertiesTest {
    /** Texts as cells hold them: any that are not blank at their ends, and no formulas of CSV, which are read as what they show. */
    @Provide
    Arbitrary<List<String>> titles() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('一', '龥')
                .withChars("\n\"',;\t|=￥")
                .ofMinLength(1)
                .ofMaxLength(30)
                .map(text -> "山" + text.strip() + "😀")
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Property(tries = 100)
    void whatIsWrittenToCsvIsReadBack(@ForAll("titles") List<String> titles) throws IOException {
        StringBuilder csv = new StringBuilder("编号,商品标题,价格\r\n");
        for (int i = 0; i < titles.size(); i++) {
            csv.append(i)
                    .append(",\"")
                    .append(titles.get(i).replace("\"", "\"\""))
                    .append("\",")
                    .append(i)
                    .append("\r\n");
        }
        Path file = Files.createTempFile("export", ".csv");
        try {
            Files.writeString(file, csv, StandardCharsets.UTF_8);
            isReadBack(Exports.read(file), titles);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 60)
    void whatIsWrittenToXlsxIsReadBack(@ForAll("titles") List<String> titles) throws IOException {
        Path file = Files.createTempFile("export", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(file);
                    Workbook book = new Workbook(out, "test", "1.0")) {
                Worksheet sheet = book.newWorksheet("商品");
                sheet.value(0, 0, "编号");
                sheet.value(0, 1, "商品标题");
                sheet.value(0, 2, "价格");
                for (int i = 0; i < titles.size(); i++) {
                    sheet.value(i + 1, 0, i);
                    sheet.value(i + 1, 1, titles.get(i));
                    sheet.value(i + 1, 2, i);
                }
            }
            isReadBack(Exports.read(file), titles);
        } finally {
            Files.delete(file);
        }
    }

    private static void isReadBack(Exports read, List<String> titles) {
        assertThat(read.rejections()).isEmpty();
        assertThat(read.listings()).extracting(Listing::title).isEqualTo(titles);
        for (int i = 0; i < titles.size(); i++) {
            Listing listing = read.listings().get(i);
            assertThat(listing.price().amount()).isEqualByComparingTo(String.valueOf(i));
            assertThat(listing.attributes()).containsEntry("编号", String.valueOf(i));
        }
    }
}
