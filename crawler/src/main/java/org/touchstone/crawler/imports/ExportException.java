package org.touchstone.crawler.imports;

import org.touchstone.table.TableException;

/** A file that cannot be read as an export, or not beyond some place. The message says what was expected and what was found. */
public final class ExportException extends TableException {
    private static final long serialVersionUID = 1;

    private final String skeleton;

    ExportException(String message) {
        this(message, "");
    }

    ExportException(String message, String skeleton) {
        super(message);
        this.skeleton = skeleton;
    }

    /** The same failure as one of an export. */
    static ExportException of(TableException e) {
        return e instanceof ExportException known ? known : new ExportException(String.valueOf(e.getMessage()));
    }

    /** The same of one sheet. */
    ExportException in(String sheet) {
        return new ExportException("sheet '" + sheet + "': " + getMessage(), skeleton);
    }

    /** A mapping to complete, in YAML, where the file's headings are not known; otherwise empty. */
    public String skeleton() {
        return skeleton;
    }
}
