package dev.gill.embed;

class WordScorerTest extends ScorerContract {
  @Override
  protected Scorer scorer() {
    return new WordScorer();
  }
}
