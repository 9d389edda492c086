package org.touchstone.register;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.touchstone.record.FieldException;

/**
 * The numbers of a mark in WIPO ST.96.
 *
 * @param number by which the office keeps the record
 * @param international of the international registration behind it; empty when there is none
 */
record St96Numbers(
        String office, String number, String application, String registration, String st13, String international) {
    private static final String CANADA = "CA";

    /**
     * Canada writes ST.13 without an office's letters: type of right and year, then seven digits of the application and two of the extension of
     * its goods.
     */
    private static final Pattern CANADIAN = Pattern.compile("(?:CA)?(?:30|50)\\d{4,}(\\d{7})(\\d{2})");

    private static final Pattern WHOLE = Pattern.compile("([A-Z]{2})\\d{6}(\\d{9})");

    /** @throws FieldException when the record has no number */
    static St96Numbers of(Element trademark) throws FieldException {
        Element object = trademark.child("ApplicationNumber");
        String office = trademark.text("RegistrationOfficeCode");
        String application = trademark.text("ApplicationNumberText");
        String st13 = trademark.text("ST13ApplicationNumber");
        if (object != null) {
            office = office.isEmpty() ? object.text("IPOfficeCode") : office;
            application = first(object.text(), object.textBelow("ApplicationNumberText"), application);
            st13 = first(object.textBelow("ST13ApplicationNumber"), st13);
        }
        Matcher canadian = CANADIAN.matcher(st13);
        Matcher whole = WHOLE.matcher(st13);
        if (canadian.matches() && (office.isEmpty() || office.equals(CANADA))) {
            office = CANADA;
            String extension = canadian.group(2);
            application = canadian.group(1) + (extension.equals("00") ? "" : "-" + extension);
            st13 = St13.of(CANADA, canadian.group(1) + extension);
        } else if (whole.matches()) {
            office = first(office, whole.group(1));
            application = first(application, whole.group(2));
        } else {
            st13 = application.matches("\\d{1,9}") ? St13.of(office, application) : "";
        }
        String registration = first(
                trademark.text("RegistrationNumber"), trademark.text("RegistrationNumber", "RegistrationNumberText"));
        registration = registration.matches("0*") ? "" : registration;
        String international = trademark.textBelow("InternationalMarkIdentifier", "InternationalRegistrationNumber");
        String number = first(application, registration, international);
        if (number.isEmpty()) {
            throw new FieldException(
                    "ApplicationNumber", "expected the number of the application or of the registration, found none");
        }
        return new St96Numbers(office, number, application, registration, st13, international);
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    String id() {
        return office.isEmpty() ? number : office + "-" + number;
    }
}
