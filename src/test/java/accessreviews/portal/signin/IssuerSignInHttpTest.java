package accessreviews.portal.signin;

import static accessreviews.testing.rows.AReviewer.aReviewer;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.AnItem.anItem;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.PackagedService;
import io.quarkus.test.junit.QuarkusTest;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was built signs people in by an issuer: the authorization code flow, as browsers go it. */
@StartsServices
@QuarkusTest
class IssuerSignInHttpTest extends HttpTest {
  private static final String ANNA = "00000000-0000-4000-8000-0000000000a1";
  private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

  @TempDir Path folder;

  private static Map<String, String> environment(Issuer issuer) {
    var environment = PackagedService.environment(issuer);
    environment.put("ACCESS_REVIEWS_EMULATOR_ENABLED", "true"); // the clock of the test
    environment.put("QUARKUS_OIDC_PORTAL_CLIENT_ID", "portal");
    environment.put("QUARKUS_OIDC_PORTAL_CREDENTIALS_SECRET", "a secret of the portal and issuer");
    environment.put(
        "QUARKUS_OIDC_PORTAL_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET",
        "for cookies: 32 characters or more");
    return environment;
  }

  /** Keeps cookies and follows redirects, as browsers do. */
  private record Browser(HttpClient client, int port, CookieManager cookies) {
    static Browser of(int port) {
      var cookies = new CookieManager();
      return new Browser(
          HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.NORMAL)
              .cookieHandler(cookies)
              .build(),
          port,
          cookies);
    }

    private HttpRequest.Builder at(String path) {
      return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
          .header("Accept", "text/html");
    }

    HttpResponse<String> get(String path) throws Exception {
      return client.send(at(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String form) throws Exception {
      return client.send(
          at(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          BodyHandlers.ofString());
    }
  }

  @Test
  void aLinkLeadsOverTheIssuerToItsPageAndSigningOutEndsBoth() throws Exception {
    var instance = anInstance().in(rows);
    aReviewer(ANNA).on("primary").in(instance, rows);
    var item = anItem().inStage("", "primary", null).in(instance, rows);
    var page = "/reviews/" + instance.id();
    try (var issuer = Issuer.start();
        var service = PackagedService.start(folder, environment(issuer))) {
      issuer.signIn().as("\"sub\":\"anna\",\"oid\":\"" + ANNA + "\",\"name\":\"Anna\"");
      var browser = Browser.of(service.port());

      var read = browser.get(page);
      assertThat(read.statusCode()).as(service.log()).isEqualTo(200);
      assertThat(read.uri().getPath()).isEqualTo(page);
      assertThat(read.body()).contains("Anna", "0 of 1 decided");
      assertThat(read.headers().firstValue("Content-Security-Policy")).isPresent();
      assertThat(browser.cookies().getCookieStore().getCookies())
          .isNotEmpty()
          .allSatisfy(
              cookie -> {
                assertThat(cookie.isHttpOnly()).isTrue();
                assertThat(cookie.getPath()).startsWith("/reviews");
              });

      var token = TOKEN.matcher(read.body());
      assertThat(token.find()).isTrue();
      var answered =
          browser.post(
              page + "/answers", "form-token=" + token.group(1) + "&one=Deny:" + item.id() + ".0");
      assertThat(answered.body()).contains("1 saved.", "1 of 1 decided");
      assertThat(browser.get("/v1.0/me").statusCode()).isEqualTo(401);
      assertThat(issuer.signIn().refusals()).isEmpty();

      issuer.signIn().as("\"sub\":\"bert\",\"oid\":\"" + ANNA.replace('a', 'b') + "\"");
      browser.post("/reviews/sign-out", "");
      assertThat(issuer.signIn().signedOut()).hasSize(1);
      assertThat(browser.get(page).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void withoutAClientThereIsNoPortalAndTheApiIsAsItWas() throws Exception {
    try (var issuer = Issuer.start();
        var service = PackagedService.start(folder, PackagedService.environment(issuer))) {
      var browser = Browser.of(service.port());

      for (var path : new String[] {"/reviews", "/reviews/sign-in", "/reviews/sign-out"}) {
        assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(browser.get("/").statusCode()).isEqualTo(401);
      assertThat(service.log()).contains("No portal is served");
    }
  }
}
