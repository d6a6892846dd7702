package accessreviews.evidence.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import accessreviews.testing.Eventually;
import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checkpoint, the key and the tiles, read as a client of C2SP's formats reads them. */
@Endpoint
@QuarkusTest
class EvidenceHttpTest extends HttpTest {
  private static final String READER =
      "{\"oid\":\"00000000-0000-4000-8000-00000000000a\",\"scp\":\"%s\",\"wids\":[\"%s\"]}";
  private static final String READS = "AccessReview.Read.All";
  private static final String SECURITY_READER = "5d6b6bb7-de71-4623-b4af-96380a352509";

  @Test
  void theCheckpointIsSignedByTheKeyAndIsTheRootOfTheEntries() throws Exception {
    Entries.write(300, rows);
    sequenced(300);

    var note = open("/evidence/checkpoint").split("\n", -1);
    assertThat(note).hasSize(6);
    assertThat(note[3]).isEmpty();
    assertThat(note[5]).isEmpty();
    var leaves = Entries.bundle(tile("entries/000"), 256).stream().map(PlainTree::leaf).toList();
    var all = new ArrayList<>(leaves);
    Entries.bundle(tile("entries/001.p/44"), 44).stream().map(PlainTree::leaf).forEach(all::add);
    assertThat(Base64.getDecoder().decode(note[2])).isEqualTo(PlainTree.root(all));
    assertThat(tile("0/000")).isEqualTo(joined(leaves));
    assertThat(tile("0/001.p/44")).isEqualTo(joined(all.subList(256, 300)));
    assertThat(tile("1/000.p/1")).isEqualTo(PlainTree.root(leaves));

    var key = open("/evidence/key").strip().split("\\+", 3);
    assertThat(note[4]).startsWith("— " + note[0] + " ");
    assertThat(key[0]).isEqualTo(note[0]);
    var signature = Base64.getDecoder().decode(note[4].substring(note[0].length() + 3));
    assertThat(HexFormat.of().formatHex(signature, 0, 4)).isEqualTo(key[1]);
    assertThat(
            verifies(
                Base64.getDecoder().decode(key[2]),
                String.join("\n", Arrays.asList(note).subList(0, 3)) + "\n",
                Arrays.copyOfRange(signature, 4, signature.length)))
        .isTrue();
    assertThat(open("/evidence/key?id=" + key[1])).isEqualTo(open("/evidence/key"));
  }

  @Test
  void theCheckpointOfNothingIsThatOfTheEmptyTree() {
    RestAssured.get("/evidence/checkpoint")
        .then()
        .statusCode(200)
        .contentType("text/plain;charset=utf-8")
        .header("Cache-Control", "no-cache")
        .body(containsString("\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— "));
  }

  @Test
  void aKeyThatNobodyHasIsNotThere() {
    RestAssured.get("/evidence/key?id=00000000")
        .then()
        .statusCode(404)
        .body("error.target", is("id"));
  }

  @Test
  void fullTilesAreCachedForEver() throws Exception {
    Entries.write(257, rows);
    sequenced(257);

    auditor()
        .get("/evidence/tile/0/000")
        .then()
        .statusCode(200)
        .contentType("application/octet-stream")
        .header("Cache-Control", "private, max-age=31536000, immutable");
    auditor()
        .get("/evidence/tile/entries/001.p/1")
        .then()
        .statusCode(200)
        .header("Cache-Control", "private, max-age=60");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0/001",
        "0/000.p/4",
        "0/000.p/256",
        "0/0",
        "1/000.p/1",
        "entries/000.p/4",
        "entries/x001/000",
        "63/000",
        "none",
        "0/000/..%2f000"
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    Entries.write(3, rows);
    sequenced(3);

    auditor()
        .get("/evidence/tile/" + path)
        .then()
        .statusCode(404)
        .body("error.code", equalTo("ResourceNotFound"));
  }

  @Test
  void entriesThatAreNoLongerKeptHaveAReason() throws Exception {
    Entries.write(3, rows);
    sequenced(3);
    rows.strings("select evidence_delete_before('2027-01-01Z', 2)");

    auditor()
        .get("/evidence/tile/entries/000.p/3")
        .then()
        .statusCode(404)
        .body("error.message", startsWith("Entries of this bundle are no longer kept"));
    assertThat(tile("0/000.p/3")).hasSize(96);
  }

