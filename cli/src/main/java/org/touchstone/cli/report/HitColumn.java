package org.touchstone.cli.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.LiveMoment;
import org.touchstone.listing.Price;
import org.touchstone.listing.Seller;

/**
 * A column of a table of hits.
 *
 * @param key of its heading among the phrases, after {@code column.}
 * @param form how its values are written
 * @param value a Number, an Instant or a String; null for an empty cell
 */
record HitColumn(String key, Form form, Function<ReportEntry, @Nullable Object> value) {
    /** How values are written. */
    enum Form {
        TEXT,
        LONG_TEXT,
        WHOLE,
        DECIMAL,
        PERCENT,
        INSTANT
    }

    /** All columns, in their order. */
    static final List<HitColumn> ALL = columns();

    private static List<HitColumn> columns() {
        List<HitColumn> all = new ArrayList<>();
        all.add(new HitColumn("rank", Form.WHOLE, entry -> entry.hit().rank()));
        all.add(new HitColumn(
                "score", Form.PERCENT, entry -> rounded(entry.hit().score(), 4)));
        all.add(text("outlook", entry -> entry.hit().outlook().key()));
        all.add(new HitColumn("title", Form.LONG_TEXT, entry -> entry.listing().title()));
        all.add(text("sign", HitColumn::signs));
        all.add(text("mark", entry -> entry.registration().mark().text()));
        all.add(text("seller", entry -> seller(entry, Seller::name)));
        all.add(text("seller-id", entry -> seller(entry, Seller::id)));
        all.add(text("location", entry -> seller(entry, Seller::location)));
        all.add(new HitColumn("price", Form.DECIMAL, HitColumn::amount));
        all.add(text("currency", HitColumn::currency));
        all.add(text("condition", entry -> entry.listing().condition()));
        all.add(text("marketplace", entry -> entry.listing().marketplace()));
        all.add(text("kind", entry -> entry.listing().kind().key()));
        all.add(text("listing", entry -> entry.hit().listing()));
        all.add(text("url", entry -> entry.listing().url()));
        all.add(new HitColumn("captured", Form.INSTANT, entry -> entry.listing().capturedAt()));
        all.add(text("room", entry -> live(entry, LiveMoment::room)));
        all.add(new HitColumn("shown", Form.INSTANT, HitColumn::shown));
        all.add(text("registration", entry -> entry.hit().mark()));
        all.add(text("office", entry -> entry.registration().office()));
        all.add(text("number", entry -> entry.registration().number()));
        all.add(text("holder", entry -> entry.registration().holder()));
        all.add(text("classes", HitColumn::classes));
        all.add(text("status", entry -> entry.registration().status().code()));
        all.add(text("brand", entry -> entry.hit().brand()));
        all.add(new HitColumn(
                "weight", Form.DECIMAL, entry -> rounded(entry.hit().weight(), 1)));
        all.add(new HitColumn("for", Form.LONG_TEXT, entry -> reasons(entry, true)));
        all.add(new HitColumn("against", Form.LONG_TEXT, entry -> reasons(entry, false)));
        all.add(text("image", HitColumn::images));
        all.add(text("warc", entry -> capture(entry, ref -> ref.warc() + "@" + ref.offset())));
        all.add(text("sha256", entry -> capture(entry, CaptureRef::sha256)));
        all.add(text("versions", HitColumn::versions));
        return List.copyOf(all);
    }

    private static HitColumn text(String key, Function<ReportEntry, @Nullable Object> value) {
        return new HitColumn(key, Form.TEXT, value);
    }

    private static String seller(ReportEntry entry, Function<Seller, String> part) {
        Seller seller = entry.listing().seller();
        return seller == null ? "" : part.apply(seller);
    }

    private static String live(ReportEntry entry, Function<LiveMoment, String> part) {
        LiveMoment live = entry.listing().live();
        return live == null ? "" : part.apply(live);
    }

    private static String capture(ReportEntry entry, Function<CaptureRef, String> part) {
        CaptureRef capture = entry.listing().capture();
        return capture == null ? "" : part.apply(capture);
    }

    private static @Nullable Object amount(ReportEntry entry) {
        Price price = entry.listing().price();
        return price == null ? null : price.amount();
    }

    private static String currency(ReportEntry entry) {
        Price price = entry.listing().price();
        return price == null ? "" : price.currency();
    }

    private static @Nullable Object shown(ReportEntry entry) {
        LiveMoment live = entry.listing().live();
        return live == null ? null : live.at();
    }

    private static String classes(ReportEntry entry) {
        return entry.registration().niceClasses().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String signs(ReportEntry entry) {
        return entry.hit().evidence().stream()
                .filter(one -> one instanceof Evidence.Word)
                .map(one -> ((Evidence.Word) one).quote())
                .distinct()
                .limit(5)
                .collect(Collectors.joining(" | "));
    }

    private static String images(ReportEntry entry) {
        return entry.hit().evidence().stream()
                .map(HitColumn::place)
                .filter(place -> !place.isEmpty())
                .distinct()
                .limit(5)
                .collect(Collectors.joining(" | "));
    }

    private static String place(Evidence one) {
        return switch (one) {
            case Evidence.Word word ->
                word.spot() == null
                        ? ""
                        : place(word.spot().image(), word.spot().box());
            case Evidence.Picture picture -> place(picture.image(), picture.box());
            case Evidence.Circumstance circumstance -> "";
        };
    }

    private static String place(String image, Box box) {
        return image + " [" + box.x() + ", " + box.y() + ", " + box.width() + ", " + box.height() + "]";
    }

    private static String reasons(ReportEntry entry, boolean speakFor) {
        return entry.hit().evidence().stream()
                .filter(one -> speakFor == one.weight() >= 0)
                .map(HitColumn::reason)
                .collect(Collectors.joining("; "));
    }

    private static String reason(Evidence one) {
        String what = switch (one) {
            case Evidence.Word word ->
                "'" + word.quote() + "' ~ '" + word.against() + "' in "
                        + (word.spot() == null ? word.field() : place(word)) + " " + word.how();
            case Evidence.Picture picture -> picture.image() + " ~ " + picture.view() + " " + picture.how();
            case Evidence.Circumstance circumstance -> "";
        };
        String weight = String.format(Locale.ROOT, "%+.1f dB", one.weight());
        return (one.kind() + " " + weight + (what.isEmpty() ? "" : " " + what)
                        + (one.note().isEmpty() ? "" : " " + one.note()))
                .strip();
    }

    private static String versions(ReportEntry entry) {
        var versions = entry.hit().versions();
        return versions.touchstone() + " / " + versions.index() + " / " + versions.model() + " / "
                + versions.calibration();
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, java.math.RoundingMode.HALF_UP);
    }
}
