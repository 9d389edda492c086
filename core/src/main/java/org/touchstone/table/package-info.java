/**
 * Tables as others make them: CSV in any charset, and XLSX. They are read as lines of cells in bounded memory, whatever the cells mean and
 * however hostile the file is.
 */
@NullMarked
package org.touchstone.table;

import org.jspecify.annotations.NullMarked;
