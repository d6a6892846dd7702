package accessreviews.testing.servers;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** The errors that the service logs while this is open. */
public final class ErrorLog implements AutoCloseable {
  private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

  private final Logger logger;
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
    this(Logger.getLogger("accessreviews"), least);
  }

  /** The errors of a library. */
  public ErrorLog(Logger logger) {
    this(logger, Level.SEVERE);
  }

  private ErrorLog(Logger logger, Level least) {
    this.logger = logger;
    this.least = least;
    logger.addHandler(handler);
  }

  /** What was logged, each error with what was thrown. */
  public List<String> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }
}
