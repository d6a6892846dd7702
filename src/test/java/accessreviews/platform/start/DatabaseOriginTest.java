package accessreviews.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseOriginTest {
  @Test
  void neverSaysThePasswordOfAUrl() {
    assertThat(DatabaseOrigin.asConfigured("jdbc:postgresql://db:5432/reviews?user=u&password=p"))
        .isEqualTo("PostgreSQL: jdbc:postgresql://db:5432/reviews as configured");
  }
}
