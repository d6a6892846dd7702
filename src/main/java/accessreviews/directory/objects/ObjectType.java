package accessreviews.directory.objects;

import java.util.Locale;
import java.util.Optional;

/** The kinds of objects, as Graph names their types. */
public enum ObjectType {
  user("users"),
  group("groups"),
  servicePrincipal("servicePrincipals");

  private final String set;

  ObjectType(String set) {
    this.set = set;
  }

  /** The kind with the collection {@code set}, in any case; empty for all kinds at once. */
  static Optional<ObjectType> ofSet(String set) {
    for (var type : values()) {
      if (type.set.toLowerCase(Locale.ROOT).equals(set.toLowerCase(Locale.ROOT))) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The value of {@code @odata.type}. */
  public String odataType() {
    return "#microsoft.graph." + name();
  }
}
