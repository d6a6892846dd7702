package accessreviews.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/**
 * Where the claims of a token are, for issuers that put them elsewhere than Microsoft Entra does.
 * {@code realm_access/roles} is the claim {@code roles} inside of {@code realm_access}; of several
 * places the first counts that the token has.
 */
@ConfigMapping(prefix = "access-reviews.claims")
interface ClaimsConfig {
  /** The object id of the user, or of the application's service principal; a GUID. */
  @WithDefault("oid")
  List<String> oid();

  /** The permissions of a signed-in user, separated by blanks; only user tokens have it. */
  @WithDefault("scp,scope")
  List<String> scp();

  /** The permissions of an application. */
  @WithDefault("roles")
  List<String> roles();

  /** The template ids of the user's directory roles. */
  @WithDefault("wids")
  List<String> wids();

  /** The tenant, by which personal Microsoft accounts are known. */
  @WithDefault("tid")
  List<String> tid();

  /** {@code app} in the token of an application, whatever else the token has. */
  @WithDefault("idtyp")
  List<String> idtyp();
}
