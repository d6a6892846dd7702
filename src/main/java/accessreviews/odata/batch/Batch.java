package accessreviews.odata.batch;

import accessreviews.refusal.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a batch: requests with unique ids, and dependencies without a cycle. */
@RegisterForReflection
record Batch(List<BatchedRequest> requests) {
  private static final int MOST = 20;
  private static final String EXPECTED = "1 to " + MOST + " requests";

  Batch {
    if (requests == null || requests.isEmpty()) {
      throw Refused.missing("requests", EXPECTED);
    }
    if (requests.size() > MOST) {
      throw Refused.invalid("requests", EXPECTED + ", got " + requests.size());
    }
    requests = List.copyOf(requests);
    inOrder(requests);
  }

  /** The requests, each after those that it depends on. */
  List<BatchedRequest> inOrder() {
    return inOrder(requests);
  }

  /** The id in lower case, because ids match in any case. */
  static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  /** The requests in order; refuses unknown and circular dependencies. */
  private static List<BatchedRequest> inOrder(List<BatchedRequest> requests) {
    var indexes = indexes(requests);
    var order = new LinkedHashSet<Integer>();
    for (var i = 0; i < requests.size(); i++) {
      append(i, requests, indexes, order, new HashSet<>());
    }
    return order.stream().map(requests::get).toList();
  }

  private static Map<String, Integer> indexes(List<BatchedRequest> requests) {
    var indexes = new HashMap<String, Integer>();
    for (var i = 0; i < requests.size(); i++) {
      if (indexes.putIfAbsent(key(requests.get(i).id()), i) != null) {
        throw Refused.invalid(member(i, "id"), "an id that no other request has");
      }
    }
    return indexes;
  }

  private static void append(
      int index,
      List<BatchedRequest> requests,
      Map<String, Integer> indexes,
      Set<Integer> order,
      Set<Integer> underway) {
    if (order.contains(index)) {
      return;
    }
    if (!underway.add(index)) {
      throw Refused.invalid(member(index, "dependsOn"), "requests that do not depend on this one");
    }
    for (var id : requests.get(index).dependsOn()) {
      var before = indexes.get(key(id));
      if (before == null) {
        throw Refused.invalid(member(index, "dependsOn"), "ids of requests in this batch");
      }
      append(before, requests, indexes, order, underway);
    }
    order.add(index);
  }

  private static String member(int index, String name) {
    return "requests[" + index + "]." + name;
  }

  /** The answer to a batch: the answers to its requests. */
  @RegisterForReflection
  @Schema(name = "Answers")
  record BatchResponse(List<BatchedResponse> responses) {}

  /**
   * The answer to one request.
   *
   * @param body JSON as received, other text as a string, null without a body
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Answer")
  record BatchedResponse(
      String id, int status, Map<String, String> headers, @Nullable Object body) {
    /** Whether requests that depend on this one may be sent. */
    boolean isSuccess() {
      return status < 400;
    }
  }
}
