/**
 * Gill as a part of LangChain4j: its embedder as an {@code EmbeddingModel}, and what it finds as a
 * {@code ContentRetriever}, with citations and rights; and LangChain4j's chat models as Gill asks
 * them.
 *
 * <p>May import: {@code answer}, {@code embed}, {@code index}, {@code model}; of others LangChain4j
 * alone.
 */
package dev.gill.langchain4j;
