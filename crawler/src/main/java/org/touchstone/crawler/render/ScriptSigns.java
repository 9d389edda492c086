package org.touchstone.crawler.render;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Whether a page without an offer would have one if its scripts ran. A guess by what stands there: it costs a rendering to be
 * wrong in one direction, and offers in the other. Pages without scripts never show a sign.
 */
public final class ScriptSigns {
    /** Characters that a page with something to read has at least; menus and footers of an empty shop have fewer. */
    private static final int LITTLE_TEXT = 200;
    /** With more there is enough to read, whatever is asked: many shops ask for JavaScript for their baskets only. */
    private static final int SOME_TEXT = 1000;
    /** Characters within the element that an app fills; "loading" is shorter. */
    private static final int EMPTY_ROOT = 40;

    private static final String ROOTS = "#app,#root,#__next,#__nuxt,#___gatsby,#ice-container,#container,#main-app,"
            + "app-root,[data-reactroot],[data-server-rendered],[ng-app],[ng-version],[v-cloak]";
    private static final Pattern ASKS = Pattern.compile("java\\s?script|脚本", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*[\\w.$\\[\\]]+(\\s*\\|[^}]*)?\\s*}}");

    private ScriptSigns() {}

    /** The sign that a page shows, for people; empty when it shows none. */
    public static Optional<String> on(Document page) {
        if (page.selectFirst("script:not([type~=(?i)json|template])") == null) {
            return Optional.empty();
        }
        for (Element root : page.select(ROOTS)) {
            if (root.text().length() < EMPTY_ROOT) {
                return Optional.of("the app root " + name(root) + " is empty");
            }
        }
        Document copy = page.clone();
        copy.select("noscript,template").remove();
        String text = copy.text();
        for (Element hint : page.select("noscript")) {
            if (text.length() < SOME_TEXT && ASKS.matcher(hint.text()).find()) {
                return Optional.of("there is little text, and a <noscript> asks for JavaScript");
            }
        }
        if (TEMPLATE.matcher(text).find()) {
            return Optional.of("a template such as {{title}} is not filled in");
        }
        return text.length() < LITTLE_TEXT ? Optional.of("there is hardly any text") : Optional.empty();
    }

    private static String name(Element root) {
        String id = root.id().isEmpty() ? "" : " id=" + root.id();
        return "<" + root.normalName().toLowerCase(Locale.ROOT) + id + ">";
    }
}
