package org.touchstone.mark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mark in an office's register. Immutable. Texts have no blanks around them; goods and holders without a text, and classes that
 * come again, are left out.
 *
 * @param id identifies the registration in one register file; {@code office-number} unless the file says otherwise
 * @param office two-letter office code of WIPO ST.3, empty when not known
 * @param number the number by which the office keeps it, of the application or of the registration; empty when not known
 * @param applicationNumber number of the application, empty when not known
 * @param registrationNumber number of the registration, empty when not known or when there is none yet
 * @param st13 the number in the form of WIPO ST.13, empty when not known
 * @param mark what is registered
 * @param kind in what capacity it is registered
 * @param niceClasses classes of the Nice classification, 1 to 45
 * @param goods goods and services, as worded in the register
 * @param similarGroups groups of similar goods (类似群 of China's classification, also Korea's), as the register has them
 * @param holders who holds it, the first one first
 * @param status how it stands at its office
 * @param dates its days
 * @param priorities earlier filings whose day counts for it
 * @param seniorities earlier national registrations that it continues
 * @param disclaimers parts of the sign for which nothing is claimed, as worded in the register
 * @param designations countries to which an international registration extends, ST.3 codes; empty for others
 * @param brand key of the brand it belongs to, empty when none is given
 * @param other fields of the source that have no place here, kept as they came
 */
