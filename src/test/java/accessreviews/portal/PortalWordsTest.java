package accessreviews.portal;

import accessreviews.testing.GermanTest;
import java.util.Set;

/** German says everything that English says. */
class PortalWordsTest extends GermanTest {
  PortalWordsTest() {
    super(PortalWords.class, "portal", Set.of("person", "otherAnswered", "filter", "name"));
  }
}
