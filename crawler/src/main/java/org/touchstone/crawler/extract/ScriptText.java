package org.touchstone.crawler.extract;

/**
 * A script's characters, read from the first to the last. Knows what strings, comments, templates and regular
 * expressions are, as far as that is needed to find their ends.
 */
final class ScriptText {
    private final String text;
    private final boolean json;
    private int at;

    /** @param json whether quotes within quotes are to be expected, as where somebody pasted a name into JSON */
    ScriptText(String text, boolean json) {
        this.text = text;
        this.json = json;
    }

    int at() {
        return at;
    }

    /** The character here; a NUL at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    void next() {
        at = Math.min(text.length(), at + 1);
    }

    boolean take(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    /** Whether a word ends here, blanks aside. */
    boolean follows(String word) {
        int end = at;
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.startsWith(word, end - word.length());
    }

    /** Passes blanks and comments; false at the end. */
    boolean skipBlank() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\ufeff' || c == '\u00a0') {
                at++;
            } else if (text.startsWith("/*", at)) {
                skipPast("*/");
            } else if (text.startsWith("//", at)) {
                skipPast("\n");
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipPast(String end) {
        int found = text.indexOf(end, at + end.length());
        at = found < 0 ? text.length() : found + end.length();
    }

    /** A name or number; empty, without moving, where something else stands. */
    String word() {
        int start = at;
        if (peek() == '!' || peek() == '-' || peek() == '+') {
            at++;
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean exponent = (c == '-' || c == '+')
                    && at > start + 1
                    && Character.isDigit(text.charAt(start))
                    && "eE".indexOf(text.charAt(at - 1)) >= 0;
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '$' && c != '.' && !exponent) {
                break;
            }
            at++;
        }
        return text.substring(start, at);
    }

    /** The string that starts here, unescaped; ends at the line's end when no quote does so before. */
    String string() {
        char quote = peek();
        StringBuilder string = new StringBuilder();
        next();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                escape(string);
            } else if (c == quote && endsString()) {
                break;
            } else if ((c == '\n' || c == '\r') && !json) {
                break;
            } else {
                string.append(c);
            }
        }
        return string.toString();
    }

    private boolean endsString() {
        if (!json) {
            return true;
        }
        int after = at;
        while (after < text.length() && text.charAt(after) <= ' ' && after - at < 100) {
            after++;
        }
        return after >= text.length() || ",:}]".indexOf(text.charAt(after)) >= 0;
    }

    private void escape(StringBuilder string) {
        char c = peek();
        next();
        switch (c) {
            case 'n' -> string.append('\n');
            case 't' -> string.append('\t');
            case 'r', 'b', 'f', '\n', '\r', '\0' -> string.append("");
            case 'u' -> code(string, 4);
            case 'x' -> code(string, 2);
            default -> string.append(c);
        }
    }

    private void code(StringBuilder string, int digits) {
        int value = 0;
        int end = Math.min(text.length(), at + digits);
        while (at < end && Character.digit(text.charAt(at), 16) >= 0) {
            value = value * 16 + Character.digit(text.charAt(at++), 16);
        }
        string.append((char) value);
    }

    /** Passes one token of code. */
    void skipToken(char before) {
        char c = peek();
        if (c == '"' || c == '\'') {
            string();
        } else if (c == '`') {
            skipTemplate();
        } else if (c == '/' && "(,=:[!&|?{};".indexOf(before) >= 0) {
            skipRegularExpression();
        } else {
            at++;
        }
    }

    private void skipTemplate() {
        at++;
        while (at < text.length() && text.charAt(at) != '`') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), at + 1);
    }

    private void skipRegularExpression() {
        boolean inClass = false;
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == '/' && !inClass) {
                break;
            }
            inClass = c == '[' || inClass && c != ']';
            at += c == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), at + 1);
    }

    /** Passes everything up to the comma or bracket that ends an item of a literal. */
    void skipExpression() {
        int open = 0;
        char before = ':';
        while (skipBlank()) {
            char c = peek();
            if (c == '(' || c == '[' || c == '{') {
                open++;
            } else if (c == ')' || c == ']' || c == '}') {
                if (open == 0) {
                    return;
                }
                open--;
            } else if (c == ',' && open == 0) {
                return;
            }
            skipToken(before);
            before = c;
        }
    }
}
