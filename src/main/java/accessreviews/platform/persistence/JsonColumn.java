package accessreviews.platform.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * A column of JSON whose value never changes: another one takes its place. Hibernate copies no such
 * value, which it does by writing and reading it as JSON once more, whenever a row is read or
 * written.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTypeCode(SqlTypes.JSON)
@Mutability(Immutability.class)
public @interface JsonColumn {}
