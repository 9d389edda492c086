package org.touchstone.register;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import org.touchstone.mark.Registration;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;

/**
 * A file of a register, in whichever of the known formats it is; what it holds tells, not its name. Streams: memory does not
 * grow with the file. Not thread-safe, but its records may be read on any thread.
 */
public final class RegisterFile implements Iterator<RegisterRecord>, Closeable {
    /** Of a file so much is looked at to tell its format; document type declarations of 100 kB have been seen. */
    private static final int LOOKED_AT = 1 << 20;

    private final Closeable source;
    private final Iterator<RegisterRecord> records;

    private RegisterFile(Closeable source, Iterator<RegisterRecord> records) {
        this.source = source;
        this.records = records;
    }

    /**
     * Opens a file.
     *
     * @param rejections told, on the calling thread, of records that cannot even be found and of what is wrong with the file as
     *     a whole; what is wrong with a record is told by {@link RegisterRecord#read}
     * @throws IOException when the file cannot be read or is of no known format; the message says which are known
     */
    public static RegisterFile open(Path file, Consumer<Rejection> rejections) throws IOException {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
        InputStream in = new BufferedInputStream(XmlInput.of(Files.newInputStream(file)), LOOKED_AT);
        try {
            return open(in, file, folder, rejections);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static RegisterFile open(InputStream in, Path file, Path folder, Consumer<Rejection> rejections)
            throws IOException {
        String name = file.toString();
        in.mark(LOOKED_AT);
        String start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
        in.reset();
        XmlHead head = XmlHead.of(start);
        if (head == null) {
            in.close();
            RecordReader<Registration> rows = RecordReader.open(file, Formats.REGISTRATION, rejections);
            return new RegisterFile(rows, RegisterRecord.all(rows));
        }
        Dialect dialect = Dialects.of(head)
                .orElseThrow(() -> new IOException("expected a register in XML of a kind that is known, found <"
                        + head.root() + "> in " + name + "; docs/registers.md names the kinds"));
        XmlSplitter splitter = new XmlSplitter(
                in,
                head.root(),
                dialect.record(),
                dialect.skipped(),
                complaint -> rejections.accept(new Rejection(name, 0, "", complaint, "")));
        return new RegisterFile(splitter, new XmlRegister(splitter, dialect, head.charset(), name, folder));
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
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
