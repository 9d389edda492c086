package org.touchstone.page;

/** What people call a field of a listing. */
final class FieldName {
    private static final String ATTRIBUTE = "attributes.";

    private FieldName() {}

    static void write(Page page, String element, String field) {
        if (field.startsWith(ATTRIBUTE)) {
            page.crawled(element, field.substring(ATTRIBUTE.length()), 60);
        } else {
            page.word(element, "field.", field);
        }
    }
}
