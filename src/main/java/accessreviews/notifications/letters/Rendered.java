package accessreviews.notifications.letters;

/**
 * A mail in the reader's language.
 *
 * @param subject one line without control characters, {@value Letters#LONGEST_SUBJECT} characters
 *     at most
 * @param text plain text, lines end with {@code \n}
 * @param html a whole document that loads nothing
 */
public record Rendered(String subject, String text, String html) {}
