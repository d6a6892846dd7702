package accessreviews.directory.objects;

import accessreviews.odata.Guid;
import accessreviews.odata.bodies.Field;
import accessreviews.refusal.Refused;
import java.util.UUID;

/** Reads members of bodies that several kinds of objects have. */
public final class Given {
  private static final String NAME = "the name that people see";
  private static final String GUID = "a GUID such as 2560f739-2e0e-4550-9fa0-1a1e67ae0ab8";

  private Given() {}

  /** The id of a new object: the given one, or a random one. */
  public static UUID id(Field<String> id) {
    return id.isAbsent() || id.orNull() == null ? UUID.randomUUID() : guid(id, "id", "the id");
  }

  /** The GUID in the required member {@code member}. */
  public static UUID guid(Field<String> field, String member, String what) {
    var text = required(field, member, what);
    if (!Guid.is(text)) {
      throw Refused.invalid(member, GUID);
    }
    return UUID.fromString(text);
  }

  /** The display name, which is required and not blank. */
  public static String name(Field<String> displayName) {
    var name = required(displayName, "displayName", NAME);
    if (name.isBlank()) {
      throw Refused.invalid("displayName", "a name that is not blank");
    }
    return name;
  }

  /** The value of a required member. */
  public static <T> T required(Field<T> field, String member, String what) {
    var value = field.orNull();
    if (value == null) {
      throw Refused.missing(member, what);
    }
    return value;
  }
}
