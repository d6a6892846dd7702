package accessreviews.tutorials;

import accessreviews.sdk.GraphSdk;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;

/** The tutorials through Microsoft's Java SDK, unmodified. */
@QuarkusTest
class TutorialFlowsSdkHttpTest extends TutorialFlows {
  private final Map<String, GraphServiceClient> clients = new HashMap<>();

  private GraphServiceClient signedIn(String claims) {
    return clients.computeIfAbsent(claims, GraphSdk::client);
  }

  @Override
  ReviewsApi reviews(String claims) {
    return new SdkReviews(signedIn(claims));
  }

  @Override
  DirectoryApi directory(String claims) {
    return new SdkDirectory(signedIn(claims));
  }
}
