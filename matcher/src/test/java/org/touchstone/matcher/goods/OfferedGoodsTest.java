package org.touchstone.matcher.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;

class OfferedGoodsTest {
    @ParameterizedTest
    @CsvSource({
        "运动鞋, 25",
        "服饰鞋包/女鞋/运动鞋, 25",
        "手機殼, 9",
        "Phone cases, 9",
        "Electronics > Audio > Headphones, 9",
        "Clothing & Accessories, 25",
        "Watches, 14",
        "鞋, 25",
        "酒水 > 白酒, 33",
        "Diaries, 16",
        "水果刀, 8",
        "书包, 18"
    })
    void readsTheLastPartOfACategoryThatNamesGoods(String category, int nice) {
        assertThat(of(category, "").classes()).containsExactly(nice);
    }

    @Test
    void readsTheTitleWhereTheCategoryNamesNoGoods() {
        assertThat(of("New arrivals", "Nuvimo running shoes size 42").classes()).containsExactly(25);
        assertThat(of("", "新鲜水果 红富士 5斤").classes()).containsExactly(31);
    }

    @ParameterizedTest
    @ValueSource(strings = {"小米 14 Pro", "Nuvimo N7", "", "123", "shoemaker", "teapots2"})
    void knowsNoGoodsWhereNoWordNamesThem(String title) {
        assertThat(of("", title).classes()).isEmpty();
    }

    @Test
    void tellsHowGoodsStandToThoseOfAMark() {
        OfferedGoods shoes = of("运动鞋", "");
        assertThat(shoes.to(mark(18, 25))).isEqualTo(GoodsRelation.SAME);
        assertThat(shoes.to(mark(18))).isEqualTo(GoodsRelation.SIMILAR);
        assertThat(shoes.to(mark(35))).isEqualTo(GoodsRelation.SIMILAR);
        assertThat(shoes.to(mark(31, 32))).isEqualTo(GoodsRelation.DIFFERENT);
        assertThat(shoes.to(mark())).isEqualTo(GoodsRelation.UNKNOWN);
        assertThat(of("", "N7").to(mark(9))).isEqualTo(GoodsRelation.UNKNOWN);
    }

    /** Eyewear went from class 9 to class 10 with the 13th edition; marks registered before keep theirs. */
    @Test
    void knowsTheClassesOfOlderEditions() {
        assertThat(of("Sunglasses", "").to(mark(9))).isEqualTo(GoodsRelation.SAME);
        assertThat(of("Sunglasses", "").to(mark(10))).isEqualTo(GoodsRelation.SAME);
    }

    @Test
    void saysWhichWordNamesTheGoods() {
        assertThat(of("运动鞋", "").beside(mark(31)))
                .contains(new Evidence.Circumstance("goods", -5, "different goods: '运动鞋' (category), Nice 25 / 31"));
        assertThat(of("", "hoodie and socks").beside(mark(25)))
                .contains(new Evidence.Circumstance("goods", 1, "same goods: 'hoodie' (title), Nice 25 / 25"));
        assertThat(of("", "fresh fruit").beside(mark(25)))
                .map(Evidence.Circumstance::weight)
                .contains(-3.0);
        assertThat(of("", "").beside(mark(25))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"运动鞋, 2507", "Running shoes, 2507", "手機殼, 0907", "Handbags, 1802", "连衣裙, 2501", "Diaries, ", "服饰, "})
    void tellsTheSimilarGroupWhereAWordTellsIt(String category, String group) {
        assertThat(of(category, "").groups()).isEqualTo(group == null ? Set.of() : Set.of(group));
    }

    @Test
    void saysWhyClassesAndGroupsComeIntoQuestion() {
        assertThat(of("", "Hoodie with notebooks and stickers").reasons())
                .containsExactly(
                        new NamedGoods(
                                "hoodie", NamedGoods.Place.TITLE, ClassifiedGoods.of(List.of(25), List.of("2501"))),
                        new NamedGoods(
                                "notebooks", NamedGoods.Place.TITLE, ClassifiedGoods.of(List.of(16), List.of("1605"))),
                        new NamedGoods("stickers", NamedGoods.Place.TITLE, ClassifiedGoods.of(List.of(16), List.of())));
        assertThat(of("鞋", "Hoodie").reasons())
                .containsExactly(new NamedGoods(
                        "鞋", NamedGoods.Place.CATEGORY, ClassifiedGoods.of(List.of(25), List.of("2507"))));
        assertThat(of("", "N7").reasons()).isEmpty();
    }

    @Test
    void otherGroupsOfAClassWeighLessThanOtherClasses() {
        RegisteredGoods clothing = new RegisteredGoods("CN", ClassifiedGoods.of(List.of(25), List.of("2501")));

        assertThat(of("运动鞋", "").beside(clothing))
                .contains(new Evidence.Circumstance(
                        "goods", -2, "different goods: '运动鞋' (category), Nice 25 / 25; groups 2507 / 2501"));
        assertThat(of("", "running shoes").beside(clothing))
                .map(Evidence.Circumstance::weight)
                .contains(-1.0);
        assertThat(of("连衣裙", "").beside(clothing))
                .contains(new Evidence.Circumstance(
                        "goods", 1, "same goods: '连衣裙' (category), Nice 25 / 25; groups 2501 / 2501"));
        assertThat(of("鲜花", "").beside(clothing))
                .map(Evidence.Circumstance::weight)
                .contains(-5.0);
        assertThat(of("运动鞋", "").beside(new RegisteredGoods("US", clothing.goods())))
                .map(Evidence.Circumstance::weight)
                .contains(0.5);
    }

    /** A word for a whole class may mean any group of it, whatever a narrower word beside it says. */
    @Test
    void theNearestWordDecides() {
        RegisteredGoods shoes = new RegisteredGoods("CN", ClassifiedGoods.of(List.of(25), List.of("2507")));

        assertThat(of("", "dress").to(shoes).relation()).isEqualTo(GoodsRelation.DIFFERENT);
        assertThat(of("", "apparel dress").to(shoes).ground()).isEqualTo(GoodsComparison.Ground.SAME_CLASS);
        assertThat(of("", "dress, shoes").to(shoes).ground()).isEqualTo(GoodsComparison.Ground.SAME_GROUP);
        assertThat(of("", "N7").to(shoes).ground()).isEqualTo(GoodsComparison.Ground.NOT_KNOWN);
    }

    @Test
    void hasOnlyWordsThatAreFound() {
        assertThat(NiceClasses.TABLE.words()).allSatisfy(word -> {
            assertThat(word).isEqualTo(word.strip().toLowerCase(java.util.Locale.ROOT));
            assertThat(of(word, "").classes()).as(word).isNotEmpty();
        });
    }

    @Property(tries = 200)
    void readsAnyText(@ForAll String category, @ForAll String title) {
        assertThat(of(category, title).classes()).allMatch(nice -> nice >= 1 && nice <= NiceClasses.COUNT);
    }

    private static OfferedGoods of(String category, String title) {
        return OfferedGoods.of(
                Listing.builder("t:1").category(category).title(title).build());
    }

    private static Registration mark(Integer... classes) {
        List<Integer> nice = Arrays.asList(classes);
        return Registration.builder("XX-1", Mark.word("nuvimo"))
                .office("XX")
                .number("1")
                .niceClasses(nice)
                .status("registered")
                .build();
    }
}
