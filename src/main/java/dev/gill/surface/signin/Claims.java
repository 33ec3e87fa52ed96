package dev.gill.surface.signin;

import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Visible;
import dev.gill.surface.Caller;
import dev.gill.surface.Right;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a provider says of somebody. */
final class Claims {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_GROUPS = 2_000;

  /**
   * Letters of other scripts are left out, since some of them become those of ASCII in lower case
   * and would make one person of two.
   */
  private static final Pattern ADDRESS = Pattern.compile("[!-?A-~]{1,64}@[!-?A-~]{1,189}");

  private final Function<String, Object> claim;

  private Claims(Function<String, Object> claim) {
    this.claim = claim;
  }

  /**
   * Whom they speak of.
   *
   * @param claim the value of the claim of a name; null if there is none
   */
  static Caller caller(Function<String, Object> claim, String groupsClaim, Admins admins) {
    Claims claims = new Claims(claim);
    Set<Identity> identities = claims.identities();
    Set<GroupId> groups = claims.groups(groupsClaim);
    Set<Right> rights = EnumSet.of(Right.ASK, Right.READ);
    if (admins.has(identities, groups)) {
      rights.addAll(EnumSet.allOf(Right.class));
    }
    return new Caller(Caller.Proof.SESSION, claims.name(), identities, groups, rights);
  }

  private Set<Identity> identities() {
    Set<Identity> identities = new HashSet<>();
    identities.add(new Identity(SignIn.REALM, text("sub").orElseThrow()));
    text("email")
        .filter(_ -> isVerified())
        .filter(address -> ADDRESS.matcher(address).matches())
        .map(Identity::email)
        .ifPresent(identities::add);
    return identities;
  }

  /** Some providers write the word. */
  private boolean isVerified() {
    Object verified = claim.apply("email_verified");
    return Boolean.TRUE.equals(verified) || "true".equals(verified);
  }

  /** A group that a provider names is one of the configured; it is never another system's. */
  private Set<GroupId> groups(String name) {
    Stream<?> written =
        switch (claim.apply(name)) {
          case Collection<?> many -> many.stream();
          case String one -> Stream.of(one);
          case null, default -> Stream.empty();
        };
    return written
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(group -> !group.isBlank())
        .limit(MOST_GROUPS)
        .map(GroupId::configured)
        .collect(Collectors.toSet());
  }

  private String name() {
    String name =
        Stream.of("name", "preferred_username", "email", "sub")
            .map(this::text)
            .flatMap(Optional::stream)
            .map(Visible::of)
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("?");
    return name.codePoints()
        .limit(LONGEST_NAME)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private Optional<String> text(String name) {
    return Stream.ofNullable(claim.apply(name))
        .filter(String.class::isInstance)
        .map(Objects::toString)
        .filter(text -> !text.isBlank())
        .findFirst();
  }
}
