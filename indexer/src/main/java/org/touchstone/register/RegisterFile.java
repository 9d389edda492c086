package org.touchstone.register;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.touchstone.record.Rejection;
import org.touchstone.table.Content;

/**
 * A file of a register, in whichever of the known formats it is; what it holds tells, not its name. Streams: memory does not
 * grow with the file, but for the texts that the cells of an XLSX file share. Not thread-safe, but its records may be read on
 * any thread.
 */
public final class RegisterFile implements Iterator<RegisterRecord>, Closeable {
    /** Of a file so much is looked at to tell its format; document type declarations of 100 kB have been seen. */
    private static final int LOOKED_AT = 1 << 20;

    private final String name;
    private final Iterator<RegisterRecord> records;
    private final Closeable source;
    private final Intake intake;
    private boolean ended;

    private RegisterFile(String name, Records records, Intake intake) {
        this(name, records, records, intake);
    }

    private RegisterFile(String name, Closeable source, Iterator<RegisterRecord> records, Intake intake) {
        this.name = name;
        this.source = source;
        this.records = records;
        this.intake = intake;
    }

    /**
     * Opens a file.
     *
     * @param rejections told, on the calling thread, of records that cannot even be found and of what is wrong with the file as
     *     a whole; what is wrong with a record is told by {@link RegisterRecord#read}
     * @throws NoRegisterException when the file is of no known format
     * @throws IOException when the file cannot be read
     */
    public static RegisterFile open(Path file, Consumer<Rejection> rejections) throws IOException {
        Intake intake = new Intake(rejections, name -> {}, /* pictures= */ null);
        RegisterFile inner = open(RegisterSource.of(file), intake);
        Closeable both = () -> {
            try (Pictures pictures = intake.pictures()) {
                inner.close();
            }
        };
        return new RegisterFile(inner.name, both, inner, intake);
    }

    static RegisterFile open(RegisterSource source, Intake intake) throws IOException {
        try {
            return told(source, intake);
        } catch (DamagedException e) {
            throw new NoRegisterException(source.name(), "damage (" + e.getMessage() + ")", false);
        }
    }

    private static RegisterFile told(RegisterSource source, Intake intake) throws IOException {
        byte[] start = start(source);
        RegisterKind kind = RegisterKind.of(start);
        return switch (kind) {
            case XML -> xml(source, start, intake);
            case JSON -> new RegisterFile(source.name(), JsonRegister.open(source, start, intake), intake);
            case TABLE -> new RegisterFile(source.name(), TableRegister.open(source, start, intake), intake);
            case GZIP -> unzipped(source, intake);
            case ZIP -> zip(source, intake);
            default -> throw kind.refuse(source.name());
        };
    }

    /** The first bytes; of what is damaged behind them they are enough. */
    private static byte[] start(RegisterSource source) throws IOException {
        byte[] start = new byte[1 << 16];
        int length = 0;
        try (InputStream in = source.content().open()) {
            int n = 0;
            while (n >= 0 && length < LOOKED_AT) {
                length += n;
                start = length == start.length ? Arrays.copyOf(start, 2 * length) : start;
                n = in.read(start, length, start.length - length);
            }
        } catch (DamagedException e) {
            if (length == 0) {
                throw new NoRegisterException(source.name(), "damage (" + e.getMessage() + ")", false);
            }
        }
        return Arrays.copyOf(start, length);
    }

    private static RegisterFile xml(RegisterSource source, byte[] start, Intake intake) throws IOException {
        String text = RegisterKind.text(start);
        XmlHead head = XmlHead.of(text);
        if (head == null) {
            throw new NoRegisterException(source.name(), "XML without an element at its start", false);
        }
        Dialect dialect = Dialects.of(head)
                .orElseThrow(() -> new NoRegisterException(
                        source.name(),
                        "XML of a kind that is not known, <" + head.root() + "> (docs/registers.md names the kinds)",
                        false));
        InputStream in = XmlInput.of(new BufferedInputStream(source.content().open(), 1 << 16));
        XmlSplitter splitter = new XmlSplitter(
                in,
                head.root(),
                dialect.record(),
                dialect.skipped(),
                complaint -> intake.reject(source.name(), complaint));
        return new RegisterFile(
                source.name(),
                splitter,
                new XmlRegister(splitter, dialect, head.charset(), source.name(), source.folder(), intake.pictures()),
                intake);
    }

    private static RegisterFile unzipped(RegisterSource source, Intake outer) throws IOException {
        if (outer.isDeepest()) {
            throw new NoRegisterException(source.name(), "an archive within an archive within an archive", false);
        }
        Intake intake = outer.within(source.packed());
        UnpackedStream.Budget budget = Objects.requireNonNull(intake.budget(), "set for archives");
        Content content = () -> {
            InputStream in = source.content().open();
            try {
                return new UnpackedStream(new GZIPInputStream(in, 1 << 16), source.packed(), budget);
            } catch (IOException e) {
                in.close();
                throw new DamagedException("expected a GZIP, found damage: " + e.getMessage());
            }
        };
        return open(new RegisterSource(source.name(), source.folder(), content, null, source.packed()), intake);
    }

    private static RegisterFile zip(RegisterSource source, Intake intake) throws IOException {
        Spool spool = Spool.of(source);
        try {
            Records register = ZipRegister.isWorkbook(spool.path())
                    ? TableRegister.openWorkbook(source, spool, intake)
                    : ZipRegister.open(source, spool, intake);
            return new RegisterFile(source.name(), register, intake);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** @throws UncheckedIOException when the disk fails; what is damaged is rejected, and the records end */
    @Override
    public boolean hasNext() {
        try {
            return !ended && records.hasNext();
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof DamagedException damaged)) {
                throw e;
            }
            ended = true;
            intake.reject(name, String.valueOf(damaged.getMessage()));
            return false;
        }
    }

    @Override
    public RegisterRecord next() {
        return records.next();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
