package dev.gill.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;

/** Closes the sources that a contract opened. */
public abstract class SourceFixture implements FollowedSystem {
  /** The source reads files of these names. */
  protected static final Predicate<String> READABLE =
      name -> name.endsWith(".md") || name.endsWith(".txt");

  private final List<Source> opened = new ArrayList<>();

  @Override
  public final Source open() throws Exception {
    Source source = create();
    opened.add(source);
    return source;
  }

  @AfterEach
  void closeAll() {
    opened.forEach(Source::close);
  }
}
