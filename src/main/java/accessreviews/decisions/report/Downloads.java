package accessreviews.decisions.report;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Lets some callers read large answers at once, however slowly they do it. */
@ApplicationScoped
public class Downloads {
  private final DownloadsConfig config;
  private final Semaphore places;

  Downloads(DownloadsConfig config) {
    this.config = config;
    this.places = new Semaphore(config.atOnce());
  }

  /** What is downloaded. */
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Sends {@code content} to {@code out}; refuses at once where too many read already, and stops
   * where it takes too long.
   */
  public void send(Content content, OutputStream out) throws IOException {
    if (!places.tryAcquire()) {
      throw new Refused(
          Refusal.TOO_BUSY,
          null,
          "%d downloads are running, and the service takes no more at once. Try again later."
              .formatted(config.atOnce()));
    }
    try {
      content.to(new Hurried(out, config.longest()));
    } finally {
      places.release();
    }
  }

  /** Takes nothing more when its time is over. */
  private static final class Hurried extends FilterOutputStream {
    private final long deadline;

    Hurried(OutputStream out, Duration longest) {
      super(out);
      this.deadline = System.nanoTime() + longest.toNanos();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("The download took too long");
      }
      out.write(bytes, offset, length);
    }
  }
}
