package org.touchstone.crawler.extract;

/** A text and where it was read. */
record Stated(String text, Origin origin) {}
