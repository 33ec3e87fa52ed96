package dev.gill.source.git;

import dev.gill.model.PassedOver;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What is reported between two commits.
 *
 * @param base what is known already; empty if everything is reported
 * @param blobs the documents to report with their contents, in order of path
 * @param revisions the commit that last touched each of them
 * @param gone the paths that are no documents any more, with the blobs they were at {@code base}
 *     where they were documents then
 * @param living all documents there are
 * @param passedOver what is left unread at {@code target}
 */
record GitPass(
    Optional<ObjectId> base,
    ObjectId target,
    NavigableMap<String, ObjectId> blobs,
    Map<String, ObjectId> revisions,
    SortedMap<String, Optional<ObjectId>> gone,
    Set<String> living,
    List<PassedOver> passedOver) {
  boolean leads(GitCursor cursor) {
    return base.equals(cursor.base()) && target.equals(cursor.target());
  }
}
