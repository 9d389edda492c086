package org.touchstone.register;

/**
 * The bytes of one record, as they stand in a file.
 *
 * @param bytes from the record's start tag to its end tag, without what was left out
 * @param line on which it begins, from 1
 * @param fault why it cannot be read; empty when it can
 */
record Slice(byte[] bytes, long line, String fault) {}
