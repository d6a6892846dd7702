package accessreviews.directory.files;

import java.io.IOException;

/** A file, line by line: never more than one is in memory. */
interface Lines {
  /** Reads the next line into {@code line}; tells {@code rejections} of those it cannot read. */
  boolean next(Line line, Rejections rejections) throws IOException;

  /** How many lines were read. */
  long read();
}