public record Registration(
        String id,
        String office,
        String number,
        String applicationNumber,
        String registrationNumber,
        String st13,
        Mark mark,
        MarkKind kind,
        List<Integer> niceClasses,
        List<Goods> goods,
        List<String> similarGroups,
        List<Holder> holders,
        Status status,
        Dates dates,
        List<Claim> priorities,
        List<Claim> seniorities,
        List<String> disclaimers,
        List<String> designations,
        String brand,
        Map<String, JsonNode> other) {

    static final int LAST_CLASS = 45;

    public Registration {
        id = id.strip();
        office = office.strip();
        number = number.strip();
        applicationNumber = applicationNumber.strip();
        registrationNumber = registrationNumber.strip();
        st13 = st13.strip();
        brand = brand.strip();
        niceClasses = niceClasses.stream().distinct().toList();
        goods = goods.stream().filter(one -> !one.text().isEmpty()).toList();
        similarGroups = Texts.kept(similarGroups);
        holders = holders.stream().filter(one -> !one.name().isEmpty()).toList();
        priorities = List.copyOf(priorities);
        seniorities = List.copyOf(seniorities);
        disclaimers = Texts.kept(disclaimers);
        designations = Texts.kept(designations);
        other = other.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(other));
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a registration needs an id, or an office and a number");
        }
        if (niceClasses.stream().anyMatch(one -> one < 1 || one > LAST_CLASS)) {
            throw new IllegalArgumentException("expected Nice classes from 1 to 45, found " + niceClasses);
        }
    }

    /** A registered word mark, for tests and examples. */
    public static Registration word(String id, String text) {
        return of(id, Mark.word(text));
    }

    /** A registered individual mark with nothing known but the mark itself. */
    public static Registration of(String id, Mark mark) {
        return builder(id, mark).status("registered").build();
    }

    /** A registration to be filled in; all that is not given stays empty or unknown. */
    public static Builder builder(String id, Mark mark) {
        return new Builder(id, mark);
    }

    /** The same registration, to be changed. */
    public Builder change() {
        return new Builder(this);
    }

    /** Name of the first holder, empty when not known. */
    public String holder() {
        return holders.isEmpty() ? "" : holders.get(0).name();
    }

    /** What the office's status means. */
    public Standing standing() {
        return status.standing();
    }

    /** The days on which it is in force. */
    public Term term() {
        return Term.of(this);
    }

    /** Fills in a registration. Not thread-safe. */
    public static final class Builder {
        private String id;
        private Mark mark;
        private String office = "";
        private String number = "";
        private String applicationNumber = "";
        private String registrationNumber = "";
        private String st13 = "";
        private MarkKind kind = MarkKind.INDIVIDUAL;
        private List<Integer> niceClasses = List.of();
        private List<Goods> goods = List.of();
        private List<String> similarGroups = List.of();
        private List<Holder> holders = List.of();
        private Status status = Status.UNKNOWN;
        private Dates dates = Dates.UNKNOWN;
        private List<Claim> priorities = List.of();
        private List<Claim> seniorities = List.of();
        private List<String> disclaimers = List.of();
        private List<String> designations = List.of();
        private String brand = "";
        private Map<String, JsonNode> other = new LinkedHashMap<>();

        private Builder(String id, Mark mark) {
            this.id = id;
            this.mark = mark;
        }

        private Builder(Registration from) {
            this.id = from.id;
            this.mark = from.mark;
            this.office = from.office;
            this.number = from.number;
            this.applicationNumber = from.applicationNumber;
            this.registrationNumber = from.registrationNumber;
            this.st13 = from.st13;
            this.kind = from.kind;
            this.niceClasses = from.niceClasses;
            this.goods = from.goods;
            this.similarGroups = from.similarGroups;
            this.holders = from.holders;
            this.status = from.status;
            this.dates = from.dates;
            this.priorities = from.priorities;
            this.seniorities = from.seniorities;
            this.disclaimers = from.disclaimers;
            this.designations = from.designations;
            this.brand = from.brand;
            this.other = new LinkedHashMap<>(from.other);
        }

        public Builder id(String value) {
            id = value;
            return this;
        }

        public Builder mark(Mark value) {
            mark = value;
            return this;
        }

        public Builder office(String value) {
            office = value;
            return this;
        }

        public Builder number(String value) {
            number = value;
            return this;
        }

        public Builder applicationNumber(String value) {
            applicationNumber = value;
            return this;
        }

        public Builder registrationNumber(String value) {
            registrationNumber = value;
            return this;
        }

        public Builder st13(String value) {
            st13 = value;
            return this;
        }

        public Builder kind(MarkKind value) {
            kind = value;
            return this;
        }

        public Builder niceClasses(List<Integer> value) {
            niceClasses = value;
            return this;
        }

        public Builder goods(List<Goods> value) {
            goods = value;
            return this;
        }

        public Builder similarGroups(List<String> value) {
            similarGroups = value;
            return this;
        }

        public Builder holders(List<Holder> value) {
            holders = value;
            return this;
        }

        /** A single holder by name; none when the name is blank. */
        public Builder holder(String name) {
            holders = name.isBlank() ? List.of() : List.of(Holder.of(name));
            return this;
        }

        public Builder status(Status value) {
            status = value;
            return this;
        }

        /** A status by a word for it, as {@link Status#of} reads it. */
        public Builder status(String word) {
            status = Status.of(word);
            return this;
        }

        public Builder dates(Dates value) {
            dates = value;
            return this;
        }

        /** The three days that every register has. */
        public Builder dates(@Nullable LocalDate filed, @Nullable LocalDate registered, @Nullable LocalDate expires) {
            dates = new Dates(filed, null, null, null, registered, null, expires, null, null);
            return this;
        }

        public Builder priorities(List<Claim> value) {
            priorities = value;
            return this;
        }

        public Builder seniorities(List<Claim> value) {
            seniorities = value;
            return this;
        }

        public Builder disclaimers(List<String> value) {
            disclaimers = value;
            return this;
        }

        public Builder designations(List<String> value) {
            designations = value;
            return this;
        }

        public Builder brand(String value) {
            brand = value;
            return this;
        }

        /** Puts a field beside those that have a place. */
        public Builder other(String name, JsonNode value) {
            other.put(name, value);
            return this;
        }

        public Builder other(Map<String, JsonNode> value) {
            other = new LinkedHashMap<>(value);
            return this;
        }

        /** @throws IllegalArgumentException when the id is blank */
        public Registration build() {
            return new Registration(
                    id,
                    office,
                    number,
                    applicationNumber,
                    registrationNumber,
                    st13,
                    mark,
                    kind,
                    niceClasses,
                    goods,
                    similarGroups,
                    holders,
                    status,
                    dates,
                    priorities,
                    seniorities,
                    disclaimers,
                    designations,
                    brand,
                    other);
        }
    }

    /** The wordings of the goods. */
    public List<String> goodsTexts() {
        List<String> texts = new ArrayList<>(goods.size());
        goods.forEach(one -> texts.add(one.text()));
        return texts;
    }
}
