package org.touchstone.page;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Hit;
import org.touchstone.mark.Holder;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;

/** The right that a hit rests on, or that a search has found. */
public final class MarkFacts {
    private static final int VALUE = 160;

    private final Page page;

    public MarkFacts(Page page) {
        this.page = page;
    }

    void write(Hit hit, @Nullable Registration registration) {
        Markup to = page.markup().open("section", "class", "facts right");
        page.phrase("h4", "", "mark.heading");
        to.open("dl");
        if (registration == null) {
            fact("mark.id", hit.mark());
            fact("mark.brand", hit.brand());
        } else {
            facts(registration);
            if (!registration.brand().equals(hit.brand())
                    || registration.brand().isEmpty()) {
                fact("mark.brand", hit.brand());
            }
        }
        to.close().close();
    }

    /** Writes what the register says of a mark. */
    public void write(Registration registration) {
        page.markup().open("section", "class", "facts right");
        page.phrase("h4", "", "mark.heading");
        page.markup().open("dl");
        facts(registration);
        page.markup().close().close();
    }

    private void facts(Registration registration) {
        fact("mark.text", registration.mark().text());
        fact("mark.number", (registration.office() + " " + registration.number()).strip());
        if (!registration.id().equals(registration.office() + "-" + registration.number())) {
            fact("mark.id", registration.id());
        }
        if (!registration.registrationNumber().equals(registration.number())) {
            fact("mark.registrationNumber", registration.registrationNumber());
        }
        fact("mark.holder", registration.holders().stream().map(Holder::name).collect(Collectors.joining("; ")));
        fact(
                "mark.classes",
                registration.niceClasses().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        fact("mark.groups", String.join(", ", registration.similarGroups()));
        fact("mark.goods", String.join("; ", registration.goodsTexts()));
        status(registration);
        day("mark.registered", registration.dates().registered());
        day("mark.expires", registration.dates().expires());
        if (registration.kind() != MarkKind.INDIVIDUAL) {
            begin("mark.kind");
            page.phrase("dd", "", "mark.kind." + registration.kind().key());
            page.markup().close();
        }
        fact("mark.brand", registration.brand());
    }

    private void status(Registration registration) {
        begin("mark.status");
        String standing = registration.standing().name().toLowerCase(java.util.Locale.ROOT);
        page.markup().open("dd", "class", "standing-" + standing, "dir", "auto");
        page.phrase("span", "", "standing." + standing);
        if (!registration.status().code().isBlank()) {
            page.markup()
                    .text(" (")
                    .element("bdi", registration.status().code())
                    .text(")");
        }
        page.markup().close().close();
    }

    private void day(String key, @Nullable LocalDate day) {
        if (day != null) {
            fact(key, day.toString());
        }
    }

    private void fact(String key, String value) {
        if (!value.isBlank()) {
            begin(key);
            page.crawled("dd", value, VALUE);
            page.markup().close();
        }
    }

    private void begin(String key) {
        page.markup().open("div");
        page.phrase("dt", "", key);
    }
}
