package org.touchstone.crawler.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page's bytes as text.
 *
 * @param text without byte order mark; what cannot be decoded has become U+FFFD
 * @param charset that was used
 * @param source what spoke for the charset
 */
public record PageText(String text, Charset charset, Source source) {
    /** What spoke for a charset, in the order in which they are believed. */
    public enum Source {
        BOM,
        HEADER,
        META,
        /** Nothing was said, or it was wrong, and the bytes are well-formed in it. */
        CONTENT,
        /** Nothing was said, and the bytes are well-formed in nothing that was tried. */
        FALLBACK;

        /** The name shown to people. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int HEAD = 4096;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> GB = Set.of("gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "ms936", "euc-cn");
    private static final Pattern IN_HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]+)");
    private static final Pattern IN_META =
            Pattern.compile("(?is)<meta\\b[^>]*?\\bcharset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]+)"
                    + "|^\\s*<\\?xml\\b[^>]*?\\bencoding\\s*=\\s*[\"']([a-z0-9_:.-]+)");

    /** Decodes a page: byte order mark, header, meta element, strict UTF-8, then GB18030. */
    public static PageText decode(byte[] bytes, String contentType) {
        Optional<PageText> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Matcher inHeader = IN_HEADER.matcher(contentType);
        Optional<Charset> header = inHeader.find() ? charset(inHeader.group(1)) : Optional.empty();
        Optional<Charset> meta = metaCharset(bytes);
        // Servers that say UTF-8 of every page are common; bytes that are no UTF-8 disprove them.
        for (Charset said : header.stream().toList()) {
            if (!said.equals(StandardCharsets.UTF_8) || meta.isEmpty() || isWellFormed(bytes, said)) {
                return new PageText(new String(bytes, said), said, Source.HEADER);
            }
        }
        for (Charset said : meta.stream().toList()) {
            if (!said.equals(StandardCharsets.UTF_8) || isWellFormed(bytes, said)) {
                return new PageText(new String(bytes, said), said, Source.META);
            }
        }
        for (Charset tried : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (isWellFormed(bytes, tried)) {
                return new PageText(new String(bytes, tried), tried, Source.CONTENT);
            }
        }
        Charset last = header.or(() -> meta).orElse(GB18030);
        return new PageText(new String(bytes, last), last, Source.FALLBACK);
    }

    private static Optional<PageText> byMark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
            return Optional.of(marked(b, 3, StandardCharsets.UTF_8));
        }
        if (b.length >= 2 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe) {
            return Optional.of(marked(b, 2, StandardCharsets.UTF_16LE));
        }
        if (b.length >= 2 && b[0] == (byte) 0xfe && b[1] == (byte) 0xff) {
            return Optional.of(marked(b, 2, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    private static PageText marked(byte[] bytes, int from, Charset charset) {
        return new PageText(new String(bytes, from, bytes.length - from, charset), charset, Source.BOM);
    }

    /** A page that could be read as ASCII this far is not UTF-16, whatever it says. */
    private static Optional<Charset> metaCharset(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher meta = IN_META.matcher(head);
        if (!meta.find()) {
            return Optional.empty();
        }
        Optional<Charset> said = charset(meta.group(1) != null ? meta.group(1) : meta.group(2));
        return said.map(charset -> charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset);
    }

    /** A charset by its label as browsers understand it: GB2312 and GBK are GB18030, ISO-8859-1 is Windows-1252. */
    static Optional<Charset> charset(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        if (GB.contains(name)) {
            return Optional.of(GB18030);
        }
        try {
            return Optional.of(Charset.forName(
                    switch (name) {
                        case "iso-8859-1", "latin1", "ascii", "us-ascii" -> "windows-1252";
                        case "big5" -> "Big5-HKSCS";
                        case "shift_jis", "shift-jis", "sjis" -> "windows-31j";
                        case "euc-kr", "ks_c_5601-1987" -> "x-windows-949";
                        case "utf8" -> "UTF-8";
                        default -> name;
                    }));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean isWellFormed(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
