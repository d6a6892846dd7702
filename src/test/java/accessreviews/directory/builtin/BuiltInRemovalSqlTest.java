package accessreviews.directory.builtin;

import accessreviews.directory.Directory;
import accessreviews.directory.DirectoryRemovalContract;
import accessreviews.directory.Organisation;
import org.hibernate.Session;

/** The built-in directory takes access away as every directory has to. */
class BuiltInRemovalSqlTest extends DirectoryRemovalContract {
  @Override
  protected Directory directory(Session session) {
    return new BuiltInDirectory(session);
  }

  @Override
  protected Organisation organisation() {
    return new SqlOrganisation(rows);
  }
}
