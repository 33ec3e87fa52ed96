/**
 * The interface of OpenAI under {@code /v1}, so that any client of it can ask Gill as if it were a
 * model: {@code /v1/chat/completions} and {@code /v1/models}.
 *
 * <p>May import: {@code answer}, {@code ledger}, {@code model}; of the sources' state {@code sync}.
 */
package dev.gill.surface.openai;
