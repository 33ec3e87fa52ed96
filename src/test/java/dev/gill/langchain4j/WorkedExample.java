package dev.gill.langchain4j;

import dev.gill.answer.Answerer;
import dev.gill.index.IndexEngine;
import dev.gill.model.Reader;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;

/** An assistant whose chat model words what Gill finds, and that says where it stands. */
final class WorkedExample {
  interface Assistant {
    @SystemMessage("Answer from the passages alone. If they do not say, say that you do not know.")
    Result<String> answer(String question);
  }

  private final Assistant assistant;

  WorkedExample(Answerer gill, IndexEngine index, ChatModel model, Reader reader) {
    ContentRetriever passages = new GillContentRetriever(gill, index, query -> reader, 5);
    assistant =
        AiServices.builder(Assistant.class).chatModel(model).contentRetriever(passages).build();
  }

  String answer(String question) {
    Result<String> result = assistant.answer(question);
    StringBuilder said = new StringBuilder(result.content());
    result.sources().forEach(source -> said.append(where(source.textSegment().metadata())));
    return said.toString();
  }

  private static String where(Metadata passage) {
    String document = passage.getString(GillContentRetriever.DOCUMENT);
    String audience = passage.getString(GillContentRetriever.AUDIENCE);
    return "\n- %s, for %s".formatted(document, audience);
  }
}
