package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;

class St96Test {
    @ParameterizedTest
    @CsvSource({
        "st96-uspto.xml, st96-uspto-draft.xml",
        "st96-cipo.xml, st96-cipo-flat.xml",
        "st96-ipi.xml, st96-ipi-early.xml"
    })
    void generationsOfOneCaseGiveTheSameRecord(String one, String other) throws IOException {
        assertThat(Registers.resource(one).registration(0))
                .isEqualTo(Registers.resource(other).registration(0));
    }

    @Test
    void usptoStatusIsTheOfficesCodeAndHoldersAreThoseOfTheLastStage() throws IOException {
        Registers.Register register = Registers.resource("st96-uspto.xml");
        assertThat(register.rejections()).isEmpty();
        Registration registration = register.registration(0);
        assertThat(registration.id()).isEqualTo("US-97000001");
        assertThat(registration.status().code()).isEqualTo("700");
        assertThat(registration.standing()).isEqualTo(Standing.LIVE);
        assertThat(registration.holders()).containsExactly(new Holder("Vellomar Holdings LLC", "", "US"));
        assertThat(registration.mark().feature()).isEqualTo(MarkFeature.COMBINED);
        assertThat(registration.mark().translations()).containsExactly("hidden mountain");
        assertThat(registration.mark().viennaCodes()).containsExactly("06.01.04");
        assertThat(registration.mark().images()).isEmpty();
        assertThat(registration.st13()).isEqualTo("US500000097000001");
    }

    @Test
    void classesOfTheOfficesOwnClassificationAreNoneOfNice() throws IOException {
        Registration registration = Registers.resource("st96-uspto.xml").registration(0);
        assertThat(registration.niceClasses()).containsExactly(9);
        assertThat(registration.goods()).containsExactly(new Goods(9, "", "Headphones"));
    }

    @Test
    void classesThatAreNotSaidToBeOfNiceAreLeftAside() throws IOException {
        Registration registration = Registers.read("<Trademark><ApplicationNumber>7</ApplicationNumber>"
                        + "<GoodsServicesBag><GoodsServices><GoodsServicesClassificationBag><GoodsServicesClassification>"
                        + "<ClassificationKindCode>National</ClassificationKindCode><ClassNumber>9</ClassNumber>"
                        + "</GoodsServicesClassification></GoodsServicesClassificationBag><ClassDescriptionBag><ClassDescription>"
                        + "<ClassNumber>9</ClassNumber><GoodsServicesDescriptionText>ware</GoodsServicesDescriptionText>"
                        + "</ClassDescription></ClassDescriptionBag></GoodsServices></GoodsServicesBag></Trademark>")
                .registration(0);
        assertThat(registration.niceClasses()).isEmpty();
        assertThat(registration.goods()).containsExactly(new Goods(0, "", "ware"));
    }

    @Test
    void primaryClassCountsWhereNoneOfNiceIsGivenAndItIsNoNationalOne() throws IOException {
        String group = "<GoodsServices><GoodsServicesClassificationBag><GoodsServicesClassification>"
                + "<ClassificationKindCode>Primary</ClassificationKindCode><ClassNumber>%s</ClassNumber>"
                + "</GoodsServicesClassification><GoodsServicesClassification><ClassificationKindCode>Domestic"
                + "</ClassificationKindCode><NationalClassNumber>021</NationalClassNumber></GoodsServicesClassification>"
                + "</GoodsServicesClassificationBag></GoodsServices>";
        Registration registration = Registers.read(
                        "<Trademark><ApplicationNumber>7</ApplicationNumber><GoodsServicesBag>" + group.formatted("021")
                                + group.formatted("011") + "</GoodsServicesBag></Trademark>")
                .registration(0);
        assertThat(registration.niceClasses()).containsExactly(11);
    }

    @Test
    void canadianDeletionTakesTheRecordOut() throws IOException {
        assertThat(Registers.resource("st96-cipo.xml").changes().get(1))
                .isEqualTo(new RegisterChange.Removal("CA-0102697", null));
    }

