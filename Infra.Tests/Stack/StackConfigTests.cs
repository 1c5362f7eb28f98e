using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;
using Infra.Services;
using Infra.Tasks;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Every key of every block: its default or that it is required, and the values it takes.</summary>
public sealed class StackConfigTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    [Fact]
    public void DefaultsAndLimits_OfEveryBlock_AreTheReviewedOnes()
    {
        var files = Files();

        Assert.InRange(files.Values.Sum(lines => lines.Count), 300, 700);
        Assert.All(files, file => Snapshot.Match($"defaults/{file.Key}.txt", string.Join('\n', file.Value)));
        Assert.All(files, file => Assert.InRange(file.Value.Count, 1, 100));
        Assert.Equal(
            files.Keys.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(RepositoryFiles.Path("Infra.Tests", "Snapshots", "defaults"))
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatEveryStackNeeds_IsRequired() => Assert.Equal(
        [nameof(StackConfig.Name)],
        ConfigType.Of(typeof(StackConfig)).Members.Where(member => member.IsRequired).Select(member => member.Property.Name));

    // One file for the top-level keys, one for the keys that services and jobs share, and one for each block.
    private static Dictionary<string, IReadOnlyList<string>> Files()
    {
        var stack = ConfigType.Of(typeof(StackConfig));
        var service = ConfigType.Of(typeof(ServiceConfig));
        var written = new HashSet<Type> { typeof(StackConfig) };
        var files = new Dictionary<string, IReadOnlyList<string>>
        {
            ["stack"] = [.. stack.Members.Select(member => Line(member, stack.NewBlock()))],
            ["tasks"] = [.. service.Members.Where(IsShared).SelectMany(member => Lines(member, service.NewBlock(), written))],
        };
        foreach (var member in stack.Members)
        {
            var lines = LinesInside(member.Type, written, files["tasks"]).ToList();
            if (lines.Count > 0)
            {
                files[member.Name] = lines;
            }
        }

        return files;
    }

    private static IEnumerable<string> LinesInside(ConfigType type, HashSet<Type> written, IReadOnlyList<string> shared)
    {
        if (type.Leaf is not { Kind: ConfigKind.Block } block || !written.Add(block.Clr))
        {
            return [];
        }

        var defaults = block.NewBlock();
        return block.Members
            .Where(member => !(IsShared(member) && shared.Contains(Line(member, defaults))))
            .SelectMany(member => Lines(member, defaults, written));
    }

    private static IEnumerable<string> Lines(ConfigMember member, object block, HashSet<Type> written) =>
        LinesInside(member.Type, written, []).Select(line => $"  {line}").Prepend(Line(member, block));

    private static string Line(ConfigMember member, object block)
    {
        var byDefault = member.IsRequired ? "required" : JsonSerializer.Serialize(member.Get(block), member.Property.PropertyType, Json);
        return member.Constraints.Allowed(member.Type) is { } allowed ? $"{member.Name}: {byDefault} ({allowed})" : $"{member.Name}: {byDefault}";
    }

    private static bool IsShared(ConfigMember member) => member.Property.DeclaringType == typeof(TaskConfig);
}
