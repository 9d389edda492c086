package org.touchstone.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little of a spreadsheet's formula that is understood without computing.
 *
 * @param shown the text that it shows, empty when that would have to be computed
 * @param link the address that it leads to, empty when to none
 * @param picture key of the picture that WPS shows in the cell, empty when none
 */
record Formula(String shown, String link, String picture) {
    private static final String TEXT = "\"((?:[^\"]|\"\"){0,4096}+)\"";
    private static final Pattern LINK = Pattern.compile(
            "\\s*HYPERLINK\\(\\s*" + TEXT + "\\s*(?:[,;]\\s*" + TEXT + "\\s*)?\\)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE =
            Pattern.compile("(?:_xlfn\\.)?DISPIMG\\(\\s*\"(\\w{1,100})\".*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL = Pattern.compile(TEXT);

    /** Reads what follows the equals sign. */
    static Formula of(String formula) {
        Matcher link = LINK.matcher(formula);
        if (link.matches()) {
            String address = plain(link.group(1));
            return new Formula(link.group(2) == null ? address : plain(link.group(2)), address, "");
        }
        Matcher picture = PICTURE.matcher(formula);
        if (picture.matches()) {
            return new Formula("", "", picture.group(1));
        }
        Matcher literal = LITERAL.matcher(formula);
        return new Formula(literal.matches() ? plain(literal.group(1)) : "", "", "");
    }

    private static String plain(String quoted) {
        return quoted.replace("\"\"", "\"").strip();
    }
}
