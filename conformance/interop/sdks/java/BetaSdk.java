import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.identity.ClientSecretCredential;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.microsoft.graph.beta.models.KeyValuePair;
import com.microsoft.graph.beta.models.OperationStatus;
import com.microsoft.graph.beta.models.SecurityAction;
import com.microsoft.graph.beta.models.SecurityActionCollectionResponse;
import com.microsoft.graph.beta.models.SecurityVendorInformation;
import com.microsoft.graph.beta.security.securityactions.SecurityActionsRequestBuilder;
import com.microsoft.graph.beta.security.securityactions.item.SecurityActionItemRequestBuilder;
import com.microsoft.graph.beta.serviceclient.GraphServiceClient;
import com.microsoft.graph.core.authentication.AzureIdentityAuthenticationProvider;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.serialization.JsonSerializationWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Calls the operations on security actions with the Java SDK for the beta version of Microsoft Graph. */
class BetaSdk {
  private static final Map<String, String> given = System.getenv();
  private static final GraphServiceClient graph =
      clientOf(credentialOf(given.get("CLIENT_ID"), given.get("CLIENT_SECRET"), "AUTHORITY"), "BASE_URL");

  public static void main(String[] args) {
    call("create", () -> {
      String context = unique("create");
      SecurityAction action = create(context, graph);
      same(context, action.getClientContext());
      same(given.get("CLIENT_ID"), action.getAppId());
      same(OperationStatus.NotStarted, action.getStatus());
      same("192.0.2.1", action.getParameters().get(0).getValue());
    });
    call("get", () -> {
      SecurityAction created = create(unique("get"), graph);
      same(shown(created), shown(read(created.getId())));
    });
    call("list", () -> {
      String id = create(unique("list"), graph).getId();
      check(ids(graph.security().securityActions().get().getValue()).contains(id), "the list does not have " + id);
    });
    call("update", () -> {
      String id = create(unique("update"), graph).getId();
      SecurityAction change = new SecurityAction();
      change.setActionReason("Changed");
      change.setStatus(OperationStatus.Running);
      SecurityAction updated = graph.security().securityActions().bySecurityActionId(id).patch(change);
      same("Changed", updated.getActionReason());
      same(OperationStatus.Running, updated.getStatus());
    });
    call("cancel", () -> {
      String id = create(unique("cancel"), graph).getId();
      graph.security().securityActions().bySecurityActionId(id).cancelSecurityAction().post();
      check(read(id).getStatus() != OperationStatus.NotStarted, "the action is not cancelled");
    });
    call("read, modify and write a whole action", () -> {
      SecurityAction action = read(create(unique("write"), graph).getId());
      String before = shown(action);
      action.setActionReason("Changed");
      SecurityActionItemRequestBuilder item = graph.security().securityActions().bySecurityActionId(action.getId());
      String sent = text(item.toPatchRequestInformation(whole(action)).content);
      for (String name : List.of("createdDateTime", "parameters", "states", "vendorInformation"))
        check(sent.contains("\"" + name + "\":"), "the update does not have " + name + ": " + sent);
      item.patch(whole(action));
      SecurityAction after = read(action.getId());
      same("Changed", after.getActionReason());
      same(before, shown(after));
    });
    call("iterate over pages", () -> {
      List<String> created = createThree(unique("pages"));
      SecurityActionCollectionResponse first =
          graph.security().securityActions().get(request -> request.headers.add("Prefer", "odata.maxpagesize=2"));
      same(2, first.getValue().size());
      List<String> seen = iterate(first);
      same(created, seen.subList(seen.size() - 3, seen.size()));
      same(seen.size(), new HashSet<>(seen).size());
    });
    call("$top", () -> {
      createThree(unique("top"));
      same(2, list(query -> query.top = 2).getValue().size());
    });
    call("iterate over pages of $top", () -> {
      String context = unique("top");
      List<String> created = createThree(context);
      same(created, iterate(list(query -> {
        query.top = 2;
        query.filter = "clientContext eq '" + context + "'";
      })));
    });
    call("$select", () -> {
      String id = create(unique("select"), graph).getId();
      SecurityAction action = graph.security().securityActions().bySecurityActionId(id)
          .get(request -> request.queryParameters.select = new String[] {"id", "name"});
      same(id, action.getId());
      same("BlockIp", action.getName());
      same(null, action.getStatus());
    });
    call("$filter", () -> {
      String context = unique("filter");
      List<String> created = createThree(context);
      same(created, ids(list(query -> query.filter = "clientContext eq '" + context + "'").getValue()));
    });
    call("$orderby", () -> {
      List<String> contexts = Stream.of("b", "c", "a").map(BetaSdk::unique).collect(Collectors.toList());
      contexts.forEach(context -> create(context, graph));
      List<String> received = list(query -> query.orderby = new String[] {"clientContext desc"}).getValue().stream()
          .map(SecurityAction::getClientContext).collect(Collectors.toList());
      same(received.stream().sorted(Comparator.reverseOrder()).collect(Collectors.toList()), received);
      check(received.containsAll(contexts), "the list does not have the new actions");
    });
    call("$count", () -> {
      String context = unique("count");
      createThree(context);
      same(3L, list(query -> {
        query.count = true;
        query.top = 1;
        query.filter = "clientContext eq '" + context + "'";
      }).getOdataCount());
    });
    call("an action that does not exist", () -> refused(404, () -> read("00000000-0000-4000-8000-000000000000")));
    call("a caller without the permission", () -> {
      TokenCredential reader = credentialOf(given.get("READER_ID"), given.get("READER_SECRET"), "AUTHORITY");
      refused(403, () -> create(unique("forbidden"), clientOf(reader, "BASE_URL")));
    });
    call("a wrong secret", () -> {
      TokenCredential wrong = credentialOf(given.get("CLIENT_ID"), "wrong", "AUTHORITY");
      try {
        clientOf(wrong, "BASE_URL").security().securityActions().get();
      } catch (RuntimeException error) {
        check(String.valueOf(error).contains("no client with this id and secret"), String.valueOf(error));
        return;
      }
      throw new AssertionError("the call succeeded");
    });
    call("a wrong token", () -> refused(401, () -> listWith("wrong")));
    call("an expired token", () -> refused(401, () -> listWith(given.get("EXPIRED_TOKEN"))));
    call("a token that is renewed", () -> {
      GraphServiceClient client = clientOf(
          credentialOf(given.get("CLIENT_ID"), given.get("CLIENT_SECRET"), "SHORT_LIVED_AUTHORITY"),
          "SHORT_LIVED_BASE_URL");
      client.security().securityActions().get();
      Thread.sleep(5_000);
      client.security().securityActions().get();
    });
    call("429 with Retry-After", () -> {
      GraphServiceClient client = clientOf(
          credentialOf(given.get("CLIENT_ID"), given.get("CLIENT_SECRET"), "THROTTLED_AUTHORITY"),
          "THROTTLED_BASE_URL");
      client.security().securityActions().get();
      String id = create(unique("throttled"), client).getId();
      same(List.of(id), ids(client.security().securityActions().get().getValue()));
    });
  }

