package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignatorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "At which site is badge Ned-03?        | Ned-03 · 9053 · Basel      | 1",
        "At which site is badge Ned-03?        | Ned-01 · 9013 · Lyon       | 0",
        "What does clause 3.1.1 say?           | 3.1.1 Subcontractors sign. | 1",
        "What does clause 3.1.1 say?           | 3.1.1.2 Fees are paid.     | 0",
        "What is the remedy for P12?           | P12 · wait nine minutes    | 1",
        "What is the remedy for P1?            | P12 · wait nine minutes    | 0",
        "For whom is room 14 reserved?         | Room no. 14 is reserved.  | 1",
        "Room 14 or hall C-3?                  | Hall C-3 is free.          | 0.5",
        "Who repairs the oars?                 | Room 14                    | 0",
        "When does the contract with J. Smith end? | The contract with J. Smith ends. | 1",
        "When does the contract with J. Smith end? | A contract is ended in writing.  | 0",
        "How much did we pay to Gaswerk Nord? | Gaswerk Nord · -1.204,50 | 1",
        "What does clause 2.2.1 (b) say?      | 2.2.1 (b) hotel rooms      | 1",
        "分机 8125 是谁的？                     | 前台：赵喆，分机 8125。       | 1"
      })
  void whatANumberOrCodeNamesIsLookedFor(String question, String text, double share) {
    assertThat(new Designators(question).in(text)).isEqualTo(share);
  }
}
