/** Reports of a scan, for people and for spreadsheets. */
@NullMarked
package org.touchstone.cli.report;

import org.jspecify.annotations.NullMarked;
