package accessreviews.portal.signin;

import accessreviews.identity.browser.PortalSignIn;
import java.net.URI;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Where a browser goes after a form was sent: pages of the portal, never another site. */
public final class WayBack {
  private static final int LONGEST = 2_000;
  private static final Pattern PAGE = Pattern.compile("/reviews(/[A-Za-z0-9/-]*)?(\\?[!-~]*)?");

  private WayBack() {}

  /** {@code wanted} if it is a page of the portal, otherwise the first page. */
  public static String of(@Nullable String wanted) {
    return wanted != null
            && wanted.length() <= LONGEST
            && PAGE.matcher(wanted).matches()
            && !wanted.contains("//")
            && isUri(wanted)
        ? wanted
        : PortalSignIn.PAGES;
  }

  private static boolean isUri(String text) {
    try {
      return URI.create(text).getRawPath() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The answer to a form, by which the browser reads {@code page}. */
  public static RestResponse<Void> to(String page) {
    return ResponseBuilder.<Void>create(303).header("Location", page).build();
  }
}
