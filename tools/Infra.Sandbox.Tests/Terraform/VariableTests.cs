using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class VariableTests
{
    private const string Password = "${random:index/randomPassword:RandomPassword::db.result}";

    [Fact]
    public void RandomResources_AreVariables()
    {
        var program = Translation.Of(Graphs.Of(
            Graphs.Resource("random:index/randomPassword:RandomPassword", "db", ("length", 32), ("special", false), ("minUpper", 2)),
            Graphs.Resource("random:index/randomString:RandomString", "text", ("length", 8), ("overrideSpecial", "-_")),
            Graphs.Resource("random:index/randomId:RandomId", "db", ("byteLength", 4), ("keepers", Graphs.Map(("a", "b"), ("c", "d"))))));

        Assert.Equal(
            [
                new TerraformVariable { Name = "db_id", Source = new VariableSource.HexBytes(4), IsSensitive = false, Keepers = "a=b;c=d" },
                new TerraformVariable
                {
                    Name = "db_password",
                    Source = Characters(32) with { Special = new CharacterKind(false, 0), Upper = new CharacterKind(true, 2) },
                    IsSensitive = true,
                },
                new TerraformVariable { Name = "text_characters", Source = Characters(8) with { SpecialCharacters = "-_" }, IsSensitive = false },
            ],
            program.Variables.ToArray());
        Assert.Empty(program.Addresses);
        Assert.Equal("""{"type":"string","nullable":false}""", program.Text("variable", "db_id"));
        Assert.Equal("""{"type":"string","nullable":false,"sensitive":true}""", program.Text("variable", "db_password"));
    }

    [Fact]
    public void EncryptedConfiguration_UsedTwice_IsOneVariable()
    {
        var token = new PropertyValue.Secret(Symbol.OfConfig("app:token"));
        var framed = new PropertyValue.Secret($"x={Symbol.OfConfig("app:token")}");

        var program = Translation.Of(Graphs.Of(Version("a", token), Version("b", framed)));

        var variable = Assert.Single(program.Variables);
        Assert.Equal("config_app_token", variable.Name);
        Assert.Equal(new VariableSource.Configuration("app:token"), variable.Source);
        Assert.True(variable.IsSensitive);
        Assert.Equal("""{"secret_string":"${var.config_app_token}"}""", program.Text("resource", "aws_secretsmanager_secret_version", "a"));
        Assert.Equal("""{"secret_string":"x=${var.config_app_token}"}""", program.Text("resource", "aws_secretsmanager_secret_version", "b"));
    }

    [Fact]
    public void LiteralPartsOfASecretText_StayReadable() => Assert.Equal(
        """{"secret_string":"{\"password\":\"${var.db_password}\"}"}""",
        Translation
            .Of(Graphs.Of(
                Graphs.Resource("random:index/randomPassword:RandomPassword", "db", ("length", 32)),
                Version("db", new PropertyValue.Secret($$"""{"password":"{{Password}}"}"""))))
            .Text("resource", "aws_secretsmanager_secret_version", "db"));

    [Fact]
    public void KnownSecrets_AreNotInTheDocument()
    {
        var vpc = Graphs.Resource("aws:ec2/vpc:Vpc", "net");
        var graph = Graphs
            .Of(
                vpc,
                Oidc("hush-4", 4711),
                Version("whole", new PropertyValue.Secret("hush-1")),
                Version("parts", new PropertyValue.Secret($"hush-2{new Symbol(vpc.Key, "id")}hush-3")))
            .WithOutput("secret", new PropertyValue.Secret(Graphs.Map(("a", new PropertyValue.Secret("hush-5")))));

        var program = Translation.Of(graph);

        Assert.DoesNotContain("hush", program.Document + program.MockTest);
        Assert.DoesNotContain("4711", program.Document + program.MockTest);
        Assert.All(program.Variables, variable => Assert.True(variable.IsSensitive));
        Assert.Equal(
            ["4711", "hush-1", "hush-2", "hush-3", "hush-4", "hush-5"],
            program.Variables.Select(variable => ((VariableSource.Known)variable.Source).Value).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("hush", string.Concat(program.Variables));
    }

    private static ResourceNode Oidc(string secret, int port) => Graphs.Resource(
        "aws:lb/listener:Listener",
        "https",
        ("defaultActions", new PropertyValue.Secret(Graphs.List(Graphs.Map(("authenticateOidc", Graphs.Map(("clientSecret", secret))))))),
        ("port", new PropertyValue.Secret(port)));

    private static ResourceNode Version(string name, PropertyValue secret) =>
        Graphs.Resource("aws:secretsmanager/secretVersion:SecretVersion", name, ("secretString", secret));

    private static VariableSource.Characters Characters(int length) => new()
    {
        Length = length,
        Lower = new CharacterKind(true, 0),
        Upper = new CharacterKind(true, 0),
        Numeric = new CharacterKind(true, 0),
        Special = new CharacterKind(true, 0),
    };
}
