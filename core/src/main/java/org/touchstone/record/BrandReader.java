package org.touchstone.record;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.touchstone.listing.Grams;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.mark.BrandPolicy.AuthorisedSeller;
import org.touchstone.mark.BrandPolicy.Coexisting;
import org.touchstone.mark.BrandPolicy.GeographicalIndication;
import org.touchstone.mark.BrandPolicy.Period;
import org.touchstone.mark.BrandPolicy.ReferenceImage;
import org.touchstone.mark.BrandPolicy.ReferencePrice;
import org.touchstone.mark.BrandPolicy.TimeHonoured;

/** Reads one brands file. */
final class BrandReader {
    static final List<String> KEYS = List.of(
            "key",
            "names",
            "aliases",
            "nicknames",
            "owners",
            "authorisedSellers",
            "officialShops",
            "defensive",
            "coexisting",
            "prices",
            "geographicalIndication",
            "timeHonoured",
            "referenceImages");

    private static final int MAX_BYTES = 16 << 20;

    private final Path file;
    private final Consumer<Rejection> rejections;
    private final @Nullable BrandCheck check;

    /** Makes something of a value. */
    @FunctionalInterface
    private interface Part<T> {
        T read(YamlNode node) throws YamlException;
    }

    /** @param check is told what can be read and is doubtful all the same; null where nobody asks */
    BrandReader(Path file, Consumer<Rejection> rejections, @Nullable BrandCheck check) {
        this.file = file;
        this.rejections = rejections;
        this.check = check;
    }

    List<BrandPolicy> read() throws IOException {
        YamlNode root = YamlNode.read(file, "brand policies", MAX_BYTES);
        if (!root.at("brands").value().isArray()) {
            throw root.at("brands").wrong("a list under 'brands'");
        }
        unknownKeys(root, List.of("brands"));
        return each(root.at("brands"), this::policy);
    }

    private BrandPolicy policy(YamlNode node) throws YamlException {
        if (!node.value().isObject()) {
            throw node.wrong("a policy with a key");
        }
        String key = required(node.at("key"));
        unknownKeys(node, KEYS);
        BrandPolicy policy = BrandPolicy.builder(key)
                .names(each(node.at("names"), BrandReader::required))
                .aliases(each(node.at("aliases"), BrandReader::required))
                .nicknames(each(node.at("nicknames"), BrandReader::required))
                .owners(each(node.at("owners"), BrandReader::required))
                .authorisedSellers(each(node.at("authorisedSellers"), seller -> seller(key, seller)))
                .officialShops(each(node.at("officialShops"), BrandReader::required))
                .defensive(each(node.at("defensive"), BrandReader::required))
                .coexisting(each(node.at("coexisting"), BrandReader::coexisting))
                .prices(each(node.at("prices"), BrandReader::price))
                .geographicalIndication(geographicalIndication(node.at("geographicalIndication")))
                .timeHonoured(each(node.at("timeHonoured"), this::timeHonoured))
                .referenceImages(each(node.at("referenceImages"), this::image))
                .build();
        if (check != null) {
            check.policy(node, key);
        }
        return policy;
    }

    private AuthorisedSeller seller(String policy, YamlNode node) throws YamlException {
        object(node, "name", "id", "shop", "marketplace", "territory", "from", "to");
        List<String> names = new ArrayList<>();
        for (String by : List.of("name", "id", "shop")) {
            if (node.at(by).isGiven()) {
                names.add(required(node.at(by)));
            }
        }
        if (names.isEmpty()) {
            throw node.wrong("a name, id or shop");
        }
        AuthorisedSeller seller = new AuthorisedSeller(
                names, node.at("marketplace").text(""), node.at("territory").texts(), period(node, true));
        if (check != null) {
            check.seller(node, policy, seller);
        }
        return seller;
    }

    private static Coexisting coexisting(YamlNode node) throws YamlException {
        object(node, "owner", "marks", "sellers", "territory", "note");
        return new Coexisting(
                required(node.at("owner")),
                node.at("marks").texts(),
                node.at("sellers").texts(),
                node.at("territory").texts(),
                node.at("note").text(""));
    }

    private static ReferencePrice price(YamlNode node) throws YamlException {
        object(node, "product", "amount", "currency", "per");
        return new ReferencePrice(
                node.at("product").text(""),
                node.at("amount").as(BrandReader::amount, "an amount above 0 such as 199.00"),
                node.at("currency").as(BrandReader::currency, "a currency such as CNY"),
                node.at("per").isGiven() ? node.at("per").as(Grams::of, "a weight such as 500g, kg or 斤") : null);
    }

    private static Optional<BigDecimal> amount(String text) {
        return text.matches("\\d{1,12}(?:\\.\\d{1,4})?") && new BigDecimal(text).signum() > 0
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static Optional<String> currency(String text) {
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(text::equals)
                .findFirst();
    }

    private @Nullable GeographicalIndication geographicalIndication(YamlNode node) {
        if (!node.isGiven()) {
            return null;
        }
        return one(node, indication -> {
                    object(indication, "areas", "authorisedUsers");
                    List<String> areas = each(indication.at("areas"), BrandReader::required);
                    if (areas.isEmpty()) {
                        throw indication.at("areas").wrong("the areas where the goods come from");
                    }
                    return new GeographicalIndication(
                            areas, each(indication.at("authorisedUsers"), BrandReader::required));
                })
                .findFirst()
                .orElse(null);
    }

    private TimeHonoured timeHonoured(YamlNode node) throws YamlException {
        object(node, "list", "name", "from", "to", "holder");
        required(node.at("from"));
        return new TimeHonoured(
                required(node.at("list")),
                required(node.at("name")),
                period(node, false),
                node.at("holder").text(""));
    }

    private ReferenceImage image(YamlNode node) throws YamlException {
        String name = required(node);
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
        try {
            Path image = SafePath.within(folder, node.path(), name);
            if (check != null) {
                check.image(node, image);
            }
            return new ReferenceImage(name, image);
        } catch (FieldException e) {
            throw new YamlException(file, node.line(), e.field(), e.reason());
        }
    }

    /** @param permission whether it is worth a word when it is over; what was on a list once is no mistake */
    private Period period(YamlNode node, boolean permission) throws YamlException {
        Period period = new Period(day(node.at("from")), day(node.at("to")));
        if (check != null) {
            check.period(node, period, permission);
        }
        return period;
    }

    private static @Nullable LocalDate day(YamlNode node) throws YamlException {
        return node.isGiven() ? node.as(BrandReader::day, "a day such as 2026-11-23") : null;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void object(YamlNode node, String... known) throws YamlException {
        if (!node.isGiven()) {
            throw node.wrong("keys with values");
        }
        node.knows(List.of(known));
    }

    private static String required(YamlNode node) throws YamlException {
        String text = node.text("");
        if (text.isEmpty()) {
            throw node.wrong("a text");
        }
        return text;
    }

    private void unknownKeys(YamlNode node, List<String> known) throws YamlException {
        node.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                reject(entry, entry.unknown("key", known));
            }
        });
    }

    /** What can be made of the items of a list, or of one value alone. */
    private <T> List<T> each(YamlNode list, Part<T> part) {
        return one(list, YamlNode::oneOrMore)
                .flatMap(List::stream)
                .flatMap(item -> one(item, part))
                .toList();
    }

    private <T> Stream<T> one(YamlNode node, Part<T> part) {
        try {
            return Stream.of(part.read(node));
        } catch (YamlException e) {
            reject(node, e);
            return Stream.empty();
        }
    }

    private void reject(YamlNode node, YamlException why) {
        rejections.accept(why.rejection(node.value().toString()));
    }
}
