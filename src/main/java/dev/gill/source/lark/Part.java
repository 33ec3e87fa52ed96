package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A table or sheet of a document, which is a document of its own.
 *
 * @param id as addresses name it; empty if the whole cannot be opened
 * @param number counted from 1
 * @param revision the table's own; empty where only the whole has one
 * @param about what the API says of it besides
 */
record Part(String id, String title, int number, String revision, JsonNode about) {
  /** Stands for a document whose parts cannot be listed. */
  static Part closed() {
    return new Part("", "", 1, "", LarkApi.JSON.createObjectNode());
  }
}
