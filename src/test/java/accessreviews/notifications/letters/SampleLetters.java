package accessreviews.notifications.letters;

import accessreviews.notifications.letters.Letter.Person;
import accessreviews.notifications.letters.Letter.Result;
import accessreviews.notifications.letters.Letter.Review;
import accessreviews.notifications.letters.Letter.Section;
import accessreviews.notifications.letters.Letter.Stage;
import accessreviews.notifications.outbox.MailKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Letters as they are written to the people of Contoso. */
final class SampleLetters {
  static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
  static final Instant DUE = Instant.parse("2026-12-04T17:00:00Z");
  static final Result NO_RESULT = new Result(0, 0, 0, 0, false);
  private static final String NOTE =
      "Contractors of the autumn campaign leave at the end of November. Please look at guests"
          + " first: their sponsors have been asked, and most of the projects are over.";

  private SampleLetters() {}

  /** A letter of {@code kind} about one review, as most are. */
  static Letter one(MailKind kind, @Nullable String language) {
    return letter(language, new Section(kind, List.of(marketing(kind)), 0));
  }

  static Letter selfReview(MailKind kind, @Nullable String language) {
    return letter(language, new Section(kind, List.of(ownAccess()), 0));
  }

  private static Review ownAccess() {
    return review("Do you still need Power BI?", "Power BI", true, DUE, null, null, 1, NO_RESULT);
  }

  static Letter secondStage(MailKind kind, @Nullable String language) {
    return letter(
        language,
        new Section(
            kind,
            List.of(
                review(
                    "Members of Marketing",
                    "Marketing",
                    false,
                    Instant.parse("2027-01-10T00:00:00Z"),
                    new Stage(2, 3),
                    NOTE,
                    1,
                    NO_RESULT)),
            0));
  }

  /** One occurrence of a series that reviews the guests of all groups. */
  static Letter manyGroups(MailKind kind, @Nullable String language, int listed, int further) {
    var definition = UUID.randomUUID();
    return letter(
        language,
        new Section(
            kind,
            IntStream.rangeClosed(1, listed)
                .mapToObj(
                    number ->
                        new Review(
                            definition,
                            UUID.randomUUID(),
                            "Guests in all groups",
                            "Project " + number,
                            false,
                            DUE,
                            null,
                            null,
                            3L * number,
                            new Result(number, number / 2, 0, 1, true),
                            link(UUID.randomUUID())))
                .toList(),
            further));
  }

  static Letter digest(@Nullable String language) {
    return letter(
        language,
        new Section(
            MailKind.START,
            List.of(
                marketing(MailKind.START),
                review(
                    "Global Administrators",
                    "Global Administrator",
                    false,
                    Instant.parse("2026-12-11T17:00:00Z"),
                    null,
                    null,
                    3,
                    NO_RESULT)),
            0),
        new Section(MailKind.REMINDER, List.of(ownAccess()), 0),
        new Section(
            MailKind.COMPLETED,
            List.of(
                review(
                    "Guests of Sales",
                    "Sales",
                    false,
                    NOW,
                    null,
                    null,
                    0,
                    new Result(7, 0, 0, 0, true))),
            0));
  }

  static Letter letter(@Nullable String language, Section... sections) {
    return new Letter(new Person(UUID.randomUUID(), "Megan Bowen", language), List.of(sections));
  }

  static Review marketing(MailKind kind) {
    var instance = UUID.fromString("f2f3bafb-448c-487c-88c2-5fd65ce49a41");
    return new Review(
        instance,
        instance,
        "Members of Marketing",
        "Marketing",
        false,
        DUE,
        null,
        NOTE,
        kind == MailKind.COMPLETED || kind == MailKind.COMPLETED_ADDITIONAL_RECIPIENTS ? 0 : 12,
        new Result(9, 2, 1, 0, true),
        link(instance));
  }

  static Review review(
      String name,
      String resource,
      boolean self,
      Instant due,
      @Nullable Stage stage,
      @Nullable String note,
      long open,
      Result result) {
    var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new Review(id, id, name, resource, self, due, stage, note, open, result, link(id));
  }

  private static URI link(UUID instance) {
    return URI.create("https://reviews.contoso.com/reviews/" + instance);
  }
}
