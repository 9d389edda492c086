/** Pages that only come about by their scripts: one browser for a crawl, which has no way to the network but the crawl's own fetcher. */
@NullMarked
package org.touchstone.crawler.render;

import org.jspecify.annotations.NullMarked;
