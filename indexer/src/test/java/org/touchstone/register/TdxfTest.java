package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;

class TdxfTest {
    @Test
    void caseFileIsTheWholeRecord() throws IOException {
        Registration registration = Registers.resource("tdxf.xml").registration(0);
        assertThat(registration.id()).isEqualTo("US-97000001");
        assertThat(registration.applicationNumber()).isEqualTo("97000001");
        assertThat(registration.registrationNumber()).isEqualTo("7900001");
        assertThat(registration.st13()).isEqualTo("US500000097000001");
        assertThat(registration.kind()).isEqualTo(MarkKind.COLLECTIVE);
        assertThat(registration.standing()).isEqualTo(Standing.LIVE);
        assertThat(registration.dates().filed()).isEqualTo(LocalDate.of(2021, 3, 4));
        assertThat(registration.dates().published()).isEqualTo(LocalDate.of(2022, 2, 1));
        assertThat(registration.dates().registered()).isEqualTo(LocalDate.of(2022, 5, 6));
        assertThat(registration.dates().renewed()).isEqualTo(LocalDate.of(2032, 5, 6));
        assertThat(registration.dates().asOf()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(registration.disclaimers()).containsExactly("\"MAR\"");
    }

    @Test
    void markIsPutTogetherFromItsStatements() throws IOException {
        Registration registration = Registers.resource("tdxf.xml").registration(0);
        assertThat(registration.mark().text()).isEqualTo("VELLOMAR SHAN YIN");
        assertThat(registration.mark().feature()).isEqualTo(MarkFeature.COMBINED);
        assertThat(registration.mark().aliases()).containsExactly("VELLO MAR");
        assertThat(registration.mark().translations()).containsExactly("hidden mountain");
        assertThat(registration.mark().transliterations()).containsExactly("Shan Yin");
        assertThat(registration.mark().viennaCodes()).containsExactly("06.01.04");
        assertThat(registration.other().get("description").asText()).isEqualTo("A mountain above the words.");
    }

    @Test
    void classesAreThoseOfNiceAndGoodsOfOthersHaveNone() throws IOException {
        Registration registration = Registers.resource("tdxf.xml").registration(0);
        assertThat(registration.niceClasses()).containsExactly(9, 35);
        assertThat(registration.other().get("endedClasses").asText()).isEqualTo("035");
        assertThat(registration.goods())
                .containsExactly(
                        new Goods(9, "en", "Headphones"),
                        new Goods(35, "en", "Retail"),
                        new Goods(0, "en", "Of a class that is none of the file's"));
    }

    @Test
    void holdersAreThoseOfTheLatestStage() throws IOException {
        Registration registration = Registers.resource("tdxf.xml").registration(0);
        assertThat(registration.holders())
                .containsExactly(new Holder("Vellomar S.p.A.", "", "IT"), new Holder("Vellomar LLC", "", "US"));
        assertThat(registration.other().get("holderAliases").asText()).isEqualTo("DBA Vello");
    }

    @Test
    void prioritiesAreThoseThatAreClaimed() throws IOException {
        Registration registration = Registers.resource("tdxf.xml").registration(0);
        assertThat(registration.priorities())
                .containsExactly(
                        new Claim("IT", "302020", LocalDate.of(2020, 10, 1)),
                        new Claim("", "", LocalDate.of(2020, 9, 15)));
        assertThat(registration.other().get("internationalRegistration").asText())
                .isEqualTo("1500001");
        assertThat(registration.other().get("register").asText()).isEqualTo("supplemental");
    }

    @Test
    void recordWithoutANumberIsRejectedAndADayThatIsNoneLeftEmpty() throws IOException {
        Registers.Register register = Registers.resource("tdxf.xml");
        assertThat(register.ids()).containsExactly("US-97000001", "US-97000003");
        assertThat(register.reasons())
                .containsExactly(
                        "expected the number of the application, found none",
                        "expected a day such as 2026-01-31, found '19870000'; left empty");
        Registration abandoned = register.registration(1);
        assertThat(abandoned.standing()).isEqualTo(Standing.DEAD);
        assertThat(abandoned.dates().ended()).isEqualTo(LocalDate.of(2023, 4, 5));
        assertThat(abandoned.mark().feature()).isEqualTo(MarkFeature.FIGURATIVE);
    }
}
