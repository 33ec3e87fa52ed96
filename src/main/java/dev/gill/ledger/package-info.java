/**
 * What is kept beside the index and is not needed to answer: what people say of answers, the trail
 * of questions, and access tokens. Speaks the model's words; knows no other room. How a trail lies
 * in a database only {@code ledger.sql} knows.
 */
package dev.gill.ledger;
