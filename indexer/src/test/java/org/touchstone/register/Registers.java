package org.touchstone.register;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.touchstone.mark.Registration;
import org.touchstone.record.Rejection;

/** Registers read from the tests' resources and from memory. */
final class Registers {
    private Registers() {}

    /** What a register says: changes and rejections, in order, with the complaints of the file as a whole among them. */
    record Register(List<RegisterChange> changes, List<Rejection> rejections) {
        Registration registration(int place) {
            return ((RegisterChange.Put) changes.get(place)).registration();
        }

        List<String> ids() {
            return changes.stream().map(RegisterChange::id).toList();
        }

        List<String> reasons() {
            return rejections.stream().map(Rejection::reason).toList();
        }

        List<String> excerpts() {
            return rejections.stream().map(Rejection::excerpt).toList();
        }
    }

    static Register resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Registers.class.getResourceAsStream(name), name)) {
            return read(in.readAllBytes());
        }
    }

    static Register read(String xml) throws IOException {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    static Register read(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes));
    }

    /** Reads as {@link RegisterFile} does, without a file. */
    static Register read(InputStream bytes) throws IOException {
        List<RegisterChange> changes = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        InputStream in = new BufferedInputStream(XmlInput.of(bytes), 1 << 20);
        in.mark(1 << 20);
        XmlHead head = XmlHead.of(new String(in.readNBytes(1 << 20), StandardCharsets.ISO_8859_1));
        in.reset();
        if (head == null || Dialects.of(head).isEmpty()) {
            throw new IOException("expected a register in XML, found something else");
        }
        Dialect dialect = Dialects.of(head).get();
        try (XmlSplitter splitter = new XmlSplitter(
                in,
                head.root(),
                dialect.record(),
                dialect.skipped(),
                complaint -> rejections.add(new Rejection("test", 0, "", complaint, "")))) {
            XmlRegister records = new XmlRegister(splitter, dialect, head.charset(), "test", Path.of("nowhere"), null);
            while (records.hasNext()) {
                RegisterRecord.Reading reading = records.next().read();
                rejections.addAll(reading.rejections());
                if (reading.change() != null) {
                    changes.add(reading.change().value());
                }
            }
        }
        return new Register(changes, rejections);
    }

    /** A register of the offices' own, where the shared data is at hand. */
    static Path shared(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/data/text"))) {
            at = at.getParent();
        }
        assumeTrue(at != null, "no shared/data here");
        return at.resolve("shared/data/text/registries").resolve(name);
    }
}
