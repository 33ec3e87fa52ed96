package dev.gill.app.cli;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.Groups;
import dev.gill.app.house.House;
import dev.gill.app.house.Learnt;
import dev.gill.embed.Embedders;
import dev.gill.embed.Scorers;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.lab.learn.Learner;
import dev.gill.lab.learn.Lesson;
import dev.gill.lab.learn.Lessons;
import dev.gill.lab.learn.RememberedReadings;
import dev.gill.lab.learn.Score;
import dev.gill.ledger.FeedbackBox;
import dev.gill.model.Language;
import dev.gill.model.Reader;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Retriever;
import dev.gill.retrieve.Tuning;
import dev.gill.retrieve.Tunings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns from feedback. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description =
        "Fits the last step to what people said of answers (gill.feedback=true), and shows what came of it on questions that were held back; exits with 1 if nothing better was found.")
final class LearnCommand implements Callable<Integer> {
  private static final int REMEMBERED = 50_000;

  @Option(names = "--undo", description = "Goes back to what was there before the last time.")
  private boolean undo;

  @Option(names = "--dry-run", description = "Shows what would be learnt, and keeps nothing.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    Learnt learnt = Learnt.in(config.data());
    return undo ? undo(learnt) : learn(config, learnt);
  }

  private int undo(Learnt learnt) throws IOException {
    boolean undone = learnt.undo();
    say(
        undone
            ? "Gone back a step; restart Gill to use it."
            : "Nothing was learnt that could be undone.");
    return undone ? 0 : 1;
  }

  private int learn(GillConfig config, Learnt learnt) throws IOException, InterruptedException {
    try (Embedders models = House.embedders(config).remembering(REMEMBERED);
        Scorers readers = House.models(config).openReaders().wrapped(RememberedReadings::new);
        IndexEngine index = House.engines().reading(House.indexFolder(config))) {
      List<Lesson> lessons = lessons(config, index);
      Aids aids = House.aids(config, readers);
      Reader reader = new Reader(Set.of(), Groups.of(config).ofEveryone());
      Learner learner =
          new Learner(
              tunings ->
                  new QuotingAnswerer(
                          new Retriever(
                              index, models, new Aids(readers, aids.translator(), tunings)),
                          source -> Optional.empty())
                      ::assess,
              reader);
      return learn(lessons, learner, readers, aids.tunings(), learnt);
    }
  }

  private static List<Lesson> lessons(GillConfig config, IndexEngine index) throws IOException {
    try (Snapshot snapshot = index.snapshot()) {
      return Lessons.of(FeedbackBox.in(config.data(), config.feedback()).read(), snapshot);
    }
  }

  private int learn(
      List<Lesson> lessons, Learner learner, Scorers readers, Tunings used, Learnt learnt)
      throws IOException, InterruptedException {
    Tunings found = used;
    boolean better = false;
    for (Language language : Language.values()) {
      List<Lesson> own =
          lessons.stream().filter(l -> Language.of(l.question()) == language).toList();
      if (own.size() < Learner.FEWEST || readers.of(language).isEmpty()) {
        say(
            "%s: %d questions with feedback on quotes that still stand; from %d on there is something to learn."
                .formatted(language.code(), own.size(), Learner.FEWEST));
        continue;
      }
      Learner.Outcome outcome = learner.learn(own, language, used);
      say(language, outcome);
      if (outcome.better()) {
        better = true;
        found = found.with(language, outcome.found());
      }
    }
    if (better && !dryRun) {
      learnt.write(found);
      say(
          "Written to %s; restart Gill to use it. ./gill learn --undo goes back."
              .formatted(learnt.file()));
    } else {
      say("Nothing was changed.");
    }
    return better ? 0 : 1;
  }

  private void say(Language language, Learner.Outcome outcome) {
    say("");
    say("%-22s %6s %6s %6s".formatted(language.code(), "right", "wrong", "other"));
    say("learnt from, before", outcome.usedOnLearnt());
    say("learnt from, after", outcome.foundOnLearnt());
    say("held back, before", outcome.usedOnHeldBack());
    say("held back, after", outcome.foundOnHeldBack());
    say(
        "reading, answer, words, needed: "
            + numbers(outcome.used())
            + " → "
            + numbers(outcome.found()));
  }

  private void say(String what, Score score) {
    say("%-22s %6d %6d %6d".formatted(what, score.right(), score.wrong(), score.other()));
  }

  private static String numbers(Tuning t) {
    return String.format(
        Locale.ROOT, "%.2f %.2f %.2f %.2f", t.reading(), t.answer(), t.words(), t.needed());
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
