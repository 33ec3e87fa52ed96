package dev.gill.index.lucene;

import com.ibm.icu.text.Normalizer2;
import dev.gill.model.SimplifiedChinese;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Chinese: compatibility forms and case folded, traditional characters turned into simplified ones,
 * then every character by itself and with the next. Latin words inside it stay words, also by the
 * parts of compound names.
 */
final class ChineseText extends Analyzer {
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  /** The whole text at once: some characters turn into one or another depending on the next. */
  @Override
  protected Reader initReader(String field, Reader reader) {
    StringWriter text = new StringWriter();
    try (reader) {
      reader.transferTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new StringReader(SimplifiedChinese.of(FOLD.normalize(text.toString())));
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream stream =
        new StopFilter(EnglishText.compounds(words), EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
    int scripts =
        CJKBigramFilter.HAN
            | CJKBigramFilter.HIRAGANA
            | CJKBigramFilter.KATAKANA
            | CJKBigramFilter.HANGUL;
    return new TokenStreamComponents(words, new CJKBigramFilter(stream, scripts, true));
  }
}
