package dev.gill.model;

import java.time.Duration;

/**
 * What has passed between a source and its servers since Gill started.
 *
 * @param requests that were sent, repetitions and redirects included
 * @param throttled answers that asked for a pause
 * @param quiet for how long no byte came, other than while Gill kept its own limits
 */
public record Traffic(long requests, long throttled, Duration quiet) {}
