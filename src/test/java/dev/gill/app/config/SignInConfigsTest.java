package dev.gill.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.surface.signin.Admins;
import dev.gill.surface.signin.SignIn;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInConfigsTest {
  private static final String OIDC =
      "gill.signin=oidc;gill.signin.issuer=https://id.example.com/realms/team;gill.signin.client-id=gill;gill.signin.client-secret=tulip;gill.signin.url=https://gill.example.com";

  private static GillConfig config(String settings) {
    Map<String, String> all = new HashMap<>();
    for (String setting : settings.split(";")) {
      int equals = setting.indexOf('=');
      if (equals > 0) {
        all.put(setting.substring(0, equals), setting.substring(equals + 1));
      }
    }
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(all, "test", 300))
            .build();
    return ConfigFile.of(config);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.9.1", "::1", "[::1]"})
  void whereOnlyThisMachineReachesItNobodySignsIn(String host) {
    assertThat(SignInConfigs.of(config(""), host)).isEqualTo(new SignIn.None());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.7", "10.0.0.7", "no.such.host.invalid"})
  void whereOthersReachItSomebodyMustHaveSaidSoTwice(String host) {
    assertThatThrownBy(() -> SignInConfigs.of(config(""), host))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("quarkus.http.host=" + host + " lets others reach Gill")
        .hasMessageContaining("gill.signin=oidc")
        .hasMessageContaining("both gill.signin=open and gill.signin.open=yes");
    for (String once : List.of("gill.signin=open", "gill.signin=open;gill.signin.open=no")) {
      assertThatThrownBy(() -> SignInConfigs.of(config(once), host))
          .hasMessageContaining("say it a second time by gill.signin.open=yes");
    }
    assertThatThrownBy(() -> SignInConfigs.of(config("gill.signin.open=yes"), host))
        .hasMessageContaining("lets others reach Gill");
    assertThat(SignInConfigs.of(config("gill.signin=open;gill.signin.open=yes"), host))
        .isEqualTo(new SignIn.Open());
    assertThat(SignInConfigs.of(config(OIDC), host)).isInstanceOf(SignIn.Oidc.class);
  }

  @Test
  void aProviderIsReadWithItsDefaults(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "rose\n");
    SignIn signIn =
        SignInConfigs.of(config(OIDC + ";gill.signin.client-secret-file=" + file), "localhost");
    assertThat(signIn)
        .isInstanceOfSatisfying(
            SignIn.Oidc.class,
            oidc -> {
              assertThat(oidc.clientSecret()).isEqualTo("rose");
              assertThat(oidc.scopes()).containsExactly("email", "profile");
              assertThat(oidc.groupsClaim()).isEqualTo("groups");
              assertThat(oidc.lasts()).isEqualTo(Duration.ofHours(8));
              assertThat(oidc.toString()).doesNotContain("rose");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gill.signin=ldap | gill.signin is not known; set it to none, oidc or open.",
        "gill.signin.issuer= | gill.signin.issuer is missing; set it to an address such as https://id.example.com.",
        "gill.signin.issuer=http://id.example.com | gill.signin.issuer is no address of https that a browser can open",
        "gill.signin.issuer=id.example.com | gill.signin.issuer is no address of https",
        "gill.signin.issuer=https://me:word@id.example.com | gill.signin.issuer is no address of https",
        "gill.signin.url=http://gill.example.com | gill.signin.url is no address of https",
        "gill.signin.url=https://gill.example.com/kb | gill.signin.url has a path",
        "gill.signin.client-id= | gill.signin.client-id is missing",
        "gill.signin.client-secret= | gill.signin.client-secret is missing; give it by the environment, GILL_SIGNIN_CLIENT_SECRET",
        "gill.signin.client-secret-file=/no/such/file | gill.signin.client-secret-file cannot be read",
        "gill.signin.session=10s | gill.signin.session is out of bounds; set it from 1m to 30d.",
        "gill.sources.signin.type=folder | gill.sources.signin bears the name by which Gill knows who signed in"
      })
  void whatIsWrongIsSaidInOneSentenceWithoutTheSecret(String setting, String sentence) {
    assertThatThrownBy(() -> SignInConfigs.of(config(OIDC + ";" + setting), "localhost"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("tulip")
        .hasMessageNotContaining("word");
  }

  @Test
  void anAdminIsNamedByAddressOrByAGroup() {
    Admins admins =
        SignInConfigs.admins(
            config(
                "gill.signin.admins=Anna@Example.org, leads;gill.groups.leads=li@example.org,wiki:17"));
    assertThat(admins.has(Set.of(Identity.email("anna@example.org")), Set.of())).isTrue();
    assertThat(admins.has(Set.of(Identity.email("li@example.org")), Set.of())).isTrue();
    Set<Identity> other = Set.of(Identity.email("bo@example.org"));
    assertThat(admins.has(other, Set.of(GroupId.configured("leads")))).isTrue();
    assertThat(admins.has(other, Set.of(new GroupId("wiki", "leads")))).isFalse();
    assertThat(admins.has(other, Set.of())).isFalse();
    assertThat(admins.has(Set.of(new Identity("signin", "anna@example.org")), Set.of())).isFalse();
  }
}
