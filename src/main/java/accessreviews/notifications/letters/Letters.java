package accessreviews.notifications.letters;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/**
 * Writes mails. Texts of users are shown as they are: nothing in them is a template, HTML, or a
 * header.
 */
@ApplicationScoped
public class Letters {
  /** How long a subject can be, in characters. */
  public static final int LONGEST_SUBJECT = 200;

  private final InstantSource clock;

  Letters(InstantSource clock) {
    this.clock = clock;
  }

  /** {@code letter} in the language of its reader: German, or English for everyone else. */
  public Rendered render(Letter letter) {
    var language = Language.of(letter.to().preferredLanguage());
    var subject = new SubjectLine(language, clock.instant()).of(letter);
    var page = new Composition(language).of(letter, subject);
    return new Rendered(
        subject,
        Columns.broken(
            Templates.letter(page).setVariant(Variant.forContentType(Variant.TEXT_PLAIN)).render()),
        Templates.letter(page).setVariant(Variant.forContentType(Variant.TEXT_HTML)).render());
  }

  @CheckedTemplate(basePath = "letters")
  static class Templates {
    private Templates() {}

    static native TemplateInstance letter(LetterPage page);
  }
}
