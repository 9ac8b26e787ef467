import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One WebSocket: hears of one run until that is over, or the connection is. */
final class Listener implements WebSocket.Listener {
  private static final Set<String> OVER = Set.of("succeeded", "failed", "cancelled");

  private final String runId;
  private final StringBuilder parts = new StringBuilder();
  private final CompletableFuture<Optional<JsonObject>> heard = new CompletableFuture<>();
  private String cursor;

  Listener(String runId, String cursor) {
    this.runId = runId;
    this.cursor = cursor;
  }

  /** The run that is over, or nothing when the connection ended before. */
  Optional<JsonObject> heard() {
    return heard.join();
  }

  /** Where the next connection goes on. */
  String cursor() {
    return cursor;
  }

  @Override
  public void onOpen(WebSocket socket) {
    sync(socket);
    socket.request(1);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean isLast) {
    parts.append(part);
    if (isLast) {
      hear(socket, JsonParser.parseString(parts.toString()).getAsJsonObject());
      parts.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    heard.complete(Optional.empty());
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    heard.complete(Optional.empty());
  }

  private void hear(WebSocket socket, JsonObject message) {
    boolean isAnswer = message.get("type").getAsString().equals("sync");
    JsonArray runs = isAnswer ? message.getAsJsonArray("runs") : new JsonArray();
    if (!isAnswer) {
      runs.add(message);
    }
    for (JsonElement element : runs) {
      JsonObject run = element.getAsJsonObject();
      if (run.has("runId")
          && run.get("runId").getAsString().equals(runId)
          && OVER.contains(run.get("status").getAsString())) {
        heard.complete(Optional.of(run));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
        return;
      }
    }
    if (isAnswer) {
      cursor = message.get("cursor").getAsString();
      if (!runs.isEmpty()) {
        sync(socket);
      }
    }
  }

  private void sync(WebSocket socket) {
    JsonObject wish = new JsonObject();
    wish.addProperty("action", "sync");
    if (cursor != null) {
      wish.addProperty("since", cursor);
    }
    socket.sendText(wish.toString(), true);
  }
}
