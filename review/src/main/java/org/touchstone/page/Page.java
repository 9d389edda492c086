package org.touchstone.page;

import java.util.List;

/** Markup with phrases of one language, each marked with its key so that a script can put it in another language. */
public final class Page {
    private final Markup markup = new Markup();
    private final Phrases phrases;

    public Page(Phrases phrases) {
        this.phrases = phrases;
    }

    public Markup markup() {
        return markup;
    }

    public Phrases phrases() {
        return phrases;
    }

    /** Writes an element that holds a phrase and nothing else. */
    public Page phrase(String element, String cssClass, String key, String... arguments) {
        String[] attributes = new String[(cssClass.isEmpty() ? 2 : 4) + 2 * arguments.length];
        int at = 0;
        if (!cssClass.isEmpty()) {
            attributes[at++] = "class";
            attributes[at++] = cssClass;
        }
        attributes[at++] = "data-t";
        attributes[at++] = key;
        for (int i = 0; i < arguments.length; i++) {
            attributes[at++] = "data-a" + i;
            attributes[at++] = arguments[i];
        }
        markup.element(element, phrases.get(key, arguments), attributes);
        return this;
    }

    /** Writes an element with an id that holds a phrase. */
    public Page phraseWithId(String element, String id, String key) {
        markup.element(element, phrases.get(key), "id", id, "data-t", key);
        return this;
    }

    /** Writes a button for a script. */
    public Page button(String id, String key) {
        markup.element("button", phrases.get(key), "type", "button", "id", id, "data-t", key);
        return this;
    }

    /** Writes a phrase if there is one for the key, the plain word otherwise. */
    public Page word(String element, String prefix, String word) {
        if (phrases.has(prefix + word)) {
            return phrase(element, "", prefix + word);
        }
        markup.element(element, word.replace('-', ' '), "dir", "auto");
        return this;
    }

    /** Writes crawled text with its signs marked. */
    public Page signs(List<Segment> segments) {
        for (Segment segment : segments) {
            switch (segment.kind()) {
                case PLAIN -> markup.text(segment.text());
                case SIGN -> markup.element("mark", segment.text());
                case GAP -> markup.element("span", " … ", "class", "gap");
            }
        }
        return this;
    }

    /** Writes crawled text in an element of its own, whose reading order stays inside. */
    public Page crawled(String element, String text, int limit) {
        boolean cut = text.length() > limit;
        markup.open(element, "dir", "auto").text(cut ? whole(text, limit) : text);
        if (cut) {
            markup.element("span", " … ", "class", "gap");
        }
        markup.close();
        return this;
    }

    private static String whole(String text, int limit) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }

    /** Writes an address: as a link when it is safe to follow, as text otherwise. */
    public Page address(String address) {
        SafeLink.of(address)
                .ifPresentOrElse(
                        link -> markup.element(
                                "a",
                                link,
                                "href",
                                link,
                                "rel",
                                "noreferrer noopener nofollow",
                                "target",
                                "_blank",
                                "class",
                                "address"),
                        () -> crawled("span", address, 400));
        return this;
    }
}
