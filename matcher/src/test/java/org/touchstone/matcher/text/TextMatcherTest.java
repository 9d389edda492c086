package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;
import org.touchstone.matcher.Sighting;

class TextMatcherTest {
    @TempDir
    static Path folder;

    private static Fixture fixture;

    @BeforeAll
    static void build() throws IOException {
        fixture = new Fixture(folder);
    }

    @AfterAll
    static void close() throws IOException {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NUVIMO, new nuvimo phone case, nuvimo, exact",
        "NUVIMO, 全新nuvimo手机壳, nuvimo, exact",
        "NUVIMO, new ＮＵＶＩＭＯ case, ＮＵＶＩＭＯ, folded",
        "NUVIMO, new Ⓝⓤⓥⓘⓜⓞ case, Ⓝⓤⓥⓘⓜⓞ, styled",
        "NUVIMO, new 𝐍𝐮𝐯𝐢𝐦𝐨 case, 𝐍𝐮𝐯𝐢𝐦𝐨, styled",
        "NUVIMO, new n̶u̶v̶i̶m̶o̶ case, n̶u̶v̶i̶m̶o̶, styled",
        "NUVIMO, new nuv\u200bimo case, nuv\u200bimo, styled",
        "NUVIMO, new nuvіmо case, nuvіmо, confusable",
        "NUVIMO, new nuvlmo case, nuvlmo, confusable",
        "AURORIS, new @ur0r!$ case, @ur0r!$, leet",
        "NUVIMO, new n u v i m o case, n u v i m o, separated",
        "NUVIMO, new n·u·v·i·m·o case, n·u·v·i·m·o, separated",
        "NUVIMO, new nuv❤imo case, nuv❤imo, separated",
        "NUVIMO, new nuvimmo case, nuvimmo, edit",
        "NUVIMO, new nuv9imo case, nuv9imo, edit",
        "AURORIS, new auroirs case, auroirs, edit",
        "AURORIS, new aurrris case, aurrris, edit",
        "AURORIS, new aur*ris case, aur*ris, masked",
        "AURORIS, new groupauroris case, auroris, part",
        "KESTREL & PINE, a kestrel and kestrel & pine jacket, kestrel & pine, exact",
        "KESTREL & PINE, a kestrelpine jacket, kestrelpine, folded",
        "努维莫, 全新努維莫蓝牙耳机, 努維莫, simplified",
        "努维莫, 全新努 维 莫蓝牙耳机, 努 维 莫, separated",
        "努维莫, 全新怒唯茉蓝牙耳机, 怒唯茉, sound",
        "努维莫, 全新努wei莫蓝牙耳机, 努wei莫, pinyin",
        "努维莫, new nuweimo earphones, nuweimo, pinyin",
        "努维莫, 全新努○莫蓝牙耳机, 努○莫, masked",
        "月见屿, 全新月贝屿蓝牙耳机, 月贝屿, shape",
        "云栖白鹭, 全新云栖石鹭蓝牙耳机, 云栖石鹭, edit",
    })
    void signIsSeenInEveryView(String mark, String title, String quote, String how) {
        Evidence.Word word = fixture.see(mark, title);
        assertThat(word).as("%s in '%s'", mark, title).isNotNull();
        assertThat(word.quote()).isEqualTo(quote);
        assertThat(title.substring(word.start(), word.end())).isEqualTo(quote);
        assertThat(word.how()).contains(how);
        assertThat(word.against()).isEqualTo(mark);
        assertThat(word.weight()).isPositive();
        assertThat(word.similarity()).isBetween(0.5, 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "佩岚朵, transliteration",
        "雾中之鸟, translation",
        "小佩鸟, alias",
    })
    void otherNamesOfAMarkSayWhatTheyAre(String name, String how) {
        Evidence.Word word = fixture.see("with names", "正品" + name + "专柜");
        assertThat(word).isNotNull();
        assertThat(word.how()).contains(how);
        assertThat(word.against()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "LUMO, a plump lump of clay", // a letter away, but a word
        "LUMO, lumber and plumes", // ordinary words that begin or go on like a short mark
        "QX, qxr7 cable", // two letters stand alone or not at all
        "QX, new q-x cable",
        "Harbor, harder than steel",
        "Velvet, velveteen jacket", // a part of an ordinary word
        "Velvet, un velvét rouge", // an accent makes it another language's word
        "Torvani, Torvane headphones", // another mark's own sign
        "隼松, 大隼白松高大", // the characters are parts of other words
        "山隐茶, 一座山 隐藏式茶几",
        "AURORIS, the author is here",
        "NUVIMO, size 100 10 20",
    })
    void ordinaryLanguageIsNoSign(String mark, String title) {
        assertThat(fixture.see(mark, title)).isNull();
    }

    @Test
    void aliasAndExactSignsOfOneMarkAreOneSighting() {
        List<Sighting> sightings = fixture.matcher.match("title", "Pellandor 佩岚朵 Pellandor");
        assertThat(sightings)
                .filteredOn(sighting -> sighting.mark().equals("with names"))
                .hasSize(1);
    }

    @Test
    void eitherScriptOfAMarkInTwoIsItsSign() {
        assertThat(fixture.see("TASHIRO 田代屋", "tashiro plates").against()).isEqualTo("TASHIRO");
        assertThat(fixture.see("TASHIRO 田代屋", "正品田代屋餐盘").against()).isEqualTo("田代屋");
        assertThat(fixture.see("TASHIRO 田代屋", "tashiro/田代屋餐盘").against()).isEqualTo("TASHIRO 田代屋");
    }

    @Test
    void traditionalTextHidesNoMarkUnlessAsked() {
        String title = "賣場優惠 努維莫 藍牙耳機";
        assertThat(fixture.see("努维莫", title)).isNull();
        assertThat(fixture.matcher.inEitherScript().match("title", title))
                .filteredOn(sighting -> sighting.mark().equals("努维莫"))
                .singleElement()
                .satisfies(sighting ->
                        assertThat(((Evidence.Word) sighting.evidence()).how()).containsExactly("simplified"));
    }

    @ParameterizedTest
    @CsvSource({
        "new *uvimo case, *uvimo",
        "new nuvim* case, nuvim*",
        "(nuvim*), nuvim*",
        "nuvim*, nuvim*",
        "*uvimo, *uvimo",
    })
    void quoteOfAMaskedSignShowsTheMask(String title, String quote) {
        Evidence.Word word = fixture.see("NUVIMO", title);
        assertThat(word.quote()).isEqualTo(quote);
        assertThat(title.substring(word.start(), word.end())).isEqualTo(quote);
    }

    @Test
    void plainWordWeighsLessThanMadeUpOne() {
        assertThat(fixture.see("Harbor", "harbor lamp").weight())
                .isGreaterThan(Weights.LEAST)
                .isLessThan(fixture.see("NUVIMO", "nuvimo lamp").weight() - 3.5);
    }

    @Test
    void signInPlainSightWeighsLessThanADisguise() {
        Evidence.Word plain = fixture.see("AURORIS", "auroris lamp");
        Evidence.Word disguise = fixture.see("AURORIS", "aurorix lamp");
        assertThat(plain.weight()).isEqualTo(Weights.PLAIN);
        assertThat(disguise.weight()).isBetween(Weights.PLAIN + 3, Weights.MOST);
        assertThat(disguise.similarity()).isLessThan(plain.similarity());
    }

    @Test
    void everyTextOfAListingIsReadAndRepeatsWeighLittle() {
        Listing listing = Listing.builder("1")
                .title("nuvimo case")
                .description("a case like nuvimo, and 努维莫")
                .attributes(Map.of("品牌", "AURORIS"))
                .build();
        List<Sighting> sightings = fixture.matcher.match(listing);
        assertThat(sightings).extracting(Sighting::mark).contains("NUVIMO", "努维莫", "AURORIS");
        List<Evidence.Word> nuvimo = sightings.stream()
                .filter(sighting -> sighting.mark().equals("NUVIMO"))
                .map(sighting -> (Evidence.Word) sighting.evidence())
                .toList();
        assertThat(nuvimo).hasSize(2);
        assertThat(nuvimo.get(1).field()).isEqualTo("description");
        assertThat(nuvimo.get(1).weight()).isLessThanOrEqualTo(nuvimo.get(0).weight());
        assertThat(sightings)
                .filteredOn(sighting -> sighting.mark().equals("AURORIS"))
                .extracting(sighting -> ((Evidence.Word) sighting.evidence()).field())
                .containsExactly("attributes.品牌");
    }
}
