package accessreviews.decisions.answers;

import static accessreviews.testing.rows.AReviewer.aReviewer;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.AnItem.anItem;

import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.AnItem;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Rows;

/**
 * A reviewer with one item of their own, and an item of another reviewer.
 *
 * @param mine the only item that the reviewer reviews
 * @param myStage where it is; an unknown id where there are no stages
 * @param item what {@code other} reviews
 * @param stage where that is
 */
record OthersItem(
    Foreign why,
    String reviewer,
    String other,
    AnItem.Stored mine,
    String myStage,
    AnItem.Stored item,
    String stage) {

  /** Why an item is another's. */
  enum Foreign {
    /** In the same instance, where each manager reviews their own reports. */
    MANAGERS(true, true),
    /** In the same instance, where everyone reviews themselves. */
    SELF_REVIEW(true, true),
    /** In the same stage, where a list reviews some items and the fallback reviewers others. */
    LISTS(true, true),
    OTHER_SERIES(false, false),
    OTHER_INSTANCE(false, true),
    /** An update is going to replace the reviewer by the other one. */
    REPLACED(false, false),
    /** The reviewer had their turn in the stage before. */
    EARLIER_STAGE(true, true),
    /** The reviewer will have their turn in the next stage. */
    LATER_STAGE(false, false);

    /** Whether the reviewer reaches the instance of the item, though not the item. */
    final boolean reachesInstance;

    /** The same of its series. */
    final boolean reachesSeries;

    Foreign(boolean reachesInstance, boolean reachesSeries) {
      this.reachesInstance = reachesInstance;
      this.reachesSeries = reachesSeries;
    }

    String reviewer() {
      return Organisation.id("reviewer " + this);
    }

    String other() {
      return Organisation.id("other " + this);
    }
  }

  private static final String UNKNOWN = "ffffffff-0000-4000-8000-00000000000f";
  private static final String NO_STAGE = "eeeeeeee-0000-4000-8000-00000000000e";

  static OthersItem stored(Foreign why, Rows rows) {
    var instance = anInstance().in(rows);
    anItem().in(instance, rows); // that nobody reviews
    return switch (why) {
      case MANAGERS, SELF_REVIEW -> {
        aReviewer(why.reviewer()).in(instance, rows);
        aReviewer(why.other()).in(instance, rows);
        yield new OthersItem(
            why,
            individual(why, why.reviewer()).in(instance, rows),
            NO_STAGE,
            individual(why, why.other()).in(instance, rows),
            NO_STAGE);
      }
      case LISTS -> {
        var stage = aStage().of(instance).in(rows);
        aReviewer(why.reviewer()).on("fallback").inStage("1").in(instance, rows);
        aReviewer(why.other()).on("primary").inStage("1").in(instance, rows);
        yield new OthersItem(
            why,
            inStage("1", "fallback", instance, rows),
            stage.id(),
            inStage("1", "primary", instance, rows),
            stage.id());
      }
      case OTHER_SERIES, REPLACED -> apart(why, anInstance().in(rows), "", NO_STAGE, rows);
      case OTHER_INSTANCE -> {
        var mine = anInstance().ofTheSeriesOf(instance).in(rows);
        var myStage = aStage().of(mine).in(rows);
        var stage = aStage().of(instance).in(rows);
        aReviewer(why.reviewer()).on("primary").inStage("1").in(mine, rows);
        aReviewer(why.other()).on("primary").inStage("1").in(instance, rows);
        yield new OthersItem(
            why,
            inStage("1", "primary", mine, rows),
            myStage.id(),
            inStage("1", "primary", instance, rows),
            stage.id());
      }
      case EARLIER_STAGE -> {
        aStage().of(instance).inStatus("Completed").in(rows);
        aReviewer(why.reviewer()).on("primary").inStage("1").in(instance, rows);
        var stage = aStage().of(instance).in(rows);
        var apart = apart(why, instance, "2", stage.id(), rows);
        anItem().inStage("1", "primary", null).decidedIn("1", apart.item(), rows);
        yield apart;
      }
      case LATER_STAGE -> {
        aReviewer(why.reviewer()).on("primary").inStage("2").notContacted().in(instance, rows);
        yield apart(why, instance, "1", aStage().of(instance).in(rows).id(), rows);
      }
    };
  }

  private OthersItem(
      Foreign why, AnItem.Stored mine, String myStage, AnItem.Stored item, String stage) {
    this(why, why.reviewer(), why.other(), mine, myStage, item, stage);
  }

  boolean isStaged() {
    return !stage.equals(NO_STAGE);
  }

  /**
   * The path that {@code template} spells below a service root: {@code THEIRS} and {@code MINE} are
   * the instances of the items {@code {x}} and {@code {mine}}, in the series {@code {d}} and {@code
   * {my-d}} and the stages {@code {s}} and {@code {my-s}}.
   */
  String path(String template) {
    return path(template, item.instance(), stage, item.id());
  }

  /** The same where nothing of the other reviewer's is. */
  String unknownPath(String template) {
    return template.contains("{x}")
        ? path(template, item.instance(), stage, UNKNOWN)
        : path(template, new AnInstance.Stored(UNKNOWN, UNKNOWN), UNKNOWN, UNKNOWN);
  }

  private String path(String template, AnInstance.Stored theirs, String inStage, String itemId) {
    var ours = mine.instance();
    return "/identityGovernance/accessReviews/"
        + template
            .replace("THEIRS", "definitions/{d}/instances/{i}")
            .replace("MINE", "definitions/{my-d}/instances/{my-i}")
            .replace("OWN", "filterByCurrentUser(on='reviewer')")
            .replace("{d}", theirs.definition())
            .replace("{i}", theirs.id())
            .replace("{s}", inStage)
            .replace("{x}", itemId)
            .replace("{my-d}", ours.definition())
            .replace("{my-i}", ours.id())
            .replace("{my-s}", myStage)
            .replace("{mine}", mine.id())
            .replace(" ", "%20");
  }

  /** The other's item is in {@code instance}, the reviewer's own in another series. */
  private static OthersItem apart(
      Foreign why, AnInstance.Stored instance, String stageNumber, String stage, Rows rows) {
    var mine = anInstance().in(rows);
    aReviewer(why.reviewer()).on("primary").in(mine, rows);
    aReviewer(why == Foreign.REPLACED ? why.reviewer() : why.other())
        .on("primary")
        .inStage(stageNumber)
        .in(instance, rows);
    return new OthersItem(
        why,
        anItem().with("recommendation", "Approve").inStage("", "primary", null).in(mine, rows),
        NO_STAGE,
        inStage(stageNumber, "primary", instance, rows),
        stage);
  }

  private static AnItem individual(Foreign why, String reviewer) {
    var item = anItem().with("recommendation", "Deny").inStage("", "individual", reviewer);
    return why == Foreign.SELF_REVIEW ? item.principal("user", reviewer) : item;
  }

  private static AnItem.Stored inStage(
      String stage, String route, AnInstance.Stored instance, Rows rows) {
    var item = anItem().with("recommendation", "Deny").inStage(stage, route, null);
    var stored = item.in(instance, rows);
    if (!stage.isEmpty()) {
      item.decidedIn(stage, stored, rows);
    }
    return stored;
  }
}
