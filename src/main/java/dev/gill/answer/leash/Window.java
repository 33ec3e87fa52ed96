package dev.gill.answer.leash;

import dev.gill.model.Range;
import java.util.List;

/**
 * Some sentences of a passage.
 *
 * @param tokens what they say
 * @param about what the title and the headings say
 * @param before what the sentences before them say
 */
record Window(
    int passage, Range range, List<Token> tokens, List<Token> about, List<Token> before) {}
