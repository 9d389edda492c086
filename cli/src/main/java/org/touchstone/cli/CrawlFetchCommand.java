package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.Crawler;
import org.touchstone.crawler.PageInspection;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.crawler.render.RenderMode;
import org.touchstone.crawler.render.Rendering;
import org.touchstone.crawler.render.SubRequest;
import org.touchstone.listing.Listing;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches one page and shows the listings it gives, or how they come about. */
@Command(name = "fetch")
final class CrawlFetchCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "URL", descriptionKey = "url")
    private String url;

    @Option(names = "--explain")
    private boolean explain;

    @Option(names = "--contact", paramLabel = "MAIL|URL")
    private @Nullable String contact;

    @Option(names = "--private-networks")
    private boolean privateNetworks;

    @Option(names = "--render")
    private boolean render;

    @Option(names = "--screenshot", paramLabel = "FILE.png")
    private @Nullable Path screenshot;

    @Option(names = "--profile", paramLabel = "FILE")
    private List<Path> profiles = new ArrayList<>();

    CrawlFetchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        URI page = CrawlCommand.address(console, url);
        CrawlPlan plan = CrawlPlan.builder(CrawlCommand.agent(console, contact))
                .seeds(List.of(page))
                .privateNetworks(privateNetworks)
                .profiles(CrawlProfileCommand.read(profiles))
                .render(render || screenshot != null ? RenderMode.ALWAYS : RenderMode.NEVER)
                .screenshots(screenshot != null)
                .build();
        PageInspection seen = new Crawler(plan).inspect(page);
        if (explain) {
            explain(seen, console.out());
        } else {
            for (Offered offered : seen.offers()) {
                console.out().println(Json.line(Formats.LISTING.write(offered.listing())));
            }
        }
        if (!seen.failure().isEmpty()) {
            throw new CliException(seen.hops().getLast() + ": " + seen.failure());
        }
        Rendering rendering = seen.rendering().orElse(null);
        if (rendering instanceof Rendering.Failed failed) {
            throw new CliException(seen.hops().getLast() + ": " + failed.reason());
        }
        if (screenshot != null && rendering instanceof Rendering.Rendered rendered) {
            if (rendered.screenshot().length == 0) {
                throw new CliException(
                        console.text("fetch.noScreenshot", seen.hops().getLast()));
            }
            AtomicFile.write(screenshot, rendered.screenshot());
        }
        if (seen.offers().isEmpty()) {
            console.say(
                    rendering != null ? "fetch.none" : seen.scripted() ? "fetch.noneYet" : "fetch.noneHere",
                    seen.hops().getLast());
        }
        return ExitCode.DONE;
    }

    private void explain(PageInspection seen, PrintStream out) {
        for (int i = 0; i < seen.hops().size(); i++) {
            row(out, i == 0 ? "fetch.address" : "fetch.redirect", seen.hops().get(i));
        }
        row(
                out,
                "fetch.robots",
                console.text(seen.robots().allowed() ? "fetch.allowed" : "fetch.denied")
                        + (seen.robots().rule().isEmpty()
                                ? ""
                                : "  '" + seen.robots().rule() + "'")
                        + "  " + seen.robots().source());
        row(out, "fetch.delay", CrawlCommand.seconds(seen.delay()));
        if (!seen.failure().isEmpty()) {
            return;
        }
        row(out, "fetch.bytes", String.format(console.language().locale(), "%,d", seen.bytes()));
        seen.charset()
                .ifPresent(charset -> row(
                        out, "fetch.charset", charset.name() + "  " + console.text("fetch.by." + charset.source())));
        seen.rendering().ifPresent(rendering -> rendering(out, rendering));
        row(out, "fetch.syntax", seen.syntax());
        row(out, "fetch.links", seen.links().size());
        row(out, "fetch.listings", seen.offers().size());
        for (Offered offered : seen.offers()) {
            out.println();
            listing(out, offered);
        }
    }

    private void rendering(PrintStream out, Rendering rendering) {
        List<SubRequest> refused = rendering.requests().stream()
                .filter(request -> !request.refused().isEmpty())
                .toList();
        int answered = rendering.requests().size() - refused.size();
        String state = switch (rendering) {
            case Rendering.Failed failed -> console.text("fetch.notRendered", failed.reason());
            case Rendering.Rendered rendered when rendered.cut().isEmpty() -> console.text("fetch.toRest");
            case Rendering.Rendered rendered -> console.text("fetch.cut", rendered.cut());
        };
        row(out, "fetch.rendered", console.text("fetch.requests", state, answered, refused.size()));
        for (SubRequest request : refused) {
            out.println("  " + DisplayWidth.fit(request.type(), 14) + request.address() + "  " + request.refused());
        }
    }

    private void listing(PrintStream out, Offered offered) {
        Listing listing = offered.listing();
        field(out, "id", listing.id());
        field(out, "url", listing.url());
        field(out, "title", listing.title());
        field(out, "brand", listing.brand());
        field(out, "category", listing.category());
        if (listing.price() != null) {
            field(
                    out,
                    "price",
                    listing.price().amount().toPlainString() + " "
                            + listing.price().currency());
        }
        field(out, "condition", listing.condition());
        if (listing.seller() != null) {
            field(
                    out,
                    "seller",
                    listing.seller().name() + " " + listing.seller().id() + " "
                            + listing.seller().location());
        }
        listing.attributes().forEach((name, value) -> field(out, "attributes." + name, value));
        field(out, "description", DisplayWidth.cut(listing.description(), 120));
        offered.images().forEach(image -> field(out, "image", image.toString()));
        row(out, "fetch.origins", "");
        offered.origins().forEach((name, origin) -> field(out, name, origin.toString()));
    }

    private static void field(PrintStream out, String name, String value) {
        if (!value.isBlank()) {
            out.println("  " + DisplayWidth.fit(name, 24) + value.strip());
        }
    }

    private void row(PrintStream out, String key, Object value) {
        out.println(DisplayWidth.fit(console.text(key), 16) + value);
    }
}
