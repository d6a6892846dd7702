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
 * Where a page begins: after the row with this id and these values of what is ordered by.
 *
 * @param count of the rows that the first page found; negative where it did not count
 */
record SkipToken(long count, String id, String key) {
  private static final int PARTS = 4;
  private static final int CHECK_BYTES = 12;

  /** The values of what is ordered by as one text; only the first may be of several lines. */
  static String key(List<String> values) {
    return String.join("\n", values);
  }

  /** The {@code number} values of what is ordered by. */
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

  /** For the list {@code of}, which says what is listed, filtered and in which order. */
  String text(String of) {
    var content = count + "\n" + id + "\n" + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((check(of, content) + "\n" + content).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a token; refuses one that was not given out for the list {@code of}. */
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
