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
 * A JSON column with an immutable value: a change replaces the whole value. Hibernate therefore
 * does not copy the value. It copies a mutable value whenever a row is read or written, by writing
 * it as JSON and reading that.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTypeCode(SqlTypes.JSON)
@Mutability(Immutability.class)
public @interface JsonColumn {}
