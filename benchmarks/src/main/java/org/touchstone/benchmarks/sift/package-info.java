/** The plain method for signs in photos, to compare with: SIFT and RANSAC against every mark in turn. */
@NullMarked
package org.touchstone.benchmarks.sift;

import org.jspecify.annotations.NullMarked;
