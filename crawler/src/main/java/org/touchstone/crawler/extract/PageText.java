package org.touchstone.crawler.extract;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

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

    /** So many sequences of UTF-8 in a text of another charset are no chance. */
    private static final int NO_CHANCE = 6;

    /**
     * Decodes a page. What is believed, in this order: byte order mark, header, meta element; each of the last two only
     * if the bytes can be what it says. Where nothing stands, the bytes decide.
     *
     * @param contentType of the answer, empty when it gave none
     */
    public static PageText decode(byte[] bytes, String contentType) {
        Optional<PageText> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Map<Source, List<Charset>> said = new EnumMap<>(Source.class);
        said.put(
                Source.HEADER,
                CharsetLabels.inHeader(contentType).map(CharsetLabels::meant).orElse(List.of()));
        said.put(
                Source.META,
                CharsetLabels.inMeta(bytes).map(CharsetLabels::meant).orElse(List.of()));
        int sequences = CharsetGuess.utf8Sequences(bytes);
        for (Map.Entry<Source, List<Charset>> entry : said.entrySet()) {
            for (Charset charset : entry.getValue()) {
                boolean disproved = sequences >= NO_CHANCE && !charset.equals(StandardCharsets.UTF_8);
                if (!disproved && CharsetGuess.faults(bytes, charset) == 0) {
                    return new PageText(new String(bytes, charset), charset, entry.getKey());
                }
            }
        }
        Optional<Charset> found = CharsetGuess.utf16(bytes);
        if (found.isEmpty() && sequences >= 0) {
            found = Optional.of(StandardCharsets.UTF_8);
        }
        if (found.isPresent()) {
            return new PageText(new String(bytes, found.get()), found.get(), Source.CONTENT);
        }
        return damaged(bytes, said);
    }

    /** A few bytes that were lost or cut do not speak against a charset; many do. */
    private static PageText damaged(byte[] bytes, Map<Source, List<Charset>> said) {
        int high = 0;
        for (byte b : bytes) {
            high += b < 0 ? 1 : 0;
        }
        for (Map.Entry<Source, List<Charset>> entry : said.entrySet()) {
            for (Charset charset : entry.getValue().reversed()) {
                if (CharsetGuess.faults(bytes, charset) * 20L <= high) {
                    return new PageText(new String(bytes, charset), charset, entry.getKey());
                }
            }
        }
        Optional<Charset> found = CharsetGuess.clean(bytes);
        if (found.isPresent()) {
            return new PageText(new String(bytes, found.get()), found.get(), Source.CONTENT);
        }
        Charset last = Stream.concat(
                        said.values().stream().flatMap(List::stream),
                        Stream.of(StandardCharsets.UTF_8, CharsetLabels.GB18030))
                .min(Comparator.comparingInt(charset -> CharsetGuess.faults(bytes, charset)))
                .orElse(StandardCharsets.UTF_8);
        return new PageText(new String(bytes, last), last, Source.FALLBACK);
    }

    /**
     * The page as a tree that knows its lines. A text that is JSON becomes a page with one script, so that an answer of
     * a shop's interface is read as the same data within a page is.
     *
     * @param address of the page, which becomes its base address
     */
    public Document document(URI address) {
        String bare = text.stripLeading();
        if (!bare.startsWith("{") && !bare.startsWith("[")) {
            return Jsoup.parse(text, address.toString(), Parser.htmlParser().setTrackPosition(true));
        }
        Document shell = Document.createShell(address.toString());
        shell.body().appendElement("script").attr("type", "application/json").appendChild(new DataNode(text));
        return shell;
    }

    /** Whether zero bytes are part of the text rather than the sign of something that is no text. */
    public static boolean isUtf16(byte[] bytes) {
        return byMark(bytes).isPresent() || CharsetGuess.utf16(bytes).isPresent();
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
}
