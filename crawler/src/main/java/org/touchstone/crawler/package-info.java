/**
 * From a plan to a folder of listings: what to visit, in which order, and what is kept; imports; replays.
 *
 * <p>{@link org.touchstone.crawler.Crawler} runs a {@link org.touchstone.crawler.plan.CrawlPlan}; the packages below fetch
 * politely and read pages.
 */
@NullMarked
package org.touchstone.crawler;

import org.jspecify.annotations.NullMarked;
