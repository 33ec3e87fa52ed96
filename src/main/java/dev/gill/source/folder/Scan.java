package dev.gill.source.folder;

import java.util.SortedMap;

/**
 * What a walk met.
 *
 * @param files the documents, by key
 * @param links whether links to folders were met: what they lead to depends on the whole tree
 * @param entries how many names were met at all, documents or not
 * @param root the identity of the folder where the walk began
 */
record Scan(SortedMap<String, Found> files, boolean links, long entries, Object root) {}
