package org.touchstone.mark;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a holder says of one brand: its names, whose it is, who may sell it and what is near it. Immutable. {@link Builder}
 * describes the parts.
 */
public record BrandPolicy(
        String key,
        List<String> names,
        List<String> aliases,
        List<String> nicknames,
        List<String> owners,
        List<AuthorisedSeller> authorisedSellers,
        List<String> officialShops,
        List<String> defensive,
        List<Coexisting> coexisting,
        List<ReferencePrice> prices,
        @Nullable GeographicalIndication geographicalIndication,
        List<TimeHonoured> timeHonoured,
        List<ReferenceImage> referenceImages) {

    public BrandPolicy {
        names = List.copyOf(names);
        aliases = List.copyOf(aliases);
        nicknames = List.copyOf(nicknames);
        owners = List.copyOf(owners);
        authorisedSellers = List.copyOf(authorisedSellers);
        officialShops = List.copyOf(officialShops);
        defensive = List.copyOf(defensive);
        coexisting = List.copyOf(coexisting);
        prices = List.copyOf(prices);
        timeHonoured = List.copyOf(timeHonoured);
        referenceImages = List.copyOf(referenceImages);
    }

    /**
     * Starts a policy that says nothing.
     *
     * @param key which registrations name in their {@code brand}
     */
    public static Builder builder(String key) {
        return new Builder(key);
    }

    /** What the brand is called besides its names: aliases, then nicknames. */
    public List<String> otherNames() {
        List<String> others = new ArrayList<>(aliases);
        others.addAll(nicknames);
        return others;
    }

    /**
     * Days on which something holds.
     *
     * @param from first day; null for always
     * @param to last day; null for no end
     */
    public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
        public static final Period ALWAYS = new Period(null, null);

        public boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        /** Whether there is no day on which it holds. */
        public boolean isEmpty() {
            return from != null && to != null && to.isBefore(from);
        }
    }

    /**
     * A seller with the holder's permission.
     *
     * @param names all by which the seller is known: name, key, shop
     * @param marketplace where the permission holds; empty for everywhere
     * @param territories countries (ISO 3166 codes or names) or other places where the seller may sell; empty for everywhere
     * @param period when
     */
    public record AuthorisedSeller(List<String> names, String marketplace, List<String> territories, Period period) {
        public AuthorisedSeller {
            names = List.copyOf(names);
            territories = List.copyOf(territories);
        }
    }

    /**
     * Somebody else with a lawful mark that is like the brand's.
     *
     * @param owner as registers write the name
     * @param marks ids or texts of that owner's marks; those that the index knows by the owner count without being named
     * @param sellers by whom the owner sells: names, keys or addresses
     * @param territories where the other mark is lawful; empty for everywhere
     * @param note why, for people; empty for none
     */
    public record Coexisting(
            String owner, List<String> marks, List<String> sellers, List<String> territories, String note) {
        public Coexisting {
            marks = List.copyOf(marks);
            sellers = List.copyOf(sellers);
            territories = List.copyOf(territories);
        }
    }

    /**
     * What genuine goods cost.
     *
     * @param product words that name the goods in a title; empty for all goods of the brand
     * @param amount in units of the currency, above nought
     * @param currency ISO 4217 code
     * @param grams the weight that the amount is for; null for a piece
     */
    public record ReferencePrice(
            String product,
            BigDecimal amount,
            String currency,
            @Nullable BigDecimal grams) {}

    /**
     * A geographical indication.
     *
     * @param areas where the goods must come from, with what they lie in ({@code 浙江省杭州市西湖区}; {@code Hangzhou, Zhejiang})
     * @param authorisedUsers names, keys or addresses of who may use it
     */
    public record GeographicalIndication(List<String> areas, List<String> authorisedUsers) {
        public GeographicalIndication {
            areas = List.copyOf(areas);
            authorisedUsers = List.copyOf(authorisedUsers);
        }
    }

    /**
     * An entry of a list of time-honoured brands (老字号).
     *
     * @param list name of the list
     * @param name the brand as listed
     * @param period while it is listed
     * @param holder the firm as listed; empty when not known
     */
    public record TimeHonoured(String list, String name, Period period, String holder) {}

    /**
     * A photo of the holder's own.
     *
     * @param name its path, as the policy has it
     * @param file where it is
     */
    public record ReferenceImage(String name, Path file) {}

    /** Collects a policy's parts; each is empty until given. Not thread-safe. */
    public static final class Builder {
        private final String key;
        private List<String> names = List.of();
        private List<String> aliases = List.of();
        private List<String> nicknames = List.of();
        private List<String> owners = List.of();
        private List<AuthorisedSeller> authorisedSellers = List.of();
        private List<String> officialShops = List.of();
        private List<String> defensive = List.of();
        private List<Coexisting> coexisting = List.of();
        private List<ReferencePrice> prices = List.of();
        private @Nullable GeographicalIndication geographicalIndication;
        private List<TimeHonoured> timeHonoured = List.of();
        private List<ReferenceImage> referenceImages = List.of();

        private Builder(String key) {
            this.key = key;
        }

        /** The brand's own names, as its word marks have them. */
        public Builder names(List<String> value) {
            names = value;
            return this;
        }

        /** Further names of the owner's making: abbreviations, former names, names in other markets. */
        public Builder aliases(List<String> value) {
            aliases = value;
            return this;
        }

        /** What buyers and sellers call it. */
        public Builder nicknames(List<String> value) {
            nicknames = value;
            return this;
        }

        /** Holders of its marks, as registers write them. */
        public Builder owners(List<String> value) {
            owners = value;
            return this;
        }

        public Builder authorisedSellers(List<AuthorisedSeller> value) {
            authorisedSellers = value;
            return this;
        }

        /** Names, keys or addresses of the holder's own shops. */
        public Builder officialShops(List<String> value) {
            officialShops = value;
            return this;
        }

        /** Ids or texts of marks that are held only to keep others off. */
        public Builder defensive(List<String> value) {
            defensive = value;
            return this;
        }

        public Builder coexisting(List<Coexisting> value) {
            coexisting = value;
            return this;
        }

        public Builder prices(List<ReferencePrice> value) {
            prices = value;
            return this;
        }

        /** Null for a brand that is none. */
        public Builder geographicalIndication(@Nullable GeographicalIndication value) {
            geographicalIndication = value;
            return this;
        }

        public Builder timeHonoured(List<TimeHonoured> value) {
            timeHonoured = value;
            return this;
        }

        /** The holder's own photos of the goods, of which copies are looked for in listings. */
        public Builder referenceImages(List<ReferenceImage> value) {
            referenceImages = value;
            return this;
        }

        public BrandPolicy build() {
            return new BrandPolicy(
                    key,
                    names,
                    aliases,
                    nicknames,
                    owners,
                    authorisedSellers,
                    officialShops,
                    defensive,
                    coexisting,
                    prices,
                    geographicalIndication,
                    timeHonoured,
                    referenceImages);
        }
    }
}
