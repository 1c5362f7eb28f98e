using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Stack.Rules;
using Infra.Tests.Support;
using Json.Pointer;
using Json.Schema;

namespace Infra.Tests.Configuration.Schema;

/// <summary>The verdicts of the schema and the program on a stack file.</summary>
/// <param name="SchemaErrors">The places of the errors that the schema finds, as JSON pointers.</param>
/// <param name="KeyProblems">The problems of single keys that the program finds.</param>
/// <param name="RuleProblems">The problems that its rules find.</param>
internal sealed record StackFileChecks(
    IReadOnlyList<string> SchemaErrors, IReadOnlyList<ConfigProblem> KeyProblems, IReadOnlyList<ConfigProblem> RuleProblems)
{
    private static readonly ProjectFile Project = ProjectFile.Find(RepositoryFiles.Root);
    private static readonly JsonSchema Schema = JsonSchema.FromText(StackSchema.Write("app"));
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    public bool IsValid => SchemaErrors.Count == 0;

    /// <summary>Whether the only error is an unquoted true or false in place of text. The schema refuses it, so that editors do not suggest it for every name.</summary>
    public required bool IsUnquotedFlag { get; init; }

    public bool IsAccepted => KeyProblems.Count == 0 && RuleProblems.Count == 0;

    /// <summary>Checks a stack file as JSON, which is YAML too.</summary>
    public static StackFileChecks Of(JsonNode? file) => Of(file, file?.ToJsonString() ?? "");

    /// <param name="instance">The file as editors read it.</param>
    /// <param name="text">The file.</param>
    public static StackFileChecks Of(JsonNode? instance, string text)
    {
        var errors = ErrorsOf(instance);
        // The errors of the blocks around it say the same.
        var isFlag = errors.Count > 0 && JsonPointer.Parse(errors.MaxBy(error => error.Count(character => character == '/'))!).TryEvaluate(instance, out var value)
            && value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;
        try
        {
            var values = StackFile.Parse(new YamlFile("Pulumi.dev.yaml", text), Project);
            var problems = new ConfigProblems("dev");
            ConfigBinder.Bind<StackConfig>(values, problems, SecretReferences.In, NamespaceRules.Known);
            var rules = ProblemsOf(values).Except(problems.All);
            return new StackFileChecks(errors, problems.All, [.. rules]) { IsUnquotedFlag = isFlag };
        }
        catch (Pulumi.RunException refusal)
        {
            return new StackFileChecks(errors, [new ConfigProblem("file", refusal.Message)], []) { IsUnquotedFlag = isFlag };
        }
    }

    private static List<string> ErrorsOf(JsonNode? instance)
    {
        var result = Schema.Evaluate(JsonSerializer.SerializeToElement(instance), Options);
        return result.IsValid ? [] :
        [
            .. (result.Details ?? []).Where(detail => !detail.IsValid && detail.Errors is { Count: > 0 })
                .Select(detail => detail.InstanceLocation.ToString()).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ConfigProblem> ProblemsOf(ConfigValues values)
    {
        try
        {
            StackConfigLoader.Load(values, "dev");
            return [];
        }
        catch (Pulumi.RunException refusal)
        {
            return refusal.Message.Split("\n  - ").Skip(1).Select(line => line.Split(": ", 2)).Select(parts => new ConfigProblem(parts[0], parts[1]));
        }
    }
}
