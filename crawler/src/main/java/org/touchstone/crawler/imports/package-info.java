/**
 * Listings from files that others made: exports of marketplaces and of monitoring vendors as CSV, XLSX and JSON, and folders of
 * screenshots.
 */
@NullMarked
package org.touchstone.crawler.imports;

import org.jspecify.annotations.NullMarked;
