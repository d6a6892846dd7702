package accessreviews.evidence.entries;

import accessreviews.evidence.population.Population;
import accessreviews.evidence.population.PopulationCsv;
import accessreviews.identity.Caller;
import accessreviews.identity.UserIdentity;
import accessreviews.instances.InstancesEnded;
import accessreviews.instances.InstancesStarted;
import accessreviews.instances.InstancesStopped;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.stages.StagesEnded;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Enters the start and the end of instances and stages: one statement writes the entries of all
 * instances of an occurrence.
 */
@ApplicationScoped
class InstanceEntries {
  private static final Sql STARTED = Sql.file("evidence/entries/instances-started");
  private static final Sql STOPPED = Sql.file("evidence/entries/instances-stopped");
  private static final Sql ENDED = Sql.file("evidence/entries/instances-ended");
  private static final Sql STAGES_ENDED = Sql.file("evidence/entries/stages-ended");

  private final PopulationCsv populations;
  private final Session database;
  private final ObjectMapper json;
  private final Caller caller;
  private final InstantSource clock;

  InstanceEntries(
      PopulationCsv populations,
      Session database,
      ObjectMapper json,
      Caller caller,
      InstantSource clock) {
    this.populations = populations;
    this.database = database;
    this.json = json;
    this.caller = caller;
    this.clock = clock;
  }

  void enter(@Observes InstancesStarted started) {
    var found = List.copyOf(populations.of(started.ids()).entrySet());
    statement(STARTED, UserIdentity.SERVICE)
        .with("instances", found.stream().map(one -> one.getKey()).toArray(UUID[]::new))
        .with("counts", found.stream().map(one -> one.getValue().count()).toArray(Long[]::new))
        .with(
            "digests",
            found.stream()
                .map(one -> one.getValue())
                .map(Population::sha256)
                .toArray(String[]::new))
        .at("read_at", started.readAt())
        .execute(database);
  }

  void enter(@Observes InstancesStopped stopped) {
    statement(STOPPED, caller.identity())
        .with("instances", stopped.ids().toArray(UUID[]::new))
        .execute(database);
  }

  void enter(@Observes InstancesEnded ended) {
    statement(ENDED, UserIdentity.SERVICE)
        .with("instances", ended.ids().toArray(UUID[]::new))
        .execute(database);
  }

  void enter(@Observes StagesEnded ended) {
    statement(STAGES_ENDED, ended.by())
        .with("stages", ended.ids().toArray(UUID[]::new))
        .execute(database);
  }

  private BulkStatement statement(Sql sql, UserIdentity actor) {
    return BulkStatement.of(sql).with("actor", text(actor)).at("now", clock.instant());
  }

  private String text(UserIdentity actor) {
    try {
      return json.writeValueAsString(actor);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
