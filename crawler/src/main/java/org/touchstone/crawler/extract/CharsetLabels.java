package org.touchstone.crawler.extract;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What labels of charsets mean on the web, and where a page states them. */
final class CharsetLabels {
    static final Charset GB18030 = Charset.forName("GB18030");
    private static final int HEAD = 4096;
    private static final Set<String> GB =
            Set.of("gb2312", "gb_2312-80", "gb2312-80", "gbk", "x-gbk", "cp936", "ms936", "euc-cn", "csgb2312");
    private static final Pattern IN_HEADER = Pattern.compile("(?i)charset\\s{0,9}=\\s{0,9}[\"']?([a-z0-9_:.-]{1,40})");
    private static final Pattern XML = Pattern.compile(
            "(?i)^\\s{0,99}<\\?xml\\b[^>]{0,200}?\\bencoding\\s{0,9}=\\s{0,9}[\"']([a-z0-9_:.-]{1,40})");
    private static final Pattern META = Pattern.compile("(?i)<meta\\b([^>]{0,500})");

    private CharsetLabels() {}

    /**
     * The charsets that a label can stand for, the narrower standard before the superset that browsers use for it; none
     * for a label that nobody knows. GB2312 and GBK are GB18030, ISO-8859-1 is Windows-1252.
     */
    static List<Charset> meant(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        if (GB.contains(name)) {
            return List.of(GB18030);
        }
        List<String> names = switch (name) {
            case "iso-8859-1", "iso8859-1", "latin1", "ascii", "us-ascii" -> List.of("windows-1252");
            case "iso-8859-9" -> List.of("windows-1254");
            case "big5", "big-5", "cn-big5", "csbig5", "x-x-big5" -> List.of("Big5", "Big5-HKSCS");
            case "big5-hkscs" -> List.of("Big5-HKSCS");
            case "shift_jis", "shift-jis", "sjis", "x-sjis", "csshiftjis" -> List.of("Shift_JIS", "windows-31j");
            case "ms932", "ms_kanji", "cp932" -> List.of("windows-31j");
            case "euc-kr", "euckr", "ks_c_5601-1987", "ks_c_5601", "korean", "ksc5601" ->
                List.of("EUC-KR", "x-windows-949");
            case "windows-949", "cp949" -> List.of("x-windows-949");
            case "utf8", "unicode-1-1-utf-8" -> List.of("UTF-8");
            case "unicode", "utf-16" -> List.of("UTF-16LE");
            default -> List.of(name);
        };
        List<Charset> charsets = new ArrayList<>();
        for (String one : names) {
            try {
                charsets.add(Charset.forName(one));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // A label that nobody knows says nothing.
            }
        }
        return charsets;
    }

    /** The label in a {@code Content-Type}. */
    static Optional<String> inHeader(String contentType) {
        Matcher header = IN_HEADER.matcher(contentType);
        return header.find() ? Optional.of(header.group(1)) : Optional.empty();
    }

    /** The label in the XML declaration or in the first meta element that has one. */
    static Optional<String> inMeta(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher xml = XML.matcher(head);
        if (xml.find()) {
            return Optional.of(withoutUtf16(xml.group(1)));
        }
        Matcher meta = META.matcher(head);
        while (meta.find()) {
            Optional<String> said = inHeader(meta.group(1));
            if (said.isPresent()) {
                return said.map(CharsetLabels::withoutUtf16);
            }
        }
        return Optional.empty();
    }

    /** A page that could be read as ASCII this far is not UTF-16, whatever it says. */
    private static String withoutUtf16(String label) {
        return label.toLowerCase(Locale.ROOT).startsWith("utf-16") ? "UTF-8" : label;
    }
}
