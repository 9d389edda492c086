package org.touchstone.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;

class RegistrationFormatTest {
    private static Registration readBack(Registration registration) throws FieldException {
        return Formats.REGISTRATION.read(new Fields(Json.read(Json.line(Formats.REGISTRATION.write(registration)))));
    }

    /** An index keeps every registration in this format, and cannot be read when one of them cannot. */
    @Property(tries = 500)
    void whatIsWrittenIsReadBack(@ForAll("registrations") Registration registration) throws FieldException {
        assertThat(readBack(registration)).isEqualTo(registration);
    }

    @Test
    void otherFieldsNeverStandForTheFormatsOwn() throws FieldException {
        Registration registration = Registration.word("CN-1", "Quillon")
                .change()
                .other("priorities", TextNode.valueOf("none"))
                .other("goodsClasses", TextNode.valueOf("99"))
                .other("filed", TextNode.valueOf("long ago"))
                .build();

        Registration back = readBack(registration);

        assertThat(back.dates()).isEqualTo(Dates.UNKNOWN);
        assertThat(back.other())
                .containsOnlyKeys("x-priorities", "x-goodsClasses", "x-filed")
                .containsEntry("x-filed", TextNode.valueOf("long ago"));
        assertThat(readBack(back)).isEqualTo(back);
    }

    @Test
    void aNameWithHalfACharacter() throws FieldException {
        Registration registration = Registration.word("CN-1", "Quillon")
                .change()
                .other("\ud83d", TextNode.valueOf("\ud83d"))
                .build();
        assertThat(readBack(registration).other()).containsEntry("?", TextNode.valueOf("\ud83d"));
    }

    @Test
    void aTextLongerThanJsonHasByDefault() throws FieldException {
        Registration registration = Registration.word("XX-1", "Quillon")
                .change()
                .goods(List.of(Goods.of("bells ".repeat(4 << 20))))
                .build();
        assertThat(readBack(registration)).isEqualTo(registration);
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(8);
        Arbitrary<String> known =
                Arbitraries.of("", " ", "-", "und", "|", "a|b", " a ", "\ud83d", "\u0000", "山隐", "null", "\u3000");
        return Arbitraries.oneOf(any, known);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(0, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay)
                .injectNull(0.3);
    }

    private static Arbitrary<Mark> marks() {
        Arbitrary<List<String>> some = texts().list().ofMaxSize(3);
        return Combinators.combine(Arbitraries.of(MarkFeature.class), texts(), texts(), some, some, some, some, some)
                .as((feature, text, language, sounds, meanings, aliases, images, codes) -> new Mark(
                        feature,
                        feature == MarkFeature.WORD ? "Quillon " + text : text,
                        language,
                        sounds,
                        meanings,
                        aliases,
                        images,
                        codes));
    }

    private static Arbitrary<Dates> dates() {
        Arbitrary<LocalDate> day = days();
        return Combinators.combine(day, day, day, day, day, day, day, day)
                .flatAs((a, b, c, d, e, f, g, h) -> day.map(i -> new Dates(a, b, c, d, e, f, g, h, i)));
    }

    @Provide
    Arbitrary<Registration> registrations() {
        Arbitrary<Status> statuses = Combinators.combine(
                        Arbitraries.oneOf(texts(), Arbitraries.of("opposed", "registered", "异议中")),
                        Arbitraries.of(Standing.class),
                        days(),
                        Arbitraries.of(true, false))
                .as(Status::new);
        Arbitrary<List<Goods>> goods = Combinators.combine(
                        Arbitraries.integers().between(0, 45), texts(), texts())
                .as(Goods::new)
                .list()
                .ofMaxSize(3);
        Arbitrary<List<Holder>> holders = Combinators.combine(texts(), texts(), texts())
                .as(Holder::new)
                .list()
                .ofMaxSize(3);
        Arbitrary<List<Claim>> claims = Combinators.combine(texts(), texts(), days())
                .as(Claim::new)
                .list()
                .ofMaxSize(2);
        Arbitrary<List<Integer>> classes =
                Arbitraries.integers().between(1, 45).list().ofMaxSize(4);
        Arbitrary<Map<String, JsonNode>> other = Arbitraries.maps(
                        Arbitraries.strings().ascii().ofMaxLength(5).map(name -> "~" + name),
                        texts().map(TextNode::valueOf).map(JsonNode.class::cast))
                .ofMaxSize(2);
        Arbitrary<List<String>> some = texts().list().ofMaxSize(3);
        return Combinators.combine(marks(), dates(), statuses, goods, holders, claims, classes, other)
                .flatAs((mark, days, status, wordings, owners, claim, numbers, rest) -> Combinators.combine(
                                texts(), texts(), Arbitraries.of(MarkKind.class), some, some)
                        .as((one, two, kind, groups, countries) -> Registration.builder("X" + one, mark)
                                .office(two)
                                .number(one)
                                .applicationNumber(two)
                                .registrationNumber(one)
                                .st13(two)
                                .kind(kind)
                                .niceClasses(numbers)
                                .goods(wordings)
                                .similarGroups(groups)
                                .holders(owners)
                                .status(status)
                                .dates(days)
                                .priorities(claim)
                                .seniorities(claim)
                                .disclaimers(groups)
                                .designations(countries)
                                .brand(two)
                                .other(rest)
                                .build()));
    }
}
