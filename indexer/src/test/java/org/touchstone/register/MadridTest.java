package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;

class MadridTest {
    private static Registration registration(int place) throws IOException {
        return Registers.resource("madrid.xml").registration(place);
    }

    @Test
    void stateOfTheRegistrationIsRead() throws IOException {
        Registration registration = registration(0);
        assertThat(registration.id()).isEqualTo("WO-1500001");
        assertThat(registration.mark().text()).isEqualTo("ΘΑΛΩΡΑ");
        assertThat(registration.mark().feature()).isEqualTo(MarkFeature.COMBINED);
        assertThat(registration.mark().transliterations()).containsExactly("THALORA");
        assertThat(registration.mark().translations()).containsExactly("sea bloom");
        assertThat(registration.mark().viennaCodes()).containsExactly("05.05.20");
        assertThat(registration.niceClasses()).containsExactly(3, 35);
        assertThat(registration.goods())
                .containsExactly(
                        new Goods(3, "en", "Soap."),
                        new Goods(3, "fr", "Savons."),
                        new Goods(3, "es", "Jabones."),
                        new Goods(35, "en", "Retail."));
        assertThat(registration.holders()).containsExactly(new Holder("Thalora S.p.A.", "1200001", "IT"));
        assertThat(registration.priorities()).containsExactly(new Claim("IT", "302018", LocalDate.of(2019, 2, 1)));
        assertThat(registration.disclaimers()).containsExactly("LAB");
        assertThat(registration.designations()).containsExactly("CN", "JP", "CH");
        assertThat(registration.dates().registered()).isEqualTo(LocalDate.of(2019, 7, 8));
        assertThat(registration.dates().expires()).isEqualTo(LocalDate.of(2029, 7, 8));
        assertThat(registration.dates().published()).isEqualTo(LocalDate.of(2019, 10, 24));
        assertThat(registration.dates().asOf()).isEqualTo(LocalDate.of(2025, 6, 2));
        assertThat(registration.other().get("refusedIn").get(0).asText()).isEqualTo("JP");
        assertThat(registration.other().get("description").get(0).asText()).isEqualTo("A flower <in> waves.");
    }

    @Test
    void endingForSomeCountriesEndsNothing() throws IOException {
        assertThat(registration(0).standing()).isEqualTo(Standing.LIVE);
        assertThat(registration(0).dates().ended()).isNull();
    }

    @Test
    void totalCancellationEndsIt() throws IOException {
        Registration registration = registration(1);
        assertThat(registration.status().code()).isEqualTo("RCN");
        assertThat(registration.standing()).isEqualTo(Standing.DEAD);
        assertThat(registration.dates().ended()).isEqualTo(LocalDate.of(2024, 1, 31));
        assertThat(registration.kind()).isEqualTo(MarkKind.COLLECTIVE);
        assertThat(registration.mark().feature()).isEqualTo(MarkFeature.WORD);
    }

    @Test
    void countriesComeFromTheInscriptionsWhereTheStateNamesNone() throws IOException {
        assertThat(registration(1).designations()).isEqualTo(List.of("DE", "SE"));
    }

    @Test
    void expiryAndItsTimeOfGraceEndIt() throws IOException {
        Registration registration = registration(2);
        assertThat(registration.standing()).isEqualTo(Standing.DEAD);
        assertThat(registration.status().since()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(registration.mark().feature()).isEqualTo(MarkFeature.SHAPE);
    }

    @Test
    void recordWithoutANumberIsRejected() throws IOException {
        Registers.Register register = Registers.resource("madrid.xml");
        assertThat(register.changes()).hasSize(3);
        assertThat(register.reasons())
                .containsExactly("expected the number of the international registration, found none");
    }
}
