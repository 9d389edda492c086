package org.touchstone.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.touchstone.image.ImageDecoder;
import org.touchstone.image.ImageRejectedException;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.mark.BrandPolicy.AuthorisedSeller;
import org.touchstone.mark.BrandPolicy.Period;

/** Reads brands files and says what can be read and is doubtful all the same. Not thread-safe. */
public final class BrandCheck {
    /** A permission that ends within so many days is worth a word. */
    static final int SOON_DAYS = 60;

    private final LocalDate today;
    private final Consumer<Caution> cautions;
    private final Map<String, String> policies = new HashMap<>();
    private final Map<String, List<Listed>> sellers = new HashMap<>();

    /** What is doubtful. */
    public enum Doubt {
        /** A permission is over; its last day. */
        ENDED,
        /** A permission is over soon; its last day. */
        ENDS_SOON,
        /** A period's last day is before its first; both. */
        NEVER,
        /** An image is there and cannot be read; its name, why. */
        UNREADABLE,
        /** Another policy has the same key; the key, where it stands. */
        SAME_KEY,
        /** The seller is listed twice for the same days, marketplace and territory; the name, where it stands. */
        SAME_SELLER
    }

    /**
     * Something to look at.
     *
     * @param line from 1
     * @param field the key with its parents
     * @param arguments as the doubt has them
     */
    public record Caution(String source, int line, String field, Doubt doubt, List<String> arguments) {
        public Caution {
            arguments = List.copyOf(arguments);
        }
    }

    private record Listed(AuthorisedSeller seller, String place) {}

    /** @param today the day on which periods are looked at */
    public BrandCheck(LocalDate today, Consumer<Caution> cautions) {
        this.today = today;
        this.cautions = cautions;
    }

    /**
     * Reads a file as {@link BrandFile#read} does; what other files of this check hold counts for what is there twice.
     *
     * @throws IOException when the file as a whole cannot be read; the message says why
     */
    public List<BrandPolicy> read(Path file, Consumer<Rejection> rejections) throws IOException {
        return new BrandReader(file, rejections, this).read();
    }

    void policy(YamlNode node, String key) {
        String before = policies.putIfAbsent(key, place(node));
        if (before != null) {
            say(node.at("key"), Doubt.SAME_KEY, key, before);
        }
    }

    void period(YamlNode node, Period period, boolean permission) {
        LocalDate to = period.to();
        if (to == null) {
            return;
        }
        if (period.isEmpty()) {
            say(node.at("to"), Doubt.NEVER, String.valueOf(period.from()), to.toString());
        } else if (permission && to.isBefore(today)) {
            say(node.at("to"), Doubt.ENDED, to.toString());
        } else if (permission && to.isBefore(today.plusDays(SOON_DAYS + 1))) {
            say(node.at("to"), Doubt.ENDS_SOON, to.toString());
        }
    }

    void seller(YamlNode node, String policy, AuthorisedSeller seller) {
        for (String name : seller.names()) {
            String known = policy + '\n' + name.toLowerCase(Locale.ROOT);
            List<Listed> before = sellers.computeIfAbsent(known, unseen -> new ArrayList<>());
            for (Listed other : before) {
                if (isSame(other.seller(), seller)) {
                    say(node, Doubt.SAME_SELLER, name, other.place());
                    return;
                }
            }
            before.add(new Listed(seller, place(node)));
        }
    }

    /** Whether both hold somewhere on some day. */
    private static boolean isSame(AuthorisedSeller one, AuthorisedSeller other) {
        boolean sameMarket = one.marketplace().isEmpty()
                || other.marketplace().isEmpty()
                || one.marketplace().equalsIgnoreCase(other.marketplace());
        boolean samePlace = one.territories().isEmpty()
                || other.territories().isEmpty()
                || !Collections.disjoint(one.territories(), other.territories());
        return sameMarket && samePlace && overlap(one.period(), other.period());
    }

    private static boolean overlap(Period one, Period other) {
        boolean oneFirst = one.to() != null && other.from() != null && one.to().isBefore(other.from());
        boolean otherFirst =
                other.to() != null && one.from() != null && other.to().isBefore(one.from());
        return !oneFirst && !otherFirst;
    }

    void image(YamlNode node, Path image) {
        try {
            new ImageDecoder().decode(image);
        } catch (ImageRejectedException e) {
            say(node, Doubt.UNREADABLE, image.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static String place(YamlNode node) {
        return node.file() + ":" + node.line();
    }

    private void say(YamlNode node, Doubt doubt, String... arguments) {
        cautions.accept(new Caution(node.file().toString(), node.line(), node.path(), doubt, List.of(arguments)));
    }
}
