package org.touchstone.matcher.brand;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.Han;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Seller;

/** How names are compared that people gave. */
public final class Names {
    private Names() {}

    /** Without blanks around it, in lower case and normal width, Chinese simplified. */
    public static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(Han::simplified)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** The first of some names, keys or addresses that the seller or the page has. */
    static Optional<String> ofSeller(List<String> known, Listing listing) {
        return known.stream()
                .filter(one -> isSeller(one, listing.seller()) || isWithin(one, listing.url()))
                .findFirst();
    }

    private static boolean isSeller(String known, @Nullable Seller seller) {
        String wanted = folded(known);
        return seller != null
                && !wanted.isEmpty()
                && (wanted.equals(folded(seller.name())) || wanted.equals(folded(seller.id())));
    }

    private static boolean isWithin(String shop, String url) {
        return shop.startsWith("http") && (url.equals(shop) || url.startsWith(shop.endsWith("/") ? shop : shop + "/"));
    }
}
