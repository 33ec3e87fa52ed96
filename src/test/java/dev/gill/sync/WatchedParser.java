package dev.gill.sync;

import dev.gill.model.Content;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Parser;
import dev.gill.parse.formats.Formats;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Parses as Gill does and notes what, stumbles over files called {@code poison}, and finds no words
 * in those called {@code icon}.
 */
final class WatchedParser implements Parser {
  private final Formats formats = new Formats();
  private final List<String> parsed = new CopyOnWriteArrayList<>();
  private volatile Consumer<String> before = name -> {};

  /** Runs before each document, with its name. */
  void before(Consumer<String> hook) {
    this.before = hook;
  }

  /** The names of all that was parsed since it was last emptied. */
  List<String> parsed() {
    return parsed;
  }

  @Override
  public Document parse(Content content) throws ParseException {
    String name = ((Content.File) content).name();
    parsed.add(name);
    before.accept(name);
    if (name.startsWith("poison")) {
      throw new IndexOutOfBoundsException("5 of 3");
    }
    if (name.startsWith("icon")) {
      throw ParseException.wordless("The picture shows no words.");
    }
    return formats.parse(content);
  }
}
