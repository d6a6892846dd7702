package accessreviews.notifications.letters;

import accessreviews.testing.GermanTest;
import java.util.Set;

/** German says everything that English says. */
class WordsTest extends GermanTest {
  WordsTest() {
    super(Words.class, "letters", Set.of("titled"));
  }
}
