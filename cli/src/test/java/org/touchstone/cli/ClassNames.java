package org.touchstone.cli;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which types a class file names: its constant pool (JVMS 4.4) holds every class, descriptor and signature. */
final class ClassNames {
    private static final int MAGIC = 0xCAFEBABE;
    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w$/]+/[\\w$]+)[;<]");
    private static final Pattern NAME = Pattern.compile("[\\w$]+(?:/[\\w$]+)+");

    private ClassNames() {}

    /** Names of types with slashes, such as {@code java/util/List}. */
    static Set<String> in(Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (input.readInt() != MAGIC) {
                throw new IOException("not a class file: " + file);
            }
            input.skipNBytes(4);
            int count = input.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = input.readUnsignedByte();
                switch (tag) {
                    case 1 -> add(input.readUTF(), names);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> input.skipNBytes(4);
                    case 5, 6 -> {
                        input.skipNBytes(8);
                        i++; // long and double take two places
                    }
                    case 7, 8, 16, 19, 20 -> input.skipNBytes(2);
                    case 15 -> input.skipNBytes(3);
                    default -> throw new IOException("unknown constant " + tag + " in " + file);
                }
            }
        }
        return names;
    }

    private static void add(String text, Set<String> names) {
        if (NAME.matcher(text).matches()) {
            names.add(text);
        }
        Matcher matcher = IN_DESCRIPTOR.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
    }
}
