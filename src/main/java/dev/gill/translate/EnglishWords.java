package dev.gill.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the longest phrases of English words that the dictionary has, inflected or not. */
final class EnglishWords {
  private static final int MOST_WORDS = 3;

  /** Words that ask, count or join; they name nothing. */
  private static final Set<String> FUNCTION =
      Set.of(
          ("a an and are as at be but by for if in into is it no not of on or such that the their then there these they"
                  + " this to was will with what which who whom whose when where why how many much do does did has have"
                  + " had can could would should may might must were been being from about than more most other some any"
                  + " its his her he she we you our my your me us i im ive dont doesnt cant isnt please so also just get"
                  + " got")
              .split(" "));

  private final Entries toChinese;

  EnglishWords(Entries toChinese) {
    this.toChinese = toChinese;
  }

  /** What each word or phrase may be called; a word that has nothing may be a name and stays. */
  List<List<String>> renderings(List<String> words) {
    List<List<String>> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = Math.min(MOST_WORDS, words.size() - at);
      List<String> renderings = phrase(words.subList(at, at + length));
      while (renderings.isEmpty() && length > 1) {
        length--;
        renderings = phrase(words.subList(at, at + length));
      }
      boolean names = length > 1 || !FUNCTION.contains(plain(words.get(at)));
      if (names) {
        List<String> all = new ArrayList<>(renderings);
        all.add(String.join(" ", words.subList(at, at + length)));
        found.add(all);
      }
      at += length;
    }
    return found;
  }

  private List<String> phrase(List<String> words) {
    boolean functionOnly = words.stream().map(EnglishWords::plain).allMatch(FUNCTION::contains);
    if (functionOnly) {
      return List.of();
    }
    String before =
        String.join(" ", words.subList(0, words.size() - 1)).toLowerCase(Locale.ROOT) + " ";
    for (String last : forms(words.getLast().toLowerCase(Locale.ROOT))) {
      List<String> renderings = toChinese.of((before + last).strip());
      if (!renderings.isEmpty()) {
        return renderings;
      }
    }
    return List.of();
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("'", "");
  }

  /** A word as it stands, and what it may be an inflection of. */
  private static Set<String> forms(String word) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(word);
    ending(word, "ies", "y", forms);
    ending(word, "es", "", forms);
    ending(word, "s", "", forms);
    for (String ending : List.of("ing", "ed")) {
      ending(word, ending, "", forms);
      ending(word, ending, "e", forms);
      int end = word.length() - ending.length();
      boolean doubled =
          word.endsWith(ending) && end > 2 && word.charAt(end - 1) == word.charAt(end - 2);
      if (doubled) {
        forms.add(word.substring(0, end - 1));
      }
    }
    return forms;
  }

  private static void ending(String word, String ending, String instead, Set<String> forms) {
    int end = word.length() - ending.length();
    if (word.endsWith(ending) && end > 1) {
      forms.add(word.substring(0, end) + instead);
    }
  }
}
