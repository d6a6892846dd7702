package accessreviews.odata;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids on the wire. */
public final class Guid {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Guid() {}

  /** Whether {@code text} is a GUID. */
  public static boolean is(String text) {
    return FORM.matcher(text).matches();
  }

  /** The id in a path; text that is no GUID is the id of nothing. */
  public static UUID of(String segment) {
    if (!is(segment)) {
      throw unknown(segment);
    }
    return UUID.fromString(segment);
  }

  /** The id that the path in {@code uri} has for its parameter {@code name}. */
  public static UUID in(UriInfo uri, String name) {
    return of(uri.getPathParameters().getFirst(name));
  }

  /** Nothing has the id {@code id}. */
  public static Refused unknown(Object id) {
    return new Refused(
        Refusal.RESOURCE_NOT_FOUND, null, "No resource was found with the id '%s'.".formatted(id));
  }
}
