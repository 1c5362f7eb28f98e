using Infra.Configuration.Binding;
using Infra.Sandbox.NewStacks;

namespace Infra.Sandbox.Tests.NewStacks;

public sealed class StackFileEditorTests
{
    private const string Text = """
        # first
        encryptionsalt: v1:salt # of dev
        # second
        config:
          network: # range below
            cidr: "10.0.0.0/16"   # quoted
            zones: [a, b]
          app:shared: &shared { name: one }
          app:copy: *shared
          app:token:
            secure: abc # secret

          # third
          app:items:
            - { host: one.example.com }
            - host: two.example.com # last

        """;

    [Fact]
    public void Edits_ChangeOnlyTheirValues()
    {
        var editor = Editor();
        editor.Set("app:network.cidr", "10.1.0.0/16");
        editor.Set("app:network.zones[1]", "c");
        editor.Set("app:items[0].host", "uno.example.com");
        editor.Set("app:items[1].host", "due.example.com");

        Assert.Equal(
            """
            # first
            encryptionsalt: v1:salt # of dev
            # second
            config:
              network: # range below
                cidr: 10.1.0.0/16   # quoted
                zones: [a, c]
              app:shared: &shared { name: one }
              app:copy: *shared
              app:token:
                secure: abc # secret

              # third
              app:items:
                - { host: uno.example.com }
                - host: due.example.com # last

            """,
            editor.ToString());
    }

    [Fact]
    public void RemovedKeys_GoWithTheirLines()
    {
        var editor = Editor();
        editor.Remove("/encryptionsalt");
        editor.Remove("/encryptedkey");
        editor.Remove("app:token");

        Assert.Equal(
            """
            # first
            # second
            config:
              network: # range below
                cidr: "10.0.0.0/16"   # quoted
                zones: [a, b]
              app:shared: &shared { name: one }
              app:copy: *shared

              # third
              app:items:
                - { host: one.example.com }
                - host: two.example.com # last

            """,
            editor.ToString());
    }

    [Fact]
    public void AddedKey_ComesFirstInItsBlock()
    {
        var editor = Editor();
        editor.AddFirst("app:network", "dualStack", "true");
        editor.AddFirst("app:shared", "size", "1");

        Assert.Contains("  network: # range below\n    dualStack: true\n    cidr: \"10.0.0.0/16\"   # quoted\n", editor.ToString(), StringComparison.Ordinal);
        Assert.Contains("  app:shared: &shared { size: 1, name: one }\n", editor.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ValueOfAnAlias_IsNotInTheFile()
    {
        Assert.True(Editor().Has("app:shared.name"));
        Assert.False(Editor().Has("app:copy.name"));
    }

    [Theory]
    [InlineData("eu-central-1a", true, "eu-central-1a")]
    [InlineData("nginx:1.29", true, "nginx:1.29")]
    [InlineData("${repository.app}:1.0.0", true, "\"${repository.app}:1.0.0\"")]
    [InlineData("80", false, "80")]
    [InlineData("80", true, "\"80\"")]
    [InlineData("3.10", true, "\"3.10\"")]
    [InlineData("true", true, "\"true\"")]
    [InlineData("true", false, "true")]
    [InlineData("*.example.com", true, "\"*.example.com\"")]
    [InlineData("a: b", true, "\"a: b\"")]
    [InlineData("a #b", true, "\"a #b\"")]
    [InlineData("a, b", true, "\"a, b\"")]
    [InlineData("say \"hello\"", true, "\"say \\\"hello\\\"\"")]
    public void Value_HasQuotesWhereYamlNeedsThem(string value, bool isText, string yaml) =>
        Assert.Equal(yaml, YamlValue.Of(value, isText ? ConfigKind.Text : ConfigKind.Number));

    private static StackFileEditor Editor() => new(Text, key => key.Contains(':', StringComparison.Ordinal) ? key : $"app:{key}");
}
