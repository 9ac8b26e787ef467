import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Readout from Java: sign in, start a report, be told of its end over the WebSocket, read its rows. */
public final class Report {
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonObject config;
  private String token;

  private Report(String page) throws IOException, InterruptedException {
    config = send(HttpRequest.newBuilder(URI.create(page + "/config.json")).build());
  }

  public static void main(String[] arguments) throws Exception {
    Report report = new Report(System.getenv("READOUT_URL"));
    report.signIn(System.getenv("READOUT_EMAIL"), System.getenv("READOUT_PASSWORD"));
    String path = "/reports/" + encoded("taxi/daily") + "/runs";
    JsonObject started = report.call("POST", path, "{\"inputs\":{\"month\":\"2015-12\"}}");
    JsonObject run = report.ended(started.get("runId").getAsString());
    if (run.has("error")) {
      throw new IllegalStateException(run.get("error").toString());
    }
    System.out.printf(
        "%s: %s, %s rows%n",
        run.get("title").getAsString(), run.get("status").getAsString(), run.get("rows").getAsString());
    report.printRows(run.get("runId").getAsString());
  }

  /** Proves the password by SRP. The token is good for 15 minutes. */
  private void signIn(String email, String password)
      throws IOException, InterruptedException, GeneralSecurityException {
    SrpProof proof = new SrpProof();
    Map<String, Object> start =
        Map.of(
            "AuthFlow", "USER_SRP_AUTH",
            "ClientId", setting("userPoolClientId"),
            "AuthParameters", Map.of("USERNAME", email, "SRP_A", proof.publicValue()));
    JsonElement parameters = cognito("InitiateAuth", start).get("ChallengeParameters");
    Map<String, String> challenge = new Gson().fromJson(parameters, new TypeToken<Map<String, String>>() {});
    Map<String, Object> answer =
        Map.of(
            "ChallengeName", "PASSWORD_VERIFIER",
            "ClientId", setting("userPoolClientId"),
            "ChallengeResponses", proof.answer(setting("userPoolId"), password, challenge));
    JsonObject signedIn = cognito("RespondToAuthChallenge", answer).getAsJsonObject("AuthenticationResult");
    token = signedIn.get("IdToken").getAsString();
  }

  /** The run once it is over. A lost connection is opened again; the answer to `sync` tells what was missed. */
  private JsonObject ended(String runId) throws IOException, InterruptedException {
    String cursor = null;
    while (true) {
      String ticket = call("POST", "/tickets", "").get("ticket").getAsString();
      Listener listener = new Listener(runId, cursor);
      try {
        URI address = URI.create(setting("websocket") + "?ticket=" + encoded(ticket));
        http.newWebSocketBuilder().buildAsync(address, listener).join();
        Optional<JsonObject> run = listener.heard();
        if (run.isPresent()) {
          return run.get();
        }
      } catch (CompletionException refused) {
        // The next try has a ticket of its own.
      }
      cursor = listener.cursor();
      Thread.sleep(1000);
    }
  }

  private void printRows(String runId) throws IOException, InterruptedException {
    String query = "";
    while (true) {
      JsonObject page = call("GET", "/runs/" + runId + "/result" + query, null);
      if (query.isEmpty()) {
        System.out.println(
            StreamSupport.stream(page.getAsJsonArray("columns").spliterator(), false)
                .map(column -> column.getAsJsonObject().get("name").getAsString())
                .collect(Collectors.joining("\t")));
      }
      for (JsonElement row : page.getAsJsonArray("rows")) {
        System.out.println(
            StreamSupport.stream(row.getAsJsonArray().spliterator(), false)
                .map(cell -> cell.isJsonNull() ? "" : cell.getAsString())
                .collect(Collectors.joining("\t")));
      }
      if (!page.has("next")) {
        return;
      }
      query = "?page=" + encoded(page.get("next").getAsString());
    }
  }

  private JsonObject cognito(String operation, Map<String, Object> body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(setting("cognitoEndpoint")))
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
            .POST(HttpRequest.BodyPublishers.ofString(new Gson().toJson(body)))
            .build());
  }

  private JsonObject call(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest.BodyPublisher content =
        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    return send(
        HttpRequest.newBuilder(URI.create(setting("rest") + path))
            .header("Authorization", token)
            .method(method, content)
            .build());
  }

  private JsonObject send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
    }
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }

  private String setting(String name) {
    return config.get(name).getAsString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