  /** Of the roles those that read reviews of both kinds. */
  @ParameterizedTest
  @CsvSource({
    "62e90394-69f5-4237-9190-012177145e10, AccessReview.Read.All, 200",
    "5d6b6bb7-de71-4623-b4af-96380a352509, AccessReview.Read.All, 200",
    "194ae4cb-b126-40b2-bd5b-6091b380977d, AccessReview.ReadWrite.All, 200",
    "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e, AccessReview.Read.All, 200",
    "f2ef992c-3afb-46b9-b7cf-a126ee74c451, AccessReview.Read.All, 403",
    "fe930be7-5e62-47db-91af-98c3a49a38b1, AccessReview.Read.All, 403",
    "e8611ab8-c189-46e8-94e1-60213ab1f814, AccessReview.Read.All, 403",
    "62e90394-69f5-4237-9190-012177145e10, Directory.Read.All, 403"
  })
  void whoReadsBothKindsOfReviewReadsTiles(String role, String permission, int status)
      throws Exception {
    Entries.write(1, rows);
    sequenced(1);

    as(READER.formatted(permission, role))
        .get("/evidence/tile/entries/000.p/1")
        .then()
        .statusCode(status);
  }

  @Test
  void nobodyReadsTilesWithoutARoleOrAToken() {
    as(Tokens.claims("00000000-0000-4000-8000-00000000000b", READS))
        .get("/evidence/tile/0/000")
        .then()
        .statusCode(403);
    RestAssured.get("/evidence/tile/0/000").then().statusCode(401);
    as("{\"roles\":[\"AccessReview.Read.All\"]}")
        .get("/evidence/tile/0/000")
        .then()
        .statusCode(404);
    RestAssured.get("/evidence").then().statusCode(401);
    auditor().get("/evidence").then().statusCode(404);
    auditor().post("/evidence/checkpoint").then().statusCode(405);
  }

  @Test
  void theResetOfTheEmulatorBeginsALogOfAnotherName() throws Exception {
    Entries.write(2, rows);
    sequenced(2);
    var before = open("/evidence/checkpoint").split("\n", -1);

    request().delete("/emulator/state").then().statusCode(204);

    var after = open("/evidence/checkpoint").split("\n", -1);
    assertThat(after[0]).isNotEqualTo(before[0]).matches(".*/[0-9]+");
    assertThat(after[1]).isEqualTo("0");
    assertThat(open("/evidence/key")).startsWith(after[0] + "+");
  }

  @Test
  void healthSaysThatCheckpointsAreSigned() {
    RestAssured.get("/q/health")
        .then()
        .body("checks.find { it.name == 'Evidence log' }.status", is("UP"))
        .body("checks.find { it.name == 'Evidence log' }.data.signed", is(true));
  }

  private static void sequenced(int size) throws InterruptedException {
    Eventually.becomes(String.valueOf(size), () -> open("/evidence/checkpoint").split("\n", -1)[1]);
  }

  private static String open(String path) {
    return new String(RestAssured.get(path).then().statusCode(200).extract().asByteArray(), UTF_8);
  }

  private static RequestSpecification auditor() {
    return as(READER.formatted(READS, SECURITY_READER));
  }

  private static byte[] tile(String path) {
    return auditor().get("/evidence/tile/" + path).then().statusCode(200).extract().asByteArray();
  }

  private static byte[] joined(List<byte[]> hashes) {
    var joined = ByteBuffer.allocate(hashes.size() * 32);
    hashes.forEach(joined::put);
    return joined.array();
  }

  private static boolean verifies(byte[] typedKey, String text, byte[] signature) throws Exception {
    assertThat(typedKey).hasSize(33).startsWith(1);
    var x509 =
        HexFormat.of()
            .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(typedKey, 1, 33));
    var verification = Signature.getInstance("Ed25519");
    verification.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
    verification.update(text.getBytes(UTF_8));
    return verification.verify(signature);
  }
}
