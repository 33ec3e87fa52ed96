package dev.gill.source.http;

/**
 * What has passed between Gill and one host since the start.
 *
 * @param requests exchanges that were begun, retries and redirects included
 * @param retries how many of them repeat one that failed
 * @param bytes of bodies that came in, as they came over the wire
 * @param throttled answers that ask for a pause (429, or 503 with {@code Retry-After})
 * @param failures exchanges without a whole answer, and answers with status 500 and above that ask
 *     for no pause
 * @param budgetWaits requests that had to wait for the budget of the minute
 */
public record Counters(
    long requests, long retries, long bytes, long throttled, long failures, long budgetWaits) {}
