package accessreviews.notifications.letters;

import accessreviews.notifications.letters.Letter.Result;
import accessreviews.notifications.letters.Letter.Review;
import accessreviews.notifications.letters.LetterPage.Card;
import accessreviews.notifications.letters.LetterPage.Fact;
import accessreviews.notifications.outbox.MailKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says one review in one language: its facts, its note, and where its link leads. */
final class Cards {
  /** As in Graph's own mails. */
  private static final int LONGEST_NOTE = 256;

  private final Language language;
  private final Words words;
  private final MailKind kind;

  Cards(Language language, MailKind kind) {
    this.language = language;
    this.words = language.words();
    this.kind = kind;
  }

  /** The card of {@code review}, with a title of {@code level}; 0 is for none. */
  Card of(Review review, int level) {
    var title = OneLine.of(review.displayName(), Composition.LONGEST_NAME);
    var open = kind != MailKind.COMPLETED && kind != MailKind.COMPLETED_ADDITIONAL_RECIPIENTS;
    var action = open ? words.openReview() : words.seeResults();
    return new Card(
        level == 0 ? null : title,
        level,
        open ? openFacts(review) : results(review),
        words.note(),
        open ? note(review.description()) : null,
        open ? List.of() : outcomes(review.result()),
        action,
        words.titled(action, title),
        review.link().toASCIIString());
  }

  private static @Nullable String note(@Nullable String description) {
    var note = OneLine.of(description == null ? "" : description, LONGEST_NOTE);
    return note.isEmpty() ? null : note;
  }

  private List<Fact> openFacts(Review review) {
    var facts = resource(review);
    var stage = review.stage();
    if (stage != null) {
      facts.add(
          new Fact(
              words.stageLabel(),
              words.stageOf(language.number(stage.number()), language.number(stage.count()))));
    }
    facts.add(new Fact(words.dueLabel(), language.end(review.due())));
    if (!review.selfReview() || review.open() != 1) {
      facts.add(
          new Fact(
              kind == MailKind.START ? words.toDecide() : words.openLabel(),
              decisions(review.open())));
    }
    return facts;
  }

  private List<Fact> resource(Review review) {
    var facts = new ArrayList<Fact>();
    var resource = OneLine.of(review.resource(), Composition.LONGEST_NAME);
    if (!resource.isEmpty()) {
      facts.add(new Fact(words.accessTo(), resource));
    }
    return facts;
  }

  private String decisions(long open) {
    return open == 0
        ? words.nothing()
        : open == 1 ? words.oneDecision() : words.decisions(language.number(open));
  }

  private List<Fact> results(Review review) {
    var facts = resource(review);
    var result = review.result();
    facts.add(new Fact(words.approved(), language.number(result.approved())));
    facts.add(new Fact(words.denied(), language.number(result.denied())));
    facts.add(new Fact(words.dontKnow(), language.number(result.dontKnow())));
    facts.add(new Fact(words.notReviewed(), language.number(result.notReviewed())));
    return facts;
  }

  private List<String> outcomes(Result result) {
    var outcomes = new ArrayList<String>();
    if (result.denied() == 0) {
      outcomes.add(words.noneDenied());
    } else {
      outcomes.add(result.applies() ? words.deniedIsRemoved() : words.deniedWaits());
    }
    if (result.notReviewed() > 0) {
      outcomes.add(words.defaultDecision());
    }
    return outcomes;
  }
}
