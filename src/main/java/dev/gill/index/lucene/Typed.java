package dev.gill.index.lucene;

import dev.gill.model.Language;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns what somebody is typing into a query for the beginnings of documents and sections. */
final class Typed {
  private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");

  /** Words that are looked at; nobody types more before choosing. */
  private static final int MOST_WORDS = 12;

  /** A stem may be shorter than what is typed of its word, by this many letters. */
  private static final int LONGEST_SUFFIX = 4;

  private static final int SHORTEST_STEM = 3;

  private Typed() {}

  static Query query(String typed, Query permitted) {
    List<String> words =
        WORD.matcher(typed.toLowerCase(Locale.ROOT))
            .results()
            .map(MatchResult::group)
            .limit(MOST_WORDS)
            .toList();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    int languages = 0;
    for (Language language : Language.values()) {
      BooleanQuery all = all(words, language);
      if (!all.clauses().isEmpty()) {
        any.add(all, Occur.SHOULD);
        languages++;
      }
    }
    return languages == 0
        ? new MatchNoDocsQuery("nothing typed")
        : new BooleanQuery.Builder()
            .add(any.build(), Occur.MUST)
            .add(permitted, Occur.FILTER)
            .build();
  }

  private static BooleanQuery all(List<String> words, Language language) {
    String field = Fields.section(language);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      Set<String> terms = Analysis.INSTANCE.terms(language, word);
      boolean han = Character.isIdeographic(word.codePointAt(0));
      if (i == words.size() - 1 && !han) {
        all.add(begun(field, word, terms), Occur.MUST);
      } else {
        terms.forEach(term -> all.add(new TermQuery(new Term(field, term)), Occur.MUST));
      }
    }
    return all.build();
  }

  /** Any term that begins so, or that the word may be a form of. */
  private static Query begun(String field, String word, Set<String> terms) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(new PrefixQuery(new Term(field, word)), Occur.SHOULD);
    terms.forEach(term -> any.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
    int shortest = Math.max(SHORTEST_STEM, word.length() - LONGEST_SUFFIX);
    for (int length = shortest; length < word.length(); length++) {
      any.add(new TermQuery(new Term(field, word.substring(0, length))), Occur.SHOULD);
    }
    return any.build();
  }
}
