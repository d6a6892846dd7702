package accessreviews.reviewers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.odata.bodies.WireMapper;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How reviewers are written on the wire. */
class ReviewerScopeJsonTest {
  private final ObjectMapper wire = WireMapper.create();

  /** Graph's own examples write {@code type}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"query":"/users/1","queryType":"MicrosoftGraph"}""",
        """
        {"query":"/users/1","type":"MicrosoftGraph"}""",
        """
        {"query":"/users/1"}""",
        """
        {"query":"/users/1","queryType":null,"queryRoot":null}""",
        """
        {"@odata.type":"#microsoft.graph.accessReviewReviewerScope","Query":"/users/1","x":[]}"""
      })
  void areReadWithQueryTypeOrTypeOrNeither(String json) throws JsonProcessingException {
    assertThat(wire.readValue(json, ReviewerScope.class))
        .isEqualTo(new ReviewerScope("/users/1", "MicrosoftGraph", null));
  }

  @Test
  void areRefusedWithAnotherType() {
    var json = "{\"query\":\"/users/1\",\"type\":\"ARM\"}";
    assertThatThrownBy(() -> wire.readValue(json, ReviewerScope.class))
        .isInstanceOf(JsonMappingException.class)
        .cause()
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Refusal.INVALID_PROPERTY_VALUE);
              assertThat(refused.target()).isEqualTo("queryType");
            });
  }

  @Test
  void areWrittenWithAllThreeMembersAndWithoutAType() throws JsonProcessingException {
    var reviewers =
        wire.readValue(
            "[{\"query\":\"./manager\",\"type\":\"microsoftgraph\",\"queryRoot\":\"decisions\"}]",
            Reviewers.class);
    assertThat(wire.writeValueAsString(reviewers))
        .isEqualTo(
            """
            [{"query":"./manager","queryType":"MicrosoftGraph","queryRoot":"decisions"}]""");
  }
}
