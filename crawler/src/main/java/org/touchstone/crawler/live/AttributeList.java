package org.touchstone.crawler.live;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Attributes of a tag (RFC 8216, section 4.2): {@code NAME=value,NAME="value"}. Blanks after commas are passed over. */
final class AttributeList {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s*([A-Za-z0-9-]+)=(?:\"([^\"]*+)\"|([^,\"]*+))\\s*(?:,|$)");

    private final Map<String, String> values = new HashMap<>();

    /** Reads what can be read; of two attributes of one name the first counts. What is no attribute ends the list. */
    static AttributeList parse(String text) {
        AttributeList list = new AttributeList();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.lookingAt()) {
            String quoted = attribute.group(2);
            list.values.putIfAbsent(
                    attribute.group(1), quoted == null ? attribute.group(3).strip() : quoted);
            attribute.region(attribute.end(), text.length());
        }
        return list;
    }

    /** The value of an attribute, empty when there is none. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }
}
