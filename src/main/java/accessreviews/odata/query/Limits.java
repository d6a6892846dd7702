package accessreviews.odata.query;

/**
 * How much text one option may be. How deep it may nest is the same for all: {@link #DEPTH}.
 *
 * @param length in characters
 * @param terms comparisons, functions and members of lists
 */
public record Limits(int length, int terms) {
  /** What a request may ask. */
  public static final Limits REQUEST = new Limits(4096, 100);

  /** What a body may hold, whose own length is limited. */
  public static final Limits BODY = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Far more than a question needs, far less than the stack of a thread. */
  static final int DEPTH = 32;
}
