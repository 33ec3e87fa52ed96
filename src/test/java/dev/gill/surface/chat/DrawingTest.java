package dev.gill.surface.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.ledger.AskedOn;
import dev.gill.model.Answer;
import dev.gill.model.Audience;
import dev.gill.model.Citation;
import dev.gill.model.Part;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Statement;
import dev.gill.surface.Asking;
import dev.gill.surface.Languages;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawingTest {
  /** Three of them fit. */
  private static final String LONG = "slowly ".repeat(270);

  @Test
  void a_long_answer_is_cut_between_statements_and_says_where_the_rest_is() throws Exception {
    try (ChatHouse house = new ChatHouse()) {
      house.put(
          "wiki:valves",
          "Valves",
          "Mira",
          3,
          new Audience.Everyone(),
          "# Valves\n\nThe valves are turned every 30 days.\n");
      Question question = new Question("How often are the valves turned?", Reader.anyone());
      Answer.Grounded quoted =
          (Answer.Grounded) house.parts().asking.ask(AskedOn.SLACK, question).answer();
      List<Statement> many =
          IntStream.rangeClosed(1, 5).mapToObj(i -> statement(i, quoted.citations())).toList();
      Answer answer = new Answer.Grounded(many, quoted.asOf(), Optional.empty());

      String card =
          new Drawing(house.parts())
              .card(new Languages().of("en"), given(question, answer), List.of(), List.of())
              .toString();

      assertThat(card)
          .contains("Valve 1 ", "Valve 3 ")
          .contains("This is the beginning; all of it: https://gill.example.com/?q=")
          .doesNotContain("Valve 4 ");
    }
  }

  private static Statement statement(int i, List<Citation> citations) {
    String text = "Valve %d is turned %s.".formatted(i, LONG);
    return new Statement(text, List.of(new Part(Part.Kind.WORDS, text, false)), citations);
  }

  private static Given given(Question question, Answer answer) {
    Asking.Asked made = new Asking.Asked(answer, Optional.empty(), Optional.empty());
    return new Given("given", "mira", question.text(), question, made, false);
  }
}
