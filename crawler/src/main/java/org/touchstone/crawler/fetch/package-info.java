/** Fetching as a good guest: robots.txt, one request a host at a time, limits on everything, public addresses only. */
@NullMarked
package org.touchstone.crawler.fetch;

import org.jspecify.annotations.NullMarked;
