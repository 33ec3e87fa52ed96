/**
 * Agents ask here, by the Model Context Protocol over HTTP ({@code /mcp}): five tools, and
 * documents as resources that say when they change. What a reader may not read is in no list, no
 * result and no notification.
 *
 * <p>May import: {@code answer}, {@code ledger}, {@code model}; of documents and sources {@code
 * index} and {@code sync}.
 */
package dev.gill.surface.mcp;
