package accessreviews.dev.mails;

import io.quarkus.mailer.SentMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The last hundred mails that Quarkus' mailer took. */
@ApplicationScoped
class SentMails {
  private static final Logger LOG = Logger.getLogger(SentMails.class);
  private static final int KEPT = 100;

  /** One mail, by its number since the start of the service. */
  record Kept(long number, Instant at, SentMail mail) {}

  private final InstantSource clock;
  private final ArrayDeque<Kept> mails = new ArrayDeque<>();
  private long count;

  SentMails(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void keep(@Observes SentMail mail) {
    LOG.infof("Mail to %s: %s (/dev/mails)", String.join(", ", mail.to()), mail.subject());
    mails.addFirst(new Kept(++count, clock.instant(), mail));
    if (mails.size() > KEPT) {
      mails.removeLast();
    }
  }

  /** All of them, newest first. */
  synchronized List<Kept> newestFirst() {
    return List.copyOf(mails);
  }

  synchronized Optional<Kept> find(long number) {
    return mails.stream().filter(kept -> kept.number() == number).findFirst();
  }
}
