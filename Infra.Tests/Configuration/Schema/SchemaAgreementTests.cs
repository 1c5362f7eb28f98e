using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Configuration.Binding;
using Infra.Tests.Stack.Keys;
using Infra.Tests.Support;

namespace Infra.Tests.Configuration.Schema;

/// <summary>
/// The schema refuses each mistake of a single key, at its place, and accepts what the program accepts. What only the program finds is
/// listed with its reason.
/// </summary>
public sealed class SchemaAgreementTests
{
    private const int Mutations = 800;
    private const string Unlisted = "the schema does not find";

    private static readonly List<string> Broken =
    [
        .. Directory.EnumerateFiles(RepositoryFiles.Path("Infra.Tests", "BrokenStacks"), "*.yaml").Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void BrokenStacks_AreRefusedBySchemaOrListedWithTheReason()
    {
        var lines = new List<string>();
        var checkedProblems = 0;
        foreach (var path in Broken)
        {
            var checks = Read(path);
            checkedProblems += checks?.KeyProblems.Count ?? 0;
            var limits = checks is null ? ["is not YAML"] : LimitsOf(checks).Distinct().Order(StringComparer.Ordinal).ToList();
            Assert.DoesNotContain(limits, limit => limit.StartsWith(Unlisted, StringComparison.Ordinal));
            if (checks is null or { IsValid: true })
            {
                lines.Add($"{Path.GetFileNameWithoutExtension(path)}: {string.Join("; ", limits)}");
            }
        }

        Assert.True(checkedProblems > 90, $"only {checkedProblems} problems of single keys");
        Snapshot.Match("schema-limits.txt", $"""
            Broken stacks that the schema accepts, because what is wrong
            {string.Join('\n', lines)}
            """);
    }

    [Fact]
    public void Mutations_AreRefusedBySchemaExactlyWhereTheProgramRefusesAKey()
    {
        var mutations = new FileMutations(seed: 11);
        var files = Files();
        var (accepted, keys, rules) = (0, 0, 0);
        for (var i = 0; i < Mutations; i++)
        {
            var mutation = mutations.Next(files[i % files.Count].Name, files[i % files.Count].File);
            var checks = StackFileChecks.Of(mutation.File);
            AssertAgree(mutation, checks);
            (accepted, keys, rules) = (accepted + (checks.IsAccepted ? 1 : 0), keys + checks.KeyProblems.Count, rules + checks.RuleProblems.Count);
        }

        Assert.True(accepted > 60 && keys > 450 && rules > 50, $"{accepted} accepted, {keys} problems of keys, {rules} of rules");
    }

    [Fact]
    public void LegalValueOfEachKey_IsAcceptedBySchema()
    {
        var edits = Files()
            .SelectMany(file => KeyChanges.Of(Keys(file.File)).Select(change => (file.Name, file.File, Change: change)))
            .DistinctBy(edit => (edit.Change.Pattern, edit.Change.Values[0].Value))
            .ToList();
        var accepted = 0;
        foreach (var (name, file, change) in edits)
        {
            var edited = file.DeepClone().AsObject();
            edited["config"]![$"app:{change.Block}"] = NodeOf(change.Values[0].Json);
            var checks = StackFileChecks.Of(edited);
            Assert.True(checks.IsValid || !checks.IsAccepted, $"{name}: {change.Key} {change.Values[0].Value}: the schema refuses {string.Join(", ", checks.SchemaErrors)}");
            accepted += checks.IsAccepted ? 1 : 0;
        }

        Assert.True(edits.Count > 400 && accepted > 300, $"{edits.Count} edits, {accepted} accepted");
    }

    private static void AssertAgree(FileMutation mutation, StackFileChecks checks)
    {
        Assert.All(LimitsOf(checks), limit => Assert.False(limit.StartsWith(Unlisted, StringComparison.Ordinal), $"{mutation.Description}: {limit}"));
        Assert.True(checks.IsValid || !checks.IsAccepted || checks.IsUnquotedFlag, $"{mutation.Description}: the schema refuses {string.Join(", ", checks.SchemaErrors)}");
    }

    // Each problem has an error at its place, or at the block that should have it, or a reason.
    private static IEnumerable<string> LimitsOf(StackFileChecks checks) =>
    [
        .. Unseen(checks, checks.KeyProblems).Select(problem => SchemaLimits.OfKey(problem.Message) ?? $"{Unlisted} {problem}"),
        .. Unseen(checks, checks.RuleProblems).Select(problem => SchemaLimits.OfRule(problem.Message) ?? $"{Unlisted} {problem}"),
    ];

    private static IEnumerable<ConfigProblem> Unseen(StackFileChecks checks, IEnumerable<ConfigProblem> problems) =>
        problems.Where(problem => !checks.SchemaErrors.Any(error => IsAt(error, problem.Key)));

    private static bool IsAt(string pointer, string key)
    {
        var place = KeyPointer.Of(key);
        return pointer == place || pointer == place[..place.LastIndexOf('/')];
    }

    private static List<(string Name, JsonObject File)> Files() =>
        [.. StackFileSchemaTests.Files.Select(file => (file, EditorYaml.Read(RepositoryFiles.Path(file.Split('/')))!.AsObject()))];

    // Without the namespace of the project.
    private static JsonObject Keys(JsonObject file) => new(file["config"]!.AsObject()
        .Where(entry => entry.Key.StartsWith("app:", StringComparison.Ordinal))
        .Select(entry => KeyValuePair.Create(entry.Key["app:".Length..], entry.Value?.DeepClone())));

    private static JsonNode? NodeOf(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(json);
        }
    }

    private static StackFileChecks? Read(string path)
    {
        try
        {
            return StackFileChecks.Of(EditorYaml.Read(path), File.ReadAllText(path));
        }
        catch (Pulumi.RunException)
        {
            return null;
        }
    }
}
