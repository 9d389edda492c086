package org.touchstone.benchmarks.register;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whom to write to, and who owned a mark and owns it, the newest first. */
final class Parties {
    private static final int ASSIGNEE = 41;
    private static final int OWNER_AFTER_REGISTRATION = 31;
    private static final int REGISTRANT = 30;
    private static final int OWNER_AT_PUBLICATION = 20;
    private static final int APPLICANT = 10;

    private static final Weighted STATES = Weighted.of(
            "CA 20,NY 13,TX 10,FL 9,DE 6,IL 6,NJ 5,WA 4,OH 4,PA 4,GA 4,MA 4,MI 3,CO 3,NV 3,MN 2,AZ 3,NC 3,UT 2,OR 2");
    private static final Weighted COUNTRIES =
            Weighted.of("CN 40,GB 8,DE 9,CA 9,JP 7,FR 6,IT 5,KR 5,CH 4,AU 3,HK 4,SE 2,ES 2");
    private static final Weighted FORMS = Weighted.of("16 40,03 33,01 17,99 7,02 1,13 1,11 1");

    private record Party(
            String name,
            String form,
            @Nullable String statement,
            @Nullable String state,
            @Nullable String country,
            String street,
            @Nullable String second,
            String city,
            String postcode) {}

    private Parties() {}

    static void writeCorrespondent(CaseFile file, Xml xml) {
        Draw draw = file.draw(Draw.Part.CORRESPONDENT);
        String person = Names.person(draw).toUpperCase(Locale.ROOT);
        String state = STATES.draw(draw);
        xml.open("correspondent")
                .element("address-1", person)
                .element("address-2", Names.company(draw).toUpperCase(Locale.ROOT) + " LLP")
                .element("address-3", Names.street(draw).toUpperCase(Locale.ROOT))
                .element("address-4", Names.city(draw).toUpperCase(Locale.ROOT) + ", " + state + " " + zip(draw))
                .element("address-5", draw.chance(0.1) ? "UNITED STATES" : null)
                .close("correspondent");
    }

    static void writeOwners(CaseFile file, Xml xml) {
        Draw draw = file.draw(Draw.Part.OWNERS);
        int count = draw.chance(0.93) ? 1 : draw.between(2, 3);
        List<Party> first =
                IntStream.range(0, count).mapToObj(i -> draw(file, draw)).toList();
        Life life = file.life();
        xml.open("case-file-owners");
        boolean sold = draw.chance(0.12);
        Party buyer = draw(file, draw);
        Party latest = draw(file, draw);
        if (file.assigned()) {
            write(latest, 1, life.registered() == null ? 11 : ASSIGNEE, "ASSIGNEE OF", xml);
        }
        if (life.registered() != null) {
            if (sold) {
                write(buyer, 1, OWNER_AFTER_REGISTRATION, "BY MERGER WITH", xml);
            }
            write(first, REGISTRANT, xml);
        }
        if (life.published() != null) {
            write(first, OWNER_AT_PUBLICATION, xml);
        }
        write(first, APPLICANT, xml);
        xml.close("case-file-owners");
    }

    private static void write(List<Party> parties, int type, Xml xml) {
        for (int i = 0; i < parties.size(); i++) {
            write(parties.get(i), i + 1, type, null, xml);
        }
    }

    private static void write(Party party, int entry, int type, @Nullable String change, Xml xml) {
        xml.open("case-file-owner").element("entry-number", entry).element("party-type", type);
        xml.open("nationality").element("state", party.state).element("country", party.country);
        xml.close("nationality")
                .element("legal-entity-type-code", party.form)
                .element("entity-statement", party.statement)
                .element("party-name", party.name)
                .element("address-1", party.street)
                .element("address-2", party.second)
                .element("city", party.city)
                .element("state", party.state)
                .element("country", party.country)
                .element("postcode", party.postcode);
        if (change != null) {
            xml.element("name-change-explanation", "NC" + type + "000001" + change);
        }
        xml.close("case-file-owner");
    }

    private static Party draw(CaseFile file, Draw draw) {
        boolean abroad =
                file.series().madrid() || draw.chance(file.life().filed().getYear() > 2012 ? 0.35 : 0.15);
        String country = abroad ? COUNTRIES.draw(draw) : null;
        String form = abroad && draw.chance(0.5) ? "99" : FORMS.draw(draw);
        String statement = form.equals("99") ? (abroad ? "limited company (ltd.)" : "CORPORATION") : null;
        return new Party(
                name(form, draw),
                form,
                statement,
                abroad ? null : STATES.draw(draw),
                country,
                Names.street(draw),
                draw.chance(0.3) ? "Suite " + draw.between(100, 999) : null,
                Names.city(draw),
                abroad ? String.valueOf(draw.between(100_000, 999_999)) : zip(draw));
    }

    private static String name(String form, Draw draw) {
        String name = form.equals("01") ? Names.person(draw) : Names.company(draw);
        String ending = switch (form) {
            case "16" -> ", LLC";
            case "03" -> draw.chance(0.7) ? ", Inc." : " Corporation";
            case "99" -> draw.of(List.of(" Co., Ltd.", " GmbH", " Société Anonyme", " S.p.A."));
            default -> "";
        };
        String whole = name + ending;
        return draw.chance(0.5) ? whole.toUpperCase(Locale.ROOT) : whole;
    }

    private static String zip(Draw draw) {
        return String.format(Locale.ROOT, "%05d", draw.between(1001, 99_950));
    }
}
