package accessreviews.directory.files;

import java.io.IOException;

/** Reads a file line by line; only one line is in memory. */
interface Lines {
  /** Reads the next line into {@code line}; reports unreadable lines to {@code rejections}. */
  boolean next(Line line, Rejections rejections) throws IOException;

  /** The number of lines read. */
  long read();
}
