package org.touchstone.register;

import java.util.ArrayList;
import java.util.List;
import org.touchstone.mark.Holder;

/** Who holds a mark in WIPO ST.96. */
final class St96Holders {
    private St96Holders() {}

    static List<Holder> of(Element trademark, String office) {
        List<Element> parties = trademark.all("HolderBag", "Holder");
        if (parties.isEmpty()) {
            parties = trademark.all("ApplicantBag", "Applicant");
        }
        boolean isAmerican = office.equals(Tdxf.OFFICE);
        int latest =
                isAmerican ? parties.stream().mapToInt(St96Holders::stage).max().orElse(0) : 0;
        List<Holder> holders = new ArrayList<>();
        for (Element party : parties) {
            String name = name(party);
            if (name.isEmpty() && !isAmerican) {
                name = party.text("LegalEntityName");
            }
            if (!name.isEmpty() && (!isAmerican || stage(party) == latest)) {
                holders.add(
                        new Holder(name, party.textBelow("PartyIdentifier", "ApplicantIdentifier"), country(party)));
            }
        }
        return holders;
    }

    /** The USPTO names all owners there have been, numbered by the stage at which they were; those of the last one own the mark now. */
    private static int stage(Element party) {
        String number = party.attribute("sequenceNumber");
        return number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
    }

    /** A party's name: as an entity, as an organisation, as a person, or in the free form of the first generations. */
    private static String name(Element party) {
        String name = party.textBelow(
                "EntityName",
                "OrganizationStandardName",
                "OrganizationNameText",
                "PersonFullName",
                "FreeFormatNameLine");
        if (!name.isEmpty()) {
            return name;
        }
        return String.join(" ", St96.texts(party, "FirstName", "MiddleName", "LastName", "SecondLastName"));
    }

    private static String country(Element party) {
        return party.textBelow(
                "CountryCode",
                "FormattedAddressCountryCode",
                "AddressCountryCode",
                "IncorporationCountryCode",
                "NationalityCode");
    }
}
