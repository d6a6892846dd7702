package accessreviews.directory.files;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file: the first hundred things, and how many lines there are of them. */
final class Rejections {
  private static final int MOST = 100;

  private final List<Refused.Detail> details = new ArrayList<>();
  private long lines;
  private long lastLine;

  /** {@code member} of {@code line} is not {@code expected}; lines come in their order. */
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

  /** {@code line} is not {@code expected} at all. */
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

  /** Refuses the file if there is anything. */
  void refuse(long ofLines) {
    if (!isEmpty()) {
      throw new LinesRejected(lines, ofLines, details);
    }
  }

  /** Some lines of a file cannot be taken over, so none is. */
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
