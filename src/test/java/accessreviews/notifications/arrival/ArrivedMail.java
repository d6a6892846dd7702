package accessreviews.notifications.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.servers.ReceivedMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A mail as a mail program reads it.
 *
 * @param parts the texts by their content types, in the order of the mail
 */
record ArrivedMail(
    String to, String subject, String messageId, Map<String, String> parts, List<String> headers) {
  /** The page of a review for its reviewers, or that of its results. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?<=[\\s\"<(])https?://[^/\\s]+/reviews/(manage/%1$s/)?(%1$s)(?=[\\s\">)])"
              .formatted("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"));

  /** Servers refuse mails with them: they are how a second mail is smuggled in. */
  private static final Pattern BARE = Pattern.compile("(?<!\r)\n|\r(?!\n)");

  /** The mail that arrived; it has one recipient, a text and HTML. */
  static ArrivedMail of(ReceivedMail received) {
    assertThat(BARE.matcher(received.content()).find()).as("a CR or LF alone").isFalse();
    var bytes = received.content().getBytes(UTF_8);
    try {
      var mail =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      var parts = new HashMap<String, String>();
      collect((Multipart) mail.getContent(), parts);
      assertThat(parts).containsOnlyKeys("text/plain", "text/html");
      var to = new ArrayList<String>();
      for (var one : mail.getAllRecipients()) {
        to.add(((InternetAddress) one).getAddress());
      }
      var headers = new ArrayList<String>();
      mail.getAllHeaders().asIterator().forEachRemaining(one -> headers.add(one.getName()));
      assertThat(to).as("the envelope").containsExactlyElementsOf(received.recipients());
      return new ArrivedMail(
          received.to(),
          mail.getSubject(),
          mail.getMessageID(),
          Map.copyOf(parts),
          List.copyOf(headers));
    } catch (MessagingException | IOException e) {
      throw new AssertionError(new String(bytes, UTF_8), e);
    }
  }

  private static void collect(Multipart several, Map<String, String> parts)
      throws MessagingException, IOException {
    for (var i = 0; i < several.getCount(); i++) {
      BodyPart part = several.getBodyPart(i);
      if (part.getContent() instanceof Multipart inner) {
        collect(inner, parts);
      } else {
        assertThat(part.getDisposition()).as("nothing is attached").isNotEqualTo("attachment");
        var type = part.getContentType().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        assertThat(parts.put(type, (String) part.getContent())).as(type).isNull();
      }
    }
  }

  String text() {
    return String.valueOf(parts.get("text/plain"));
  }

  String html() {
    return String.valueOf(parts.get("text/html"));
  }

  /** The instances to whose pages for reviewers links of the mail lead: the same in both parts. */
  Set<String> reviews() {
    return linked(false);
  }

  /** The instances to whose results links of the mail lead: the same ones in both parts. */
  Set<String> results() {
    return linked(true);
  }

  private Set<String> linked(boolean results) {
    var inText = links(text(), results);
    assertThat(links(html(), results)).as(subject).isEqualTo(inText);
    return inText;
  }

  private static Set<String> links(String text, boolean results) {
    return LINK.matcher(text)
        .results()
        .filter(link -> results == (link.group(1) != null))
        .map(link -> link.group(2))
        .collect(toCollection(TreeSet::new));
  }
}
