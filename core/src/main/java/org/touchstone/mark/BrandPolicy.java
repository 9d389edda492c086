package org.touchstone.mark;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a holder says of one brand: its names and who may sell it. Immutable.
 *
 * @param key which registrations name in their {@code brand}
 * @param names the brand's own names
 * @param nicknames what buyers and sellers call it
 * @param authorisedSellers who may sell it
 * @param officialShops names, keys or addresses of the holder's own shops
 * @param referenceImages the holder's own photos of the goods, of which copies are looked for in listings
 */
public record BrandPolicy(
        String key,
        List<String> names,
        List<String> nicknames,
        List<AuthorisedSeller> authorisedSellers,
        List<String> officialShops,
        List<ReferenceImage> referenceImages) {

    public BrandPolicy {
        names = List.copyOf(names);
        nicknames = List.copyOf(nicknames);
        authorisedSellers = List.copyOf(authorisedSellers);
        officialShops = List.copyOf(officialShops);
        referenceImages = List.copyOf(referenceImages);
    }

    /**
     * A photo of the holder's own.
     *
     * @param name its path, as the policy has it
     * @param file where it is
     */
    public record ReferenceImage(String name, Path file) {}

    /**
     * A seller with the holder's permission.
     *
     * @param name the name, key or shop by which the seller is known
     * @param marketplace where the permission holds; empty for everywhere
     * @param from first day; null for always
     * @param to last day; null for no end
     */
    public record AuthorisedSeller(
            String name,
            String marketplace,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        /** Whether the permission holds on a day. */
        public boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }
}
