/** What a crawl keeps: WARC files, lines that grow safely, and a database that says how far it came. */
@NullMarked
package org.touchstone.crawler.keep;

import org.jspecify.annotations.NullMarked;
