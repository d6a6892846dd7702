package accessreviews.evidence.population;

/**
 * What identifies the population of an instance.
 *
 * @param count the number of items
 * @param sha256 of the bytes of its file, in hexadecimal digits
 */
public record Population(long count, String sha256) {}
