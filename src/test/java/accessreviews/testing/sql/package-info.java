/** Tests of rules that are SQL: plain JDBC and Hibernate on the migrated schema, no Quarkus. */
@NullMarked
package accessreviews.testing.sql;

import org.jspecify.annotations.NullMarked;
