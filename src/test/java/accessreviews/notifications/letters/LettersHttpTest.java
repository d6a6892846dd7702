package accessreviews.notifications.letters;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.notifications.outbox.MailKind;
import accessreviews.testing.lanes.InProcessOnly;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@InProcessOnly("calls what writes mails")
class LettersHttpTest {
  @Inject Letters letters;

  @Test
  void first() {
    for (var language : new String[] {"en", "de-AT"}) {
      for (var kind : MailKind.values()) {
        var r = letters.render(SampleLetters.one(kind, language));
        System.out.println("SUBJECT " + r.subject() + "\n" + r.text());
      }
      System.out.println(
          letters.render(SampleLetters.digest(language)).subject()
              + letters.render(SampleLetters.digest(language)).text());
    }
    System.out.println(letters.render(SampleLetters.digest("en")).html());
    assertThat(letters).isNotNull();
  }
}
