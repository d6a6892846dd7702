package accessreviews.directory.objects;

import accessreviews.odata.bodies.Field;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An object that a body names.
 *
 * @param member of the body
 * @param type of the object, where the body says it
 */
public record Reference(String member, UUID id, Optional<ObjectType> type) {
  private static final String MEMBER = "@odata.id";
  private static final String EXPECTED =
      "the URL of an object, such as https://host/v1.0/directoryObjects/{id}";
  private static final Pattern URL =
      Pattern.compile(
          "(?:.*/)?(users|groups|servicePrincipals|directoryObjects)(?:/|\\('?)"
              + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:'?\\))?/?",
          Pattern.CASE_INSENSITIVE);

  /** A body of {@code $ref}: the URL of an object. */
  @RegisterForReflection
  record Body(@JsonProperty(MEMBER) Field<String> odataId) {}

  /** The object that {@code body} refers to. */
  public static Reference of(JsonBody body) {
    var url = body.as(Body.class).odataId().orNull();
    if (url == null) {
      throw Refused.missing(MEMBER, EXPECTED);
    }
    var match = URL.matcher(url.strip());
    if (!match.matches()) {
      throw Refused.invalid(MEMBER, EXPECTED);
    }
    return new Reference(MEMBER, UUID.fromString(match.group(2)), ObjectType.ofSet(match.group(1)));
  }
}
