package dev.gill.source.folder;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a walk met.
 *
 * @param files the documents, by key
 * @param leadOut the links that are passed over because they lead out of the root, by key
 * @param links whether links to folders were met: what they lead to depends on the whole tree
 * @param entries how many names were met at all, documents or not
 * @param root the identity of the folder where the walk began
 */
record Scan(
    SortedMap<String, Found> files,
    SortedSet<String> leadOut,
    boolean links,
    long entries,
    Object root) {}
