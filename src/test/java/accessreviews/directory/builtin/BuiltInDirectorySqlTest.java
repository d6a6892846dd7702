package accessreviews.directory.builtin;

import accessreviews.directory.Directory;
import accessreviews.directory.DirectoryReadContract;
import accessreviews.directory.Organisation;
import org.hibernate.Session;

/** The built-in directory answers as every directory has to. */
class BuiltInDirectorySqlTest extends DirectoryReadContract {
  @Override
  protected Directory directory(Session session) {
    return new BuiltInDirectory(session);
  }

  @Override
  protected Organisation organisation() {
    return new SqlOrganisation(rows);
  }
}
