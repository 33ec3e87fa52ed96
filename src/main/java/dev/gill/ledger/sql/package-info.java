/**
 * The trail in a relational database: a file of its own (H2) or PostgreSQL. The only room that
 * knows JDBC and Flyway.
 *
 * <p>May import: {@code ledger}, {@code model}.
 */
package dev.gill.ledger.sql;
