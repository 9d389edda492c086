package org.touchstone.register;

import java.util.ArrayList;
import java.util.List;
import org.touchstone.mark.Holder;

/** Who holds a mark in WIPO ST.66. */
final class St66Holders {
    private static final String[] FORMATTED = {
        "NamePrefix", "FirstName", "MiddleName", "LastName", "SecondLastName", "NameSuffix"
    };

    private St66Holders() {}

    /**
     * The holders that are named.
     *
     * @param beside element that has the applicants, where that is not the mark itself
     * @param isUs whether all holders there have been are given: those of the latest stage (PartyTypeCode) are the holders now
     */
    static List<Holder> read(Element file, Element beside, boolean isUs) {
        List<Element> applicants = new ArrayList<>(file.all("ApplicantDetails", "Applicant"));
        if (beside != file) {
            applicants.addAll(beside.all("ApplicantDetails", "Applicant"));
        }
        int latest = 0;
        List<Holder> holders = new ArrayList<>();
        for (Element applicant : applicants) {
            String type = applicant.text("ApplicantExt", "PartyTypeCode");
            int stage = isUs && type.matches("\\d{1,4}") ? Integer.parseInt(type) : 0;
            String name = name(applicant);
            if (stage < latest || name.isEmpty()) {
                continue;
            }
            if (stage > latest) {
                holders.clear();
                latest = stage;
            }
            holders.add(new Holder(name, applicant.text("ApplicantIdentifier"), country(applicant)));
        }
        return holders;
    }

    /** Numbers and addresses of holders that the file does not name: the office tells of them elsewhere. */
    static List<String> keys(Element file) {
        List<String> keys = new ArrayList<>();
        for (Element applicant : file.all("ApplicantDetails", "Applicant")) {
            if (name(applicant).isEmpty()) {
                keys.addAll(applicant.texts("ApplicantIdentifier"));
            }
        }
        for (Element key : file.all("ApplicantDetails", "ApplicantKey")) {
            keys.addAll(key.texts("Identifier"));
            keys.addAll(key.texts("URI"));
        }
        return keys;
    }

    private static String name(Element applicant) {
        List<Element> names = applicant.all("ApplicantAddressBook", "FormattedNameAddress", "Name");
        for (Element name : names) {
            List<String> lines = name.texts("FreeFormatName", "FreeFormatNameDetails", "FreeFormatNameLine");
            if (!lines.isEmpty()) {
                return String.join(" ", lines);
            }
            for (Element formatted : name.all("FormattedName")) {
                List<String> parts = new ArrayList<>(formatted.texts("OrganizationName"));
                if (parts.isEmpty()) {
                    for (String part : FORMATTED) {
                        parts.addAll(formatted.texts(part));
                    }
                }
                if (!parts.isEmpty()) {
                    return String.join(" ", parts);
                }
            }
        }
        List<String> lines =
                applicant.texts("ApplicantAddressBook", "FreeFormatAddressDetails", "FreeFormatNameAddressLine");
        return lines.isEmpty() ? "" : lines.get(0);
    }

    private static String country(Element applicant) {
        for (Element address : applicant.all("ApplicantAddressBook", "FormattedNameAddress", "Address")) {
            for (String code : List.of(
                    address.text("AddressCountryCode"),
                    address.text("FormattedAddress", "FormattedAddressCountryCode"))) {
                if (isCountry(code)) {
                    return code;
                }
            }
        }
        for (String code : List.of(
                applicant.text("ApplicantNationalityCode"), applicant.text("ApplicantIncorporationCountryCode"))) {
            if (isCountry(code)) {
                return code;
            }
        }
        return "";
    }

    private static boolean isCountry(String code) {
        return code.matches("[A-Z]{2}");
    }
}
