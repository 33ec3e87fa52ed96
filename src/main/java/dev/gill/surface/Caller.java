package dev.gill.surface;

import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Whoever sends a request.
 *
 * @param proof what shows who it is
 * @param name to greet them by, which says nothing of who they are; empty for somebody unknown
 * @param identities by which they are known; an e-mail address only if it was verified
 * @param groups that they belong to by the word of whoever signed them in
 */
public record Caller(
    Proof proof, String name, Set<Identity> identities, Set<GroupId> groups, Set<Right> rights) {

  /** What shows who sends a request. */
  public enum Proof {
    /** Nothing does, and nothing may be done. */
    NONE,
    /** They sit at this machine, which is all that can reach this Gill. */
    MACHINE,
    /** Nothing does, and this Gill is open to all who reach it. */
    OPEN,
    /** They signed in with a browser. */
    SESSION,
    /** An access token. */
    TOKEN
  }

  private static final Caller NOBODY = unknown(Proof.NONE);
  private static final Caller MACHINE = unknown(Proof.MACHINE, Right.values());
  private static final Caller VISITOR = unknown(Proof.OPEN, Right.ASK, Right.READ, Right.SYNC);

  public Caller {
    Objects.requireNonNull(proof, "proof");
    Objects.requireNonNull(name, "name");
    identities = Set.copyOf(identities);
    groups = Set.copyOf(groups);
    rights = Set.copyOf(rights);
  }

  private static Caller unknown(Proof proof, Right... rights) {
    Set<Right> all = EnumSet.noneOf(Right.class);
    all.addAll(Arrays.asList(rights));
    return new Caller(proof, "", Set.of(), Set.of(), all);
  }

  /** Somebody who has shown nothing and may do nothing. */
  public static Caller nobody() {
    return NOBODY;
  }

  /** Whoever sits at this machine, where nobody else can reach Gill. */
  public static Caller ofThisMachine() {
    return MACHINE;
  }

  /** Somebody unknown, where Gill is open to all who reach it. */
  public static Caller visitor() {
    return VISITOR;
  }

  /** Whether they may do that. */
  public boolean may(Right right) {
    return rights.contains(right);
  }
}
