package accessreviews.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** The errors that the service logs while this is open. */
public final class ErrorLog implements AutoCloseable {
  private static final Logger SERVICE = Logger.getLogger("accessreviews");
  private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

  private final Level least;
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord logged) {
          if (logged.getLevel().intValue() >= least.intValue()) {
            messages.add(MESSAGE.format(logged) + " " + logged.getThrown());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public ErrorLog() {
    this(Level.SEVERE);
  }

  /** What is at least as severe as {@code least}. */
  public ErrorLog(Level least) {
    this.least = least;
    SERVICE.addHandler(handler);
  }

  /** What was logged, each error with what was thrown. */
  public List<String> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    SERVICE.removeHandler(handler);
  }
}
