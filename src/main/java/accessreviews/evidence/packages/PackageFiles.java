package accessreviews.evidence.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.decisions.report.ReportedItems;
import accessreviews.decisions.report.ReviewReport;
import accessreviews.definitions.DefinitionType;
import accessreviews.evidence.keys.EvidenceKey;
import accessreviews.evidence.population.PopulationCsv;
import accessreviews.evidence.tree.Checkpoint;
import accessreviews.evidence.tree.Tree;
import accessreviews.identity.Access;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.InstanceType;
import accessreviews.odata.ServiceRoot;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.platform.persistence.TimeLimits;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes the files of a package, all of them from one snapshot of the database. */
@ApplicationScoped
class PackageFiles {
  /** How many rows are read at once. */
  static final int FETCHED = 1_000;

  private static final String ONE_SNAPSHOT =
      "set transaction isolation level repeatable read, read only";

  private static final Sql IS_WAITING = Sql.file("evidence/packages/is-waiting");

  /** The root of links in files, which say nothing of the host that was asked. */
  private static final ServiceRoot ANYWHERE = new ServiceRoot("/v1.0", "v1.0");

  private final Session database;
  private final Tree tree;
  private final EvidenceKey key;
  private final PopulationCsv population;
  private final ReviewReport decisions;
  private final ObjectMapper json;
  private final ObjectWriter indented;
  private final String version;

  PackageFiles(
      Session database,
      Tree tree,
      EvidenceKey key,
      PopulationCsv population,
      ReviewReport decisions,
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.database = database;
    this.tree = tree;
    this.key = key;
    this.population = population;
    this.decisions = decisions;
    this.json = json;
    this.version = version;
    var lines = new DefaultIndenter("  ", "\n");
    this.indented =
        json.writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
  }

  /**
   * Writes the files about the instance at {@code at} into {@code spool}, in a transaction that has
   * read nothing yet. Empty, without a file, if an entry about it is not in the tree yet.
   *
   * @param since the size of an earlier checkpoint, to which consistency is proved; null for none
   */
  Optional<Checkpoint> write(InstanceKey at, Access access, @Nullable Long since, Spool spool) {
    database.createNativeMutationQuery(ONE_SNAPSHOT).executeUpdate();
    TimeLimits.ofBulkCall(database);
    database.createNativeMutationQuery(BulkStatement.SETTINGS).executeUpdate();
    var instance = AccessReviewInstance.required(at, access, LockModeType.NONE);
    return database.doReturningWork(
        connection -> {
          try {
            return write(instance, since, spool, connection);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Optional<Checkpoint> write(
      AccessReviewInstance instance, @Nullable Long since, Spool spool, Connection connection)
      throws SQLException, IOException {
    var checkpoint = tree.latest().orElse(null);
    Map<String, Object> about =
        Map.of("instance", instance.id(), "definition", instance.definitionId());
    if (checkpoint == null || isWaiting(about, connection)) {
      return Optional.empty();
    }
    spool.add("checkpoint.txt", key.signed(checkpoint));
    spool.add("VERIFY.md", resource("/evidence/VERIFY.md"));
    if (since != null) {
      spool.add("consistency.json", consistency(since, checkpoint.size()));
    }
    log(instance, checkpoint, spool, connection);
    try (var out = spool.create("population.csv")) {
      population.write(instance.id(), out);
    }
    try (var out = spool.create("decisions.csv")) {
      decisions.write(ReportedItems.ofInstance(instance.id()), out);
    }
    try (var out = spool.create("removals.csv")) {
      Removals.write(instance.id(), connection, out);
    }
    var definitionView = DefinitionType.TYPE.view().apply(instance.definition(), ANYWHERE);
    var instanceView = InstanceType.TYPE.view().apply(instance, ANYWHERE);
    spool.add("definition.json", lines(definitionView));
    spool.add("instance.json", lines(instanceView));
    spool.add(
        "report.html",
        ReportPage.of(
            new Reports(json, about, connection)
                .report(
                    json.valueToTree(definitionView),
                    json.valueToTree(instanceView),
                    "%s, %d entries".formatted(checkpoint.origin(), checkpoint.size()))));
    spool.add(
        Manifest.NAME,
        lines(
            Manifest.of(
                version, instance, checkpoint, key.verifier(checkpoint.origin()), spool.files())));
    return Optional.of(checkpoint);
  }

  private static boolean isWaiting(Map<String, Object> about, Connection connection)
      throws SQLException {
    try (var statement = IS_WAITING.prepare(connection, about);
        var row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private void log(
      AccessReviewInstance instance, Checkpoint checkpoint, Spool spool, Connection connection)
      throws SQLException, IOException {
    var size = checkpoint.size();
    Map<String, Object> about =
        Map.of("instance", instance.id(), "definition", instance.definitionId(), "size", size);
    try (var entries = spool.create("log.jsonl");
        var proofs = spool.create("proofs.json")) {
      new InstanceLog(tree.proofs(size), size).write(about, connection, entries, proofs);
    }
  }

  private String consistency(long since, long size) throws IOException {
    if (since < 1 || since > size) {
      throw new Refused(
          Refusal.INVALID_QUERY_OPTION,
          "since",
          "Invalid value for the query option 'since': expected the size of a checkpoint, from 1 to"
              + " %d.".formatted(size));
    }
    var proof = new LinkedHashMap<String, Object>();
    proof.put("from", since);
    proof.put("to", size);
    proof.put("proof", tree.consistency(since, size));
    return lines(proof);
  }

  private String lines(@Nullable Object value) throws IOException {
    return indented.writeValueAsString(value) + "\n";
  }

  /** The text of the file {@code name} of the class path. */
  static String resource(String name) {
    try (InputStream file = PackageFiles.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
