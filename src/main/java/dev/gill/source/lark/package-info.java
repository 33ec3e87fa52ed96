/**
 * The wiki and documents of Lark (Feishu): spaces and their nodes, pages, tables, sheets and files,
 * and minutes and approvals that the settings name. Changes are found by asking for the times of
 * the last edit, 200 documents at once, and by walking the trees of the spaces; who may read a
 * document is asked of the document itself.
 *
 * <p>May import: {@code source}, {@code source.http}, {@code source.sweep}, {@code model} and
 * Jackson.
 */
package dev.gill.source.lark;
