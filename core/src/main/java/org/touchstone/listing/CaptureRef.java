package org.touchstone.listing;

/**
 * The bytes that a listing was read from.
 *
 * @param warc path of the WARC file, relative to the crawl folder
 * @param offset of the record in that file, in bytes
 * @param sha256 of the payload, 64 lower-case hexadecimal digits
 */
public record CaptureRef(String warc, long offset, String sha256) {}
