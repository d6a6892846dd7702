package accessreviews.directory.users;

import accessreviews.directory.objects.ObjectType;
import accessreviews.directory.objects.SignInActivity;
import accessreviews.odata.ServiceRoot;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user on the wire.
 *
 * @param context null inside of a list, whose own context says it
 * @param odataType null where the context says it
 */
@RegisterForReflection
public record UserView(
    @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String context,
    @JsonProperty("@odata.type") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String odataType,
    UUID id,
    String displayName,
    String userPrincipalName,
    @Nullable String mail,
    UserType userType,
    boolean accountEnabled,
    @Nullable String country,
    @Nullable String preferredLanguage,
    @Nullable ExternalUserState externalUserState,
    Instant createdDateTime,
    @Nullable SignInActivity signInActivity) {
  public static final String SET = "users";

  /** The user as one of a list. */
  static UserView item(DirectoryUser user, ServiceRoot root) {
    return of(user, null, null);
  }

  /** The user as the answer to a read of itself. */
  static UserView entity(DirectoryUser user, ServiceRoot root) {
    return of(user, root.context(SET + "/$entity"), null);
  }

  /** The user in a collection of objects of any kind. */
  static UserView object(DirectoryUser user, ServiceRoot root) {
    return of(user, root.context("directoryObjects/$entity"), ObjectType.user.odataType());
  }

  private static UserView of(
      DirectoryUser user, @Nullable String context, @Nullable String odataType) {
    return new UserView(
        context,
        odataType,
        user.id(),
        user.displayName(),
        user.userPrincipalName(),
        user.mail(),
        user.userType(),
        user.accountEnabled(),
        user.country(),
        user.preferredLanguage(),
        user.externalUserState(),
        user.createdDateTime(),
        SignInActivity.of(user.lastSignInDateTime()));
  }
}
