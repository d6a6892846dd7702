package accessreviews.testing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * A mail as an SMTP server took it.
 *
 * @param from the sender of the envelope
 * @param recipients those of the envelope
 * @param content headers, an empty line, and the text, as they were sent
 */
public record ReceivedMail(String from, List<String> recipients, String content) {
  public ReceivedMail {
    recipients = List.copyOf(recipients);
  }

  /** The only recipient. */
  public String to() {
    if (recipients.size() != 1) {
      throw new AssertionError("Not one recipient: " + recipients);
    }
    return recipients.getFirst();
  }

  /** The mail as a mail client reads it. */
  public MimeMessage parsed() {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()), new ByteArrayInputStream(content.getBytes(UTF_8)));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** Its subject, in plain text. */
  public String subject() {
    try {
      return parsed().getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** Its first part of type {@code text/plain}, decoded. */
  public String text() {
    return part("text/plain");
  }

  /** Its first part of type {@code text/html}, decoded. */
  public String html() {
    return part("text/html");
  }

  private String part(String type) {
    try {
      return part(parsed(), type);
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return (String) part.getContent();
    }
    var found = "";
    if (part.getContent() instanceof Multipart parts) {
      for (var i = 0; i < parts.getCount() && found.isEmpty(); i++) {
        found = part(parts.getBodyPart(i), type);
      }
    }
    return found;
  }

  /** The lines of the header, each unfolded. */
  public List<String> headers() {
    var end = content.indexOf("\r\n\r\n");
    var head = end < 0 ? content : content.substring(0, end);
    return List.of(head.replaceAll("\r\n[ \t]", " ").split("\r\n"));
  }

  /** The value of the only header with this name, as it was sent; empty if there is none. */
  public String header(String name) {
    var start = name.toLowerCase(Locale.ROOT) + ":";
    var found =
        headers().stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start)).toList();
    if (found.size() > 1) {
      throw new AssertionError("More than one: " + found);
    }
    return found.isEmpty() ? "" : found.getFirst().substring(start.length()).strip();
  }
}
