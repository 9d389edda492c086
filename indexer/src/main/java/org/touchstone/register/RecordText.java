package org.touchstone.register;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The text of a record's bytes. Files whose encoding is not the one that they declare are common; what is no UTF-8 is read as GB 18030 (which GBK and
 * GB 2312 are parts of), else as Windows-1252, in which every byte has a meaning, and noted. Thread-safe.
 */
final class RecordText {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Rows of bytes above ASCII that are as long as two Chinese characters; in Western words they are hardly ever. */
    private static final int LONG_ROW = 4;

    private RecordText() {}

    /**
     * @param declared what the file declares
     */
    static String of(byte[] bytes, Charset declared, Notes notes) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        Charset likely = isChinese(bytes) ? GB18030 : WINDOWS_1252;
        Charset other = likely.equals(GB18030) ? WINDOWS_1252 : GB18030;
        for (Charset charset : Stream.of(StandardCharsets.UTF_8, declared, likely, other)
                .distinct()
                .toList()) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                if (!charset.equals(declared)) {
                    notes.add(
                            "",
                            "expected " + declared.name() + ", as the file declares, found bytes that are not; read as "
                                    + charset.name(),
                            "");
                }
                return text;
            } catch (CharacterCodingException e) {
                // the next one, then
            }
        }
        notes.add(
                "",
                "expected " + declared.name() + ", found bytes of no encoding that is known; they were replaced",
                "");
        return new String(bytes, declared);
    }

    /** Whether most bytes above ASCII stand in long rows, as they do in Chinese. */
    private static boolean isChinese(byte[] bytes) {
        int apart = 0;
        int inRows = 0;
        for (int i = 0; i < bytes.length; ) {
            int end = i;
            while (end < bytes.length && bytes[end] < 0) {
                end++;
            }
            if (end - i < LONG_ROW) {
                apart += end - i;
            } else {
                inRows += end - i;
            }
            i = Math.max(end, i + 1);
        }
        return inRows > apart;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }
}
