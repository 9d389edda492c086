package org.touchstone.crawler.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks the robots rules without a server. */
public final class RobotsCases {
    private RobotsCases() {}

    public static boolean allowed(String robots, String agent, String url) {
        return RobotsRules.parse(
                        URI.create("http://foo.bar/robots.txt"), robots.getBytes(StandardCharsets.UTF_8), agent)
                .verdict(WebAddress.parse(url).orElseThrow())
                .allowed();
    }
}
