package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.mark.Holder;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;

class TmviewTest {
    private static final String OLD = """
            {"OperationCode": "Insert", "oc": "AL", "an": "2031000030", "globalsearch": ["NUVIMO"],
             "ad": 1926456000000, "ST13": "AL502031000000030", "RegistrationDate": 1937084400000, "ExpiryDate": 2241993600000,
             "RegistrationNumber": "14351", "sc": "Registered", "ty": "Combined", "MarkVerbalElementText": "NUVIMO", "tm": "NUVIMO",
             "MarkImageURI": "https://example.org/1", "vc": ["01.05.23"], "tp": ["AL"], "nc": [38, 42],
             "ApplicantName": ["Nuvimo Ltd"], "anm": ["Nuvimo Ltd"], "aid": [""], "timestamp": 1966814166940}""";

    @TempDir
    private Path folder;

    private RegisterRun read(String text) throws IOException {
        return RegisterRun.of(Files.writeString(folder.resolve("rows.json"), text));
    }

    @Test
    void everyKeyOfOldRowsIsMapped() throws IOException {
        RegisterRun run = read("[\n" + OLD + "\n]\n");

        Registration mark = run.only();
        assertThat(run.rejections()).isEmpty();
        assertThat(mark.id()).isEqualTo("AL-2031000030");
        assertThat(mark.st13()).isEqualTo("AL502031000000030");
        assertThat(mark.registrationNumber()).isEqualTo("14351");
        assertThat(mark.mark().text()).isEqualTo("NUVIMO");
        assertThat(mark.mark().feature()).isEqualTo(MarkFeature.COMBINED);
        assertThat(mark.mark().viennaCodes()).containsExactly("01.05.23");
        assertThat(mark.niceClasses()).containsExactly(38, 42);
        assertThat(mark.holders()).containsExactly(new Holder("Nuvimo Ltd", "", ""));
        assertThat(mark.standing()).isEqualTo(Standing.LIVE);
        assertThat(mark.designations()).isEmpty();
        assertThat(mark.dates().filed()).isEqualTo(LocalDate.of(2031, 1, 17)); // noon in UTC
        assertThat(mark.dates().registered())
                .isEqualTo(LocalDate.of(2031, 5, 21)); // an hour before midnight of the day before
        assertThat(mark.dates().asOf()).isEqualTo(LocalDate.of(2032, 4, 29));
        assertThat(mark.other()).containsOnlyKeys("MarkImageURI");
    }

    @Test
    void rowsOfThePageAreReadFromTheirList() throws IOException {
        RegisterRun run = read("""
                {"totalResults": 2, "page": 1, "filters": [{"x": "]"}], "tradeMarks": [
                {"ST13":"EM500000091234567","tmName":"SHAN\\"YIN}","applicationNumber":"091234567","applicationDate":"2031-01-17T23:00:00.000Z",
                 "tradeMarkStatus":"Filed","tmOffice":"EM","niceClass":"9,35","tradeMarkType":"Word","applicantName":["Shanyin"]},
                {"ST13":"WO500000001999999","markVerbalElementText":"MOHE","applicationNumber":"1999999","tradeMarkStatus":"Ended",
                 "officeCode":"WO","niceClass":[25],"territorialApplication":["CN","EM"]}
                ], "facets": {"a": [{"b": 1}]}}""");

        assertThat(run.rejections()).isEmpty();
        assertThat(run.ids()).containsExactly("EM-091234567", "WO-1999999");
        assertThat(run.registrations().get(0).mark().text()).isEqualTo("SHAN\"YIN}");
        assertThat(run.registrations().get(0).dates().filed()).isEqualTo(LocalDate.of(2031, 1, 18));
        assertThat(run.registrations().get(0).niceClasses()).containsExactly(9, 35);
        assertThat(run.registrations().get(0).standing()).isEqualTo(Standing.PENDING);
        assertThat(run.registrations().get(1).designations()).containsExactly("CN", "EM");
        assertThat(run.registrations().get(1).standing()).isEqualTo(Standing.DEAD);
    }

    @Test
    void deletedRowsAreRemovals() throws IOException {
        RegisterRun run = read("[" + OLD.replace("Insert", "Delete") + "]");

        assertThat(run.changes().get(0).value())
                .isEqualTo(new RegisterChange.Removal("AL-2031000030", LocalDate.of(2032, 4, 29)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n%s", "[%s,%s]", "{\"rows\":[%s,%s],\"total\":2}", "\ufeff[\n%s,\n%s\n]"})
    void objectsStandInAnyForm(String form) throws IOException {
        String other = OLD.replace("2031000030", "2031000031");

        assertThat(read(form.formatted(OLD, other)).ids()).containsExactly("AL-2031000030", "AL-2031000031");
        assertThat(read(form.formatted(OLD.replace("\n", ""), other.replace("\n", "")))
                        .ids())
                .hasSize(2);
    }

    @Test
    void brokenRowsCostThemselvesOnly() throws IOException {
        RegisterRun run = read("[" + OLD + ",\n{\"ST13\":\"EM1\",\"an\":x},\n{\"ST13\":\"EM5\"},\n7,\n"
                + OLD.replace("\"nc\": [38, 42]", "\"nc\": [46]") + ",\n{\"ST13\":\"EM500000091234567\"");

        assertThat(run.ids()).containsExactly("AL-2031000030", "AL-2031000030");
        assertThat(run.rejections().stream().map(Object::toString))
                .anyMatch(text -> text.contains("rows.json:6: expected a JSON object, found broken JSON"))
                .anyMatch(text -> text.contains("rows.json:7: an: expected the number"))
                .anyMatch(text -> text.contains("rows.json:9: nc: expected a class from 1 to 45, found '46'"))
                .anyMatch(text -> text.contains("cut off in this record"))
                .anyMatch(text -> text.contains("something else among them"));
    }

    @Test
    void jsonOfAnotherKindIsRefusedWithItsKeys() {
        assertThatThrownBy(() -> read("[{\"sku\": 1, \"price\": 2}]"))
                .isInstanceOf(NoRegisterException.class)
                .hasMessageContaining("sku, price");
    }

    @Test
    void ownRecordsInAListAndOneALine() throws IOException {
        String record = "{\"id\":\"%d\",\"text\":\"NUVIMO\",\"priorities\":[{\"office\":\"US\",\"number\":\"1\"}]}";
        List<String> records = IntStream.range(0, 5).mapToObj(record::formatted).toList();

        assertThat(read("[" + String.join(",", records) + "]").ids()).containsExactly("0", "1", "2", "3", "4");
        assertThat(read(records.stream().collect(Collectors.joining("\r\n"))).ids())
                .hasSize(5);
        assertThat(read(records.get(0) + "\n{\"id\": broken\n" + records.get(1)).ids())
                .containsExactly("0", "1");
        assertThat(read("{\"id\": broken\n" + records.get(0) + "\n" + records.get(1))
                        .ids())
                .containsExactly("0", "1");
    }
}
