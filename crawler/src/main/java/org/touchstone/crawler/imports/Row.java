package org.touchstone.crawler.imports;

import java.util.List;
import java.util.Map;
import org.touchstone.table.Grid;

/**
 * A record of an export: cells under names.
 *
 * @param number line or row, from 1
 * @param names headings of a table, or JSON pointers; rows of the same form share the list
 * @param cells as many as names, empty where nothing stands
 * @param links addresses that cells lead to, by column
 * @param pictures embedded ones, see {@link Grid.Line}
 */
record Row(long number, List<String> names, List<String> cells, Map<Integer, String> links, List<String> pictures) {}
