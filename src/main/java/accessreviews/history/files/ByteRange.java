package accessreviews.history.files;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a file, from its {@code first} to its {@code last} byte. */
record ByteRange(long first, long last) {
  /** At most 18 digits, so that each number is a long. */
  private static final Pattern SINGLE =
      Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);

  /** A header names a part that the file does not have. */
  static final class NotInTheFile extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static ByteRange all(long size) {
    return new ByteRange(0, size - 1);
  }

  /**
   * The part that the header {@code Range} names (RFC 9110, 14.2). It is ignored where it is
   * malformed, or names several parts.
   */
  static Optional<ByteRange> of(@Nullable String header, long size) throws NotInTheFile {
    var range = SINGLE.matcher(header == null ? "" : header.strip());
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    var last = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
    if (range.group(1).isEmpty()) {
      return inTheFile(Math.max(0, size - last), last == 0 ? -1 : size - 1, size);
    }
    var first = Long.parseLong(range.group(1));
    return !range.group(2).isEmpty() && last < first
        ? Optional.empty()
        : inTheFile(first, Math.min(last, size - 1), size);
  }

  private static Optional<ByteRange> inTheFile(long first, long last, long size)
      throws NotInTheFile {
    if (first >= size || last < first) {
      throw new NotInTheFile();
    }
    return Optional.of(new ByteRange(first, last));
  }

  long length() {
    return last - first + 1;
  }

  /** As the header {@code Content-Range} says it. */
  String of(long size) {
    return "bytes %d-%d/%d".formatted(first, last, size);
  }
}
