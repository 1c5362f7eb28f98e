using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>No name that an operator may choose is taken by the stack itself, nor made by putting another of theirs and a word together.</summary>
public partial class OperatorNamesTests
{
    // A cluster has 20 capacity providers, two of which are AWS's own.
    private const int NamesPerStack = 18;

    private static readonly string[] Pair = ["api", "x"];

    [Fact]
    public async Task Word_OfTheProgram_CanNameEverythingAtOnce()
    {
        var words = (await EveryName())
            .SelectMany(name => name.Split('-', '_', '.', '/', '@'))
            .Append("service").Append("services").Append("job").Append("jobs").Append("aws").Append("internal")
            .Where(word => TaskName().IsMatch(word))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Superset(
            new HashSet<string>(["alarms", "alt", "cluster", "database", "files", "lb", "migration", "queues", "scaling", "service", "task", "users"]),
            words.ToHashSet());
        Assert.InRange(words.Count, 80, 400);
        foreach (var names in words.Chunk(NamesPerStack))
        {
            AssertDistinct(await StackRun.Of(CrowdedConfigs.Of("shop", names)));
        }
    }

    // What stands behind a name, put behind another name: api and api-alt, x and x-scaling-x.
    [Fact]
    public async Task Name_WithAWordOfTheProgramBehind_IsAnotherName()
    {
        var run = await StackRun.Of(CrowdedConfigs.Of("shop", Pair));
        var compound = run.Resources
            .SelectMany(resource => BehindAName().Matches(resource.Name).Select(match => match.Groups["rest"].Value))
            .SelectMany(Beginnings)
            .Distinct()
            .SelectMany(rest => Pair.Select(name => name + rest))
            .Where(name => TaskName().IsMatch(name))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Superset(new HashSet<string>(["api-alarms", "api-scaling", "api-task", "x-schedule", "x-task-execution"]), compound.ToHashSet());
        foreach (var names in compound.Append("api-alt").Append("api-9001").Append("api-dead").Append("x-scaling-x").Chunk(NamesPerStack - Pair.Length))
        {
            AssertDistinct(await StackRun.Of(CrowdedConfigs.Of("shop", [.. Pair, .. names])));
        }
    }

    [Theory]
    [InlineData("migration")]
    [InlineData("internal")]
    [InlineData("aws")]
    [InlineData("service")]
    public async Task Word_OfTheProgram_CanNameTheApplication(string application) =>
        AssertDistinct(await StackRun.Of(CrowdedConfigs.Of(application, Pair)));

    private static void AssertDistinct(StackRun run)
    {
        Assert.InRange(run.Resources.Count, 200, 10_000);
        Assert.Empty(Twice(run.Resources.Select(resource => $"{resource.Type} {resource.Name}")));
        foreach (var input in (string[])["name", "family", "dashboardName"])
        {
            Assert.Empty(Twice(run.Resources
                .Where(resource => resource.Has(input) && !resource.Type.StartsWith("aws:route53/", StringComparison.Ordinal) && !resource.Type.StartsWith("aws:rds/", StringComparison.Ordinal))
                .Select(resource => $"{resource.Type} {resource[input]}")));
        }

        Assert.All(run.All<Pulumi.Aws.Ecs.TaskDefinition>(), definition => Assert.Empty(Twice(
            definition.Json("containerDefinitions").AsArray().Select(container => (string)container!["name"]!))));
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key);

    private static async Task<IReadOnlyList<string>> EveryName()
    {
        var names = new List<string>();
        foreach (var stack in KnownStacks.Names)
        {
            names.AddRange((await KnownStacks.Run(stack)).Resources.Select(resource => resource.Name));
        }

        names.AddRange((await StackRun.Of(CrowdedConfigs.Of("shop", Pair))).Resources.Select(resource => resource.Name));
        return names;
    }

    private static IEnumerable<string> Beginnings(string rest)
    {
        for (var end = 1; end < rest.Length; end++)
        {
            if (rest[end] == '-')
            {
                yield return rest[..end];
            }
        }

        yield return rest;
    }

    [GeneratedRegex("^(?=.{1,20}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex TaskName();

    [GeneratedRegex(@"[-./](?:api|x)(?<rest>-[a-z0-9-]+)")]
    private static partial Regex BehindAName();
}
