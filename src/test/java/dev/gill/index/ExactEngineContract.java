package dev.gill.index;

/**
 * What an engine does besides that scores exactly and shows what is committed at once, as the ones
 * in this process do.
 */
public abstract class ExactEngineContract extends EveryEngineContract
    implements ExactScoresContract, ImmediateContract {}
