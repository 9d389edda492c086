/** The files that people write: plans, profiles of sites, mappings of exports; read strictly. */
@NullMarked
package org.touchstone.crawler.plan;

import org.jspecify.annotations.NullMarked;
