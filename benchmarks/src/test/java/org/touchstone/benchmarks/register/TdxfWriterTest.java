package org.touchstone.benchmarks.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

class TdxfWriterTest {
    private static final int RECORDS = 2000;
    private static final Day DAY = Day.usual(RECORDS, 200);

    @TempDir
    Path folder;

    private final TdxfWriter writer = new TdxfWriter(5);

    /** Reads and validates a file; gives the records by serial number, each with all its simple elements, joined. */
    private static Map<String, Map<String, String>> read(Path file)
            throws IOException, SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setValidating(true);
        SAXParser parser = factory.newSAXParser();
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            parser.parse(in, new DefaultHandler() {
                private final StringBuilder text = new StringBuilder();
                private Map<String, String> record = new LinkedHashMap<>();

                @Override
                public void startElement(String uri, String local, String name, Attributes attributes) {
                    text.setLength(0);
                    if (name.equals("case-file")) {
                        record = new LinkedHashMap<>();
                    }
                }

                @Override
                public void characters(char[] letters, int from, int count) {
                    text.append(letters, from, count);
                }

                @Override
                public void endElement(String uri, String local, String name) {
                    if (name.equals("case-file")) {
                        Map<String, String> twin = records.put(record.get("serial-number"), record);
                        assertThat(twin)
                                .as("the record before with this serial number")
                                .isNull();
                    } else {
                        record.merge(name, text.toString(), (before, more) -> before + "|" + more);
                    }
                    if (name.equals("case-file")) {
                        record = new LinkedHashMap<>();
                    }
                    text.setLength(0);
                }

                @Override
                public void error(SAXParseException e) throws SAXException {
                    throw e;
                }
            });
        }
        return records;
    }

    private static Set<String> dead() {
        return Set.of(
                "600", "601", "602", "603", "604", "605", "606", "608", "614", "710", "711", "713", "714", "781", "782",
                "900");
    }

    private static String status(Map<String, String> record) {
        return record.get("status-code").split("\\|")[0];
    }

    private Path register() throws IOException {
        Path file = folder.resolve("register.xml");
        writer.writeRegister(file, 0, RECORDS);
        return file;
    }

    @Test
    void aRecordBeyondTheLastIsRejected() {
        assertThatThrownBy(() -> writer.writeRegister(folder.resolve("a.xml"), 16_000_000, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 16000000");
    }

    @Test
    void aDayThatTheRegisterIsTooSmallForIsRejected() {
        assertThatThrownBy(() -> Day.usual(100, 26))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 100");
    }

    @Test
    void aRegisterIsValid() throws Exception {
        assertThat(read(register())).hasSize(RECORDS);
    }

    @Test
    void aRecordOfAnyNumberIsValid() throws Exception {
        Path file = folder.resolve("last.xml");
        writer.writeRegister(file, Series.MOST - 500L, 500);
        assertThat(read(file)).hasSize(500);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
        byte[] once = Files.readAllBytes(register());
        assertThat(Files.readAllBytes(register())).isEqualTo(once);
        new TdxfWriter(6).writeRegister(folder.resolve("other.xml"), 0, RECORDS);
        assertThat(Files.readAllBytes(folder.resolve("other.xml"))).isNotEqualTo(once);

        writer.writeRegister(folder.resolve("register.zip"), 0, 100);
        byte[] zip = Files.readAllBytes(folder.resolve("register.zip"));
        writer.writeRegister(folder.resolve("register.zip"), 0, 100);
        assertThat(Files.readAllBytes(folder.resolve("register.zip"))).isEqualTo(zip);
    }

    @Test
    void aZipHoldsTheSameFile() throws IOException {
        long bytes = writer.writeRegister(folder.resolve("apc.zip"), 3, 50);
        writer.writeRegister(folder.resolve("apc.xml"), 3, 50);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(folder.resolve("apc.zip")))) {
            ZipEntry entry = zip.getNextEntry();
            assertThat(entry).isNotNull();
            assertThat(entry.getName()).isEqualTo("apc.xml");
            assertThat(zip.readAllBytes())
                    .hasSize((int) bytes)
                    .isEqualTo(Files.readAllBytes(folder.resolve("apc.xml")));
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void partsHoldTheRecordsOfTheWhole() throws IOException {
        writer.writeRegister(folder.resolve("1.xml"), 0, 700);
        writer.writeRegister(folder.resolve("2.xml"), 700, RECORDS - 700);
        List<String> parts = new ArrayList<>(records(folder.resolve("1.xml")));
        parts.addAll(records(folder.resolve("2.xml")));
        assertThat(parts.equals(records(register()))).isTrue();
        assertThat(parts).hasSize(RECORDS);
    }

    private static List<String> records(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("<case-file>"))
                .toList();
    }

    @Test
    void recordsHaveTheShapeOfRealOnes() throws Exception {
        Path file = register();
        Map<String, Map<String, String>> records = read(file);
        assertThat(Files.size(file) / RECORDS).isBetween(6000L, 11_000L);
        assertThat(share(records, record -> dead().contains(status(record)))).isBetween(0.56, 0.64);
        assertThat(share(
                        records,
                        record -> record.get("mark-drawing-code").equals("2000")
                                && !record.containsKey("mark-identification")))
                .isBetween(0.05, 0.11);
        for (String code : List.of("PM0001", "TLIT00", "DM0000", "D10000", "CC0000", "TR0000")) {
            assertThat(share(records, record -> record.get("type-code").contains(code)))
                    .as(code)
                    .isPositive();
        }
        for (String block : List.of(
                "design-searches",
                "prior-registration-applications",
                "foreign-applications",
                "international-registration",
                "madrid-international-filing-requests",
                "correspondent",
                "name-change-explanation")) {
            assertThat(share(records, record -> record.containsKey(block)))
                    .as(block)
                    .isPositive();
        }
        List<Integer> events = new ArrayList<>();
        records.values()
                .forEach(record -> events.add(record.get("description-text").split("\\|").length));
        events.sort(null);
        assertThat(events.get(RECORDS / 2)).isBetween(10, 18);
        assertThat(events.get(RECORDS - 1)).isGreaterThan(60);
    }

    private static double share(Map<String, Map<String, String>> records, Predicate<Map<String, String>> what) {
        return records.values().stream().filter(what).count() / (double) records.size();
    }

    @Test
    void datesFollowOneAnother() throws Exception {
        read(register()).forEach((serial, record) -> {
            String filed = record.get("filing-date").split("\\|")[0];
            String status = record.get("status-date").split("\\|")[0];
            assertThat(status).as(serial).isGreaterThanOrEqualTo(filed).isLessThanOrEqualTo("20251231");
            assertThat(record.get("transaction-date")).as(serial).isGreaterThanOrEqualTo(status);
            assertThat(record.get("registration-number").split("\\|")[0].equals("0000000"))
                    .as(serial)
                    .isEqualTo(!record.containsKey("registration-date") || !registered(record));
        });
    }

    /** Only a record with this code, or one registered and then gone, has a registration. */
    private static boolean registered(Map<String, String> record) {
        return status(record).matches("7(0\\d|1\\d|78|8[0-2]|90)|800|900");
    }

    @Test
    void marksAreAsTheFileHasThem() throws Exception {
        Map<String, Map<String, String>> records = read(register());
        int chinese = 0;
        for (long number = 0; number < RECORDS; number++) {
            Map<String, String> record = records.get(TdxfWriter.serial(number));
            InventedMark mark = writer.mark(number);
            assertThat(record.getOrDefault("mark-identification", "")).isEqualTo(mark.text());
            assertThat(writer.isLive(number)).isEqualTo(!dead().contains(status(record)));
            if (!mark.han().isEmpty()) {
                chinese++;
                assertThat(record.get("text")).contains('"' + mark.sound() + '"', '"' + mark.meaning() + '"');
            }
        }
        assertThat(chinese).isPositive();
    }

    @Test
    void aDayBringsNewRecordsAndChangesOthers() throws Exception {
        Map<String, Map<String, String>> before = read(register());
        Path file = folder.resolve("day.xml");
        writer.writeDay(file, DAY);
        Map<String, Map<String, String>> day = read(file);
        assertThat(day).hasSize(DAY.records());
        int fresh = 0;
        int died = 0;
        int owner = 0;
        for (Map.Entry<String, Map<String, String>> entry : day.entrySet()) {
            Map<String, String> now = entry.getValue();
            Map<String, String> then = before.get(entry.getKey());
            if (then == null) {
                fresh++;
                continue;
            }
            assertThat(now.get("transaction-date")).isEqualTo("20260102").isGreaterThan(then.get("transaction-date"));
            assertThat(now.get("mark-identification")).isEqualTo(then.get("mark-identification"));
            assertThat(status(then)).isNotIn(dead());
            if (dead().contains(status(now))) {
                died++;
            } else if (status(now).equals(status(then))) {
                assertThat(now.get("party-name"))
                        .endsWith(then.get("party-name"))
                        .isNotEqualTo(then.get("party-name"));
                owner++;
            }
        }
        assertThat(fresh).isEqualTo(DAY.freshRecords()).isEqualTo(16);
        assertThat(died).isEqualTo(DAY.diedRecords()).isEqualTo(24);
        assertThat(owner).isBetween(20, 80);
    }
}
