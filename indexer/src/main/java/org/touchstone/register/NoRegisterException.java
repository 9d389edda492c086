package org.touchstone.register;

import java.io.IOException;
import java.util.regex.Pattern;

/** A file that is no register of a kind that is known. The message says what was expected and what was found. */
public final class NoRegisterException extends IOException {
    private static final long serialVersionUID = 1;

    /** Endings of files that lie beside registers and are none. */
    private static final Pattern BESIDE = Pattern.compile(
            "(?is).*\\.(?:txt|md|rst|log|html?|css|js|docx?|pdf|rtf|pptx?|dtd|xsd|xsl|png|jpe?g|gif|webp|svg|bmp|tiff?|sha256|md5)");

    private final String reason;
    private final boolean bystander;

    /** @param bystander whether it is of a kind that lies beside registers; its name may tell that as well */
    NoRegisterException(String name, String found, boolean bystander) {
        super("expected a register, found " + found + " in " + name);
        this.reason = "expected a register, found " + found;
        this.bystander = bystander || BESIDE.matcher(name).matches();
    }

    /** The message without the file's name, for a rejection, which names it already. */
    String reason() {
        return reason;
    }

    /** Whether it is of a kind that lies beside registers, such as a picture or a note, so that nothing is missed without it. */
    boolean isBystander() {
        return bystander;
    }
}
