package org.touchstone.register;

/**
 * Numbers in the form of WIPO ST.13 (2008), paragraphs 5 to 9: office, type of right (50, trademarks), year, number. Where an office's
 * numbers have no year of their own TMview writes 0000, and so do we.
 */
final class St13 {
    private static final int DIGITS = 9;

    private St13() {}

    /**
     * @param office two letters of ST.3
     * @param number of the application; what is no digit is left out
     * @return empty when the number has no or more than nine digits
     */
    static String of(String office, String number) {
        String digits = number.replaceAll("\\D", "");
        return office.length() != 2 || digits.isEmpty() || digits.length() > DIGITS
                ? ""
                : office + "500000" + "0".repeat(DIGITS - digits.length()) + digits;
    }
}
