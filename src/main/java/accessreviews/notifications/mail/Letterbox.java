package accessreviews.notifications.mail;

import accessreviews.notifications.letters.Letter;
import accessreviews.notifications.letters.Letter.Person;
import accessreviews.notifications.letters.Letter.Result;
import accessreviews.notifications.letters.Letter.Review;
import accessreviews.notifications.letters.Letter.Section;
import accessreviews.notifications.letters.Letter.Stage;
import accessreviews.notifications.outbox.MailKind;
import accessreviews.notifications.outbox.Mailing;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Reads what claimed messages tell, and to whom. */
@ApplicationScoped
class Letterbox {
  /** How many reviews of a kind are listed in one mail. */
  private static final int LISTED = 50;

  private static final Sql READ = Sql.file("notifications/mail/read-letters");

  private final Session database;
  private final Mailing mailing;

  Letterbox(Session database, Mailing mailing) {
    this.database = database;
    this.mailing = mailing;
  }

  /**
   * A message that can be sent.
   *
   * @param messageId the header, which stays the same when it is sent again
   */
  record Addressed(long message, String messageId, String address, Letter letter) {}

  private record Line(MailKind kind, Tuple row) {}

  /** Those of {@code messages} that still are there. */
  List<Addressed> read(Collection<Long> messages) {
    return QuarkusTransaction.requiringNew().call(() -> rows(messages)).stream()
        .collect(Collectors.groupingBy(line -> line.row().get("message", Long.class)))
        .values()
        .stream()
        .map(this::addressed)
        .toList();
  }

  private List<Line> rows(Collection<Long> messages) {
    return BulkStatement.of(READ)
        .with("messages", messages.toArray(Long[]::new))
        .with("most", LISTED)
        .query(database, Tuple.class)
        .getResultStream()
        .map(row -> new Line(kind(row.get("kind", String.class)), row))
        .toList();
  }

  private static MailKind kind(String name) {
    return Arrays.stream(MailKind.values())
        .filter(kind -> kind.wireName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Addressed addressed(List<Line> lines) {
    var first = lines.getFirst().row();
    var sections =
        lines.stream().collect(Collectors.groupingBy(Line::kind)).entrySet().stream()
            .sorted(Comparator.comparing(of -> of.getKey()))
            .map(of -> section(of.getKey(), of.getValue()))
            .toList();
    var message = first.get("message", Long.class);
    return new Addressed(
        message,
        "<%d.%s@%s>"
            .formatted(
                message,
                first.get("first_instance", UUID.class),
                URI.create(mailing.url()).getHost()),
        first.get("address", String.class),
        new Letter(
            new Person(
                first.get("reader", UUID.class),
                first.get("reader_name", String.class),
                first.get("preferred_language", String.class)),
            sections));
  }

  private Section section(MailKind kind, List<Line> lines) {
    return new Section(
        kind,
        lines.stream().map(line -> review(kind, line.row())).toList(),
        Math.max(0, Math.toIntExact(lines.getFirst().row().get("further", Long.class))));
  }

  private Review review(MailKind kind, Tuple row) {
    var definition = row.get("definition", UUID.class);
    var instance = row.get("instance", UUID.class);
    var number = Math.toIntExact(row.get("stage_number", Long.class));
    return new Review(
        definition,
        instance,
        row.get("display_name", String.class),
        row.get("resource", String.class),
        row.get("self_review", Boolean.class),
        row.get("due", Instant.class),
        number == 0 ? null : new Stage(number, row.get("stage_count", Integer.class)),
        row.get("description", String.class),
        row.get("open_items", Long.class),
        new Result(
            row.get("approved", Long.class),
            row.get("denied", Long.class),
            row.get("dont_know", Long.class),
            row.get("not_reviewed", Long.class),
            row.get("applies", Boolean.class)),
        link(kind, definition, instance));
  }

  /** Reviewers see their items; who is told of a result sees the results. */
  private URI link(MailKind kind, UUID definition, UUID instance) {
    var reviews = mailing.url() + "/reviews/";
    return URI.create(
        switch (kind) {
          case START, REMINDER, REQUESTED_REMINDER -> reviews + instance;
          case COMPLETED, COMPLETED_ADDITIONAL_RECIPIENTS ->
              reviews + "manage/" + definition + "/" + instance;
        });
  }
}
