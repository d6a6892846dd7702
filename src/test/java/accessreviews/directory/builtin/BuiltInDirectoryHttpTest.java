package accessreviews.directory.builtin;

import accessreviews.directory.DirectoryReadContract;
import accessreviews.directory.Organisation;
import io.quarkus.test.junit.QuarkusTest;

/** The built-in directory answers as every directory has to. */
@QuarkusTest
class BuiltInDirectoryHttpTest extends DirectoryReadContract {
  @Override
  protected Organisation organisation() {
    return new SqlOrganisation(rows);
  }
}
