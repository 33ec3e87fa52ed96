package dev.gill.index.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * English: words by Unicode's rules, compound names such as {@code max_connections} or {@code
 * config.yaml} both whole and by their parts, lower case, without stop words, irregular forms led
 * back to their word, stemmed by Porter.
 */
final class EnglishText extends Analyzer {
  private static final int COMPOUNDS =
      WordDelimiterGraphFilter.GENERATE_WORD_PARTS | WordDelimiterGraphFilter.PRESERVE_ORIGINAL;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream stream = new LowerCaseFilter(compounds(new EnglishPossessiveFilter(words)));
    stream = new StopFilter(stream, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
    return new TokenStreamComponents(words, new PorterStemFilter(new IrregularForms(stream)));
  }

  /** Adds the parts of compound names. */
  static TokenStream compounds(TokenStream words) {
    return new WordDelimiterGraphFilter(words, COMPOUNDS, CharArraySet.EMPTY_SET);
  }
}
