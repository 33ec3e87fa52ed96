package dev.gill.source.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slack's markup reads as people see it. */
final class MrkdwnTest {
  private static String plain(String text) {
    return new Mrkdwn(
            account -> Map.of("U1", "mira", "W2", "李娜").getOrDefault(account, account),
            Map.of("C1", "ops"))
        .plain(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      value = {
        "<@U1> see <#C1|ops> => @mira see #ops",
        "<@W2>，看 <#C1> 和 <#C9|> => @李娜，看 #ops 和 #channel",
        "<@U1|mi> and <@U7> => @mira and @U7",
        "<!here> <!subteam^S1|@oncall> <!subteam^S2> => @here @oncall @subteam",
        "<!date^1392734382^{date}|18 Feb 2014> => 18 Feb 2014",
        "<https://a.example/x|the list> => the list (https://a.example/x)",
        "<https://a.example/x> and <http://b.example|b.example> => https://a.example/x and http://b.example",
        "<mailto:noor@a.example|noor@a.example> => noor@a.example",
        "a &lt;b&gt; &amp;amp; c => a <b> &amp; c",
        "*bold* _it_ *_both_* => bold it both",
        "2 * 3 * 4 and snake_case_name => 2 * 3 * 4 and snake_case_name",
        "keep ~5~ 6 copies in ~/old and ~/new => keep  6 copies in ~/old and ~/new",
        "done :tada: :+1: at 10:30:45 => done   at 10:30:45",
        "run `a *b* :c: &lt;d&gt;` now => run `a *b* :c: <d>` now",
      })
  void aLine(String written, String read) {
    assertThat(plain(written)).isEqualTo(read);
  }

  @Test
  void codeBetweenFencesStaysAsItIs() {
    assertThat(
            plain(
                "Try this:\n```for f in *.log; do\n  rm _old_ &amp;&amp; ls\ndone```\nthen *wait*."))
        .isEqualTo(
            "Try this:\n\n```\nfor f in *.log; do\n  rm _old_ && ls\ndone\n```\n\nthen wait.");
  }

  @Test
  void whoIsMentionedIsKnownByTheAccount() {
    assertThat(Mrkdwn.mentioned("<@U1> and <@W2|x> but not <#C1> or @U3"))
        .containsExactly("U1", "W2");
  }
}