  private static ClientSecretCredential credentialOf(String client, String secret, String authority) {
    return new ClientSecretCredentialBuilder()
        .tenantId(given.get("TENANT_ID")).clientId(client).clientSecret(secret)
        .authorityHost(given.get(authority)).disableInstanceDiscovery().build();
  }

  private static GraphServiceClient clientOf(TokenCredential credential, String baseUrl) {
    URI base = URI.create(given.get(baseUrl));
    GraphServiceClient client = new GraphServiceClient(new AzureIdentityAuthenticationProvider(
        credential, new String[] {base.getHost()}, "https://graph.microsoft.com/.default"));
    client.getRequestAdapter().setBaseUrl(base.toString());
    return client;
  }

  private static void listWith(String token) {
    TokenCredential fixed = request -> Mono.just(new AccessToken(token, OffsetDateTime.now().plusHours(1)));
    clientOf(fixed, "BASE_URL").security().securityActions().get();
  }

  private static SecurityAction create(String context, GraphServiceClient client) {
    KeyValuePair parameter = new KeyValuePair();
    parameter.setName("IP");
    parameter.setValue("192.0.2.1");
    SecurityVendorInformation vendor = new SecurityVendorInformation();
    vendor.setVendor("Microsoft");
    vendor.setProvider("Windows Defender ATP");
    SecurityAction action = new SecurityAction();
    action.setName("BlockIp");
    action.setActionReason("Test");
    action.setClientContext(context);
    action.setParameters(List.of(parameter));
    action.setVendorInformation(vendor);
    return client.security().securityActions().post(action);
  }

  private static List<String> createThree(String context) {
    return Stream.of(1, 2, 3).map(at -> create(context, graph).getId()).collect(Collectors.toList());
  }

  /** Lets the SDK send every property once; otherwise it sends only what changed since the action was read or sent. */
  private static SecurityAction whole(SecurityAction action) {
    action.getBackingStore().setIsInitializationCompleted(false);
    return action;
  }

  private static SecurityAction read(String id) {
    return graph.security().securityActions().bySecurityActionId(id).get();
  }

  private static SecurityActionCollectionResponse list(
      Consumer<SecurityActionsRequestBuilder.GetQueryParameters> options) {
    return graph.security().securityActions().get(request -> options.accept(request.queryParameters));
  }

  private static List<String> iterate(SecurityActionCollectionResponse first) throws Exception {
    List<String> seen = new ArrayList<>();
    new PageIterator.Builder<SecurityAction, SecurityActionCollectionResponse>()
        .client(graph).collectionPage(first)
        .collectionPageFactory(SecurityActionCollectionResponse::createFromDiscriminatorValue)
        .processPageItemCallback(action -> seen.add(action.getId()))
        .build().iterate();
    return seen;
  }

  private static List<String> ids(List<SecurityAction> actions) {
    return actions.stream().map(SecurityAction::getId).collect(Collectors.toList());
  }

  /** The action as JSON, without the properties that an update of its reason changes. */
  private static String shown(SecurityAction action) throws Exception {
    try (JsonSerializationWriter writer = new JsonSerializationWriter()) {
      writer.writeObjectValue(null, action);
      return text(writer.getSerializedContent()).replaceAll("\"(actionReason|lastActionDateTime)\":\"[^\"]*\",?", "");
    }
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private interface Call {
    void perform() throws Exception;
  }

  /** Performs a call, and prints its name, and the problem when it failed. */
  private static void call(String name, Call call) {
    try {
      call.perform();
      System.out.println("{\"call\":\"" + name + "\"}");
    } catch (Throwable error) {
      String problem = String.valueOf(error).replaceAll("[\\\\\"\\p{Cntrl}]", " ");
      System.out.println("{\"call\":\"" + name + "\",\"problem\":\"" + problem + "\"}");
    }
  }

  private static void refused(int status, Call call) throws Exception {
    try {
      call.perform();
    } catch (ApiException error) {
      same(status, error.getResponseStatusCode());
      return;
    }
    throw new AssertionError("the call succeeded");
  }

  private static void same(Object expected, Object received) {
    check(Objects.equals(expected, received), "expected " + expected + ", received " + received);
  }

  private static void check(boolean holds, String problem) {
    if (!holds) throw new AssertionError(problem);
  }

  private static String unique(String name) {
    return name + " " + UUID.randomUUID();
  }
}
