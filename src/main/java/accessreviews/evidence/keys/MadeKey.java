package accessreviews.evidence.keys;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import org.hibernate.Session;

/** The key that dev mode and the emulator make. All replicas, and the next start, have the same. */
@ApplicationScoped
class MadeKey {
  private static final Sql STORE = Sql.file("evidence/keys/store-made-key");
  private static final String READ = "select pkcs8 from evidence_made_key";

  private final Session database;

  MadeKey(Session database) {
    this.database = database;
  }

  SigningKey get() {
    var pkcs8 =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  BulkStatement.of(STORE).with("pkcs8", SigningKey.make()).execute(database);
                  return BulkStatement.of(READ).query(database, byte[].class).getSingleResult();
                });
    try {
      return SigningKey.of(pkcs8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
