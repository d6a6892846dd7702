package accessreviews.directory.objects;

import accessreviews.identity.Privilege;
import accessreviews.identity.Requires;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses changes of single objects where {@code access-reviews.directory.writable} is false, for a
 * directory that is filled by import alone (contract, "Callers"). The privilege is checked before.
 */
@Interceptor
@Requires(Privilege.ENTER) // whichever it is
@Priority(Interceptor.Priority.APPLICATION + 1)
class ReadOnlyDirectory {
  private final boolean isWritable;

  ReadOnlyDirectory(
      @ConfigProperty(name = "access-reviews.directory.writable", defaultValue = "true")
          boolean isWritable) {
    this.isWritable = isWritable;
  }

  @AroundInvoke
  Object check(InvocationContext operation) throws Exception {
    if (!isWritable && operation.getInterceptorBinding(Requires.class).value().editsDirectory()) {
      throw new Refused(
          Refusal.NOT_AUTHORIZED,
          null,
          "The directory is read-only here (access-reviews.directory.writable is false); it is"
              + " filled by import.");
    }
    return operation.proceed();
  }
}
