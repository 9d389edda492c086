package org.touchstone.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The registers within a ZIP, in the order of their names. Nothing is unpacked to disk but what can only be read there: an XLSX file or
 * a ZIP within. Entries that cannot or must not be read are rejected one by one.
 */
final class ZipRegister extends Records {
    /** Offices pack a file for each of some hundred thousand registrations. */
    private static final int MOST_ENTRIES = 2_000_000;

    /** No name of a file needs more; Windows allows 260. */
    private static final int LONGEST_NAME = 1000;

    private final RegisterSource source;
    private final Spool spool;
    private final ZipFile zip;
    private final Intake intake;
    private final double weight;
    private final Deque<ZipArchiveEntry> entries;
    private @Nullable RegisterFile open;

    private ZipRegister(
            RegisterSource source,
            Spool spool,
            ZipFile zip,
            Intake intake,
            double weight,
            List<ZipArchiveEntry> entries) {
        this.source = source;
        this.spool = spool;
        this.zip = zip;
        this.intake = intake;
        this.weight = weight;
        this.entries = new ArrayDeque<>(entries);
    }

    /** Whether a ZIP is an XLSX file. */
    static boolean isWorkbook(Path file) {
        try (ZipFile zip =
                ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get()) {
            return zip.getEntry("[Content_Types].xml") != null && zip.getEntry("_rels/.rels") != null
                    || zip.getEntry("xl/workbook.xml") != null;
        } catch (IOException | RuntimeException e) {
            return false; // said when it is opened as a ZIP
        }
    }

    /**
     * @param spool where it lies; closed with the register
     * @throws NoRegisterException when it cannot be opened, or holds no register
     */
    static ZipRegister open(RegisterSource source, Spool spool, Intake outer) throws IOException {
        if (outer.isDeepest()) {
            throw new NoRegisterException(source.name(), "an archive within an archive within an archive", false);
        }
        ZipFile zip;
        try {
            zip = ZipFile.builder()
                    .setPath(spool.path())
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            throw new NoRegisterException(source.name(), "a ZIP that is damaged or cut off (fetch it again)", false);
        }
        try {
            List<ZipArchiveEntry> entries = new ArrayList<>();
            for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
                ZipArchiveEntry entry = all.nextElement();
                if (!entry.isDirectory() && !isHidden(entry.getName())) {
                    entries.add(entry);
                }
            }
            if (entries.size() > MOST_ENTRIES) {
                throw new NoRegisterException(
                        source.name(), "a ZIP of more than " + MOST_ENTRIES + " entries (unpack it first)", false);
            }
            entries.sort(Comparator.comparing(ZipArchiveEntry::getName));
            double weight = source.packed() / Math.max(1, java.nio.file.Files.size(spool.path()));
            return new ZipRegister(source, spool, zip, outer.within(source.packed()), weight, entries);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static boolean isHidden(String name) {
        return name.startsWith("__MACOSX/") || name.matches("(?s)(?:.*/)?(?:\\.[^./][^/]*|~\\$[^/]*|Thumbs\\.db)");
    }

    @Override
    @Nullable
    RegisterRecord advance() throws IOException {
        while (true) {
            if (open != null && open.hasNext()) {
                return open.next();
            }
            if (open != null) {
                open.close();
                open = null;
            }
            ZipArchiveEntry entry = entries.poll();
            if (entry == null) {
                return null;
            }
            String name = source.name() + "!" + shown(entry.getName());
            String fault = fault(entry);
            if (!fault.isEmpty()) {
                intake.reject(name, fault);
            } else {
                open = open(entry, name);
            }
        }
    }

    private @Nullable RegisterFile open(ZipArchiveEntry entry, String name) throws IOException {
        double packed = Math.max(1, entry.getCompressedSize()) * weight;
        UnpackedStream.Budget budget = Objects.requireNonNull(intake.budget(), "set for archives");
        try {
            return RegisterFile.open(
                    new RegisterSource(
                            name,
                            source.folder(),
                            () -> new UnpackedStream(stream(entry), packed, budget),
                            null,
                            packed),
                    intake);
        } catch (NoRegisterException e) {
            if (e.isBystander()) {
                intake.bystanders().accept(name);
            } else {
                intake.reject(name, e.reason());
            }
        } catch (DamagedException e) {
            intake.reject(name, String.valueOf(e.getMessage()));
        }
        return null;
    }

    private InputStream stream(ZipArchiveEntry entry) throws DamagedException {
        try {
            return zip.getInputStream(entry);
        } catch (IOException | RuntimeException e) {
            throw new DamagedException("expected an entry that can be unpacked, found damage: " + e.getMessage());
        }
    }

    /** Why an entry must not be opened; empty when it may. */
    private static String fault(ZipArchiveEntry entry) {
        String name = entry.getName().replace('\\', '/');
        if (name.length() > LONGEST_NAME
                || name.startsWith("/")
                || name.matches("(?s)[A-Za-z]:.*")
                || name.matches("(?s)(?:.*/)?\\.\\.(?:/.*)?")
                || name.indexOf('\0') >= 0) {
            return "expected an entry whose name lies within the archive, found one that leads out of it; it was not read";
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return "expected an entry without a password, found an encrypted one; unpack it first";
        }
        if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
            return "expected an entry that is stored or deflated, found the method " + entry.getMethod()
                    + "; unpack it first";
        }
        return "";
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }

    @Override
    public void close() throws IOException {
        try (Spool made = spool;
                ZipFile file = zip) {
            if (open != null) {
                open.close();
            }
        }
    }
}
