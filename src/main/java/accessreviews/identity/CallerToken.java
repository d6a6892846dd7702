package accessreviews.identity;

import accessreviews.odata.Guid;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a valid token says of the caller.
 *
 * @param id the object id of the user or of the service principal; null where the token has none
 * @param isApplication whether an application calls for itself, without a signed-in user
 * @param permissions those that count: the user's scopes, or the application's roles
 * @param directoryRoles template ids; empty where the token does not say
 * @param isPersonal whether this is a personal Microsoft account, which no operation is for
 */
record CallerToken(
    @Nullable UUID id,
    @Nullable String displayName,
    @Nullable String userPrincipalName,
    boolean isApplication,
    Set<String> permissions,
    Optional<Set<UUID>> directoryRoles,
    boolean isPersonal) {
  private static final Logger LOG = Logger.getLogger(CallerToken.class);
  private static final String PERSONAL_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String APPLICATION = "app";

  /** Members of ID tokens alone (OpenID Connect Core, 2 and 3.3.2.11). */
  private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");

  /** Reads {@code token}, whose claims are where {@code places} says. */
  static CallerToken of(JsonWebToken token, ClaimsConfig places) {
    var claims = new Claims(token);
    var scopes = claims.texts(places.scp());
    var type = claims.text(places.idtyp());
    var application = type.map(APPLICATION::equals).orElse(scopes.isEmpty() && !isOfAUser(claims));
    return new CallerToken(
        id(claims, places),
        claims.whole("name"),
        claims.whole("upn", "preferred_username", "unique_name"),
        application,
        (application ? claims.texts(places.roles()) : scopes).orElse(Set.of()),
        claims.texts(places.wids()).map(CallerToken::guids),
        claims.text(places.tid()).map(PERSONAL_TENANT::equalsIgnoreCase).orElse(false));
  }

  /**
   * Reads {@code token}, the ID token of a browser's session. The portal acts for the signed-in
   * user with every delegated permission; what a person may do, their roles and reviews say.
   */
  static CallerToken ofSession(JsonWebToken token, ClaimsConfig places) {
    var claims = new Claims(token);
    return new CallerToken(
        id(claims, places),
        claims.whole("name"),
        claims.whole("upn", "preferred_username", "unique_name"),
        false,
        Permission.OF_PORTAL,
        claims.texts(places.wids()).map(CallerToken::guids),
        claims.text(places.tid()).map(PERSONAL_TENANT::equalsIgnoreCase).orElse(false));
  }

  /**
   * Whether a token without scopes is a user's all the same: an ID token, or one of Microsoft Entra
   * whose {@code sub} is not its {@code oid}, as both are in tokens of applications. The app roles
   * of a user are no permissions (protocol.md, 7).
   */
  private static boolean isOfAUser(Claims claims) {
    return claim(claims, "typ").map("ID"::equals).orElse(false)
        || OF_ID_TOKENS.stream().anyMatch(name -> claim(claims, name).isPresent())
        || (claim(claims, "tid").isPresent() && !claim(claims, "sub").equals(claim(claims, "oid")));
  }

  private static Optional<String> claim(Claims claims, String name) {
    return claims.text(List.of(name));
  }

  /** Whether the token says all names that callers of its kind have: applications have only one. */
  boolean isNamed() {
    return displayName != null && (isApplication || userPrincipalName != null);
  }

  private static @Nullable UUID id(Claims claims, ClaimsConfig places) {
    var id = claims.text(places.oid()).orElse("");
    if (Guid.is(id)) {
      return UUID.fromString(id);
    }
    LOG.debugf("The caller id '%s' of a token is not a GUID; check access-reviews.claims.oid", id);
    return null;
  }

  private static Set<UUID> guids(Set<String> texts) {
    return texts.stream().filter(Guid::is).map(UUID::fromString).collect(Collectors.toSet());
  }
}
