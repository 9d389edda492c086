/** Signs in writing: how they are normalised, and the keys under which a view of them is found. */
@NullMarked
package org.touchstone.indexer.sign;

import org.jspecify.annotations.NullMarked;
