package accessreviews.platform.start;

import accessreviews.odata.PublicUrl;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;

/**
 * The preconditions of a start in production: an issuer of tokens and a database that answers,
 * neither of them the trial's of docker-compose.yml; a public URL where mails are sent.
 */
final class Preconditions {
  static final String ISSUER = "quarkus.oidc.auth-server-url";

  /** The key of an issuer without discovery, as in trainings and tests. */
  private static final String PUBLIC_KEY = "quarkus.oidc.public-key";

  static final String URL = "quarkus.datasource.jdbc.url";
  private static final String PASSWORD = "quarkus.datasource.password";

  /** The default password of docker-compose.yml, which everybody knows. */
  private static final String TRIAL_PASSWORD = "trial";

  private static final Pattern TRIAL_ISSUER = Pattern.compile(".*/realms/access-reviews-trial/*");
  private static final Pattern TRIAL_PASSWORD_IN_URL =
      Pattern.compile(".*[?&]password=trial(&.*)?");

  /** Mails are sent if it is set. */
  private static final String MAIL_FROM = "quarkus.mailer.from";

  /** Where the clock is driven, mails may lead to this computer. */
  private static final String EMULATOR = "access-reviews.emulator.enabled";

  private static final String SECONDS_TO_CONNECT = "10";

  private Preconditions() {}

  /** One sentence for the operator about what is missing, if something is. */
  static Optional<String> firstUnmet() {
    // Before the service starts, a native image still has the configuration of its build.
    var config = ConfigUtils.configBuilder().build();
    if (value(config, ISSUER).isEmpty() && value(config, PUBLIC_KEY).isEmpty()) {
      return Optional.of(
          "no token issuer is configured; set QUARKUS_OIDC_AUTH_SERVER_URL to the URL of an"
              + " OpenID Connect issuer.");
    }
    if (!config.getOptionalValue(TrialWarning.TRIAL, Boolean.class).orElse(false)) {
      if (value(config, PASSWORD).filter(TRIAL_PASSWORD::equals).isPresent()
          || value(config, URL).filter(TRIAL_PASSWORD_IN_URL.asMatchPredicate()).isPresent()) {
        return Optional.of(
            "the database password is the well-known one of the trial; change it and set"
                + " QUARKUS_DATASOURCE_PASSWORD, or set ACCESS_REVIEWS_TRIAL=true.");
      }
      if (value(config, ISSUER).filter(TRIAL_ISSUER.asMatchPredicate()).isPresent()) {
        return Optional.of(
            "the token issuer is the trial's, whose passwords are well known; set"
                + " QUARKUS_OIDC_AUTH_SERVER_URL to your own, or set ACCESS_REVIEWS_TRIAL=true.");
      }
    }
    var noPublicUrl = value(config, PublicUrl.SETTING).flatMap(Preconditions::refusedPublicUrl);
    if (noPublicUrl.isPresent()) {
      return noPublicUrl;
    }
    if (value(config, MAIL_FROM).isPresent()
        && value(config, PublicUrl.SETTING).isEmpty()
        && !config.getOptionalValue(EMULATOR, Boolean.class).orElse(false)) {
      return Optional.of(
          "mails need the address of this service for their links; set ACCESS_REVIEWS_PUBLIC_URL"
              + " to https://host or https://host:port, or remove QUARKUS_MAILER_FROM.");
    }
    return value(config, URL)
        .map(url -> unreachable(config, url))
        .orElseGet(
            () ->
                Optional.of(
                    "no database is configured; set QUARKUS_DATASOURCE_JDBC_URL (and _USERNAME,"
                        + " _PASSWORD) to a PostgreSQL 17 database."));
  }

  private static Optional<String> refusedPublicUrl(String setting) {
    try {
      PublicUrl.read(setting);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static Optional<String> unreachable(Config config, String url) {
    var login = new Properties();
    value(config, "quarkus.datasource.username").ifPresent(user -> login.put("user", user));
    value(config, PASSWORD).ifPresent(word -> login.put("password", word));
    login.put("connectTimeout", SECONDS_TO_CONNECT);
    try (var connection = new Driver().connect(url, login)) {
      if (connection == null) {
        return Optional.of(sentence(url, "not a PostgreSQL URL"));
      }
      return connection.isValid(1) ? Optional.empty() : Optional.of(sentence(url, "no answer"));
    } catch (SQLException e) {
      return Optional.of(sentence(url, String.valueOf(e.getMessage())));
    }
  }

  private static String sentence(String url, String reason) {
    return "the database at %s cannot be reached (%s); check QUARKUS_DATASOURCE_JDBC_URL."
        .formatted(url.replaceAll("\\?.*", ""), reason.lines().findFirst().orElse(""));
  }

  private static Optional<String> value(Config config, String name) {
    return config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
  }
}
