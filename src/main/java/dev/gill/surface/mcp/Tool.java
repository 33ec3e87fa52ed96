package dev.gill.surface.mcp;

import dev.gill.surface.Right;
import dev.gill.surface.Texts;

/** Something that an agent can have Gill do; all of them only read. */
interface Tool {
  /** As it is called; its title and description are the texts {@code mcp.NAME.title} and so on. */
  String name();

  /** The right that it needs. */
  Right needs();

  /** What it takes. */
  Schema parameters(Texts t);

  /**
   * Does it.
   *
   * @throws ToolException if it was called wrongly
   */
  Result call(Arguments given, Caller caller) throws ToolException, InterruptedException;

  /**
   * What came of it.
   *
   * @param text for a model to read
   * @param structured the same for a program: a record that is written as JSON
   */
  record Result(String text, Object structured) {}
}
