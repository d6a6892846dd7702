package accessreviews.odata.query;

/**
 * The limits of the text of one option. The limit of nesting is the same for all: {@link #DEPTH}.
 *
 * @param length in characters
 * @param terms comparisons, functions and members of lists
 */
public record Limits(int length, int terms) {
  /** The limits of a request. */
  public static final Limits REQUEST = new Limits(4096, 100);

  /** The limits of a body, whose own length is limited. */
  public static final Limits BODY = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** More than any question needs, and less than the stack of a thread allows. */
  static final int DEPTH = 32;
}
