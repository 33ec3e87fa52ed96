/**
 * The one way in which adapters ask a server over HTTP: {@link dev.gill.source.http.HttpClients}
 * makes a {@link dev.gill.source.http.HostClient} from {@link dev.gill.source.http.HttpSettings},
 * and that answers an {@link dev.gill.source.http.Ask} with an {@link
 * dev.gill.source.http.HttpAnswer}.
 *
 * <pre>{@code
 * HostClient wiki = clients.client(HttpSettings.of(source, "https://wiki.example.org/"));
 * switch (wiki.ask(Ask.get("page?id=7").ifChanged(known))) {
 *   case HttpAnswer.Found found -> read(found.body(), found.validators());
 *   case HttpAnswer.Unchanged same -> keep(same.validators());
 *   case HttpAnswer.Missing gone -> delete();
 *   case HttpAnswer.Refused no -> throw new SourceException.Denied(no.sentence(), null);
 * }
 * }</pre>
 *
 * <p>May import: {@code source}, {@code model} and the JDK. Only adapters, the sub-packages of
 * {@code source}, and {@code app}, which makes the clients, import it.
 */
package dev.gill.source.http;
