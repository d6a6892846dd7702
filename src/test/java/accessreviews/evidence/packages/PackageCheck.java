package accessreviews.evidence.packages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Compares a package with the database, and checks what it proves by plain code. */
final class PackageCheck {
  private static final List<String> NAMES =
      List.of(
          "VERIFY.md",
          "checkpoint.txt",
          "decisions.csv",
          "definition.json",
          "instance.json",
          "log.jsonl",
          "manifest.json",
          "population.csv",
          "proofs.json",
          "removals.csv",
          "report.html");

  /** What precedes a raw Ed25519 key in its DER form. */
  private static final String DER = "302a300506032b6570032100";

  private final EvidencePackage evidence;
  private final String definition;
  private final String instance;
  private final Rows rows;

  PackageCheck(EvidencePackage evidence, String definition, String instance, Rows rows) {
    this.evidence = evidence;
    this.definition = definition;
    this.instance = instance;
    this.rows = rows;
  }

  void all(String verifierKey) throws GeneralSecurityException {
    assertThat(evidence.files().keySet()).containsExactlyElementsOf(NAMES);
    manifest();
    log();
    tree();
    signature(verifierKey);
    population();
    decisions();
    removals();
  }

  /** What the verifier says, a process of its own; it finds nothing wrong. */
  String verified(String verifierKey) throws IOException, InterruptedException {
    var file = Files.createTempFile("evidence-test-", ".zip");
    try {
      Files.write(file, evidence.zip());
      var verifier =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "src/main/resources/evidence/Verify.java",
                  file.toString(),
                  "--key",
                  verifierKey.strip())
              .redirectErrorStream(true)
              .start();
      var said = new String(verifier.getInputStream().readAllBytes(), UTF_8);
      assertThat(verifier.waitFor()).as(said).isZero();
      return said;
    } finally {
      Files.delete(file);
    }
  }

  private void manifest() {
    var manifest = evidence.json("manifest.json");
    assertThat(manifest.path("instanceId").asText()).isEqualTo(instance);
    assertThat(manifest.path("definitionId").asText()).isEqualTo(definition);
    var status = status();
    assertThat(manifest.path("status").asText()).isEqualTo(status);
    assertThat(manifest.path("final").asBoolean())
        .isEqualTo(List.of("Completed", "Applied").contains(status));
    assertThat(manifest.path("files"))
        .map(file -> file.path("name").asText())
        .containsExactlyElementsOf(
            NAMES.stream().filter(name -> !name.equals("manifest.json")).toList());
    for (var file : manifest.path("files")) {
      var bytes = evidence.bytes(file.path("name").asText());
      assertThat(file.path("size").asLong()).isEqualTo(bytes.length);
      assertThat(file.path("sha256").asText())
          .as(file.toString())
          .isEqualTo(HexFormat.of().formatHex(PlainTree.sha256(bytes)));
    }
    assertThat(evidence.json("instance.json").path("id").asText()).isEqualTo(instance);
    assertThat(evidence.json("definition.json").path("id").asText()).isEqualTo(definition);
  }

  private String status() {
    return rows.strings("select status from access_review_instance where id = ?::uuid", instance)
        .getFirst();
  }

  /** The log has the entries of the instance and of its series, and no others. */
  private void log() {
    assertThat(evidence.lines("log.jsonl"))
        .containsExactlyElementsOf(
            rows.strings(
                """
                select e.entry from evidence_entry e join evidence_leaf l on l.entry_id = e.id
                where e.definition_id = ?::uuid
                  and (e.instance_id = ?::uuid or e.instance_id is null)
                order by l.index""",
                definition,
                instance));
    assertThat(evidence.entries("definition.created")).hasSize(1);
  }

  /** The tree and the proofs, once more from all entries. */
  private void tree() {
    var entries =
        rows.strings(
            """
            select e.entry from evidence_entry e join evidence_leaf l on l.entry_id = e.id
            order by l.index""");
    var checkpoint = evidence.lines("checkpoint.txt");
    var size = Integer.parseInt(checkpoint.get(1));
    var root = Base64.getDecoder().decode(checkpoint.get(2));
    var tree = entries.subList(0, size);
    assertThat(PlainTree.root(tree)).isEqualTo(root);
    assertThat(evidence.json("manifest.json").path("checkpointSize").asInt()).isEqualTo(size);
    assertThat(evidence.json("manifest.json").path("origin").asText())
        .isEqualTo(checkpoint.getFirst());

    var proofs = evidence.json("proofs.json");
    assertThat(proofs.path("size").asInt()).isEqualTo(size);
    var log = evidence.lines("log.jsonl");
    assertThat(proofs.path("proofs")).hasSize(log.size());
    for (var line = 0; line < log.size(); line++) {
      var proof = proofs.path("proofs").get(line);
      var index = proof.path("index").asInt();
      assertThat(log.get(line)).isEqualTo(tree.get(index));
      var path = hashes(proof);
      assertThat(path).containsExactlyElementsOf(PlainTree.path(index, tree));
      assertThat(PlainTree.rootBy(path, log.get(line), index, size)).isEqualTo(root);
    }
  }

  private static List<byte[]> hashes(JsonNode proof) {
    var hashes = new ArrayList<byte[]>();
    proof.path("proof").forEach(hash -> hashes.add(Base64.getDecoder().decode(hash.asText())));
    return hashes;
  }

  private void signature(String verifierKey) throws GeneralSecurityException {
    var parts = verifierKey.strip().split("\\+", 3);
    var key = Base64.getDecoder().decode(parts[2]);
    var checkpoint = evidence.text("checkpoint.txt");
    var blank = checkpoint.indexOf("\n\n");
    var line = checkpoint.substring(blank + 2).lines().findFirst().orElseThrow();
    assertThat(line).startsWith("— " + parts[0] + " ");
    var signed = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
    assertThat(HexFormat.of().formatHex(signed, 0, 4)).isEqualTo(parts[1]);
    var verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    HexFormat.of()
                        .parseHex(
                            DER
                                + HexFormat.of()
                                    .formatHex(Arrays.copyOfRange(key, 1, key.length))))));
    verifier.update(checkpoint.substring(0, blank + 1).getBytes(UTF_8));
    assertThat(verifier.verify(signed, 4, signed.length - 4)).isTrue();
  }

  private void population() {
    var started = evidence.entries("instance.started");
    assertThat(started).hasSize(1);
    assertThat(started.getFirst().path("population").path("sha256").asText())
        .isEqualTo(HexFormat.of().formatHex(PlainTree.sha256(evidence.bytes("population.csv"))));
    assertThat(evidence.rows("population.csv"))
        .map(row -> row.get("ItemId") + " " + row.get("PrincipalId") + " " + row.get("ResourceId"))
        .containsExactlyInAnyOrderElementsOf(
            rows.strings(
                """
                select concat_ws(' ', id, principal_id, resource_id)
                from access_review_decision_item where instance_id = ?::uuid""",
                instance));
  }

  /** Each row has the last decision that the log has of its item in its stage. */
  private void decisions() {
    var found = evidence.rows("decisions.csv");
    assertThat(found).isNotEmpty();
    assertThat(found)
        .map(row -> cells(row, "PrincipalId", "ResourceId", "Stage", "ReviewResult", "ReviewerId"))
        .containsExactlyInAnyOrderElementsOf(
            rows.strings(
                """
                select concat_ws(' ', d.principal_id, d.resource_id, coalesce(s.stage, '1'),
                  coalesce(s.decision, d.decision),
                  coalesce(case when s.item_id is null then d.reviewed_by else s.reviewed_by end
                    ->> 'id', '-'))
                from access_review_decision_item d
                  left join access_review_stage_decision s
                    on s.item_id = d.id and s.instance_id = d.instance_id
                where d.instance_id = ?::uuid""",
                instance));
    for (var row : found) {
      var last =
          evidence.entries("decision").stream()
              .filter(
                  entry ->
                      entry.path("principalId").asText().equals(row.get("PrincipalId"))
                          && entry.path("resourceId").asText().equals(row.get("ResourceId"))
                          && entry.path("stageId").asText("1").equals(row.get("Stage")))
              .reduce((before, after) -> after);
      assertThat(decision(row))
          .isEqualTo(last.map(entry -> entry.path("decision").asText()).orElse("NotReviewed"));
      assertThat(
              Objects.requireNonNull(row.get("Justification")).replaceFirst("^'(?=[=+@\t\r-])", ""))
          .isEqualTo(last.map(entry -> entry.path("justification").asText()).orElse(""));
    }
  }

  private static String cells(Map<String, String> row, String... columns) {
    return String.join(
        " ",
        Stream.of(columns)
            .map(
                column ->
                    switch (column) {
                      case "ReviewResult" -> decision(row);
                      default -> {
                        var cell = Objects.requireNonNull(row.get(column), column);
                        yield cell.isEmpty() ? "-" : cell;
                      }
                    })
            .toList());
  }

  private static String decision(Map<String, String> row) {
    var result = Objects.requireNonNull(row.get("ReviewResult"));
    return switch (result) {
      case "Don't know" -> "DontKnow";
      case "Not reviewed", "Not notified" -> "NotReviewed";
      default -> result;
    };
  }

  private void removals() {
    assertThat(evidence.rows("removals.csv"))
        .map(row -> row.get("ItemId") + " " + row.get("Result"))
        .containsExactlyElementsOf(
            rows.strings(
                """
                select concat(id, ' ', case when apply_result <> 'New' then apply_result end)
                from access_review_decision_item
                where instance_id = ?::uuid and decision = 'Deny' order by id""",
                instance));
  }
}
