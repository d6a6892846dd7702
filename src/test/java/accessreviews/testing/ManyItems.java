package accessreviews.testing;

/**
 * An instance with very many items, stored past the service. Every item is reviewed by one user who
 * is on the list of reviewers, and each ten of them by a manager of their own too.
 */
public record ManyItems(AnInstance.Stored instance, int number) {
  /** Reviews all items. */
  public static final String BOSS = LargeOrganisation.user(999_999_999);

  /** Reviews ten of them. */
  public static final String MANAGER = LargeOrganisation.user(7);

  private static final String MANAGERS =
      "('00000000-0000-4000-8000-' || lpad((i / 10)::text, 12, '0'))::uuid";

  /** Stores them, every other one with a recommendation to deny. */
  public static ManyItems stored(int number, Rows rows) {
    var instance = AnInstance.anInstance().in(rows);
    rows.execute(
        """
        insert into access_review_decision_item (id, version, instance_id, principal_id,
          principal_type, principal_name, principal_user_name, resource_id, resource_type,
          resource_name, membership, outlier, stage, route, reviewer_id, recommendation, decision,
          justification, apply_result)
        select gen_random_uuid(), 0, ?::uuid, md5(i::text)::uuid, 'user', 'User ' || i,
          'user' || i || '@contoso.com', ?::uuid, 'group', 'All hands', 'direct', false, '',
          'primary', %s, case when i %% 2 = 0 then 'Deny' else 'Approve' end, 'NotReviewed', '',
          'New'
        from generate_series(0, ? - 1) i"""
            .formatted(MANAGERS),
        instance.id(),
        AnInstance.GROUP,
        number);
    rows.execute(
        """
        insert into access_review_reviewer
          (instance_id, stage, user_id, listed, contacted, created_date_time)
        select ?::uuid, '', %s, null, true, now() from generate_series(0, ? - 1, 10) i"""
            .formatted(MANAGERS),
        instance.id(),
        number);
    AReviewer.aReviewer(BOSS).on("primary").in(instance, rows);
    var items = new ManyItems(instance, number);
    items.tidy(rows);
    return items;
  }

  /** As autovacuum does it at its leisure. */
  public void tidy(Rows rows) {
    rows.execute("vacuum analyze access_review_decision_item");
    rows.execute("analyze access_review_reviewer");
  }
}
