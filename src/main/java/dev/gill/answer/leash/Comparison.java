package dev.gill.answer.leash;

import dev.gill.answer.leash.Token.Kind;
import dev.gill.model.Flaw;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares a claim with the sentences that it is drawn from, token by token. */
final class Comparison {
  /** Share of what is said there that a claim has which repeats it. */
  private static final double REPEATED = 0.8;

  private final List<Token> claim;
  private final List<Token> said;
  private final List<Token> about;
  private final List<Token> before;

  Comparison(List<Token> claim, List<Window> windows) {
    this.claim = claim;
    this.said = windows.stream().flatMap(window -> window.tokens().stream()).toList();
    this.about = windows.stream().flatMap(window -> window.about().stream()).toList();
    this.before = windows.stream().flatMap(window -> window.before().stream()).toList();
  }

  /**
   * What is wrong with the claim, if anything is.
   *
   * @param covered share of it that must stand there
   */
  Optional<Flaw> flaw(double covered) {
    Optional<Flaw> figure = first(EnumSet.of(Kind.NUMBER, Kind.CODE));
    if (figure.isPresent()) {
      return figure;
    }
    if (Negation.differs(claim, said) || deniesOtherwise()) {
      return Optional.of(Flaw.NEGATION);
    }
    Optional<Flaw> other = first(EnumSet.of(Kind.NAME, Kind.OPENING, Kind.TURN, Kind.UNIT));
    if (other.isPresent()) {
      return other;
    }
    return coverage() < covered ? Optional.of(Flaw.UNSUPPORTED) : Optional.empty();
  }

  private Optional<Flaw> first(Set<Kind> kinds) {
    return IntStream.range(0, claim.size())
        .filter(i -> kinds.contains(claim.get(i).kind()))
        .mapToObj(this::flawOf)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether it denies more often than what it repeats, or repeats nearly all but a denial. */
  private boolean deniesOtherwise() {
    long denied = denials(claim);
    long there = denials(said);
    return denied > there || (denied < there && repeats());
  }

  private static long denials(List<Token> tokens) {
    return tokens.stream().filter(token -> token.kind() == Kind.NEGATION).count();
  }

  /** Whether the claim has nearly all that is said there. */
  private boolean repeats() {
    List<Token> says = said.stream().filter(Token::says).toList();
    long repeated =
        IntStream.range(0, says.size()).filter(i -> Overlap.stands(says, i, claim)).count();
    return repeated >= REPEATED * says.size();
  }

  /** Whether it has a figure more often than what it is drawn from. */
  private boolean isTooOften(int at) {
    Token figure = claim.get(at);
    return count(figure, claim) > count(figure, said) + count(figure, about);
  }

  private static long count(Token figure, List<Token> text) {
    return text.stream().filter(figure::matches).count();
  }

  private Optional<Flaw> flawOf(int at) {
    return switch (claim.get(at).kind()) {
      case NUMBER -> number(at) ? Optional.empty() : Optional.of(Flaw.NUMBER);
      case CODE -> code(at) ? Optional.empty() : Optional.of(version(at) ? Flaw.NUMBER : Flaw.NAME);
      case NAME, OPENING -> name(at) ? Optional.empty() : Optional.of(Flaw.NAME);
      case TURN -> Neighbours.same(claim, at, said) ? Optional.empty() : Optional.of(Flaw.TURN);
      case UNIT ->
          Neighbours.either(claim, at, said) && !isTooOften(at)
              ? Optional.empty()
              : Optional.of(Flaw.TURN);
      case WORD, FILLER, NEGATION, HAN -> Optional.empty();
    };
  }

  private boolean number(int at) {
    return Overlap.stands(claim, at, said)
        ? Neighbours.same(claim, at, said)
        : Overlap.stands(claim, at, about);
  }

  private boolean code(int at) {
    return Overlap.stands(claim, at, said) || Overlap.stands(claim, at, about);
  }

  private boolean version(int at) {
    return claim.get(at).form().matches("v?\\d.*");
  }

  /** A name that stands before is meant where the sentence has a pronoun for it. */
  private boolean name(int at) {
    if (Overlap.stands(claim, at, said)) {
      return whole(at, said) && Neighbours.same(claim, at, said);
    }
    boolean titled = Overlap.stands(claim, at, about) && whole(at, about);
    boolean referred = hasPronoun() && Overlap.stands(claim, at, before) && whole(at, before);
    return titled || referred;
  }

  /** Whether a name of several words stands there as one. */
  private boolean whole(int at, List<Token> text) {
    return at + 1 >= claim.size()
        || claim.get(at + 1).kind() != Kind.NAME
        || IntStream.range(0, text.size() - 1)
            .anyMatch(
                i ->
                    claim.get(at).matches(text.get(i))
                        && claim.get(at + 1).matches(text.get(i + 1)));
  }

  private boolean hasPronoun() {
    return said.stream()
        .anyMatch(
            token ->
                Vocabulary.PRONOUNS.contains(token.form())
                    || Vocabulary.HAN_PRONOUNS.contains(token.form()));
  }

  private double coverage() {
    int all = 0;
    int covered = 0;
    for (int i = 0; i < claim.size(); i++) {
      if (claim.get(i).says()) {
        all++;
        covered += stands(i) ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) covered / all;
  }

  private boolean stands(int at) {
    return Overlap.stands(claim, at, said)
        || Overlap.stands(claim, at, about)
        || (claim.get(at).kind() == Kind.NAME && Overlap.stands(claim, at, before));
  }
}
