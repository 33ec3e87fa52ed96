package dev.gill.skill;

/** A skill cannot be written or kept in step; says in one sentence what to do. */
public final class SkillException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SkillException(String sentence) {
    super(sentence);
  }

  SkillException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
