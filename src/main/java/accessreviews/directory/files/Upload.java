package accessreviews.directory.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** A file that has come as a whole. */
record Upload(FileChannel file) {
  /** Its bytes, from the beginning each time. */
  InputStream open() throws IOException {
    file.position(0);
    return new FilterInputStream(Channels.newInputStream(file)) {
      @Override
      public void close() {
        // a parser closes what it has read; the file is still needed
      }
    };
  }
}
