package org.touchstone.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts the elements that drawing will visit when every {@code <use>}, pattern, mask and the like is followed. Ten uses of
 * ten uses of … grow a thousandfold with every three levels while the file grows by lines.
 */
final class SvgCost {
    private static final long MAX = 1_000_000;
    private static final Pattern FRAGMENT = Pattern.compile("url\\(\\s*[\"']?\\s*#([^)\"'\\s]+)");

    private final Deque<Node> open = new ArrayDeque<>();
    private final Map<String, Node> byId = new HashMap<>();
    private @Nullable Node root;

    private static final class Node {
        final List<Node> children = new ArrayList<>(2);
        final List<String> references = new ArrayList<>(1);
        /** 0 before it is known, -1 while it is being found. */
        long cost;
    }

    void start() {
        Node node = new Node();
        if (root == null) {
            root = node;
        }
        if (!open.isEmpty()) {
            open.peek().children.add(node);
        }
        open.push(node);
    }

    void end() {
        open.pop();
    }

    void id(String id) {
        byId.putIfAbsent(id, open.element());
    }

    void address(String address) {
        String stripped = address.strip();
        if (stripped.startsWith("#")) {
            open.element().references.add(stripped.substring(1));
        }
    }

    void style(String css) {
        if (css.contains("url(")) {
            Matcher fragment = FRAGMENT.matcher(css);
            while (fragment.find()) {
                open.element().references.add(fragment.group(1));
            }
        }
    }

    void check() throws ImageRejectedException {
        if (root != null && cost(root) > MAX) {
            throw new ImageRejectedException(
                    "expected an SVG that draws at most " + MAX + " elements, found references that multiply to more");
        }
    }

    private long cost(Node node) {
        if (node.cost != 0) {
            return Math.max(0, node.cost); // a reference to one of its own ancestors draws nothing
        }
        node.cost = -1;
        long sum = 1;
        for (Node child : node.children) {
            sum += cost(child);
        }
        for (String reference : node.references) {
            Node target = byId.get(reference);
            sum += target == null ? 0 : cost(target);
        }
        node.cost = Math.min(sum, MAX + 1);
        return node.cost;
    }
}
