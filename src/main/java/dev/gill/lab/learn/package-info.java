/**
 * Learns from what a team says of its answers: a few numbers of the last step, chosen on one part
 * of the feedback and judged on another. May use any room but surfaces and app.
 */
package dev.gill.lab.learn;
