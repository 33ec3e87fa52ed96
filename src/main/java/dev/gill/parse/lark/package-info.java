/**
 * Pages, tables and sheets of Lark (Feishu), as its API gives them: blocks, records and cells in
 * JSON, with the names of those who are mentioned beside them.
 *
 * <p>May import: {@code model}, what all formats share, and Jackson.
 */
package dev.gill.parse.lark;
