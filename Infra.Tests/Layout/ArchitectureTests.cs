using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Infra.Tests.Support;

namespace Infra.Tests.Layout;

public sealed class ArchitectureTests
{
    /// <summary>The folders of <c>Infra</c>: each may use those above it, and none beside or below it. So there are no cycles.</summary>
    private static readonly string[][] Levels =
    [
        ["Configuration"],
        ["Facts"],
        ["Iam"],
        ["Stack"],
        ["Schedules", "Secrets"],
        ["Networking"],
        ["Domains", "ObjectStorage", "Databases", "Caching", "FileStorage", "Queueing", "Registry"],
        ["LoadBalancing"],
        ["SignIn", "WebAcls"],
        ["Clusters"],
        ["Monitoring", "OffHours", "Costs"],
        ["Tasks"],
        ["Services"],
        ["Jobs"],
        ["Backups", "Checks"],
    ];

    /// <summary>They list all parts, so that no other type has to.</summary>
    private static readonly string[] ContentsPages = ["Infra.InfraStack", "Infra.Stack.StackConfig", "Infra.Stack.StackConfigLoader", "Infra.Stack.StackKeys", "Infra.Stack.StackRules", "Infra.Stack.StackSchema"];

    private static readonly IReadOnlyList<IType> Types =
    [
        .. new ArchLoader().LoadAssembly(typeof(InfraStack).Assembly).Build().Types.Where(type => type.FullName.StartsWith("Infra.", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Levels_ListEveryFolder() => Assert.Equal(
        Directory.GetDirectories(RepositoryFiles.Path("Infra")).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal),
        Levels.SelectMany(level => level).Order(StringComparer.Ordinal));

    [Fact]
    public void Folder_DependsOnHigherLevelsOnly()
    {
        var directed = Types.Where(type => !IsContentsPage(type) && !IsRule(type)).ToList();
        Assert.Empty(Wrong(directed, (from, to) => Level(to) >= Level(from)));
        Assert.InRange(directed.Count, 300, 1000);
    }

    [Fact]
    public void Rules_AreUsedByRulesDescriptionsAndContentsPagesOnly()
    {
        var users = Types.Where(type => !IsContentsPage(type) && !IsRule(type) && !IsDescription(type));
        Assert.Empty(
            from type in users
            from target in Targets(type)
            where IsRule(target)
            select $"{type.FullName} uses {target.FullName}");
        Assert.InRange(Types.Count(IsRule), 40, 200);
    }

    private static IEnumerable<string> Wrong(IEnumerable<IType> types, Func<IType, IType, bool> isWrong) =>
        from type in types
        from target in Targets(type)
        where Folder(target) != Folder(type) && !IsContentsPage(target) && isWrong(type, target)
        select $"{type.FullName} uses {target.FullName}";

    private static IEnumerable<IType> Targets(IType type) => type.Dependencies
        .Select(dependency => dependency.Target)
        .Where(target => target.FullName.StartsWith("Infra.", StringComparison.Ordinal))
        .Distinct();

    private static int Level(IType type) => Array.FindIndex(Levels, level => level.Contains(Folder(type)));

    private static string Folder(IType type) => type.FullName.Split('.') is [_, var folder, _, ..] ? folder : "";

    private static bool IsContentsPage(IType type) => ContentsPages.Contains(Outermost(type));

    /// <summary>Rules compare keys of several parts, so they may read the whole configuration.</summary>
    private static bool IsRule(IType type) =>
        Outermost(type) is var name && (name.EndsWith("Rules", StringComparison.Ordinal) || name.EndsWith("Effects", StringComparison.Ordinal) || name.EndsWith("Sums", StringComparison.Ordinal)
            || name.StartsWith("Infra.Stack.Rules.", StringComparison.Ordinal) || name.StartsWith("Infra.Stack.Quotas.", StringComparison.Ordinal));

    /// <summary>The description of a part runs the rules of its block.</summary>
    private static bool IsDescription(IType type) => type.FullName.EndsWith("Description", StringComparison.Ordinal);

    private static string Outermost(IType type) => type.FullName.Split('/', '+', '`')[0];
}
