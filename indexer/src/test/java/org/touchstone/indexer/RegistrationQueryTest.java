package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;

/** Registrations are found by what the register says of them, in an index of two parts. */
class RegistrationQueryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @TempDir
    Path temp;

    private MarkIndex index;

    @BeforeEach
    void build() throws IOException {
        Path dir = temp.resolve("index");
        MarkIndexWriter.build(
                dir,
                Registers.file(
                        temp,
                        "first",
                        registration("CN-01234567", "CN", "01234567", "NUVIMO", "晨曦山（上海）有限公司", "registered", 2030, 25),
                        registration(
                                "CN-G1234567",
                                "CN",
                                "G1234567",
                                "隼松",
                                "Kestrel & Pine Ltd.",
                                "registered",
                                2026,
                                9,
                                25),
                        registration(
                                "EM-018000001", "EM", "018000001", "AURORIS", "KESTREL AND PINE GmbH", "filed", 0, 35),
                        registration("XX-1", "XX", "1", "KELVORA", "Pine Kestrel", "expired", 2001, 25)),
                null,
                rejection -> {},
                n -> {});
        MarkIndexWriter.update(
                dir,
                Registers.file(
                        temp,
                        "second",
                        registration("XX-2", "XX", "2", "AUROR", "Another", "registered", 2026, 1),
                        registration("XX-1", "XX", "1", "KELVORA", "Pine Kestrel", "expired", 2001, 25, 45)),
                null,
                rejection -> {},
                n -> {});
        index = MarkIndex.open(dir);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private static Registration registration(
            String id,
            String office,
            String number,
            String text,
            String holder,
            String status,
            int expires,
            Integer... nice) {
        Mark mark = new Mark(
                MarkFeature.WORD,
                text,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("03.01.0" + nice.length));
        return Registration.builder(id, mark)
                .office(office)
                .number(number)
                .holder(holder)
                .status(status)
                .niceClasses(List.of(nice))
                .dates(
                        LocalDate.of(2000, 1, 1),
                        status.equals("filed") ? null : LocalDate.of(2001, 1, 1),
                        expires == 0 ? null : LocalDate.of(expires, 5, 1))
                .build();
    }

    private List<String> found(RegistrationQuery query) {
        RegistrationSet set = index.find(query);
        List<String> ids =
                index.first(set, 100).stream().map(Registration::id).sorted().toList();
        assertThat(set.count()).isEqualTo(ids.size());
        assertThat(ids).allMatch(set::has);
        return ids;
    }

    @Test
    void allAreFoundWhereNothingIsAsked() {
        assertThat(found(RegistrationQuery.ALL))
                .containsExactly("CN-01234567", "CN-G1234567", "EM-018000001", "XX-1", "XX-2");
        assertThat(index.first(index.find(RegistrationQuery.ALL), 2)).hasSize(2);
    }

    @Test
    void numberIsFoundAsPeopleWriteIt() {
        assertThat(found(RegistrationQuery.ALL.number("1234567"))).containsExactly("CN-01234567", "CN-G1234567");
        assertThat(found(RegistrationQuery.ALL.number("1,234,567"))).hasSize(2);
        assertThat(found(RegistrationQuery.ALL.number("G 1234567"))).containsExactly("CN-G1234567");
        assertThat(found(RegistrationQuery.ALL.number("cn-01234567"))).containsExactly("CN-01234567");
        assertThat(found(RegistrationQuery.ALL.number("018 000 001"))).containsExactly("EM-018000001");
        assertThat(found(RegistrationQuery.ALL.number("№ -- "))).isEmpty();
        assertThat(found(RegistrationQuery.ALL.number("999999"))).isEmpty();
    }

    @Test
    void ownerNeedsAllWordsInAnyOrderCaseAndScript() {
        assertThat(found(RegistrationQuery.ALL.owner("PINE, kestrel")))
                .containsExactly("CN-G1234567", "EM-018000001", "XX-1");
        assertThat(found(RegistrationQuery.ALL.owner("kestrel gmbh"))).containsExactly("EM-018000001");
        assertThat(found(RegistrationQuery.ALL.owner("晨曦山"))).containsExactly("CN-01234567");
        assertThat(found(RegistrationQuery.ALL.owner("晨山"))).isEmpty();
        assertThat(found(RegistrationQuery.ALL.owner("!?"))).isEmpty();
    }

    @Test
    void ownerIsFoundUnderOtherFormsOfItsName() {
        assertThat(found(RegistrationQuery.ALL.owner("Kestrel & Pine, Inc.")))
                .containsExactly("CN-G1234567", "EM-018000001");
    }

    @Test
    void viennaCodeIsFoundByItsBeginning() {
        assertThat(found(RegistrationQuery.ALL.viennaCodes(List.of("3")))).hasSize(5);
        assertThat(found(RegistrationQuery.ALL.viennaCodes(List.of("3.1.2")))).containsExactly("CN-G1234567", "XX-1");
        assertThat(found(RegistrationQuery.ALL.viennaCodes(List.of("03.01.02", "9"))))
                .hasSize(2);
        assertThat(found(RegistrationQuery.ALL.viennaCodes(List.of("1", "")))).isEmpty();
    }

    @Test
    void facetsNeedOneValueEach() {
        assertThat(found(RegistrationQuery.ALL.with(Facet.CLASS, Set.of(25))))
                .containsExactly("CN-01234567", "CN-G1234567", "XX-1");
        assertThat(found(RegistrationQuery.ALL.with(Facet.CLASS, Set.of(25, 1)).with(Facet.OFFICE, Set.of("xx"))))
                .containsExactly("XX-1", "XX-2");
        assertThat(found(RegistrationQuery.ALL.with(Facet.CLASS, Set.of(45)))).containsExactly("XX-1");
        assertThat(found(RegistrationQuery.ALL.with(Facet.OFFICE, Set.of("ZZ"))))
                .isEmpty();
        assertThat(found(RegistrationQuery.ALL.with(Facet.STATUS, List.of("pending"))))
                .containsExactly("EM-018000001");
        assertThat(found(RegistrationQuery.ALL
                        .owner("kestrel")
                        .with(Facet.CLASS, Set.of(9))
                        .inForceOn(LocalDate.of(2026, 4, 1))))
                .containsExactly("CN-G1234567");
    }

    /** The two that expired a month ago may still be renewed; the one that ended long ago is left out. */
    @Test
    void endedMarksAreLeftOut() {
        assertThat(found(RegistrationQuery.ALL.inForceOn(TODAY))).containsExactly("CN-01234567");
        assertThat(found(RegistrationQuery.ALL.notEndedOn(TODAY)))
                .containsExactly("CN-01234567", "CN-G1234567", "EM-018000001", "XX-2");
        assertThat(found(RegistrationQuery.ALL.notEndedOn(TODAY.plusYears(1))))
                .containsExactly("CN-01234567", "EM-018000001");
        assertThat(found(RegistrationQuery.ALL.notEndedOn(LocalDate.of(2001, 4, 1))))
                .contains("XX-1");
    }

    private List<String> containing(SignDictionary signs, String piece, int most) {
        List<String> found = new ArrayList<>();
        SignCursor cursor = signs.cursor();
        SignText text = SignText.of(piece);
        cursor.containing(
                text,
                0,
                text.length(),
                most,
                number -> found.add(cursor.sign(number).form()));
        return found;
    }

    @Test
    void piecesOfSignsAreFoundAmongThoseWanted() {
        assertThat(containing(index.signs(), "auror", 9)).containsExactlyInAnyOrder("AURORIS", "AUROR");
        assertThat(containing(index.signs(), "auror", 1)).hasSize(1);
        assertThat(containing(index.signs(), "elvo", 9)).containsExactly("KELVORA");
        assertThat(containing(index.signs(), "松", 9)).containsExactly("隼松");
        assertThat(containing(index.signs(), "auroraa", 9)).isEmpty();
        assertThat(containing(index.signs(), "", 9)).isEmpty();
        RegistrationSet inForce = index.find(RegistrationQuery.ALL.with(Facet.OFFICE, Set.of("EM")));
        assertThat(containing(index.signs(inForce), "auror", 9)).containsExactly("AURORIS");
    }
}
