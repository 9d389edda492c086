package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;

class KiprisTest {
    @TempDir
    Path folder;

    @Test
    void badMarksAreNamedAndOthersStand() throws IOException {
        RegisterReading reading = RegisterReading.resource("kipris.xml", folder);

        assertThat(reading.registrations()).containsOnlyKeys("KR-4099990000051", "KR-4099990000052");
        assertThat(reading.rejectedFields())
                .containsExactly("GoodClassificationCode", "ApplicationDate", "ApplicationNumber");
    }

    @Test
    void applicationThatWasPublished() throws IOException {
        Registration read = RegisterReading.resource("kipris.xml", folder).registration("KR-4099990000051");

        assertThat(read.office()).isEqualTo("KR");
        assertThat(read.mark().text()).isEqualTo("젤판 ZELFARN");
        assertThat(read.mark().feature()).isEqualTo(MarkFeature.COMBINED);
        assertThat(read.mark().viennaCodes()).containsExactly("05.03.01", "26.01.01");
        assertThat(read.niceClasses()).containsExactly(3, 5);
        assertThat(read.holders()).containsExactly(Holder.of("주식회사 젤판"), Holder.of("Zelfarn Ltd."));
        assertThat(read.dates().filed()).isEqualTo("2019-01-01");
        assertThat(read.dates().published()).isEqualTo("2019-07-31");
        assertThat(read.priorities()).containsExactly(new Claim("", "99-0001", LocalDate.of(2018, 12, 1)));
        assertThat(read.other().get("imageUri").asText()).isEqualTo("http://registers.example/1");
        assertThat(read.other()).doesNotContainKey("applicationReference");
    }

    @Test
    void markWithoutWordsBelongsToWhomIsRegistered() throws IOException {
        Registration read = RegisterReading.resource("kipris.xml", folder).registration("KR-4099990000052");

        assertThat(read.mark().feature()).isEqualTo(MarkFeature.FIGURATIVE);
        assertThat(read.holders()).containsExactly(Holder.of("B"));
        assertThat(read.standing()).isEqualTo(Standing.DEAD);
    }

    @Test
    void goodsThatStandBesideASingleMark() throws IOException {
        RegisterReading reading = RegisterReading.resource("kipris-goods.xml", folder);
        Registration read = reading.registration("KR-4099990000053");

        assertThat(reading.rejections()).isEmpty();
        assertThat(read.niceClasses()).containsExactly(30, 43);
        assertThat(read.similarGroups()).containsExactly("G0301", "G0302");
        assertThat(read.goods())
                .containsExactly(new Goods(30, "ko", "빵"), new Goods(30, "en", "Bread"), new Goods(43, "ko", "식당"));
    }

    @Test
    void severalMarksWhereOneWasSaidAreRejected() throws IOException {
        Path file = folder.resolve("said");
        Files.writeString(
                file, RegisterReading.text("kipris.xml").replace("<TotalSearchCount>3<", "<TotalSearchCount>1<"));

        assertThat(RegisterReading.of(file).changes()).isEmpty();
        assertThat(RegisterReading.of(file).rejectedFields()).containsExactly("TradeMarkInfo");
    }

    @Test
    void goodsWithoutTheirMarkAreRejected() throws IOException {
        Path file = folder.resolve("goods");
        Files.writeString(
                file,
                RegisterReading.text("kipris-goods.xml").replaceFirst("(?s)<TradeMarkInfo>.*</TradeMarkInfo>", ""));

        assertThat(RegisterReading.of(file).changes()).isEmpty();
        assertThat(RegisterReading.of(file).rejectedFields()).containsExactly("TradeMarkInfo");
    }

    @Test
    void answerThatTellsOfAnErrorIsNoEmptyRegister() throws IOException {
        Path file = folder.resolve("error");
        Files.writeString(
                file,
                "<?xml version=\"1.0\"?><response><header><resultCode>30</resultCode></header><body/></response>");

        assertThatThrownBy(() -> RegisterReading.of(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("<response>");
    }

    @ParameterizedTest
    @CsvSource({"출원,PENDING", "공고,PENDING", "등록,LIVE", "거절,DEAD", "소멸,DEAD", "포기,DEAD", "취하,DEAD", "무효,DEAD"})
    void wordsForTheStatus(String word, Standing standing) {
        Notes notes = new Notes("", folder, 1);

        assertThat(StatusWords.of(word, null, "", notes).standing()).isEqualTo(standing);
        assertThat(StatusWords.of(word, null, "", notes).code()).isEqualTo(word);
        assertThat(notes.rejections()).isEmpty();
    }
}
