package accessreviews.notifications.letters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the templates lay it out: every text is plain and in the reader's language.
 *
 * @param kicker what kind of mail it is, above the heading
 * @param closing what happens when a link is opened
 */
public record LetterPage(
    String language,
    String title,
    String kicker,
    String heading,
    String greeting,
    List<Part> parts,
    String closing,
    String sender) {

  /**
   * The reviews that are told for one reason.
   *
   * @param heading only where there are several parts
   * @param further how many more there are; null if there are none
   * @param reason why the reader gets it
   */
  public record Part(
      @Nullable String heading,
      String introduction,
      List<Card> cards,
      @Nullable String further,
      String reason) {}

  /**
   * One review.
   *
   * @param title its name; null where the heading of the mail has it
   * @param level the level of its title in the outline
   * @param note what its owner wrote for reviewers; null if nothing
   * @param outcomes what becomes of the decisions
   * @param action what the link says, and with {@code label} to a screen reader
   */
  public record Card(
      @Nullable String title,
      int level,
      List<Fact> facts,
      String noteLabel,
      @Nullable String note,
      List<String> outcomes,
      String action,
      String label,
      String link) {}

  /** A line of two columns. */
  public record Fact(String label, String value) {}
}
