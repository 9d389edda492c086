package org.touchstone.review;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.touchstone.hit.Outlook;
import org.touchstone.page.Assets;
import org.touchstone.page.Language;
import org.touchstone.page.Page;
import org.touchstone.page.Phrases;

/** What the server answers to requests that were let in. */
final class Routes {
    private static final long YEAR = 365L * 24 * 3600;

    private final CaseStore store;
    private final MarkSource marks;
    private final ReviewServer.Settings settings;
    private final Guard guard;

    Routes(CaseStore store, MarkSource marks, ReviewServer.Settings settings, Guard guard) {
        this.store = store;
        this.marks = marks;
        this.settings = settings;
        this.guard = guard;
    }

    Reply health() throws IOException {
        store.count(new CaseFilter(CaseFilter.State.ALL, "none", "", ""));
        return Reply.plain(200, "ok\n");
    }

    Reply answer(Request request) throws IOException, RefusedException {
        String path = request.path();
        if (request.isGet()) {
            return switch (path) {
                case "/" -> list(request);
                case "/review.css" ->
                    Reply.asset("text/css", Assets.cardStyle() + Assets.read(Routes.class, "review.css"));
                case "/review.js" -> Reply.asset("text/javascript", Assets.read(Routes.class, "review.js"));
                default -> show(request, caseOf(path, ""), 200);
            };
        }
        if (request.isPost()) {
            if (path.equals("/reviewer")) {
                return named(request);
            }
            boolean undo = path.endsWith("/undo");
            return step(request, caseOf(path, undo ? "/undo" : "/decision"), undo);
        }
        throw new RefusedException(405, "review.missing");
    }

    private static long caseOf(String path, String suffix) throws RefusedException {
        if (path.matches("/cases/\\d{1,18}" + suffix)) {
            return Long.parseLong(path.substring("/cases/".length(), path.length() - suffix.length()));
        }
        throw new RefusedException(404, "review.missing");
    }

    private Reply list(Request request) throws IOException, RefusedException {
        Page page = new Page(Phrases.in(request.language()));
        String html =
                new ListPage(page, store, frame(request, page)).write(filter(request::parameter), pageNumber(request));
        return remembering(request, Reply.page(200, html));
    }

    private static long pageNumber(Request request) {
        return request.parameter("page").matches("\\d{1,7}") ? Long.parseLong(request.parameter("page")) : 1;
    }

    private Reply show(Request request, long id, int status) throws IOException, RefusedException {
        Case found = store.find(id).orElseThrow(() -> new RefusedException(404, "review.missing"));
        Page page = new Page(Phrases.in(request.language()));
        CasePage casePage = new CasePage(page, store, marks, frame(request, page), settings.prior());
        CaseFilter filter = request.isPost() ? filter(request::field) : filter(request::parameter);
        String before = request.parameter("after").matches("\\d{1,18}") ? request.parameter("after") : "";
        return remembering(request, Reply.page(status, casePage.write(found, filter, before, status == 409)));
    }

    private Reply step(Request request, long id, boolean undo) throws IOException, RefusedException {
        CaseFilter filter = filter(request::field);
        String seen = request.field("seen");
        Optional<Verdict> verdict = Verdict.of(request.field("verdict"));
        if (!seen.matches("\\d{1,18}") || (!undo && verdict.isEmpty())) {
            throw new RefusedException(400, "review.refused.input", "verdict=" + request.field("verdict"));
        }
        try {
            if (undo) {
                store.undo(id, Long.parseLong(seen), reviewer(request));
                return Reply.to("/cases/" + id + query(filter, ""));
            }
            store.decide(id, Long.parseLong(seen), verdict.get(), reviewer(request), request.field("reason"));
        } catch (DecidedMeanwhileException e) {
            return show(request, id, 409);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(404, "review.missing");
        }
        OptionalLong next = store.beside(id, filter, true);
        return Reply.to(
                next.isPresent()
                        ? "/cases/" + next.getAsLong() + query(filter, Long.toString(id))
                        : "/" + query(filter, ""));
    }

    private Reply named(Request request) {
        String name = request.field("reviewer").strip();
        String kept = name.length() > 100 ? name.substring(0, 100) : name;
        String back = request.field("back");
        boolean here = back.startsWith("/")
                && !back.startsWith("//")
                && !back.contains("\\")
                && back.matches("[\\x21-\\x7e]{1,2000}");
        return Reply.to(here ? back : "/").cookie("reviewer", encoded(kept), YEAR);
    }

    private String reviewer(Request request) {
        String named = request.cookie("reviewer").strip();
        return named.isEmpty() ? settings.reviewer() : named;
    }

    private PageFrame frame(Request request, Page page) {
        return new PageFrame(page, guard.formToken(), reviewer(request));
    }

    /** Keeps the language that the address asked for. */
    private static Reply remembering(Request request, Reply reply) {
        return Language.of(request.parameter("lang"))
                .map(language -> reply.cookie("language", language.tag(), YEAR))
                .orElse(reply);
    }

    /** Where a filter's parts come from: an address or a form. */
    private interface Parts {
        String get(String name);
    }

    private static CaseFilter filter(Parts parts) throws RefusedException {
        String state = parts.get("state").isEmpty() ? "undecided" : parts.get("state");
        String outlook = parts.get("outlook");
        String verdict = parts.get("verdict-is");
        String query = parts.get("q");
        for (CaseFilter.State known : CaseFilter.State.values()) {
            boolean outlookKnown = outlook.isEmpty()
                    || java.util.Arrays.stream(Outlook.values())
                            .anyMatch(one -> one.key().equals(outlook));
            boolean verdictKnown = verdict.isEmpty() || Verdict.of(verdict).isPresent();
            if (known.name().toLowerCase(Locale.ROOT).equals(state) && outlookKnown && verdictKnown) {
                return new CaseFilter(known, outlook, verdict, query.length() > 200 ? query.substring(0, 200) : query);
            }
        }
        throw new RefusedException(400, "review.refused.input", "state=" + state + ", outlook=" + outlook);
    }

    /** A filter as the query of an address. */
    static String query(CaseFilter filter, String after) {
        StringBuilder query =
                new StringBuilder("?state=" + filter.state().name().toLowerCase(Locale.ROOT));
        add(query, "outlook", filter.outlook());
        add(query, "verdict-is", filter.verdict());
        add(query, "q", filter.query());
        add(query, "after", after);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append('&').append(name).append('=').append(encoded(value));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
