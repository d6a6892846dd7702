package accessreviews.notifications.letters;

import accessreviews.notifications.letters.Letter.Section;
import accessreviews.notifications.letters.LetterPage.Part;
import accessreviews.notifications.outbox.MailKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says a letter in one language: headings, sentences, and the reason for the mail. */
final class Composition {
  static final int LONGEST_NAME = 256;

  private final Language language;
  private final Words words;

  Composition(Language language) {
    this.language = language;
    this.words = language.words();
  }

  LetterPage of(Letter letter, String subject) {
    var sections = letter.sections();
    var digest = sections.size() > 1;
    return new LetterPage(
        language.tag(),
        subject,
        digest ? words.review() : kicker(sections.getFirst().kind()),
        digest ? words.yourReviews() : heading(sections.getFirst()),
        greeting(letter.to().displayName()),
        sections.stream().map(section -> part(section, digest)).toList(),
        sections.stream().anyMatch(Kinds::isOpen)
            ? words.linkDecidesNothing()
            : words.linkShowsResults(),
        words.sentBy());
  }

  private String greeting(String name) {
    var shown = OneLine.of(name, LONGEST_NAME);
    return shown.isEmpty() ? words.helloUnnamed() : words.hello(shown);
  }

  private String kicker(MailKind kind) {
    return switch (kind) {
      case START -> words.review();
      case REMINDER, REQUESTED_REMINDER -> words.reminder();
      case COMPLETED, COMPLETED_ADDITIONAL_RECIPIENTS -> words.completed();
    };
  }

  private String heading(Section section) {
    return Kinds.count(section) == 1
        ? OneLine.of(section.reviews().getFirst().displayName(), LONGEST_NAME)
        : words.numberOfReviews(language.number(Kinds.count(section)));
  }

  private Part part(Section section, boolean digest) {
    var introduction = introduction(section);
    var alone = !digest && Kinds.count(section) == 1;
    var cards = new Cards(language, section.kind());
    return new Part(
        digest ? sectionHeading(section.kind()) : null,
        digest ? capitalised(introduction) : introduction,
        section.reviews().stream()
            .map(review -> cards.of(review, alone ? 0 : digest ? 3 : 2))
            .toList(),
        further(section),
        reason(section));
  }

  private String sectionHeading(MailKind kind) {
    return switch (kind) {
      case START -> words.sectionStart();
      case REMINDER -> words.sectionReminder();
      case REQUESTED_REMINDER -> words.sectionRequested();
      case COMPLETED -> words.sectionCompleted();
      case COMPLETED_ADDITIONAL_RECIPIENTS -> words.sectionCompletedForRecipients();
    };
  }

  /** German goes on in lower case after a salutation, but not after a heading. */
  private String capitalised(String sentence) {
    var end = sentence.offsetByCodePoints(0, 1);
    return sentence.substring(0, end).toUpperCase(Locale.ROOT) + sentence.substring(end);
  }

  private String introduction(Section section) {
    var count = Kinds.count(section);
    var one = count == 1;
    var number = language.number(count);
    return switch (section.kind()) {
      case START -> ask(section);
      case REMINDER -> (one ? words.halfTime() : words.halfTimeMany(number)) + stillOpen(section);
      case REQUESTED_REMINDER ->
          (one ? words.askToFinish() : words.askToFinishMany(number)) + stillOpen(section);
      case COMPLETED, COMPLETED_ADDITIONAL_RECIPIENTS ->
          one ? isComplete(resource(section)) : words.areComplete(number);
    };
  }

  private String ask(Section section) {
    var self = Kinds.isAboutOwnAccess(section);
    if (Kinds.count(section) > 1) {
      var number = language.number(Kinds.count(section));
      return self ? words.askToConfirmMany(number) : words.askToReviewMany(number);
    }
    var resource = resource(section);
    if (resource.isEmpty()) {
      return self ? words.askToConfirmUnnamed() : words.askToReviewUnnamed();
    }
    return self ? words.askToConfirm(resource) : words.askToReview(resource);
  }

  private String isComplete(String resource) {
    return resource.isEmpty() ? words.isCompleteUnnamed() : words.isComplete(resource);
  }

  private static String resource(Section section) {
    return OneLine.of(section.reviews().getFirst().resource(), LONGEST_NAME);
  }

  /** Of one review; the cards of several say it each. */
  private String stillOpen(Section section) {
    if (Kinds.count(section) > 1) {
      return "";
    }
    var open = section.reviews().getFirst().open();
    return " "
        + (open == 0
            ? words.allAnswered()
            : open == 1 ? words.oneStillOpen() : words.stillOpen(language.number(open)));
  }

  private @Nullable String further(Section section) {
    var number = language.number(section.further());
    if (section.further() == 0) {
      return null;
    }
    if (section.further() == 1) {
      return Kinds.isOpen(section) ? words.oneFurther() : words.oneFurtherDone();
    }
    return Kinds.isOpen(section) ? words.further(number) : words.furtherDone(number);
  }

  private String reason(Section section) {
    return switch (section.kind()) {
      case START, REMINDER, REQUESTED_REMINDER -> {
        if (Kinds.isAboutOwnAccess(section)) {
          yield words.becauseOwnAccess();
        }
        yield section.reviews().stream().anyMatch(Letter.Review::selfReview)
            ? words.becauseBoth()
            : words.becauseReviewer();
      }
      case COMPLETED -> words.becauseCreator();
      case COMPLETED_ADDITIONAL_RECIPIENTS -> words.becauseRecipient();
    };
  }
}
