package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;
import org.touchstone.record.Formats;
import org.touchstone.record.Rejection;

class St66Test {
    @TempDir
    Path folder;

    private RegisterReading euipo() throws IOException {
        return RegisterReading.resource("st66-euipo.xml", folder);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void badRecordsOfEuipoAreNamedAndOthersStand() throws IOException {
        RegisterReading reading = euipo();

        assertThat(reading.changes().stream().map(RegisterChange::id))
                .containsExactly("EM-099000001", "EM-099000002", "EM-099000003", "EM-099000004");
        assertThat(reading.rejections())
                .extracting(Rejection::field, Rejection::excerpt)
                .contains(tuple("ClassNumber", "46"))
                .contains(tuple("ApplicationDate", "2025-02-30"), tuple("ExpiryDate", "soon"))
                .contains(tuple("MarkVerbalElementText", "Word"))
                .contains(tuple("MarkCurrentStatusCode", "Sleeping"), tuple("MarkFeature", "Telepathic"))
                .hasSize(7);
        assertThat(reading.rejectedFields()).containsOnlyOnce("ApplicationNumber");
    }

    @Test
    void numbersAndKindOfEuipo() throws IOException {
        Registration read = euipo().registration("EM-099000001");

        assertThat(read.office()).isEqualTo("EM");
        assertThat(read.number()).isEqualTo("099000001");
        assertThat(read.applicationNumber()).isEqualTo("099000001");
        assertThat(read.registrationNumber()).isEmpty();
        assertThat(read.st13()).isEqualTo("EM500000099000001");
        assertThat(read.kind()).isEqualTo(MarkKind.CERTIFICATION);
        assertThat(read.status())
                .isEqualTo(new Status("Registration cancellation pending", Standing.LIVE, day("2026-02-01"), false));
    }

    @Test
    void signOfEuipoInItsLanguages() throws IOException {
        Registration read = euipo().registration("EM-099000001");

        assertThat(read.mark().feature()).isEqualTo(MarkFeature.COMBINED);
        assertThat(read.mark().text()).isEqualTo("ZELFARN & Söhne");
        assertThat(read.mark().language()).isEqualTo("de");
        assertThat(read.mark().transliterations()).containsExactly("ZELFARN");
        assertThat(read.mark().translations()).containsExactly("ΖΕΛΦΑΡΝ", "fern of the cell");
        assertThat(read.mark().viennaCodes()).containsExactly("05.03.01", "26.01.01");
        assertThat(read.mark().images()).isEmpty();
        assertThat(read.disclaimers()).containsExactly("ORGANIC");
    }

    @Test
    void goodsOfEuipoInAllLanguagesWithoutEmptyOnes() throws IOException {
        Registration read = euipo().registration("EM-099000001");

        assertThat(read.niceClasses()).containsExactly(3);
        assertThat(read.goods())
                .containsExactly(
                        new Goods(3, "de", "Seifen."),
                        new Goods(3, "en", "Soaps."),
                        new Goods(0, "en", "Things of no class."),
                        new Goods(3, "en", "Oils."));
    }

    @Test
    void daysOfEuipoAsOfTheDayTheFileWasMade() throws IOException {
        assertThat(euipo().registration("EM-099000001").dates())
                .isEqualTo(new Dates(
                        day("2025-01-10"),
                        day("2025-02-02"),
                        day("2025-02-03"),
                        day("2025-05-03"),
                        day("2025-06-01"),
                        null,
                        day("2035-01-10"),
                        null,
                        day("2026-03-02")));
    }

    @Test
    void holdersAndClaimsOfEuipo() throws IOException {
        Registration read = euipo().registration("EM-099000001");

        assertThat(read.holders())
                .containsExactly(
                        new Holder("Zelfarn GmbH & Co. KG", "5550001", "AT"),
                        new Holder("Ilva Morren", "5550002", "IT"),
                        new Holder("Nerivo SpA", "5550003", ""));
        assertThat(read.priorities()).containsExactly(new Claim("FR", "4990001", day("2024-11-05")));
        assertThat(read.seniorities())
                .containsExactly(
                        new Claim("ES", "M9000001", day("2010-08-11")), new Claim("IT", "9000002", day("2011-01-02")));
    }

    @Test
    void whatHasNoPlaceIsKept() throws IOException {
        Registration read = euipo().registration("EM-099000001");

        assertThat(Formats.REGISTRATION.write(read).toString())
                .contains("\"milestone\":\"23\"")
                .contains("\"description\":[\"A fern in a ring.\",\"Ein Farn im Ring.\"]")
                .contains("\"imageUri\":\"file://099/000/099000001/1.JPG\"")
                .contains("\"holderKeys\":\"5550004\"")
                .contains("\"acquiredDistinctiveness\":\"true\"")
                .doesNotContain("NOT THIS")
                .doesNotContain("Nobody Asked");
    }

    @Test
    void deletionIsARemovalAsOfTheDayTheFileWasMade() throws IOException {
        assertThat(euipo().changes()).contains(new RegisterChange.Removal("EM-099000002", day("2026-03-02")));
    }

    @Test
    void fileWithoutADayOfItsOwnIsAsNewAsItsLastEvent() throws IOException {
        Path file = folder.resolve("dayless");
        Files.writeString(
                file,
                RegisterReading.text("st66-euipo.xml")
                        .replaceFirst("<RequestProducerDateTime>[^<]*<", "<RequestProducerDateTime>today<"));
        RegisterReading reading = RegisterReading.of(file);

        assertThat(reading.registration("EM-099000001").dates().asOf()).isEqualTo("2027-01-01");
        assertThat(reading.changes()).contains(new RegisterChange.Removal("EM-099000002", day("2024-01-01")));
    }

    @Test
    void applicantWithoutANameLeavesItsNumber() throws IOException {
        Path file = folder.resolve("nameless");
        Files.writeString(file, RegisterReading.text("st66-euipo.xml").replace("Nerivo SpA", ""));

        assertThat(Formats.REGISTRATION
                        .write(RegisterReading.of(file).registration("EM-099000001"))
                        .toString())
                .contains("\"holderKeys\":[\"5550003\",\"5550004\"]");
    }

    @Test
    void emptyElementsLeaveTheRest() throws IOException {
        Registration read = euipo().registration("EM-099000003");

        assertThat(read.mark().text()).isEmpty();
        assertThat(read.mark().feature()).isEqualTo(MarkFeature.FIGURATIVE);
        assertThat(read.kind()).isEqualTo(MarkKind.COLLECTIVE);
        assertThat(read.status()).isEqualTo(new Status("Application opposed", Standing.PENDING, null, true));
        assertThat(read.dates().filed()).isNull();
        assertThat(read.holders()).isEmpty();
    }

    @Test
    void caseOfUsptoWithItsOwnersBesideIt() throws IOException {
        RegisterReading reading = RegisterReading.resource("st66-uspto.xml", folder);
        Registration read = reading.registration("US-99000011");

        assertThat(reading.rejections()).isEmpty();
        assertThat(read.registrationNumber()).isEmpty();
        assertThat(read.st13()).isEqualTo("US500000099000011");
        assertThat(read.kind()).isEqualTo(MarkKind.COLLECTIVE);
        assertThat(read.mark().feature()).isEqualTo(MarkFeature.COMBINED);
        assertThat(read.mark().translations()).containsExactly("moon", "MOON");
        assertThat(read.mark().transliterations()).containsExactly("yue");
        assertThat(read.mark().viennaCodes()).containsExactly("01.07.06");
        assertThat(read.niceClasses()).containsExactly(9);
        assertThat(read.goods())
                .containsExactly(
                        new Goods(0, "en", "Indicating membership in a [ moon and ] star club"),
                        new Goods(9, "en", "Telescopes, [ binoculars ]"));
        assertThat(read.holders())
                .containsExactly(
                        new Holder("Quorra Stars, Inc.", "", "US"), new Holder("Second Quorra Ltd.", "", "CA"));
        assertThat(read.status()).isEqualTo(new Status("774", Standing.PENDING, day("2021-09-08"), true));
        assertThat(read.dates().filed()).isEqualTo("2020-05-09");
        assertThat(read.dates().published()).isEqualTo("2021-03-02");
        assertThat(read.dates().asOf()).isEqualTo("2022-01-05");
        assertThat(read.disclaimers()).containsExactly("\"CLUB\"");
    }

    @Test
    void applicantsOfUkipoThatAreAddressesAlone() throws IOException {
        RegisterReading reading = RegisterReading.resource("st66-ukipo.xml", folder);
        Registration read = reading.registration("GB-UK00009900021");

        assertThat(reading.rejections()).isEmpty();
        assertThat(read.st13()).isEqualTo("GB500000009900021");
        assertThat(read.registrationNumber()).isEqualTo("UK00009900021");
        assertThat(read.holders()).isEmpty();
        assertThat(Formats.REGISTRATION.write(read).toString())
                .contains(
                        "\"holderKeys\":[\"http://registers.example/applicant/1\",\"http://registers.example/applicant/2\"]")
                .contains("\"series\":\"2\"");
        assertThat(read.dates().oppositionTo()).isEqualTo("2018-07-04");
        assertThat(read.dates().asOf()).isEqualTo("2026-02-21");
        assertThat(read.status()).isEqualTo(new Status("Registered", Standing.LIVE, day("2018-02-12"), false));
    }

    @Test
    void recordOfDpmaWithPrefixesAndAnOlderEncoding() throws IOException {
        RegisterReading reading = RegisterReading.resource("st66-dpma.xml", folder);
        Registration read = reading.registration("DE-3099000000312");

        assertThat(reading.rejections()).isEmpty();
        assertThat(read.mark().text()).isEqualTo("KRUMMHÖLZ");
        assertThat(read.mark().feature()).isEqualTo(MarkFeature.SHAPE);
        assertThat(read.mark().viennaCodes()).containsExactly("05.01.16", "25.07");
        assertThat(read.kind()).isEqualTo(MarkKind.COLLECTIVE);
        assertThat(read.niceClasses()).containsExactly(20, 35);
        assertThat(read.goods()).containsExactly(new Goods(0, "de", "Möbel; Werbung"));
        assertThat(read.holders()).containsExactly(new Holder("Krummholz Möbel e.V.", "", ""));
        assertThat(read.priorities())
                .containsExactly(new Claim("XX", "7", day("2008-12-01")), new Claim("", "", day("2008-11-01")));
        assertThat(read.status()).isEqualTo(new Status("Marke geloescht", Standing.DEAD, null, false));
        assertThat(read.dates())
                .isEqualTo(new Dates(
                        day("2009-01-02"),
                        day("2009-02-02"),
                        null,
                        null,
                        day("2009-04-01"),
                        null,
                        day("2029-01-31"),
                        day("2020-02-03"),
                        day("2020-03-04")));
    }

    @Test
    void marksOfTheUnionThatClaimAGermanOneAreNoSenioritiesOfIt() throws IOException {
        Registration read = RegisterReading.resource("st66-dpma.xml", folder).registration("DE-3099000000312");

        assertThat(read.seniorities()).isEmpty();
        assertThat(Formats.REGISTRATION.write(read).toString())
                .contains("\"seniorityOf\":\"009900001\"")
                .contains("\"internationalRegistration\":\"9900001\"")
                .contains("\"imageFile\":\"3099000000312.jpg\"")
                .contains("\"relevantPriorityDate\":\"2008-11-01\"");
    }

    @Test
    void germanMarkUnderOppositionIsRegistered() throws IOException {
        Registration read = RegisterReading.resource("st66-dpma.xml", folder).registration("DE-3099000000313");

        assertThat(read.standing()).isEqualTo(Standing.LIVE);
        assertThat(read.status().opposed()).isTrue();
        assertThat(read.mark().feature()).isEqualTo(MarkFeature.OTHER);
    }

    @Test
    void officesThatKeepToTheStandard() throws IOException {
        RegisterReading reading = RegisterReading.resource("st66-other.xml", folder);
        Registration read = reading.registration("DK-VR 2099 00062");

        assertThat(reading.changes()).contains(new RegisterChange.Removal("DK-VA 2099 00061", day("2026-01-05")));
        assertThat(reading.rejectedFields()).containsExactly("RegistrationOfficeCode");
        assertThat(read.mark().text()).isEqualTo("OUMERA LYS");
        assertThat(read.mark().feature()).isEqualTo(MarkFeature.WORD);
        assertThat(read.applicationNumber()).isEmpty();
        assertThat(read.st13()).isEmpty();
        assertThat(read.standing()).isEqualTo(Standing.DEAD);
        assertThat(read.dates().asOf()).isEqualTo("2025-06-07");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        for (String name : List.of("st66-euipo.xml", "st66-uspto.xml", "st66-ukipo.xml", "st66-dpma.xml")) {
            for (Registration read :
                    RegisterReading.resource(name, folder).registrations().values()) {
                Path marks = folder.resolve("marks.jsonl");
                Files.writeString(marks, Formats.REGISTRATION.write(read) + "\n");

                assertThat(RegisterReading.of(marks).registrations()).containsEntry(read.id(), read);
            }
        }
    }

    @Test
    void faultWithinATextCostsItsRecordAlone() throws IOException {
        for (String fault :
                List.of("Soaps. &</GoodsServicesDescription>", "a &#x0; b", "&unknown;", "<![CDATA[ ]] >")) {
            Path file = folder.resolve("fault");
            Files.writeString(file, RegisterReading.text("st66-euipo.xml").replace("Soaps.", fault));
            RegisterReading reading = RegisterReading.of(file);

            assertThat(reading.registrations()).as(fault).doesNotContainKey("EM-099000001");
            assertThat(reading.rejections())
                    .extracting(Rejection::excerpt)
                    .as(fault)
                    .contains("099000001");
        }
    }

    @Test
    void fileCutOffAnywhereTellsOfIt() throws IOException {
        String whole = RegisterReading.text("st66-euipo.xml");
        for (int length = 700; length < whole.length() - 1; length += 97) {
            Path file = folder.resolve("cut");
            Files.writeString(file, whole.substring(0, length));

            assertThat(RegisterReading.of(file).rejections())
                    .as("cut off after %s characters", length)
                    .isNotEmpty();
        }
    }
}
