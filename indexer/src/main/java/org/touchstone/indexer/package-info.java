/** The mark index: registrations made findable by how they look, sound and read. The only room that sees Lucene. */
@NullMarked
package org.touchstone.indexer;

import org.jspecify.annotations.NullMarked;
