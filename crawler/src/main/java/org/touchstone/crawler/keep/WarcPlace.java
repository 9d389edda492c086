package org.touchstone.crawler.keep;

/**
 * Where a record lies.
 *
 * @param file name of the WARC file, without a folder; empty for nowhere
 * @param offset of the record's first byte in the file, as compressed
 * @param sha256 of the payload: the body as it was received, 64 hexadecimal digits; empty when it is not known
 * @param record the record's id, such as {@code urn:uuid:…}; empty when it is not known
 */
public record WarcPlace(String file, long offset, String sha256, String record) {}
