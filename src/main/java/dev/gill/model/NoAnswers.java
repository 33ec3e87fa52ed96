package dev.gill.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where no verified answers are kept. */
enum NoAnswers implements VerifiedAnswers {
  NONE;

  @Override
  public Optional<SourceId> source() {
    return Optional.empty();
  }

  @Override
  public List<Identity> verifiers() {
    return List.of();
  }

  @Override
  public List<Identity> away() {
    return List.of();
  }

  @Override
  public Duration lasting() {
    return Duration.ZERO;
  }

  @Override
  public List<VerifiedAnswer> all() {
    return List.of();
  }

  @Override
  public void put(VerifiedAnswer answer) {
    throw new IllegalStateException("no verified answers are kept here");
  }

  @Override
  public void remove(String id) {
    // there is none
  }
}
