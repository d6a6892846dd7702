package accessreviews.refusal;

/**
 * Why a request is declined, as a reason and not yet as a status: {@code odata.answers.Errors}
 * alone knows the answers.
 */
public enum Refusal {
  /** The body is no JSON object, or is not sent as JSON. */
  UNREADABLE_BODY("unreadableBody"),
  /** The body is longer than the service accepts. */
  BODY_TOO_LARGE("bodyTooLarge"),
  /** The body did not come in time. */
  BODY_TOO_SLOW("bodyTooSlow"),
  /** The URL is longer than the service accepts. */
  URL_TOO_LONG("urlTooLong"),
  /** The headers are larger than the service accepts. */
  HEADERS_TOO_LARGE("headersTooLarge"),
  /** A member that the operation needs is absent or null. */
  REQUIRED_PROPERTY_MISSING("requiredPropertyMissing"),
  /** A member has the wrong type or a value outside of what is allowed. */
  INVALID_PROPERTY_VALUE("invalidPropertyValue"),
  /** A member that is settled at creation would change. */
  PROPERTY_NOT_UPDATABLE("propertyNotUpdatable"),
  /** A scope or reviewer query that this service does not know. */
  QUERY_NOT_SUPPORTED("queryNotSupported"),
  /** A query option of the URL that the operation does not take, or with a value it cannot read. */
  INVALID_QUERY_OPTION("invalidQueryOption"),
  /** A path segment below a service root that leads nowhere. */
  UNKNOWN_SEGMENT("unknownSegment"),
  /** Nothing has this id, or the id is no GUID. */
  RESOURCE_NOT_FOUND("resourceNotFound"),
  /** The path exists, the HTTP method is not served there. */
  METHOD_NOT_ALLOWED("methodNotAllowed"),
  /** No answer in a media type that the caller accepts. */
  NOT_ACCEPTABLE("notAcceptable"),
  /** More is asked at once than the service can take. */
  TOO_BUSY("activityLimitReached"),
  /** The database does not answer, or takes no writes. */
  DATABASE_UNAVAILABLE("databaseUnavailable"),
  /** The issuer does not answer, so that its keys are not known. */
  ISSUER_UNAVAILABLE("issuerUnavailable"),
  /** Others hold for seconds what the request needs. */
  LOCKED_BY_OTHERS("lockedByOthers"),
  /** The request ran for longer than a request may. */
  TOOK_TOO_LONG("tookTooLong"),
  /** The evidence log has no key, so that nothing of it can be signed. */
  NO_EVIDENCE_KEY("evidenceKeyMissing"),
  /** The call carries no valid token. */
  NOT_AUTHENTICATED("notAuthenticated"),
  /** The caller lacks a permission or a role. */
  NOT_AUTHORIZED("notAuthorized"),
  /** The {@code If-Match} of the request names another version. */
  VERSION_MISMATCH("entityTagDoesNotMatch"),
  /** Other writers were faster each time the update was run. */
  CONCURRENT_UPDATE("concurrentUpdate"),
  /** A running review would lose one of its fallback reviewers. */
  FALLBACK_REVIEWERS_REMOVED("fallbackReviewersRemoved"),
  /** Another object has the id, or a value that only one can have. */
  ALREADY_EXISTS("objectAlreadyExists"),
  /** A built-in role cannot be deleted. */
  ROLE_IS_BUILT_IN("roleDefinitionIsBuiltIn"),
  /** Lines of an import cannot be taken over. */
  LINES_REJECTED("linesRejected"),
  /** A request of a batch that another one needs did not succeed. */
  DEPENDENCY_FAILED("dependencyFailed"),
  /** The instance is not open for answers and changes. */
  INSTANCE_NOT_IN_PROGRESS("instanceNotInProgress"),
  /** The instance has not ended yet, or its decisions are applied already. */
  INSTANCE_NOT_COMPLETED("instanceNotCompleted"),
  /** The instance is not one whose decisions are being applied and may be stopped. */
  INSTANCE_NOT_APPLYING("instanceNotApplying"),
  /** Applying would remove so much that an administrator has to confirm it. */
  APPLY_NEEDS_CONFIRMATION("applyNeedsConfirmation"),
  /** The report has not been made yet. */
  HISTORY_NOT_DONE("historyInstanceNotDone"),
  /** A notice that has not failed was to be sent again. */
  NOTICE_NOT_FAILED("noticeNotFailed"),
  /** The stage has ended. */
  STAGE_NOT_UPDATABLE("stageNotUpdatable"),
  /** The stage is not open for answers. */
  STAGE_NOT_IN_PROGRESS("stageNotInProgress");

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  /** The contract's word for this reason, sent as {@code innerError.code}. */
  public String code() {
    return code;
  }
}
