import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.Field;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultResponse;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** The Data API in ten steps: every statement is sent, waited for, and its result read page by page. */
public final class QuickStart {
  private static final String WORKGROUP = setting("WORKGROUP", "analytics");
  private static final String DATABASE = setting("DATABASE", "dev");
  private static final String SOURCE = setting("SOURCE", "s3://quick-start/venues.csv");

  private final RedshiftDataClient client;

  private QuickStart(RedshiftDataClient client) {
    this.client = client;
  }

  public static void main(String[] arguments) throws InterruptedException {
    try (RedshiftDataClient client = RedshiftDataClient.create()) {
      QuickStart quickStart = new QuickStart(client);
      quickStart.change();
      quickStart.read();
      quickStart.cancel();
    }
  }

  private void change() throws InterruptedException {
    run("drop table if exists venues", Map.of());
    DescribeStatementResponse created =
        run("create table venues (id integer, name varchar(40), city varchar(20), seats integer)", Map.of());
    System.out.println("create: " + created.statusAsString());

    DescribeStatementResponse inserted =
        run(
            "insert into venues values (101, :first, 'Lisbon', 120), (102, :second, 'Oslo', 90)",
            Map.of("first", "Tiny Stage", "second", "Back Room"));
    System.out.println("insert: " + count(inserted.resultRows(), "row"));

    run("copy venues from '" + SOURCE + "' iam_role default csv ignoreheader 1", Map.of());
    DescribeStatementResponse counted = run("select count(*) from venues", Map.of());
    long venues = pages(counted.id()).get(0).records().get(0).get(0).longValue();
    System.out.println("copy: " + count(venues, "venue"));

    DescribeStatementResponse updated =
        run("update venues set seats = 7000 where name = 'Lisbon Theatre'", Map.of());
    System.out.println("update: " + count(updated.resultRows(), "row"));

    DescribeStatementResponse deleted =
        run("delete from venues where city = :city", Map.of("city", "Oslo"));
    System.out.println("delete: " + count(deleted.resultRows(), "row"));
  }

  private void read() throws InterruptedException {
    DescribeStatementResponse selected =
        run(
            "select name, seats from venues where city = :city and seats < :seats order by seats desc",
            Map.of("city", "Lisbon", "seats", "7001"));
    for (GetStatementResultResponse page : pages(selected.id())) {
      for (List<Field> record : page.records()) {
        System.out.println(record.get(0).stringValue() + " has " + record.get(1).longValue() + " seats");
      }
    }

    DescribeStatementResponse large =
        run(
            "select a.name, b.name, c.name, a.id * b.id * c.id"
                + " from venues a cross join venues b cross join venues c",
            Map.of());
    List<GetStatementResultResponse> pages = pages(large.id());
    int rows = pages.stream().mapToInt(page -> page.records().size()).sum();
    System.out.println("pages: " + rows + " rows on " + (pages.size() > 1 ? "several pages" : "one page"));
  }

  private void cancel() throws InterruptedException {
    String tables = Stream.of("abcdefgh".split("")).map(name -> "venues " + name).collect(Collectors.joining(", "));
    String id = start("select sum(a.id * b.id) from " + tables, Map.of());
    while (client.describeStatement(request -> request.id(id)).status() != StatusString.STARTED) {
      Thread.sleep(100);
    }
    client.cancelStatement(request -> request.id(id));
    System.out.println("cancel: " + await(id).statusAsString());
  }

  private String start(String sql, Map<String, String> parameters) {
    List<SqlParameter> named =
        parameters.entrySet().stream()
            .map(entry -> SqlParameter.builder().name(entry.getKey()).value(entry.getValue()).build())
            .toList();
    return client
        .executeStatement(
            request ->
                request
                    .workgroupName(WORKGROUP)
                    .database(DATABASE)
                    .sql(sql)
                    .parameters(named.isEmpty() ? null : named))
        .id();
  }

  /** The statement once it has ended. An EventBridge event can tell instead: send it with {@code withEvent(true)}. */
  private DescribeStatementResponse await(String id) throws InterruptedException {
    while (true) {
      DescribeStatementResponse described = client.describeStatement(request -> request.id(id));
      switch (described.status()) {
        case FINISHED, FAILED, ABORTED -> {
          return described;
        }
        default -> Thread.sleep(100);
      }
    }
  }

  private DescribeStatementResponse run(String sql, Map<String, String> parameters) throws InterruptedException {
    DescribeStatementResponse described = await(start(sql, parameters));
    if (described.status() != StatusString.FINISHED) {
      throw new IllegalStateException(described.error());
    }
    return described;
  }

  private List<GetStatementResultResponse> pages(String id) {
    return client.getStatementResultPaginator(request -> request.id(id)).stream().toList();
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String setting(String name, String otherwise) {
    return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
  }
}
