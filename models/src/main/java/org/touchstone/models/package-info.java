/** Image models: which there are, whether their files are the right ones, and how they run. The only room that sees DJL. */
@NullMarked
package org.touchstone.models;

import org.jspecify.annotations.NullMarked;
