package dev.gill.lab.eval;

/**
 * How well a way of searching ranks, in the mean over questions; each from 0 to 1.
 *
 * @param ndcg10 normalised discounted cumulative gain of the first ten
 * @param recall100 share of the right documents among the first hundred
 * @param mrr10 one over the rank of the first right document, 0 beyond the tenth
 */
record Ranking(double ndcg10, double recall100, double mrr10) {}
