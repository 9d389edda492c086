package org.touchstone.benchmarks.register;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes registers of invented marks as the USPTO publishes its own: daily XML, TDXF 2.0. Record n of a seed is always the
 * same. Files ending in {@code .zip} hold one XML file; all others are plain. Thread-safe.
 */
public final class TdxfWriter {
    private static final int BUFFER = 1 << 18;

    private final long seed;

    public TdxfWriter(long seed) {
        this.seed = seed;
    }

    /**
     * Writes records of the register as it stands.
     *
     * @param from number of the first record, from 0; there are fifteen million
     * @return how many bytes of XML they are
     */
    public long writeRegister(Path file, long from, long count) throws IOException {
        return write(file, Life.TODAY, out -> {
            out.begin("TX");
            for (long number = from; number < from + count; number++) {
                out.write(CaseFile.of(seed, number));
            }
            out.end();
        });
    }

    /**
     * Writes what a day brings.
     *
     * @return how many bytes of XML it is
     */
    public long writeDay(Path file, Day day) throws IOException {
        return write(file, day.date(), out -> {
            out.begin("NA");
            for (int i = 0; i < day.freshRecords(); i++) {
                out.write(CaseFile.fresh(seed, day.firstFresh() + i, day.date()));
            }
            out.end();
            out.begin("TX");
            int left = day.changedRecords() + day.diedRecords();
            Walk walk = new Walk(day.register());
            for (int steps = 0; left > 0; steps++) {
                if (steps == day.register()) {
                    throw new IllegalArgumentException("expected a register with " + day.records()
                            + " live records, found too few among " + day.register());
                }
                CaseFile known = CaseFile.of(seed, walk.next());
                if (known.life().outcome().isLive()) {
                    out.write(left <= day.diedRecords() ? known.died(day.date()) : known.changed(day.date()));
                    left--;
                }
            }
            out.end();
        });
    }

    /** What the mark of a record of the register reads. */
    public InventedMark mark(long number) {
        return CaseFile.of(seed, number).mark();
    }

    /** Whether a record of the register is live. */
    public boolean isLive(long number) {
        return CaseFile.of(seed, number).life().outcome().isLive();
    }

    /** Serial number of a record, eight digits. */
    public static String serial(long number) {
        return String.valueOf(Series.serial(number));
    }

    /** Goes through all numbers below a bound, each once, and jumps about. */
    private static final class Walk {
        /** A prime above all bounds, so that it has no divisor in common with any. */
        private static final long STRIDE = 2_147_483_647;

        private final long bound;
        private long place;

        Walk(long bound) {
            this.bound = bound;
        }

        long next() {
            place = (place + STRIDE) % bound;
            return place;
        }
    }

    private interface Content {
        void writeTo(Records out) throws IOException;
    }

    private long write(Path file, LocalDate date, Content content) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            if (!name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                return write(to, date, content);
            }
            ZipOutputStream zip = new ZipOutputStream(to);
            zip.setLevel(Deflater.BEST_SPEED);
            ZipEntry entry = new ZipEntry(name.substring(0, name.length() - ".zip".length()) + ".xml");
            entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            long bytes = write(zip, date, content);
            zip.finish();
            return bytes;
        }
    }

    private static long write(OutputStream to, LocalDate date, Content content) throws IOException {
        byte[] prolog = TdxfDtd.prolog().getBytes(StandardCharsets.UTF_8);
        to.write(prolog);
        Records records = new Records(to);
        Xml xml = records.xml;
        xml.open(TdxfDtd.ROOT).open("version").element("version-no", "2.0").element("version-date", "20041108");
        xml.close("version")
                .element("creation-datetime", date.format(DateTimeFormatter.BASIC_ISO_DATE) + "0312")
                .open("application-information")
                .open("file-segments")
                .element("file-segment", "TRMK");
        content.writeTo(records);
        xml.close("file-segments")
                .close("application-information")
                .close(TdxfDtd.ROOT)
                .line();
        records.flush();
        return prolog.length + records.written;
    }

    /** Writes one record after the other. */
    private static final class Records {
        private final OutputStream to;
        private final Xml xml = new Xml();
        private long written;

        Records(OutputStream to) {
            this.to = to;
        }

        void begin(String action) {
            xml.open("action-keys").element("action-key", action).line();
        }

        void end() {
            xml.close("action-keys");
        }

        void write(CaseFile file) throws IOException {
            Classes classes = Classes.draw(file);
            xml.open("case-file")
                    .element("serial-number", file.serial(), 8)
                    .element("registration-number", file.registrationNumber(), 7)
                    .element("transaction-date", file.transaction());
            Header.write(file, classes, xml);
            Statements.write(file, classes, xml);
            Events.write(file, xml);
            Relations.writePrior(file, xml);
            Relations.writeForeign(file, classes, xml);
            classes.write(file, xml);
            Parties.writeCorrespondent(file, xml);
            Parties.writeOwners(file, xml);
            Relations.writeDesign(file, xml);
            Relations.writeInternational(file, xml);
            Relations.writeMadridFilings(file, xml);
            xml.close("case-file").line();
            if (xml.length() > BUFFER) {
                flush();
            }
        }

        void flush() throws IOException {
            written += xml.length();
            xml.drainTo(to);
        }
    }
}
