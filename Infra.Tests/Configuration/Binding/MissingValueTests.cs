using System.Text.Json;
using Infra.Configuration.Binding;

namespace Infra.Tests.Configuration.Binding;

/// <summary>A key without a value, such as a block whose keys are commented out, is never accepted silently.</summary>
public sealed class MissingValueTests
{
    private const string Advice = "has no value; set it or remove the key";
    private const string RequiringAdvice = "has no value; add its keys below or remove the key";
    private const string BlockAdvice = "has no value; add its keys below, write {} to use all defaults, or remove the key";

    private static readonly IReadOnlyList<ConfigType> All = BlocksIn(ConfigType.Of(typeof(StackConfig)));

    public static TheoryData<Type> Blocks => [.. All.Select(block => block.Clr)];

    [Fact]
    public void Blocks_CoverTheConfiguration()
    {
        var keys = All.SelectMany(block => block.Members).ToList();

        Assert.InRange(All.Count, 45, 100);
        Assert.InRange(keys.Count, 250, 600);
        Assert.InRange(keys.Count(key => !key.IsRequired), 200, 500);
    }

    [Theory]
    [InlineData("alarms", null)] // all of them
    [InlineData("webAcl", null)] // AWS's basic rules
    [InlineData("network", "app:network.zones: is required; use a list of text")]
    [InlineData("existingNetwork", "app:network: cannot be combined with existingNetwork")]
    [InlineData("domain", "app:domain: set hostedZoneName or hostedZoneId")]
    [InlineData("existingLoadBalancer", "app:existingLoadBalancer.name: is required")]
    [InlineData("authentication", "app:authentication: needs exactly one of cognito, userPool and oidc")]
    [InlineData("database", "app:database.engineVersion: is required; use a major version such as 17, without a minor one")]
    [InlineData("offHours", "app:offHours.stopCron: is required")]
    [InlineData("backup", "app:backup.retentionDays: is required; use 1 to 36500")]
    [InlineData("notifications", "app:notifications.emails: is required; use a list of text")]
    public void EmptyBlock_WithRequiredKeys_IsRejected(string key, string? problem)
    {
        var problems = Support.Problems.Of((key, "-"), (key, "{}"));

        Assert.True(problem is null ? problems.Count == 0 : problems.Any(found => found.StartsWith(problem, StringComparison.Ordinal)), string.Join('\n', problems));
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void OptionalKey_WithoutAValue_IsAProblem(Type block)
    {
        var keys = ConfigType.Of(block).Members.Where(key => !key.IsRequired).ToList();

        Assert.Equal(
            keys.Select(key => $"app:it.{key.Name}: {AdviceFor(key)}"),
            Problems(block, keys.Select(key => key.Name), "null").Where(problem => !problem.Contains("is required", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void RequiredKey_WithoutAValue_IsAProblem(Type block)
    {
        var keys = ConfigType.Of(block).Members.Where(key => key.IsRequired).Select(key => key.Name).ToList();

        Assert.All(keys.Zip(Problems(block, keys, "null")), pair => Assert.StartsWith($"app:it.{pair.First}: has no value", pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void EmptyText_IsAProblem(Type block)
    {
        var keys = ConfigType.Of(block).Members
            .Where(key => !key.IsRequired && key.Type.Kind is ConfigKind.Text or ConfigKind.Choice).Select(key => key.Name).ToList();

        Assert.Equal(keys.Select(key => $"app:it.{key}: {Advice}"), Problems(block, keys, "\"\"").Where(problem => !problem.Contains("is required", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"environment":{"COLOR":null}}""", "environment.COLOR: has no value; write \"\" for an empty text, and put text that starts with # in quotes")]
    [InlineData("""{"command":["run",null]}""", "command[1]: has no value; write \"\" for an empty text, and put text that starts with # in quotes")]
    [InlineData("""{"egressPorts":[443,null]}""", "egressPorts[1]: has no value; set it or remove it")]
    [InlineData("""{"secrets":{"TOKEN":null}}""", "secrets.TOKEN: has no value; set it or remove it")]
    public void Item_WithoutAValue_IsAProblem(string service, string problem) =>
        Assert.Equal([$"app:service.{problem}"], Support.Problems.Of(("service", service)));

    [Fact]
    public void TopLevelKey_WithoutAValue_IsAProblem()
    {
        // The CLI passes empty text, and has announced null.
        var keys = ConfigType.Of(typeof(StackConfig)).Members.Where(member => !member.IsRequired).ToList();

        Assert.InRange(keys.Count, 24, 60);
        Assert.All(keys, key => Assert.Contains($"app:{key.Name}: {AdviceFor(key)}", Support.Problems.Of((key.Name, "-"), (key.Name, ""))));
    }

    private static string AdviceFor(ConfigMember key) => key.Type.Kind is not ConfigKind.Block ? Advice
        : key.Type.Members.Any(member => member.IsRequired) ? RequiringAdvice
        : BlockAdvice;

    private static List<string> Problems(Type block, IEnumerable<string> keys, string value)
    {
        var problems = new ConfigProblems("dev");
        var json = $"{{{string.Join(',', keys.Select(key => $"\"{key}\":{value}"))}}}";
        new ValueReader(problems).Read("app:it", JsonElement.Parse(json), ConfigType.Of(block), Constraints.None);
        return [.. problems.All.Select(problem => $"{problem}")];
    }

    private static IReadOnlyList<ConfigType> BlocksIn(ConfigType root)
    {
        HashSet<ConfigType> found = [];
        Add(root);
        return [.. found];

        void Add(ConfigType type)
        {
            if (type.Leaf.Kind is ConfigKind.Block && found.Add(type.Leaf))
            {
                type.Leaf.Members.ToList().ForEach(member => Add(member.Type));
            }
        }
    }
}
