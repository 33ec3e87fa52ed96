package dev.gill.answer.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Replies as a test says, and remembers what it was asked. */
final class ScriptedModel implements ChatModel {
  private final Function<Prompt, Reply> script;
  final List<Prompt> asked = new ArrayList<>();

  ScriptedModel(Function<Prompt, Reply> script) {
    this.script = script;
  }

  static ScriptedModel saying(String text) {
    return new ScriptedModel(prompt -> new Reply(text, true, 100, 20));
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public synchronized Reply reply(Prompt prompt, Duration atMost) {
    asked.add(prompt);
    return script.apply(prompt);
  }
}
