package dev.gill.index.lucene;

import dev.gill.model.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Gives each field the analyzer of its language, and finds a text's terms. */
final class Analysis extends AnalyzerWrapper {
  /** The one instance, since an analyzer keeps what it needs per thread. */
  static final Analysis INSTANCE = new Analysis();

  private final Map<String, Analyzer> byField = new HashMap<>();

  private Analysis() {
    super(PER_FIELD_REUSE_STRATEGY);
    Map<Language, Analyzer> byLanguage = new EnumMap<>(Language.class);
    byLanguage.put(Language.ENGLISH, new EnglishText());
    byLanguage.put(Language.CHINESE, new ChineseText());
    byLanguage.forEach(
        (language, analyzer) -> {
          byField.put(Fields.text(language), analyzer);
          byField.put(Fields.headings(language), analyzer);
          byField.put(Fields.section(language), analyzer);
        });
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    Analyzer analyzer = byField.get(field);
    if (analyzer == null) {
      throw new IllegalArgumentException("field '%s' holds no text".formatted(field));
    }
    return analyzer;
  }

  /** The different terms of a text as that language has them, in the order of the text. */
  Set<String> terms(Language language, String text) {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream stream = tokenStream(Fields.text(language), text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return terms;
  }
}
