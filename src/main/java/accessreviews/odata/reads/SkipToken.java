package accessreviews.odata.reads;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The position after which a page begins: the id of a row, and its values in the order of the list.
 *
 * @param count the number of rows that the first page found; negative if it did not count
 */
record SkipToken(long count, String id, String key) {
  private static final int PARTS = 4;
  private static final int CHECK_BYTES = 12;

  /** The order values as one text; only the first value may have several lines. */
  static String key(List<String> values) {
    return String.join("\n", values);
  }

  /** The {@code number} order values. */
  List<String> keys(int number) {
    var keys = new ArrayList<String>();
    var first = key;
    while (keys.size() < number - 1) {
      var end = first.lastIndexOf('\n');
      if (end < 0) {
        throw refused();
      }
      keys.addFirst(first.substring(end + 1));
      first = first.substring(0, end);
    }
    keys.addFirst(first);
    return keys;
  }

  /**
   * The token for the list {@code of}, which identifies the collection, its filter and its order.
   */
  String text(String of) {
    var content = count + "\n" + id + "\n" + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((check(of, content) + "\n" + content).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a token; refuses a token of another list than {@code of}. */
  static SkipToken read(String text, String of) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
              .split("\n", PARTS);
      var content = String.join("\n", Arrays.asList(parts).subList(1, parts.length));
      if (parts.length == PARTS && parts[0].equals(check(of, content))) {
        return new SkipToken(Long.parseLong(parts[1]), parts[2], parts[3]);
      }
    } catch (IllegalArgumentException e) {
      // refused below, as a token for another list is
    }
    throw refused();
  }

  static Refused refused() {
    return new Refused(
        Refusal.INVALID_QUERY_OPTION,
        "$skiptoken",
        "Invalid value for the query option '$skiptoken': expected one from the @odata.nextLink of"
            + " this collection, with the same $filter and $orderby. Begin again without it.");
  }

  private static String check(String of, String content) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest((of + "\n" + content).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, CHECK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
