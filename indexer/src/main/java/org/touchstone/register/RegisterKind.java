package org.touchstone.register;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What kind of file it is, by its first bytes. */
enum RegisterKind {
    EMPTY("an empty file", false),
    XML("XML", false),
    JSON("JSON", false),
    TABLE("text", false),
    ZIP("a ZIP", false),
    GZIP("a GZIP", false),
    HTML("a web page (HTML), as servers send in place of a file (fetch it again)", false),
    SCHEMA("a schema", true),
    PICTURE("a picture", true),
    PDF("a PDF", true),
    OLD_EXCEL("a file of Excel 97, or one with a password (save it as .xlsx without one)", false),
    OTHER_ARCHIVE("an archive that is neither ZIP nor GZIP (unpack it)", false),
    BINARY("bytes of no kind that is known", false);

    private final String said;
    private final boolean bystander;

    RegisterKind(String said, boolean bystander) {
        this.said = said;
        this.bystander = bystander;
    }

    /** What to say of a file of a kind that is not read. */
    NoRegisterException refuse(String name) {
        return new NoRegisterException(name, said, bystander);
    }

    /** @param start the first bytes, 512 at least where there are so many */
    static RegisterKind of(byte[] start) {
        if (start.length == 0) {
            return EMPTY;
        }
        String bytes = new String(start, 0, Math.min(start.length, 512), StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("PK\3\4") || bytes.startsWith("PK\5\6") || bytes.startsWith("PK\7\b")) {
            return ZIP;
        }
        if (bytes.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (bytes.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return OLD_EXCEL;
        }
        if (bytes.startsWith("%PDF-")) {
            return PDF;
        }
        if (bytes.startsWith("\u0089PNG")
                || bytes.startsWith("\u00ff\u00d8\u00ff")
                || bytes.startsWith("GIF8")
                || bytes.startsWith("BM") && bytes.indexOf('\0') >= 0
                || bytes.startsWith("RIFF") && bytes.startsWith("WEBP", 8)
                || bytes.startsWith("II*\0")
                || bytes.startsWith("MM\0*")) {
            return PICTURE;
        }
        if (bytes.startsWith("7z\u00bc\u00af")
                || bytes.startsWith("Rar!")
                || bytes.startsWith("BZh")
                || bytes.startsWith("\u00fd7zXZ")
                || bytes.startsWith("(\u00b5/\u00fd")
                || bytes.startsWith("ustar", 257)) {
            return OTHER_ARCHIVE;
        }
        return ofText(text(start));
    }

    private static RegisterKind ofText(String text) {
        if (text.indexOf('\0') >= 0) {
            return BINARY;
        }
        String bare = text.stripLeading();
        if (bare.isEmpty()) {
            return EMPTY;
        }
        if (bare.startsWith("{") || bare.startsWith("[")) {
            return JSON;
        }
        if (!bare.startsWith("<")) {
            return TABLE;
        }
        if (bare.regionMatches(true, 0, "<!doctype html", 0, 14)) {
            return HTML;
        }
        XmlHead head = XmlHead.of(bare);
        String root = head == null ? "" : head.localRoot().toLowerCase(Locale.ROOT);
        return switch (root) {
            case "html", "head", "body" -> HTML;
            case "svg" -> PICTURE;
            case "schema", "stylesheet" -> SCHEMA;
            default -> bare.startsWith("<!ELEMENT") ? SCHEMA : XML;
        };
    }

    /** The first characters of a text, without byte order mark; ones beyond ASCII may be wrong. */
    static String text(byte[] start) {
        Charset charset = StandardCharsets.ISO_8859_1;
        int from = 0;
        if (start.length > 1 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
            charset = StandardCharsets.UTF_16LE;
            from = 2;
        } else if (start.length > 1 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff) {
            charset = StandardCharsets.UTF_16BE;
            from = 2;
        } else if (start.length > 2 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf) {
            from = 3;
        }
        return new String(start, from, start.length - from, charset);
    }
}
