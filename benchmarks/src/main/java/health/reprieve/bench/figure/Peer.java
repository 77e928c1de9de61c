package health.reprieve.bench.figure;

/**
 * Something simpler that does the least of the same work, measured in the same run and the same unit as the figure beside it:
 * both swing with the machine, their ratio much less.
 *
 * @param what in a few words
 */
public record Peer(String what, double value) {}
