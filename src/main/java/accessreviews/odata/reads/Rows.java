package accessreviews.odata.reads;

import accessreviews.odata.reads.Navigation.ToMany;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.jpa.AvailableHints;

/** Reads the rows of collections by HQL. */
@ApplicationScoped
class Rows {
  private final EntityManager database;

  Rows(EntityManager database) {
    this.database = database;
  }

  /** At most {@code most} rows after the first {@code skip} ones, from one part after the other. */
  <E> List<E> page(CollectionQuery<E> query, List<Condition> parts, int skip, int most) {
    var rows = new ArrayList<E>();
    for (var part : parts) {
      if (rows.size() < most) {
        rows.addAll(part(query, part, skip, most - rows.size()));
      }
    }
    return rows;
  }

  private <E> List<E> part(CollectionQuery<E> query, Condition condition, int skip, int most) {
    return asked(
            "select e from "
                + query.type().entity().getName()
                + " e"
                + condition.where()
                + query.orderBy(),
            query.type().entity(),
            condition)
        .setFirstResult(skip)
        .setMaxResults(most)
        .getResultList();
  }

  /** The only row that fulfils {@code condition}. */
  <E> Optional<E> one(EntityType<E> type, Condition condition) {
    return asked(
            "select e from " + type.entity().getName() + " e" + condition.where(),
            type.entity(),
            condition)
        .getResultStream()
        .findFirst();
  }

  /** The ids of the first {@code most} rows that fulfil {@code condition}, in their order. */
  <E> List<UUID> ids(EntityType<E> type, Condition condition, int most) {
    return asked(
            "select e.id from "
                + type.entity().getName()
                + " e"
                + condition.where()
                + " order by e.id",
            UUID.class,
            condition)
        .setMaxResults(most)
        .getResultList();
  }

  /** The number of rows that fulfil {@code condition}; it is counted if it is not known. */
  <E> long count(EntityType<E> type, Condition condition) {
    return condition.known().get().orElseGet(() -> counted(type, condition));
  }

  private <E> long counted(EntityType<E> type, Condition condition) {
    return asked(
            "select count(*) from " + type.entity().getName() + " e" + condition.where(),
            Long.class,
            condition)
        .getSingleResult();
  }

  /** The rows with {@code ids} that fulfil {@code condition}. */
  <E> List<E> withIds(EntityType<E> type, Collection<UUID> ids, Condition condition) {
    var all = condition.and(Condition.of("e.id in :ids", "ids", ids));
    return asked(
            "select e from " + type.entity().getName() + " e" + all.where(), type.entity(), all)
        .getResultList();
  }

  /**
   * The first {@code most} rows of each of {@code owners}, in one query: the first of each, then
   * the second of each, and so on, at most {@code all} rows.
   */
  <P, C> List<C> firstOfEach(
      ToMany<P, C> navigation,
      Collection<UUID> owners,
      CollectionQuery<C> query,
      int most,
      int all) {
    var ofOwner = new Condition(navigation.owner() + " = p.id", Map.of()).and(query.condition());
    return asked(
            "select c from %1$s p join lateral (select e.id as id, row_number() over (%2$s) as place from %3$s e%4$s %2$s limit %5$d) r join %3$s c on c.id = r.id where p.id in :owners order by r.place, p.id"
                .formatted(
                    navigation.from().entity().getName(),
                    query.orderBy().strip(),
                    navigation.to().entity().getName(),
                    ofOwner.where(),
                    most),
            navigation.to().entity(),
            query.condition())
        .setParameter("owners", owners)
        .setMaxResults(all)
        .getResultList();
  }

  /** The number of rows of each of {@code owners}; owners without rows are missing from the map. */
  <P, C> Map<UUID, Long> countOfEach(
      ToMany<P, C> navigation, Collection<UUID> owners, Condition condition) {
    var all = condition.and(Condition.of(navigation.owner() + " in :owners", "owners", owners));
    return asked(
            "select %1$s, count(*) from %2$s e%3$s group by %1$s"
                .formatted(navigation.owner(), navigation.to().entity().getName(), all.where()),
            Object[].class,
            all)
        .getResultList()
        .stream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
  }

  private <R> TypedQuery<R> asked(String hql, Class<R> result, Condition condition) {
    var query = database.createQuery(hql, result);
    condition.parameters().forEach(query::setParameter);
    return result == Long.class || result == UUID.class || result == Object[].class
        ? query
        : query.setHint(AvailableHints.HINT_READ_ONLY, true);
  }
}
