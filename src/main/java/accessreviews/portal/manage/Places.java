package accessreviews.portal.manage;

import accessreviews.identity.browser.PortalSignIn;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.Guid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the pages of administrators are. */
final class Places {
  /** The list of series. */
  static final String ALL = PortalSignIn.PAGES + "/manage";

  private Places() {}

  static String of(UUID series) {
    return ALL + "/" + series;
  }

  static String of(InstanceKey key) {
    return of(key.definition()) + "/" + key.instance();
  }

  /** The page of {@code list} after its element {@code last}. */
  static String after(String list, UUID last) {
    return list + "?after=" + last;
  }

  /** The element after which a page begins; null for the first page. */
  static @Nullable UUID position(@Nullable String after) {
    return after == null || after.isEmpty() ? null : Guid.of(after);
  }
}