    @Test
    void canadianNumberIsSevenDigitsAndTheExtension() throws IOException {
        Registration registration = Registers.resource("st96-cipo.xml").registration(0);
        assertThat(registration.number()).isEqualTo("1976543-01");
        assertThat(registration.st13()).isEqualTo("CA500000197654301");
        assertThat(registration.mark().text()).isEqualTo("ÉRABLE NOVENT");
        assertThat(registration.kind()).isEqualTo(MarkKind.CERTIFICATION);
        assertThat(registration.standing()).isEqualTo(Standing.DEAD);
        assertThat(registration.dates().ended()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(registration.other().get("internationalRegistration").asText())
                .isEqualTo("1500001");
        assertThat(registration.goods())
                .containsExactly(new Goods(30, "en", "Maple syrup"), new Goods(30, "fr", "Sirop d'érable"));
    }

    @Test
    void significantElementIsNotTheWholeMark() throws IOException {
        Registration registration = Registers.resource("st96-ipi.xml").registration(0);
        assertThat(registration.mark().text()).isEqualTo("ALMORIN HAUS DER UHREN");
        assertThat(registration.mark().aliases()).containsExactly("ALMORIN");
        Registration without = Registers.read("<Trademark><RegistrationOfficeCode>CH</RegistrationOfficeCode>"
                        + "<ApplicationNumber>7</ApplicationNumber>"
                        + "<MarkSignificantVerbalElementText>ALMORIN</MarkSignificantVerbalElementText></Trademark>")
                .registration(0);
        assertThat(without.mark().text()).isEmpty();
        assertThat(without.mark().aliases()).containsExactly("ALMORIN");
    }

    @Test
    void classThatIsNoneIsNotedAndTheRestStands() throws IOException {
        Registers.Register register = Registers.resource("st96-ipi.xml");
        assertThat(register.reasons()).containsExactly("expected a class from 1 to 45, found '46'; left out");
        assertThat(register.registration(0).niceClasses()).containsExactly(14);
    }

    @Test
    void languageThatIsNotSaidStaysUnknown() throws IOException {
        assertThat(Registers.resource("st96-ipi.xml").registration(0).goods())
                .containsExactly(new Goods(14, "", "Uhren"));
    }

    @Test
    void publicationsOfChangesAreNotThatOfTheMark() throws IOException {
        assertThat(Registers.resource("st96-ipi.xml").registration(0).dates().published())
                .isEqualTo(LocalDate.of(2025, 8, 12));
    }

    @Test
    void civilDayStandsAsWritten() throws IOException {
        assertThat(Registers.resource("st96-ipi-early.xml")
                        .registration(0)
                        .dates()
                        .filed())
                .isEqualTo(LocalDate.of(2025, 4, 1));
    }

    @Test
    void claimsOppositionAndPartiesAreKept() throws IOException {
        Registration registration = Registers.resource("st96-euipo.xml").registration(0);
        assertThat(registration.id()).isEqualTo("EM-018900001");
        assertThat(registration.st13()).isEqualTo("EM500000018900001");
        assertThat(registration.kind()).isEqualTo(MarkKind.COLLECTIVE);
        assertThat(registration.mark().language()).isEqualTo("el");
        assertThat(registration.mark().transliterations()).containsExactly("THALORA");
        assertThat(registration.status().opposed()).isTrue();
        assertThat(registration.standing()).isEqualTo(Standing.PENDING);
        assertThat(registration.dates().oppositionFrom()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(registration.dates().oppositionTo()).isEqualTo(LocalDate.of(2024, 5, 31));
        assertThat(registration.priorities()).containsExactly(new Claim("GR", "2023-77", LocalDate.of(2023, 9, 1)));
        assertThat(registration.seniorities()).containsExactly(new Claim("IT", "1199", LocalDate.of(1999, 2, 3)));
        assertThat(registration.holders())
                .containsExactly(new Holder("Thalora SA", "700", ""), new Holder("Thalora Lab SA", "", ""));
    }

    @Test
    void imageThatLiesBesideTheFileIsKept(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("7.png"), "not looked at");
        Path file = folder.resolve("register.xml");
        Files.writeString(
                file,
                "<Trademark><ApplicationNumber>7</ApplicationNumber><MarkImage><FileName>7.png</FileName></MarkImage>"
                        + "<MarkImage><FileName>../../etc/passwd</FileName></MarkImage></Trademark>");
        try (RegisterFile register = RegisterFile.open(file, rejection -> {})) {
            RegisterChange change = register.next().read().change().value();
            assertThat(((RegisterChange.Put) change).registration().mark().images())
                    .containsExactly("7.png");
        }
    }

    @Test
    void recordWithoutANumberIsRejected() throws IOException {
        Registers.Register register =
                Registers.read("<TrademarkBag><Trademark><MarkCategory>Trademark</MarkCategory></Trademark>"
                        + "<Trademark><RegistrationNumber>8</RegistrationNumber></Trademark></TrademarkBag>");
        assertThat(register.ids()).containsExactly("8");
        assertThat(register.reasons())
                .containsExactly("expected the number of the application or of the registration, found none");
    }

    @Test
    void goodsThatAreNotClassifiedAreNoFault() throws IOException {
        Registers.Register register =
                Registers.read("<Trademark><ApplicationNumber>7</ApplicationNumber><GoodsServicesBag>"
                        + "<GoodsServices><ClassDescriptionBag><ClassDescription><ClassNumber>00</ClassNumber>"
                        + "<GoodsServicesDescriptionText>ware</GoodsServicesDescriptionText></ClassDescription></ClassDescriptionBag>"
                        + "</GoodsServices></GoodsServicesBag></Trademark>");
        assertThat(register.rejections()).isEmpty();
        assertThat(register.registration(0).niceClasses()).isEmpty();
        assertThat(register.registration(0).goods()).containsExactly(new Goods(0, "", "ware"));
    }

    @Test
    void draftsAreToldFromSt66WhichHasTheSameOutermostElement() {
        String draft = "<tmk:Transaction xmlns:tmk=\"http://www.wipo.int/standards/XMLSchema/Trademark/1\">";
        String st66 = "<Transaction xmlns=\"http://www.wipo.int/standards/XMLSchema/trademarks\">";
        assertThat(Dialects.of(Objects.requireNonNull(XmlHead.of(draft)))).get().isInstanceOf(St96.class);
        assertThat(Dialects.of(Objects.requireNonNull(XmlHead.of(st66))).filter(St96.class::isInstance))
                .isEmpty();
    }
}
