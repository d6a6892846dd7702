package accessreviews.directory.files;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.ArrayList;
import java.util.List;

/** The problems of a file: the first hundred of them, and the number of invalid lines. */
final class Rejections {
  private static final int MOST = 100;

  private final List<Refused.Detail> details = new ArrayList<>();
  private long lines;
  private long lastLine;

  /**
   * Adds a problem: {@code member} of {@code line} is not {@code expected}. Lines come in order.
   */
  void add(long line, String member, String expected) {
    if (line != lastLine) {
      lines++;
      lastLine = line;
    }
    if (details.size() < MOST) {
      details.add(
          new Refused.Detail(
              Refusal.INVALID_PROPERTY_VALUE.code(),
              "Line %d: the value of '%s' is not valid: expected %s."
                  .formatted(line, member, expected),
              "line %d, %s".formatted(line, member)));
    }
  }

  /** Adds a problem: {@code line} is not {@code expected}. */
  void add(long line, String expected) {
    if (line != lastLine) {
      lines++;
      lastLine = line;
    }
    if (details.size() < MOST) {
      details.add(
          new Refused.Detail(
              Refusal.UNREADABLE_BODY.code(),
              "Line %d cannot be read: expected %s.".formatted(line, expected),
              "line " + line));
    }
  }

  boolean isEmpty() {
    return lines == 0;
  }

  /** Refuses the file if it has a problem. */
  void refuse(long ofLines) {
    if (!isEmpty()) {
      throw new LinesRejected(lines, ofLines, details);
    }
  }

  /** A file with invalid lines; nothing of it is imported. */
  private static final class LinesRejected extends Refused {
    private static final long serialVersionUID = 1L;

    private final transient List<Detail> details;

    LinesRejected(long lines, long ofLines, List<Detail> details) {
      super(
          Refusal.LINES_REJECTED,
          null,
          "%d of %d lines were rejected, and nothing was imported; the details name the first %d."
              .formatted(lines, ofLines, details.size()));
      this.details = List.copyOf(details);
    }

    @Override
    public List<Detail> details() {
      return details;
    }
  }
}
