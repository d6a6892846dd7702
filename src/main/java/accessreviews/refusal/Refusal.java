package accessreviews.refusal;

/**
 * Why a request is declined, as a reason and not yet as a status. Each name is the {@code
 * innerError.code} of the contract in constant case; {@code odata.Errors} alone knows the answers.
 */
public enum Refusal {
  /** The body is no JSON object, or is not sent as JSON. */
  UNREADABLE_BODY,
  /** The body is longer than the service accepts. */
  BODY_TOO_LARGE,
  /** A member that the operation needs is absent or null. */
  REQUIRED_PROPERTY_MISSING,
  /** A member has the wrong type or a value outside of what is allowed. */
  INVALID_PROPERTY_VALUE,
  /** A member that is settled at creation would change. */
  PROPERTY_NOT_UPDATABLE,
  /** A scope or reviewer query that this service does not know. */
  QUERY_NOT_SUPPORTED,
  /** A query option of the URL that the operation does not take, or with a value it cannot read. */
  INVALID_QUERY_OPTION,
  /** A path segment below a service root that leads nowhere. */
  UNKNOWN_SEGMENT,
  /** Nothing has this id, or the id is no GUID. */
  RESOURCE_NOT_FOUND,
  /** The path exists, the HTTP method is not served there. */
  METHOD_NOT_ALLOWED,
  /** No answer in a media type that the caller accepts. */
  NOT_ACCEPTABLE,
  /** The call carries no valid token. */
  NOT_AUTHENTICATED,
  /** The caller lacks a permission or a role. */
  NOT_AUTHORIZED,
  /** The {@code If-Match} of the request names another version. */
  VERSION_MISMATCH,
  /** Other writers were faster each time the update was run. */
  CONCURRENT_UPDATE,
  /** A running review would lose one of its fallback reviewers. */
  FALLBACK_REVIEWERS_REMOVED,
  /** The instance is not open for answers and changes. */
  INSTANCE_NOT_IN_PROGRESS,
  /** The stage has ended. */
  STAGE_NOT_UPDATABLE
}
