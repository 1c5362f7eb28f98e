using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Changes.Aws.Rules;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Stack;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.NewStacks;

/// <summary>A stack and its copy can exist in the same account and region: AWS refuses none of their names, priorities and the like.</summary>
public sealed class UniqueValueInvariants
{
    public static TheoryData<string> ShippedFiles => [.. NewStackRun.ShippedFiles];

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public async Task CopyOfAShippedFile_HasNoUniqueValueOfItsSource(string file)
    {
        using var project = NewStackRun.OfRepository();
        var from = file.StartsWith("examples/", StringComparison.Ordinal) ? file : file.Split('.')[1];
        Assert.Equal(0, await project.RunAsync($"new staging --from {from} --defaults"));

        var (old, copy) = (await UniqueKeysOf("first", NewStackRun.Read(file)), await UniqueKeysOf("staging", project.Text("Pulumi.staging.yaml")));

        Assert.True(old.Count > 3 && copy.Count > 3);
        Assert.Empty(old.Intersect(copy));
    }

    [Fact]
    public async Task ComparedValues_IncludeThePrioritiesOfASharedListener() => Assert.Single(
        await UniqueKeysOf("first", NewStackRun.Read("examples/ecs-guide.yaml")),
        value => value.StartsWith("aws:lb/listenerRule:ListenerRule ", StringComparison.Ordinal) && value.Contains(":getListener::", StringComparison.Ordinal));

    [Fact]
    public void SharedKeys_AreTopLevelKeys()
    {
        var names = ConfigType.Of(typeof(StackConfig)).Members.Select(member => member.Name).ToList();
        var shared = Members(ConfigType.Of(typeof(StackConfig)), []).Select(member => member.PerStack?.SharedBy).OfType<string>().ToHashSet();

        Assert.Equal(["existingLoadBalancer", "existingNetwork"], shared.Order(StringComparer.Ordinal));
        Assert.All(shared, key => Assert.Contains(key, names));
    }

    private static async Task<HashSet<string>> UniqueKeysOf(string stack, string text)
    {
        var project = ProjectFile.Find(RepositoryFiles.Root);
        var values = StackFile.Parse(new YamlFile("file", text), project);
        var graph = await StackEvaluator.EvaluateAsync(project, stack, StackConfigLoader.Load(values, stack), values);
        return [.. graph.Resources.SelectMany(resource => UniqueKey.Refused.Where(key => key.Type == resource.Key.Type).Select(key => ValueOf(key, resource.Inputs, stack)).OfType<string>())];
    }

    // What the stack makes itself is another one in each stack; what it looks up is the same.
    private static string? ValueOf(UniqueKey key, PropertyValue.Map inputs, string stack)
    {
        var values = key.Inputs.Select(input => inputs.Find(input)).ToList();
        return values.Contains(null) ? null : $"{key.Type} {string.Join(' ', values.Select(value => Shown(value!, stack)))}";
    }

    private static string Shown(PropertyValue value, string stack) =>
        value.Symbols().Any(symbol => !symbol.Resource.Type.Contains(":get", StringComparison.Ordinal) && !symbol.Resource.Type.Contains("/get", StringComparison.Ordinal)) ? $"{value} of {stack}" : $"{value}";

    private static IEnumerable<ConfigMember> Members(ConfigType type, HashSet<ConfigType> seen) => seen.Add(type)
        ? type.Members.SelectMany(member => Members(member.Type.Leaf, seen).Prepend(member))
        : [];
}
