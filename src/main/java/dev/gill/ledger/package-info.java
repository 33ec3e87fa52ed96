/**
 * What is kept beside the index and is not needed to answer: so far what people say of answers, and
 * the trail of questions. Speaks the model's words; knows no other room.
 */
package dev.gill.ledger;
