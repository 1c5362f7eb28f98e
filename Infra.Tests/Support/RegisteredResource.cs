using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Sandbox.Evaluation;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Support;

/// <summary>A resource as the program registered it.</summary>
internal sealed record RegisteredResource(RecordedResource Recorded, ImmutableDictionary<string, object> Inputs)
{
    public string Type => Recorded.Key.Type;

    public string Name => Recorded.Key.Name;

    /// <summary>The name of the parent.</summary>
    public string? Parent => Options.Parent?.GetResourceName();

    public Resource Resource => Recorded.Resource;

    public ResourceArgs Args => Recorded.Args;

    public ResourceOptions Options => Recorded.Options;

    /// <summary>Whether it is a component of this program, not one of a package such as awsx.</summary>
    public bool IsComponent => Resource is ComponentResource && Type.StartsWith("infra:", StringComparison.Ordinal);

    /// <summary>An input by path, such as <c>actions[0].type</c>; null if it is not set.</summary>
    public object? this[string path] => path
        .Split('.', '[')
        .Select(step => step.TrimEnd(']'))
        .Aggregate((object?)Inputs, Step);

    public bool Has(string input) => Inputs.ContainsKey(input);

    public IReadOnlyList<string> Strings(string path) => [.. ((ImmutableArray<object>)this[path]!).Cast<string>()];

    public ImmutableArray<object> List(string path) => this[path] is ImmutableArray<object> list ? list : [];

    /// <summary>An input that is JSON text, such as a policy.</summary>
    public JsonNode Json(string path) => JsonNode.Parse((string)this[path]!)!;

    /// <summary>The resources in the <c>dependsOn</c> option.</summary>
    public async Task<IReadOnlyList<string>> DependsOn() =>
        [.. (await OutputUtilities.GetValueAsync(Options.DependsOn.ToOutput())).Select(resource => resource.GetResourceName())];

    public bool? DeleteBeforeReplace => ((CustomResourceOptions)Options).DeleteBeforeReplace;

    /// <summary>Every string among the inputs, with its path.</summary>
    public IEnumerable<(string Path, string Text)> Texts() => TextsIn("", Inputs);

    public override string ToString() => $"{Resource.GetType().Name} {Name}";

    private static object? Step(object? value, string step) => value switch
    {
        ImmutableDictionary<string, object> map => map.GetValueOrDefault(step),
        ImmutableArray<object> list => int.TryParse(step, out var index) && index < list.Length ? list[index] : null,
        _ => null,
    };

    private static IEnumerable<(string Path, string Text)> TextsIn(string path, object input) => input switch
    {
        string text => [(path, text)],
        ImmutableDictionary<string, object> map => map.SelectMany(entry => TextsIn($"{path}.{entry.Key}".TrimStart('.'), entry.Value)),
        ImmutableArray<object> list => list.SelectMany((item, index) => TextsIn($"{path}[{index}]", item)),
        _ => [],
    };
}
