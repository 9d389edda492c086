/**
 * Live streams: a playlist is watched for a time, its segments are kept, stills are sampled from them, and what a room
 * offers becomes listings. Everything comes in through {@link org.touchstone.crawler.live.SegmentSource}, so that
 * robots.txt, limits and the guard against inner networks hold here as for pages.
 */
@NullMarked
package org.touchstone.crawler.live;

import org.jspecify.annotations.NullMarked;
