package accessreviews.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which connections the log names as not encrypted. */
class PlainConnectionsTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          https://login.example.com/v2.0 , 0
          HTTPS://login.example.com      , 0
          http://localhost:8180/realms/x , 0
          http://127.0.0.1:8180          , 0
          http://[::1]:8180              , 0
          http://keycloak:8080/realms/x  , 1
          http://127.evil.example.com    , 1
          -                              , 0
          """)
  void anIssuerByHttpOutsideLoopbackIsNamed(String issuer, int warnings) {
    assertThat(PlainConnections.warnings(Optional.ofNullable(issuer), Optional.empty(), Map.of()))
        .hasSize(warnings)
        .allMatch(warning -> warning.contains(issuer));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          jdbc:postgresql://localhost/reviews                    , -           , 0
          jdbc:postgresql://127.0.0.1:5432/reviews               , -           , 0
          jdbc:postgresql:reviews                                , -           , 0
          jdbc:postgresql://db/reviews                           , -           , 1
          jdbc:postgresql://db/reviews?sslmode=prefer            , -           , 1
          jdbc:postgresql://db/reviews?sslmode=verify-full&a=b   , -           , 0
          jdbc:postgresql://db/reviews                           , verify-full , 0
          'jdbc:postgresql://localhost,db/reviews'               , -           , 1
          jdbc:other://db/reviews                                , -           , 0
          """)
  void aDatabaseWithoutEncryptionIsNamed(String url, String mode, int warnings) {
    assertThat(
            PlainConnections.warnings(
                Optional.empty(),
                Optional.of(url),
                mode == null ? Map.of() : Map.of("sslmode", mode)))
        .hasSize(warnings);
  }
}
