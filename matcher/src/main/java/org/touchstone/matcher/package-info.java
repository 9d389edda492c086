/** Signs to candidates to evidence to hits. */
@NullMarked
package org.touchstone.matcher;

import org.jspecify.annotations.NullMarked;
