using System.Text.Json.Nodes;

namespace Infra.Tests.Configuration.Schema;

/// <summary>The keys that the Pulumi CLI writes around those of the program, and the ways to write them.</summary>
public sealed class TopLevelTests
{
    private const string Minimal = """
        {
          "config": {
            "aws:region": "eu-central-1",
            "app:name": "hello",
            "app:network": { "zones": ["eu-central-1a", "eu-central-1b"] },
            "app:service": { "image": "nginx:1.29", "containerPort": 80 }
          }
        }
        """;

    [Theory]
    [InlineData("""{"config":{"aws:config:region":"eu-central-1","aws:region":null}}""")]
    [InlineData("""{"config":{"name":"hello","app:name":null}}""")]
    [InlineData("""{"config":{"app:config:name":"hello","app:name":null}}""")]
    [InlineData("""{"config":{"dashboard":"true"}}""")]
    [InlineData("""{"config":{"app:dashboard":true}}""")]
    [InlineData("""{"config":{"app:secretRecoveryWindowDays":"7"}}""")]
    [InlineData("""{"config":{"aws:profile":"shop","aws:secretKey":{"secure":"v1:abc"},"aws:defaultTags":{"tags":{"a":"b"}}}}""")]
    [InlineData("""{"config":{"pulumi:tags":{"team":"maps"}}}""")]
    [InlineData("""{"config":{"other:key":{"any":["thing"]},"other:config:secret":{"secure":"v1:abc"}}}""")]
    [InlineData("""{"config":{"app:service":{"image":"nginx:1.29","containerPort":80,"secrets":{"TOKEN":{"config":"token"}}},"app:token":{"secure":"v1:abc"}}}""")]
    [InlineData("""{"config":{"app:service":{"image":"nginx:1.29","containerPort":80,"secrets":{"TOKEN":{"config":"token"}}},"token":{"secure":"v1:abc"}}}""")]
    [InlineData("""{"encryptionsalt":"v1:abc"}""")]
    [InlineData("""{"secretsprovider":"awskms://alias/pulumi-dev","encryptedkey":"AQICAHi"}""")]
    [InlineData("""{"environment":["shop/dev"]}""")]
    [InlineData("""{"environment":{"imports":["shop/dev"]}}""")]
    public void Accepted_BySchemaAndProgram(string changes)
    {
        var checks = Check(changes);

        Assert.Empty(checks.SchemaErrors);
        Assert.True(checks.IsAccepted);
    }

    [Theory]
    [InlineData("""{"config":{"aws:region":null}}""")]
    [InlineData("""{"config":{"aws:region":{"secure":"v1:abc"}}}""")]
    [InlineData("""{"config":{"app:name":{"secure":"v1:abc"}}}""")]
    [InlineData("""{"config":{"app:network":{"secure":"v1:abc"}}}""")]
    [InlineData("""{"config":{"app:token":"plain"}}""")]
    [InlineData("""{"config":{"app:service":{"image":"nginx:1.29","containerPort":80,"environment":{"secure":"v1:abc"}}}}""")]
    [InlineData("""{"config":{"app:dashboard":"yes"}}""")]
    [InlineData("""{"config":{"app:secretRecoveryWindowDays":"5"}}""")]
    [InlineData("""{"config":{"aws:regoin":"eu-central-1"}}""")]
    [InlineData("""{"config":{"aws:secretKey":"plain"}}""")]
    [InlineData("""{"config":{"pulumi:tag":{"team":"maps"}}}""")]
    [InlineData("""{"config":{"ap:tags":{"team":"maps"}}}""")]
    [InlineData("""{"config":{"apps:tags":{"team":"maps"}}}""")]
    [InlineData("""{"config":{"App:tags":{"team":"maps"}}}""")]
    [InlineData("""{"config":{"pap:tags":{"team":"maps"}}}""")]
    [InlineData("""{"config":{"a:b:c":1}}""")]
    [InlineData("""{"network":{}}""")]
    public void Refused_BySchemaAndProgram(string changes)
    {
        var checks = Check(changes);

        Assert.NotEmpty(checks.SchemaErrors);
        Assert.False(checks.IsAccepted);
    }

    // Editors would complete no key in a block that may also be a text.
    [Fact]
    public void BlockAsJsonText_IsAcceptedByTheProgramOnly()
    {
        var checks = Check("""{"config":{"app:tags":"{\"team\":\"maps\"}"}}""");

        Assert.Contains("/config/app:tags", checks.SchemaErrors);
        Assert.True(checks.IsAccepted);
    }

    // Null removes a key.
    private static StackFileChecks Check(string changes)
    {
        var file = JsonNode.Parse(Minimal)!.AsObject();
        Merge(file, JsonNode.Parse(changes)!.AsObject());
        return StackFileChecks.Of(file);
    }

    private static void Merge(JsonObject file, JsonObject changes)
    {
        foreach (var (key, value) in changes)
        {
            if (key == "config")
            {
                Merge(file[key]!.AsObject(), value!.AsObject());
            }
            else if (value is null)
            {
                file.Remove(key);
            }
            else
            {
                file[key] = value.DeepClone();
            }
        }
    }
}
