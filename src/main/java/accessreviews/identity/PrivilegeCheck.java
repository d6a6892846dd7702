package accessreviews.identity;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Refuses callers who lack the privilege that the operation requires. */
@Interceptor
@Requires(Privilege.ENTER) // whichever it is
@Priority(Interceptor.Priority.APPLICATION)
class PrivilegeCheck {
  private final Caller caller;

  PrivilegeCheck(Caller caller) {
    this.caller = caller;
  }

  @AroundInvoke
  Object check(InvocationContext operation) throws Exception {
    caller.enter(operation.getInterceptorBinding(Requires.class).value());
    return operation.proceed();
  }
}
