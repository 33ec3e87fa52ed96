package dev.gill.retrieve;

import dev.gill.index.DocHead;
import dev.gill.index.Section;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Passage;
import dev.gill.model.Scored;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds documents that a question asks for by what they are called ("What does the onboarding page
 * say?"), since their text need not have a word of it, and ranks their passages first.
 */
final class NamedDocuments {
  private static final String KIND =
      "(?:document|doc|page|file|article|spreadsheet|presentation|memo|minutes|pdf|notes?)";

  private static final String SAYS = "(?:says?|said|states?|contains?)\\b";

  private static final String ENDING =
      "(?:pdf|docx?|xlsx?|pptx?|od[tps]|rtf|md|txt|html?|csv|eml|msg|adoc|rst|epub|ipynb)";

  /** How a document is asked for; the first group that matched is what it is called. */
  private static final List<Pattern> ASKING =
      List.of(
          pattern("\\b(?:the|our|my) ([^,;?]{2,60}?) " + KIND + " " + SAYS),
          pattern("\\b(?:the|our|my) " + KIND + " ([^,;?]{2,60}?) " + SAYS),
          pattern("\\b(?:in|of) (?:the|our|my) ([^,;?]{2,60}?) " + KIND + "\\W*$"),
          pattern("([\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*\\." + ENDING + ")(?![\\p{L}\\p{N}])"),
          pattern(
              "(?:关于|關於)?[“「《]?([^，。？?]{2,30}?)[”」》]?的?(?:这份|這份)?"
                  + "(?:文档|文檔|文件|页面|頁面|表格|邮件|郵件|幻灯片|文章)"
                  + "(?:里|裡|中|上|里面)?都?(?:说|說|写|寫|讲|講|有|规定|規定)(?:了|的|着)?(?:些|是)?(?:什么|什麼|啥)"));

  /** More documents than this are not meant one by one. */
  private static final int MOST = 3;

  private static final int LOOKED_AT = 20;

  /** Passages of a named document score between this and 1, all others below it. */
  private static final double NAMED = 0.75;

  private NamedDocuments() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** What the document that a question asks for is called; empty if it asks for none. */
  static Optional<String> in(String question) {
    return ASKING.stream()
        .map(asking -> asking.matcher(question))
        .filter(Matcher::find)
        .map(found -> found.group(1).strip())
        .findFirst();
  }

  /** What was found for a question, with the documents that it asks for by name first. */
  static Retrieved first(String question, Retrieved found, Search search) {
    Set<DocId> named = in(question).map(name -> called(name, search)).orElseGet(Set::of);
    if (named.isEmpty() || named.size() > MOST) {
      return found;
    }
    List<Scored> ranked = new ArrayList<>();
    for (Scored each : found.passages()) {
      boolean meant = named.contains(each.passage().doc());
      double score = meant ? NAMED + (1 - NAMED) * each.score() : NAMED * each.score();
      ranked.add(new Scored(each.passage(), score, each.lexical(), each.cosine()));
    }
    Set<DocId> met = found.documents();
    named.stream()
        .filter(doc -> !met.contains(doc))
        .flatMap(doc -> search.snapshot().document(doc).stream())
        .flatMap(document -> beginning(document).stream())
        .forEach(ranked::add);
    return found.ofNamed(named, ranked.stream().sorted(Fusion.ORDER).limit(search.most()).toList());
  }

  /** The documents whose title or file's name has all the words. */
  private static Set<DocId> called(String name, Search search) {
    Snapshot snapshot = search.snapshot();
    Set<String> wanted = snapshot.terms(name);
    Set<DocId> called = new LinkedHashSet<>();
    for (Section section : snapshot.sections(name, search.filter(), LOOKED_AT)) {
      DocHead head = section.head();
      String names = String.join("\n", Section.names(head));
      if (!wanted.isEmpty() && snapshot.terms(names).containsAll(wanted)) {
        called.add(head.id());
      }
    }
    return called;
  }

  /** The first passage of a document of which nothing was found. */
  private static Optional<Scored> beginning(StoredDocument document) {
    DocHead head = document.head();
    return document.chunks().stream()
        .findFirst()
        .map((Chunk chunk) -> new Passage(head.id(), head.revision(), head.origin(), chunk))
        .map(passage -> new Scored(passage, NAMED, OptionalDouble.empty(), OptionalDouble.empty()));
  }
}
