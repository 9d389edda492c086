package org.touchstone.mark;

/**
 * Who holds a registration, as the register names them.
 *
 * @param name as registered
 * @param id by which the office knows the holder; empty when it gives none
 * @param country two letters of ISO 3166-1 or WIPO ST.3, empty when not known
 */
public record Holder(String name, String id, String country) {
    public Holder {
        name = name.strip();
        id = known(id.strip());
        country = known(country.strip());
    }

    /** Tables have a hyphen where nothing is known. */
    private static String known(String text) {
        return text.equals("-") ? "" : text;
    }

    /** A holder of whom no more is known than the name. */
    public static Holder of(String name) {
        return new Holder(name, "", "");
    }
}
