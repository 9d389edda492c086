package org.touchstone.crawler.fetch;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.touchstone.crawler.extract.PageText;

/**
 * The signs that a site wants a log-in or a proof of being human. Such a wall is respected, so the signs are for stopping, and
 * a shop that merely has a log-in link or a captcha in its contact form shows none of them: a challenge is a small page with
 * little to read.
 */
final class WallSigns {
    /** A challenge is smaller than this, packed or not. */
    private static final int LARGEST = 64 << 10;
    /** Characters that can be read on a challenge. */
    private static final int LONGEST_TEXT = 500;
    /** Links on a challenge; a shop's small page, a contact form say, has the shop's menu. */
    private static final int MOST_LINKS = 5;

    /** Scripts and addresses that stand on challenges only. */
    private static final List<String> MARKS = List.of(
            "captcha-delivery.com",
            "px-captcha",
            "/cdn-cgi/challenge-platform/h/",
            "_____tmd_____",
            "x5secdata",
            "nocaptcha/",
            "turing.captcha.qcloud.com",
            "awswafintegration",
            "_incapsula_resource");

    /** What challenges say, in lower case. */
    private static final List<String> PHRASES = List.of(
            "滑动验证",
            "拖动滑块",
            "拖动下方滑块",
            "向右滑动",
            "滑块验证",
            "安全验证",
            "人机验证",
            "访问验证",
            "请完成验证",
            "请输入验证码",
            "验证码",
            "访问过于频繁",
            "您的访问出现异常",
            "登录后查看",
            "请先登录",
            "請先登入",
            "驗證碼",
            "滑動驗證",
            "captcha",
            "are you a robot",
            "not a robot",
            "are human",
            "you are a human",
            "checking your browser",
            "just a moment",
            "unusual traffic",
            "security check",
            "slide to verify",
            "drag the slider",
            "press & hold",
            "log in to continue",
            "sign in to continue");

    // Whole segments only: a passport-holder is for sale, and so is a sign.
    private static final Pattern LOG_IN = Pattern.compile(
            "(?i)(.*/)?((user|member)?[_-]?(log-?in|sign-?in|logon)|denglu|sso)(\\.\\w+)?(/.*)?|/passport/.*");
    private static final Pattern LOG_IN_HOST =
            Pattern.compile("(?i)(log-?in|sign-?in|passport|sso|auth|accounts?)\\..*");
    private static final Pattern CHALLENGE = Pattern.compile(
            "(?i)(.*/)?((validate)?-?captcha|punish|robot-?check|human-?verif\\w*|antispider)(\\.\\w+)?(/.*)?|/challenge(/.*)?");
    /** Addresses that want a log-in in any shop, and whose wall says nothing about the rest. */
    private static final Pattern ACCOUNT = Pattern.compile("(?i)(^|[/._-])"
            + "(accounts?|my|me|members?|users?|u?center|user-?center|member-?center|profile|cart|basket|checkout|orders?|"
            + "wish-?lists?|favou?rites?|collects?|follow|footprint|points|wallet|refunds?|returns|"
            + "log-?in|log-?out|sign-?in|sign-?up|register|passport|address|coupons?|messages?)([/._?-]|$)");

    private WallSigns() {}

    /** What an answer's own text shows, for people; empty when it is no challenge. */
    static Optional<String> on(Exchange exchange) {
        if (exchange.header("cf-mitigated").equalsIgnoreCase("challenge")) {
            return Optional.of("answered with a challenge (cf-mitigated)");
        }
        int status = exchange.status();
        boolean shut = status == 401 || status == 403;
        boolean page = status == 200 || shut || status == 429 || status == 503 || status == 405;
        if (!page || exchange.kind() != FetchKind.PAGE || exchange.body().length > LARGEST) {
            return Optional.empty();
        }
        String html = PageText.decode(exchange.body(), exchange.header("Content-Type"))
                .text();
        String lower = html.toLowerCase(Locale.ROOT);
        Optional<String> sign = first(MARKS, lower).or(() -> first(PHRASES, lower));
        boolean password = shut && lower.contains("type=\"password\"");
        if (sign.isEmpty() && !password) {
            return Optional.empty();
        }
        Document document = Jsoup.parse(html);
        String text = (document.title() + " " + document.text()).toLowerCase(Locale.ROOT);
        boolean small =
                text.length() <= LONGEST_TEXT && document.select("a[href]").size() <= MOST_LINKS;
        if (!small && !shut) {
            return Optional.empty();
        }
        return first(MARKS, lower)
                .or(() -> first(PHRASES, text))
                .map(found -> "answered " + status + " with a challenge that shows '" + found + "'")
                .or(() -> password ? Optional.of("answered " + status + " with a log-in form") : Optional.empty());
    }

    /** Whether a redirect leads to a proof of being human. */
    static Optional<String> challenge(URI to) {
        return CHALLENGE.matcher(to.getRawPath()).matches()
                ? Optional.of("redirects to a challenge, " + to)
                : Optional.empty();
    }

    /** Whether a redirect leads to a log-in. */
    static Optional<String> logIn(URI from, URI to) {
        String target = to.getRawPath();
        boolean own = to.getHost().equals(from.getHost());
        if (LOG_IN.matcher(target).matches()
                || (!own && LOG_IN_HOST.matcher(to.getHost()).matches())) {
            return Optional.of("redirects to a log-in, " + to);
        }
        return Optional.empty();
    }

    /** Whether an address is one of those that nobody reads without a log-in. */
    static boolean isAccount(URI address) {
        return ACCOUNT.matcher(address.getRawPath()).find();
    }

    private static Optional<String> first(List<String> signs, String text) {
        return signs.stream().filter(text::contains).findFirst();
    }
}
