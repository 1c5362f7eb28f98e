using System.Globalization;
using System.Text;
using System.Text.Json;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Changes.Comparison;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Preview;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Sandbox.Tests.Providers.Support;

/// <summary>
/// Edits of the shipped stack files: every value changed, and every value, block and item removed, as far as the configuration stays valid. A key
/// that several files have is edited in the first. Each edit is also made the other way round, which adds what was removed.
/// </summary>
internal sealed class StackFileEdits
{
    private const string Stack = "dev";
    private const string Own = "app:";

    private static readonly string[] Files =
    [
        "examples/event-jobs.yaml", "Pulumi.prod.yaml", "examples/live-beats.yaml", "examples/ecs-guide.yaml", "examples/datero.yaml",
        "examples/datero-demo.yaml", "Pulumi.dev.yaml", "examples/minimal.yaml",
    ];

    private readonly ProjectFile _project = ProjectFile.Find(RepositoryFiles.Root);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PropertyValue>> _values = new(StringComparer.Ordinal);

    public static async Task<IReadOnlyList<StackEdit>> AllAsync()
    {
        var edits = new StackFileEdits();
        var files = Files.Select(file => (Name: file, Values: StackFile.Read(edits._project, Stack, file, RepositoryFiles.Root))).ToList();
        foreach (var (_, values) in files)
        {
            edits.CollectValues(values);
        }

        var found = new List<StackEdit>();
        foreach (var (name, values) in files)
        {
            found.AddRange(await edits.OfFileAsync(name, values));
        }

        return found;
    }

    private async Task<List<StackEdit>> OfFileAsync(string file, ConfigValues values)
    {
        var edits = new List<StackEdit>();
        var original = await EvaluateAsync(values, StackConfigLoader.Load(values, Stack));
        foreach (var key in values.AllKeys.Where(key => key.StartsWith(Own, StringComparison.Ordinal) && !values.FindKey(key)!.IsSecret))
        {
            foreach (var (path, candidates) in Edits(ValueOf(values, key), key).Append((key, [null])))
            {
                var kind = candidates is [null] ? "removed" : "changed";
                if (!_seen.Contains($"{Normal(path)} {kind}") && Valid(values, key, candidates) is var (edited, config))
                {
                    _seen.Add($"{Normal(path)} {kind}");
                    var graph = await EvaluateAsync(edited, config);
                    edits.Add(new StackEdit($"{file} {path} {kind}", original, graph));
                    edits.Add(new StackEdit($"{file} {path} {kind}, undone", graph, original));
                }
            }
        }

        return edits;
    }

    // The first candidate that the configuration accepts.
    private static (ConfigValues Values, Stack.StackConfig Config)? Valid(ConfigValues values, string key, IEnumerable<PropertyValue?> candidates)
    {
        foreach (var candidate in candidates)
        {
            var all = values.AllKeys.Where(other => candidate is not null || other != key)
                .ToDictionary(other => other, other => values.FindKey(other)!);
            if (candidate is not null)
            {
                all[key] = new ConfigValue(TextOf(candidate), IsSecret: false);
            }

            try
            {
                var edited = new ConfigValues(values.Project, all, values.Spellings);
                return (edited, StackConfigLoader.Load(edited, Stack));
            }
            catch (RunException)
            {
                // The next candidate may be valid.
            }
        }

        return null;
    }

    /// <summary>The edits inside a value: each place with the whole values that it may get, or with those that lack it.</summary>
    private IEnumerable<(string Path, IReadOnlyList<PropertyValue?> Candidates)> Edits(PropertyValue value, string path) => value switch
    {
        PropertyValue.Map map => map.Entries.SelectMany(entry => Edits(entry.Value, $"{path}.{entry.Key}")
            .Select(edit => (edit.Path, Wrapped(edit.Candidates, item => map.With([new(entry.Key, item)]))))
            .Append(($"{path}.{entry.Key}", [new PropertyValue.Map(map.Entries.Remove(entry.Key))]))),
        PropertyValue.List list => list.Items.SelectMany((item, index) => Edits(item, $"{path}[{index}]")
            .Select(edit => (edit.Path, Wrapped(edit.Candidates, other => new PropertyValue.List(list.Items.SetItem(index, other)))))
            .Append(($"{path}[{index}]", [new PropertyValue.List(list.Items.RemoveAt(index))]))),
        _ => [(path, [.. Others(value, path)])],
    };

    private static IReadOnlyList<PropertyValue?> Wrapped(IReadOnlyList<PropertyValue?> candidates, Func<PropertyValue, PropertyValue> wrap) =>
        [.. candidates.Select(candidate => candidate is null ? null : wrap(candidate))];

    private IEnumerable<PropertyValue> Others(PropertyValue value, string path)
    {
        IEnumerable<PropertyValue> near = value switch
        {
            PropertyValue.Flag flag => [!flag.Value],
            PropertyValue.Number number => [number.Value + 1, number.Value * 2, number.Value - 1, Math.Floor(number.Value / 2)],
            PropertyValue.Text { Value: var text } when double.TryParse(text, CultureInfo.InvariantCulture, out var number) =>
                [(number + 1).ToString(CultureInfo.InvariantCulture), (number * 2).ToString(CultureInfo.InvariantCulture)],
            PropertyValue.Text text => [text.Value + "x", text.Value + "/x"],
            _ => [],
        };
        return _values.GetValueOrDefault(Name(path), []).Where(other => other != value).Concat(near);
    }

    private void CollectValues(ConfigValues values)
    {
        foreach (var key in values.AllKeys.Where(key => key.StartsWith(Own, StringComparison.Ordinal) && !values.FindKey(key)!.IsSecret))
        {
            Collect(ValueOf(values, key), key);
        }
    }

    private void Collect(PropertyValue value, string path)
    {
        switch (value)
        {
            case PropertyValue.Map map:
                map.Entries.ToList().ForEach(entry => Collect(entry.Value, $"{path}.{entry.Key}"));
                break;
            case PropertyValue.List list:
                list.Items.ToList().ForEach(item => Collect(item, path));
                break;
            default:
                _values.TryAdd(Name(path), []);
                _values[Name(path)].Add(value);
                break;
        }
    }

    private Task<ResourceGraph> EvaluateAsync(ConfigValues values, Stack.StackConfig config) =>
        StackEvaluator.EvaluateAsync(_project, Stack, config, values);

    private static PropertyValue ValueOf(ConfigValues values, string key)
    {
        var text = values.FindKey(key)!.Text ?? "";
        return JsonText.Parse(text) ?? text;
    }

    private static string TextOf(PropertyValue value)
    {
        if (value is PropertyValue.Text text)
        {
            return text.Value;
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            PreviewJson.WriteValue(value, json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // The last two names, without indexes.
    private static string Normal(string path) => string.Join('.', path.Split('.').TakeLast(2).Select(name => name.Split('[')[0]));

    private static string Name(string path) => Normal(path).Split('.')[^1];
}
