package accessreviews.dev.mails;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accessreviews.testing.lanes.InProcessOnly;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@InProcessOnly("sends mails by itself; what was built has no such page")
class DevMailsHttpTest {
  @Inject Mailer mailer;
  @Inject SentMails sent;

  @Test
  void showsMailsNewestFirstToEveryone() {
    mailer.send(Mail.withText("a@contoso.com", "First <b>", "text of <i>the first</i>"));
    mailer.send(Mail.withHtml("b@contoso.com", "Second", "<p>Hello</p>"));

    var page =
        given()
            .get("/dev/mails")
            .then()
            .statusCode(200)
            .contentType("text/html;charset=utf-8")
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .extract()
            .asString();

    assertThat(page)
        .contains("First &lt;b&gt;", "text of &lt;i&gt;the first", "a@contoso.com")
        .contains("<iframe sandbox=\"\"")
        .doesNotContain("<i>the first");
    assertThat(page.indexOf("Second")).isLessThan(page.indexOf("First &lt;b&gt;"));
  }

  @Test
  void theHtmlOfAMailIsInASandbox() {
    mailer.send(Mail.withHtml("b@contoso.com", "Second", "<p>Hello</p>"));
    var number = sent.newestFirst().getFirst().number();

    given()
        .get("/dev/mails/" + number)
        .then()
        .statusCode(200)
        .header(
            "Content-Security-Policy",
            allOf(containsString("sandbox"), not(containsString("script-src"))))
        .body(is("<p>Hello</p>"));
    given().get("/dev/mails/" + (number + 1)).then().statusCode(404);
    given().get("/dev/mails/x").then().statusCode(404);
  }

  @Test
  void keepsTheLastHundred() {
    for (var i = 0; i < 103; i++) {
      mailer.send(Mail.withText("a@contoso.com", "Mail " + i, ""));
    }

    assertThat(sent.newestFirst())
        .hasSize(100)
        .extracting(kept -> kept.mail().subject())
        .startsWith("Mail 102", "Mail 101")
        .endsWith("Mail 3");
  }
}
