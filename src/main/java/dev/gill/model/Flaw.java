package dev.gill.model;

/** Why a sentence is not shown as a part of an answer. */
public enum Flaw {
  /** It cites nothing, and no passage says it. */
  UNCITED,
  /** It cites a passage that there is not. */
  NO_SUCH_PASSAGE,
  /** It says the question again and nothing else. */
  REPEATS,
  /** It carries a picture, a link or other markup. */
  MARKUP,
  /** It is drawn from text that orders a model about. */
  ORDER,
  /** A number, date or version does not stand in the passage, or not beside the same words. */
  NUMBER,
  /** A name does not, or not in the same part. */
  NAME,
  /** It denies what the passage says, or the reverse. */
  NEGATION,
  /** It says before for after, may for must and the like. */
  TURN,
  /** Too little of it stands in the passage. */
  UNSUPPORTED
}
