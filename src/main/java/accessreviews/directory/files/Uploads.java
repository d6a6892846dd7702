package accessreviews.directory.files;

import accessreviews.odata.bodies.JsonBody;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps the bodies of imports in temporary files, so that nothing is held for a caller who sends
 * slowly, and a file can be taken again. A replica has few of them at a time.
 */
@ApplicationScoped
class Uploads {
  private static final int CHUNK = 65_536;

  private final ImportsConfig config;
  private final Semaphore places;

  Uploads(ImportsConfig config) {
    this.config = config;
    this.places = new Semaphore(config.atOnce());
  }

  /** The result of {@code work} in one of the places; refuses at once where none is free. */
  <T> T inAPlace(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new Refused(
          Refusal.TOO_BUSY,
          null,
          "%d imports are running, and the service takes no more at once. Try again later."
              .formatted(config.atOnce()));
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  /**
   * The result of {@code work} on {@code body}, once it is here. The file loses its name as soon as
   * it is open, so nothing of it stays, however this ends.
   */
  <T> T received(InputStream body, Function<Upload, T> work) {
    var path = Path.of(System.getProperty("java.io.tmpdir"), "import-" + UUID.randomUUID());
    try (var file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      receive(body, file);
      return work.apply(new Upload(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(InputStream body, FileChannel file) throws IOException {
    var largest = config.largestFile().asLongValue();
    var deadline = System.nanoTime() + config.longestUpload().toNanos();
    var chunk = new byte[CHUNK];
    var size = 0L;
    for (var read = read(body, chunk); read >= 0; read = read(body, chunk)) {
      size += read;
      if (size > largest) {
        throw new Refused(
            Refusal.BODY_TOO_LARGE,
            null,
            "The file is larger than the %d bytes that this service accepts.".formatted(largest));
      }
      if (System.nanoTime() > deadline) {
        throw new Refused(
            Refusal.BODY_TOO_SLOW,
            null,
            "The file did not come within %d seconds."
                .formatted(config.longestUpload().toSeconds()));
      }
      var bytes = ByteBuffer.wrap(chunk, 0, read);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
  }

  private static int read(InputStream body, byte[] chunk) {
    try {
      return body.read(chunk);
    } catch (IOException e) {
      throw JsonBody.unreadable(); // the caller hung up, or sends nothing any more
    }
  }
}
