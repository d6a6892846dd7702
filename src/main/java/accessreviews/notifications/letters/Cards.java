package accessreviews.notifications.letters;

import accessreviews.notifications.letters.Letter.Result;
import accessreviews.notifications.letters.Letter.Review;
import accessreviews.notifications.letters.LetterPage.Card;
import accessreviews.notifications.letters.LetterPage.Fact;
import accessreviews.notifications.outbox.MailKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  /** The card below a heading that names the review. */
  Card untitled(Review review) {
    return card(review, null, 0, resource(review));
  }

  /** The card with the name of the review as its title. */
  Card titled(Review review, int level) {
    return card(review, Kinds.name(review, Kinds.LONGEST_NAME), level, resource(review));
  }

  /** The card below a heading that names the series, with the resource as its title. */
  Card ofResource(Review review, int level) {
    return card(review, Kinds.resource(review), level, List.of());
  }

  private Card card(Review review, @Nullable String title, int level, List<Fact> resource) {
    var open = Kinds.isOpen(kind);
    var action = open ? words.openReview() : words.seeResults();
    return new Card(
        title,
        level,
        Stream.of(resource, open ? openFacts(review) : results(review.result()))
            .flatMap(List::stream)
            .toList(),
        words.note(),
        open ? note(review.description()) : null,
        open ? List.of() : outcomes(review.result()),
        action,
        title == null ? action : words.titled(action, title),
        review.link().toASCIIString());
  }

  private List<Fact> resource(Review review) {
    var resource = Kinds.resource(review);
    return resource.isEmpty() ? List.of() : List.of(new Fact(words.accessTo(), resource));
  }

  private static @Nullable String note(@Nullable String description) {
    var note = OneLine.of(description == null ? "" : description, LONGEST_NOTE);
    return note.isEmpty() ? null : note;
  }

  private List<Fact> openFacts(Review review) {
    var facts = new ArrayList<Fact>();
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
              kind == MailKind.START ? words.waiting() : words.openLabel(),
              decisions(review.open())));
    }
    return facts;
  }

  private String decisions(long open) {
    return open == 0
        ? words.nothing()
        : open == 1 ? words.oneDecision() : words.decisions(language.number(open));
  }

  private List<Fact> results(Result result) {
    return List.of(
        new Fact(words.approved(), language.number(result.approved())),
        new Fact(words.denied(), language.number(result.denied())),
        new Fact(words.dontKnow(), language.number(result.dontKnow())),
        new Fact(words.notReviewed(), language.number(result.notReviewed())));
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
