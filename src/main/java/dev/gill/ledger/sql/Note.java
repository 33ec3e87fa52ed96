package dev.gill.ledger.sql;

import dev.gill.ledger.Entry;
import dev.gill.ledger.Said;

/** Something that is to be written. */
sealed interface Note {
  /** A question was asked. */
  record Asked(Entry entry) implements Note {}

  /** Something was said of an answer. */
  record SaidOf(String entry, Said said) implements Note {}

  /** Nothing: whoever waits for something shall look up. */
  record Wake() implements Note {}
}
