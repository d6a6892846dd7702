package accessreviews.testing.rows;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jboss.logging.MDC;

/**
 * The SQL that Hibernate sends, by the request that it is sent for: what the scheduler does
 * meanwhile is in no request.
 */
@Singleton
@PersistenceUnitExtension
public class Statements implements StatementInspector {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, List<String>> byRequest = new ConcurrentHashMap<>();

  /** Those of the service in this process. */
  public static Statements ofTheService() {
    return Arc.container()
        .select(Statements.class, new PersistenceUnitExtension.Literal("<default>"))
        .get();
  }

  @Override
  public String inspect(String sql) {
    if (MDC.get("requestId") instanceof String id) {
      byRequest.computeIfAbsent(id, first -> new CopyOnWriteArrayList<>()).add(sql);
    }
    return sql;
  }

  /** What was sent for the request that was answered with {@code requestId}, in its order. */
  public List<String> of(String requestId) {
    return List.copyOf(byRequest.getOrDefault(requestId, List.of()));
  }
}
