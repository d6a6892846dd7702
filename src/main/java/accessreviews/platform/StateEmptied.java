package accessreviews.platform;

/** The emulator empties the service: whoever keeps something deletes it, in this transaction. */
public record StateEmptied() {}
