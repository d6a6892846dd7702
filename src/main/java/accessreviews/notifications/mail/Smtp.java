package accessreviews.notifications.mail;

import accessreviews.notifications.letters.Rendered;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.impl.MailClientImpl;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The SMTP server of {@code quarkus.mailer}. Its connections end when nothing comes for a while,
 * which Quarkus has no setting for: a server that hangs would hold all of them until a restart.
 */
@ApplicationScoped
@RegisterForReflection(targets = MailClientImpl.class, methods = false)
class Smtp {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SILENCE = Duration.ofSeconds(25);
  private static final int LONGEST_FAILURE = 500;

  /** Refusals of a mail or its recipient. Others, such as a wrong password, are the operator's. */
  private static final Set<String> FOR_GOOD =
      Set.of(
          "recipient address not accepted",
          "no recipient addresses were accepted",
          "sending data failed",
          "message exceeds allowed size limit");

  private final MailerRuntimeConfig config;
  private final ReactiveMailer mock;
  private final MailClient client;

  /**
   * Where all of the client's work is done. From another thread it would connect on one event loop
   * and listen on another, and miss the greeting of a quick server.
   */
  private final Context context;

  Smtp(Vertx vertx, MailClient configured, MailersRuntimeConfig mailers, ReactiveMailer mock) {
    this.config = Objects.requireNonNull(mailers.mailers().get("<default>"));
    this.mock = mock;
    this.context = vertx.getOrCreateContext();
    this.client =
        MailClient.create(
            vertx,
            new MailConfig(configOf(configured))
                .setIdleTimeout((int) SILENCE.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS));
  }

  /** What Quarkus has made of its settings. */
  private static MailConfig configOf(MailClient configured) {
    try {
      var field = MailClientImpl.class.getDeclaredField("config");
      field.setAccessible(true);
      return (MailConfig) field.get(configured);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /** Why a mail was not taken, and whether another attempt is in vain. */
  record Failure(String text, boolean permanent) {}

  /**
   * Hands over {@code mail} for {@code name} at {@code address}, which is usable, under {@code
   * messageId}. Returns why not, if so. Blocks the thread, but not for long.
   */
  Optional<Failure> send(String messageId, String name, String address, Rendered mail) {
    if (config.approvedRecipients().isPresent()
        && config.approvedRecipients().get().stream()
            .noneMatch(approved -> approved.matcher(address).matches())) {
      return Optional.of(new Failure("not among quarkus.mailer.approved-recipients", true));
    }
    var headers =
        Map.of(
            "Message-ID",
            messageId,
            "To",
            HeaderText.mailbox(name, address),
            "Subject",
            HeaderText.of(mail.subject()),
            "Auto-Submitted",
            "auto-generated");
    return config.mock().orElse(LaunchMode.current().isDevOrTest())
        ? outcome(mock.send(mocked(address, mail, headers)).subscribeAsCompletionStage())
        : outcome(handOver(message(address, mail, headers)));
  }

  private Future<MailResult> handOver(MailMessage message) {
    var outcome = new CompletableFuture<MailResult>();
    context.runOnContext(
        nothing ->
            client.sendMail(message).onComplete(outcome::complete, outcome::completeExceptionally));
    return outcome;
  }

  private static Mail mocked(String address, Rendered mail, Map<String, String> headers) {
    var made = Mail.withText(address, mail.subject(), mail.text()).setHtml(mail.html());
    headers.forEach(made::addHeader);
    return made;
  }

  private MailMessage message(String address, Rendered mail, Map<String, String> headers) {
    var from = config.from().orElseThrow();
    var message =
        new MailMessage()
            .setFrom(from)
            .setTo(address)
            .setSubject(mail.subject())
            .setText(mail.text())
            .setHtml(mail.html())
            .setHeaders(MultiMap.caseInsensitiveMultiMap().addAll(headers));
    config.bounceAddress().ifPresent(message::setBounceAddress);
    return message;
  }

  private static Optional<Failure> outcome(Future<?> sending) {
    try {
      sending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(failure(e.getCause() == null ? e : e.getCause()));
    } catch (TimeoutException e) {
      return Optional.of(new Failure("no answer in " + PATIENCE.toSeconds() + " seconds", false));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Failure("interrupted", false));
    }
  }

  private static Failure failure(Throwable thrown) {
    var said = String.valueOf(thrown.getMessage()).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return new Failure(
        said.substring(0, Math.min(said.length(), LONGEST_FAILURE)),
        thrown instanceof SMTPException refused
            && refused.getReplyCode() >= 500
            && FOR_GOOD.stream().anyMatch(said::startsWith));
  }
}
