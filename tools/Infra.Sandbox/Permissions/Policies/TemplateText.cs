using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Sandbox.Permissions.Policies;

/// <summary>The policies as resources of the CloudFormation template.</summary>
internal static partial class TemplateText
{
    private const int Width = 150;
    private const string Statement = "          ";
    private const string Element = Statement + "  ";

    private static readonly string[] Environments = ["Dev", "Prod"];

    /// <summary>The lines of the resources <c>DeployPolicy1</c>, <c>DeployPolicy2</c> and so on.</summary>
    /// <param name="name">The name of the resources without the number.</param>
    /// <param name="description">Their description.</param>
    /// <param name="roles">The kinds of roles that have them: <c>Deploy</c>.</param>
    /// <param name="policies">The statements of each policy.</param>
    public static IEnumerable<string> Of(string name, string description, string[] roles, ImmutableArray<ImmutableArray<JsonObject>> policies) =>
        policies.SelectMany((statements, index) => (string[])
        [
            $"  {name}{index + 1}:",
            "    Type: AWS::IAM::ManagedPolicy",
            "    Properties:",
            "      Path: /bootstrap/",
            $"      Description: {description}, part {index + 1} of {policies.Length}",
            "      Roles:",
            .. Environments.SelectMany(environment => roles.Select(role => $"        - !If [Has{environment}, !Ref {environment}{role}Role, !Ref AWS::NoValue]")),
            "      PolicyDocument:",
            "        Version: \"2012-10-17\"",
            "        Statement:",
            .. statements.SelectMany(Lines),
            "",
        ]);

    private static IEnumerable<string> Lines(JsonObject statement) =>
    [
        $"{Statement}- Sid: {statement["Sid"]}",
        $"{Element}Effect: {statement["Effect"]}",
        .. Wrap("Action", Texts(statement["Action"]!)),
        .. List("Resource", Texts(statement["Resource"]!)),
        .. statement["Condition"] is JsonObject condition ? Condition(condition) : [],
    ];

    private static IEnumerable<string> Condition(JsonObject condition) =>
    [
        $"{Element}Condition:",
        .. condition.SelectMany(entry => (string[])
        [
            $"{Element}  {entry.Key}:",
            .. entry.Value!.AsObject().SelectMany(key => key.Value is JsonArray values
                ? [$"{Element}    {key.Key}:", .. Texts(values).Select(text => $"{Element}      - {Scalar(text)}")]
                : (string[])[$"{Element}    {key.Key}: {Scalar(key.Value!.GetValue<string>())}"]),
        ]),
    ];

    private static IEnumerable<string> List(string name, IReadOnlyList<string> texts) => texts.Count == 1
        ? [$"{Element}{name}: {Scalar(texts[0])}"]
        : [$"{Element}{name}:", .. texts.Select(text => $"{Element}  - {Scalar(text)}")];

    // A list in brackets, wrapped between entries.
    private static IEnumerable<string> Wrap(string name, IReadOnlyList<string> texts)
    {
        var line = $"{Element}{name}: [";
        for (var index = 0; index < texts.Count; index++)
        {
            var entry = texts[index] + (index == texts.Count - 1 ? "]" : ",");
            if (line.Length + entry.Length > Width)
            {
                yield return line.TrimEnd();
                line = $"{Element}  ";
            }

            line += entry + " ";
        }

        yield return line.TrimEnd();
    }

    private static string Scalar(string text) => text is "*" or "true" ? $"\"{text}\""
        : Reference().Match(text) is { Success: true } reference ? $"!Ref {reference.Groups[1].Value}"
        : text.Contains("${", StringComparison.Ordinal) ? $"!Sub \"{text}\""
        : text;

    private static IReadOnlyList<string> Texts(JsonNode list) => [.. list.AsArray().Select(text => text!.GetValue<string>())];

    [GeneratedRegex(@"^\$\{([^}]+)\}$")]
    private static partial Regex Reference();
}
