package accessreviews.notifications.mail;

import accessreviews.notifications.letters.Letters;
import accessreviews.notifications.mail.Letterbox.Addressed;
import accessreviews.notifications.mail.Smtp.Failure;
import accessreviews.notifications.outbox.MailQueue;
import accessreviews.notifications.outbox.MailQueue.Place;
import accessreviews.notifications.outbox.Mailing;
import accessreviews.platform.ClockMoves;
import accessreviews.platform.Pause;
import accessreviews.platform.ServiceClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sends the mails that are due, some at once. It has threads of its own, so that a slow server
 * delays mails and nothing else.
 */
@ApplicationScoped
class SendMails {
  private static final Logger LOG = Logger.getLogger(SendMails.class);
  private static final int AT_ONCE = 10;

  /** Mails that were claimed together leave within this time, or are put back: the lease ends. */
  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(60);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Mailing mailing;
  private final MailQueue queue;
  private final Letterbox letterbox;
  private final Letters letters;
  private final Smtp smtp;
  private final ServiceClock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean isSending = new AtomicBoolean();
  private volatile boolean isStopping;

  SendMails(
      Mailing mailing,
      MailQueue queue,
      Letterbox letterbox,
      Letters letters,
      Smtp smtp,
      ServiceClock clock) {
    this.mailing = mailing;
    this.queue = queue;
    this.letterbox = letterbox;
    this.letters = letters;
    this.smtp = smtp;
    this.clock = clock;
  }

  @Scheduled(
      every = "${access-reviews.notices.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    if (mailing.isOn() && isSending.compareAndSet(false, true)) {
      threads.execute(
          () -> {
            try {
              sendDue();
            } finally {
              isSending.set(false);
            }
          });
    }
  }

  /** Claims no more, and waits for the mails that are on their way. */
  void onStop(@Observes ShutdownEvent event) {
    isStopping = true;
    threads.close();
  }

  /**
   * Sends everything that is due until then at its own time, each mail once. Does not wait longer
   * than a minute for a server that does not answer; the rest is sent afterwards.
   */
  void onMove(@Observes ClockMoves move) {
    if (!mailing.isOn()) {
      return;
    }
    try {
      var end = System.nanoTime() + LONGEST_WAIT.toNanos();
      var due = queue.earliest(move.to());
      while (due.isPresent() && System.nanoTime() < end) {
        var at = due.get();
        if (at.isAfter(clock.instant())) {
          clock.freezeAt(at);
        }
        sendDue();
        due = queue.earliest(move.to());
        if (due.filter(next -> !next.isAfter(at)).isPresent()) {
          Pause.of(PAUSE); // another replica is at it, or the rate is reached
        }
      }
    } catch (RuntimeException e) {
      couldNot(e);
    }
  }

  /** Sends what is due now, on all replicas together no more than the rate allows. */
  private void sendDue() {
    try {
      for (var place = Place.FIRST; place != null && !isStopping; ) {
        var claim = queue.claim(place);
        send(claim.messages());
        place = claim.last();
      }
    } catch (RuntimeException e) {
      couldNot(e);
    }
  }

  private static void couldNot(RuntimeException e) {
    LOG.warnf("Could not send mails; retrying: %s", e);
    LOG.debug("Could not send mails", e);
  }

  private void send(Collection<Long> messages) {
    var end = System.nanoTime() + LEAVE_WITHIN.toNanos();
    var left = new ArrayList<>(messages);
    while (!left.isEmpty() && System.nanoTime() < end && !isStopping) {
      var some = left.subList(0, Math.min(AT_ONCE, left.size()));
      sendAtOnce(some);
      some.clear();
    }
    if (!left.isEmpty()) {
      queue.putBack(left);
    }
  }

  private void sendAtOnce(Collection<Long> messages) {
    var sending =
        letterbox.read(messages).stream().map(mail -> threads.submit(() -> deliver(mail))).toList();
    for (var one : sending) {
      try {
        one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException e) {
        LOG.warnf("A mail could not be recorded; it is sent again: %s", e.getCause());
      }
    }
  }

  private void deliver(Addressed mail) {
    var address = MailAddress.usable(mail.address());
    if (address.isEmpty()) {
      queue.failed(mail.message(), "noAddress: not one that can be used", true);
      return;
    }
    failure(mail, address.get())
        .ifPresentOrElse(
            why -> queue.failed(mail.message(), why.text(), why.permanent()),
            () -> queue.sent(mail.message(), mail.messageId()));
  }

  private Optional<Failure> failure(Addressed mail, String address) {
    try {
      return smtp.send(
          mail.messageId(),
          mail.letter().to().displayName(),
          address,
          letters.render(mail.letter()));
    } catch (RuntimeException e) {
      LOG.errorf(e, "A mail could not be written: %s", mail.messageId());
      return Optional.of(
          new Failure("could not be written: " + e.getClass().getSimpleName(), false));
    }
  }
}
