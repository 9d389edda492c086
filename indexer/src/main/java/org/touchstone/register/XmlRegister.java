package org.touchstone.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.FieldException;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;

/** The records of a register in XML. */
final class XmlRegister implements Iterator<RegisterRecord> {
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)<[\\w:]*(?:serial-?number|applicationnumber(?:text)?|registrationnumber|intregn)[^<>]{0,200}>\\s*([\\w/.-]{1,40})");
    private static final ThreadLocal<ElementReader> READER = ThreadLocal.withInitial(ElementReader::new);

    private final XmlSplitter splitter;
    private final Dialect dialect;
    private final Charset charset;
    private final String source;
    private final Path folder;
    private final @Nullable Pictures pictures;
    private @Nullable Slice ahead;
    private boolean looked;

    XmlRegister(
            XmlSplitter splitter,
            Dialect dialect,
            Charset charset,
            String source,
            Path folder,
            @Nullable Pictures pictures) {
        this.splitter = splitter;
        this.dialect = dialect;
        this.charset = charset;
        this.source = source;
        this.folder = folder;
        this.pictures = pictures;
    }

    @Override
    public boolean hasNext() {
        if (!looked) {
            try {
                ahead = splitter.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            looked = true;
        }
        return ahead != null;
    }

    @Override
    public RegisterRecord next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("no record after the last");
        }
        Slice slice = ahead;
        looked = false;
        return RegisterRecord.of(slice.bytes().length, () -> read(slice));
    }

    private RegisterRecord.Reading read(Slice slice) {
        Notes notes = new Notes(source, folder, slice.line(), pictures);
        try {
            if (!slice.fault().isEmpty()) {
                throw new FieldException("", slice.fault());
            }
            Element record = READER.get().read(RecordText.of(slice.bytes(), charset, notes));
            RegisterChange change = dialect.read(record, notes);
            return new RegisterRecord.Reading(
                    new Located<>(change, source, notes.folder(), slice.line()), notes.rejections());
        } catch (FieldException e) {
            return rejected(notes, e.field(), e.reason(), slice);
        } catch (RuntimeException e) {
            return rejected(notes, "", "could not be read, please report this: " + e, slice);
        }
    }

    private RegisterRecord.Reading rejected(Notes notes, String field, String reason, Slice slice) {
        List<Rejection> rejections = new ArrayList<>(notes.rejections());
        rejections.add(new Rejection(source, slice.line(), field, reason, name(slice)));
        return new RegisterRecord.Reading(null, rejections);
    }

    /** The number of a record that could not be read, by which to find it; else how it begins. */
    private static String name(Slice slice) {
        String start = new String(slice.bytes(), 0, Math.min(slice.bytes().length, 1 << 16), StandardCharsets.UTF_8);
        Matcher number = NUMBER.matcher(start);
        return number.find() ? number.group(1) : Notes.shortened(start.replaceAll("\\s+", " "));
    }
}
