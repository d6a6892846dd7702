package accessreviews.portal.manage;

import accessreviews.testing.GermanTest;
import java.util.Set;

/** German says everything that English says. */
class ManageWordsTest extends GermanTest {
  ManageWordsTest() {
    super(ManageWords.class, "manage", Set.of("status"));
  }
}
