package accessreviews.directory.users;

import accessreviews.directory.objects.Given;
import accessreviews.directory.objects.LanguageTag;
import accessreviews.directory.objects.SignInActivity;
import accessreviews.odata.bodies.Field;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The body of a create or an update of a user. */
@RegisterForReflection
record UserRequest(
    Field<String> id,
    Field<String> displayName,
    Field<String> userPrincipalName,
    Field<String> mail,
    Field<UserType> userType,
    Field<Boolean> accountEnabled,
    Field<String> country,
    Field<String> preferredLanguage,
    Field<ExternalUserState> externalUserState,
    Field<SignInActivity.Request> signInActivity) {
  private static final int LONGEST_PRINCIPAL_NAME = 256;
  private static final String PRINCIPAL_NAME = "userPrincipalName";

  /** The new user of this request. */
  DirectoryUser toCreate(Instant now) {
    UUID newId = Given.id(id);
    var user = new DirectoryUser(newId, Given.name(displayName), requiredPrincipalName(), now);
    applyTo(user);
    return user;
  }

  /** Changes the properties of {@code user} that this request has. */
  void applyTo(DirectoryUser user) {
    if (!displayName.isAbsent()) {
      user.rename(Given.name(displayName));
    }
    if (!userPrincipalName.isAbsent()) {
      user.signInAs(requiredPrincipalName());
    }
    mail.ifSent(user::mailTo);
    userType.neverNull("userType").ifGiven(user::become);
    accountEnabled.neverNull("accountEnabled").ifGiven(user::enable);
    country.ifSent(user::moveTo);
    preferredLanguage.ifGiven(UserRequest::requireTag);
    preferredLanguage.ifSent(user::prefer);
    externalUserState.ifSent(user::invited);
    SignInActivity.last(signInActivity).ifSent(user::signedIn);
  }

  private static void requireTag(String language) {
    if (!LanguageTag.is(language)) {
      throw Refused.invalid("preferredLanguage", LanguageTag.EXPECTED);
    }
  }

  private String requiredPrincipalName() {
    var name =
        Given.required(
            userPrincipalName, PRINCIPAL_NAME, "the name to sign in with, as alias@domain");
    if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_PRINCIPAL_NAME) {
      throw Refused.invalid(
          PRINCIPAL_NAME, "1 to " + LONGEST_PRINCIPAL_NAME + " characters, as alias@domain");
    }
    return name;
  }
}
