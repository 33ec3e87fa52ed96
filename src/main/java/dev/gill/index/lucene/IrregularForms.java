package dev.gill.index.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Leads forms of English verbs and nouns that no rule of endings reaches back to their word, before
 * endings are cut off: who asks what somebody keeps is answered by what is kept. Forms that are
 * words of their own as well, such as left, found or saw, are left alone.
 */
final class IrregularForms extends TokenFilter {
  private static final String FORMS =
      """
      arise arose arisen; beat beaten; become became; begin began begun; bend bent;
      blow blew blown; break broke broken; bring brought; build built; burn burnt; buy bought;
      catch caught; choose chose chosen; come came; deal dealt; dig dug; draw drew drawn;
      drive drove driven; eat ate eaten; feed fed; fight fought; fly flew flown;
      forbid forbade forbidden; forget forgot forgotten; freeze froze frozen; get got gotten;
      give gave given; go went gone; grow grew grown; hang hung; hear heard; hold held; keep kept;
      know knew known; lead led; lend lent; lose lost; make made; meet met; mislead misled;
      override overrode overridden; pay paid; rebuild rebuilt; repay repaid; rewrite rewrote rewritten;
      ride rode ridden; ring rang rung; rise rose risen; run ran; say said; seek sought; sell sold;
      send sent; shake shook shaken; shoot shot; show shown; shrink shrank shrunk; sink sank sunk;
      sit sat; sleep slept; speak spoke spoken; spend spent; spin spun; stand stood;
      steal stole stolen; stick stuck; strike struck; swear swore sworn; sweep swept; swim swam swum;
      swing swung; take took taken; teach taught; tell told; think thought; throw threw thrown;
      understand understood; undo undid undone; wear wore worn; win won; withdraw withdrew withdrawn;
      write wrote written; child children; foot feet; man men; woman women; person people;
      tooth teeth; index indices; matrix matrices; vertex vertices; criterion criteria;
      analysis analyses; half halves; shelf shelves; knife knives
      """;

  private static final Map<String, String> WORDS = words();

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  IrregularForms(TokenStream words) {
    super(words);
  }

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    for (String forms : FORMS.split(";")) {
      String[] each = forms.strip().split("\\s+");
      for (int i = 1; i < each.length; i++) {
        words.put(each[i], each[0]);
      }
    }
    return Map.copyOf(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String word = WORDS.get(term.toString());
    if (word != null) {
      term.setEmpty().append(word);
    }
    return true;
  }
}
