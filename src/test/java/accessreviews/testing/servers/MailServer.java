package accessreviews.testing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/**
 * An SMTP server on loopback, whose answers a test writes. Without any it takes every mail. It
 * keeps the last mails, and those only.
 */
public final class MailServer implements AutoCloseable {
  /** Where a service that runs already looks for the SMTP server of the tests. */
  private static final String PORT = "mail.port";

  private static final int KEPT = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static @Nullable MailServer ofTests;

  /** What it answers to the mail for an address. */
  public sealed interface Answer {
    /** Takes the mail. */
    Answer ACCEPTED = new Accepted();

    /** Takes the recipient and the text, and says nothing for as long as the client waits. */
    Answer HANGING = new Hanging();

    /** Takes the mail, and closes the connection without a word. */
    Answer CLOSING = new Closing();

    /** Refuses the recipient, with a code such as 450 or 550. */
    static Answer refused(int code, String text) {
      return new RefusedRecipient(code, text);
    }

    /** Refuses the mail after its text, with a code such as 451 or 554. */
    static Answer refusedText(int code, String text) {
      return new RefusedText(code, text);
    }
  }

  private record Accepted() implements Answer {}

  private record Hanging() implements Answer {}

  private record Closing() implements Answer {}

  private record RefusedRecipient(int code, String text) implements Answer {}

  private record RefusedText(int code, String text) implements Answer {}

  private final int port;
  private final InetAddress address;
  private final List<ReceivedMail> received = new CopyOnWriteArrayList<>();
  private final List<String> attempts = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private volatile Answer otherwise = Answer.ACCEPTED;
  private volatile Duration pause = Duration.ZERO;
  private @Nullable SMTPServer server;
  private volatile CountDownLatch stopping = new CountDownLatch(1);

  private MailServer(InetAddress address, int port) {
    this.address = address;
    this.port = port;
    up();
  }

  /** A server on a free port. */
  public static MailServer start() {
    return new MailServer(InetAddress.getLoopbackAddress(), freePort());
  }

  private static int freePort() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server to which the service that is tested sends its mails. */
  public static synchronized MailServer ofTests() {
    var known = ofTests;
    if (known == null) {
      known =
          ConfigProvider.getConfig()
              .getOptionalValue(PORT, Integer.class)
              .map(port -> new MailServer(InetAddress.getLoopbackAddress(), port))
              .orElseGet(MailServer::start);
      ofTests = known;
    }
    return known;
  }

  /** Where it listens, on loopback. */
  public int port() {
    return port;
  }

  /** What it answers to mails for {@code recipient} from now on. */
  public void answer(String recipient, Answer answer) {
    answers.put(recipient, answer);
  }

  /** What it answers to mails for everybody else from now on. */
  public void answerAll(Answer answer) {
    otherwise = answer;
  }

  /** From now on it thinks for so long before it takes a mail. */
  public void pause(Duration duration) {
    pause = duration;
  }

  /** Takes every mail from now on, and has none. */
  public void reset() {
    answers.clear();
    pause = Duration.ZERO;
    otherwise = Answer.ACCEPTED;
    received.clear();
    attempts.clear();
    up();
  }

  /** The mails that it took, in their order. */
  public List<ReceivedMail> received() {
    return List.copyOf(received);
  }

  /** The recipients that it was asked for, whatever it answered. */
  public List<String> attempts() {
    return List.copyOf(attempts);
  }

  /** From now on nobody listens. */
  public synchronized void down() {
    var running = server;
    if (running != null) {
      stopping.countDown(); // it waits for those who rest
      running.stop();
      server = null;
    }
  }

  /** From now on it listens again. */
  public synchronized void up() {
    if (server == null) {
      stopping = new CountDownLatch(1);
      var started =
          SMTPServer.port(port)
              .bindAddress(address)
              .hostName("mail.test.example")
              .executorService(Executors.newVirtualThreadPerTaskExecutor())
              .connectionTimeoutMs((int) PATIENCE.toMillis())
              .maxConnections(1_000)
              .insertReceivedHeaders(false)
              .messageHandlerFactory(context -> new Handler((Session) context))
              .build();
      started.start();
      server = started;
    }
  }

  @Override
  public void close() {
    down();
  }

  private Answer answerTo(String recipient) {
    return answers.getOrDefault(recipient, otherwise);
  }

  private final class Handler implements MessageHandler {
    private final Session connection;
    private final List<String> recipients = new ArrayList<>();
    private String from = "";

    Handler(Session connection) {
      this.connection = connection;
    }

    @Override
    public void from(String sender) {
      from = sender;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      attempts.add(recipient);
      if (answerTo(recipient) instanceof RefusedRecipient(int code, String text)) {
        throw new RejectException(code, text);
      }
      recipients.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream text) throws RejectException, IOException {
      var content = new String(text.readAllBytes(), UTF_8);
      var answer = recipients.stream().map(MailServer.this::answerTo).findFirst();
      if (answer.orElse(otherwise) instanceof RefusedText(int code, String why)) {
        throw new RejectException(code, why);
      }
      if (answer.equals(Optional.of(Answer.HANGING))) {
        hang();
      }
      if (received.size() >= KEPT) {
        received.clear();
      }
      pause();
      received.add(new ReceivedMail(from, List.copyOf(recipients), content));
      if (answer.equals(Optional.of(Answer.CLOSING))) {
        connection.closeSocket();
      }
      return null; // 250 Ok
    }

    private void pause() throws DropConnectionException {
      rest(pause);
    }

    private void hang() throws DropConnectionException {
      rest(PATIENCE);
      throw new DropConnectionException("");
    }

    private void rest(Duration duration) throws DropConnectionException {
      try {
        if (stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new DropConnectionException("");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DropConnectionException("");
      }
    }

    @Override
    public void done() {}
  }
}
