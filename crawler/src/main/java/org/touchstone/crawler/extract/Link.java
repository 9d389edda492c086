package org.touchstone.crawler.extract;

import java.net.URI;

/**
 * A page that another links to.
 *
 * @param address of it
 * @param further whether it is a further page of the same list, no step away from the list's beginning. Only such as have
 *     a number, and no more than {@value PageLinks#MOST_PAGES} of a list, so that none goes on for ever
 */
public record Link(URI address, boolean further) {}
