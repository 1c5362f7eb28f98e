using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Every key of every block: its default, or that it must be given.</summary>
public sealed class StackConfigTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly IReadOnlyList<Type> Blocks =
    [
        .. typeof(StackConfig).Assembly.GetTypes()
            .Where(type => type is { IsSealed: true, IsAbstract: false } && type.Name.EndsWith("Config", StringComparison.Ordinal))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    [Fact]
    public void Defaults_AreTheReviewedOnes()
    {
        Assert.InRange(Blocks.Count, 18, 100);
        Snapshot.Match("defaults.txt", string.Join("\n\n", Blocks.Select(block => $"{block.Name}\n{Defaults(block)}")));
    }

    [Fact]
    public void WhatEveryStackNeeds_IsRequired() => Assert.Equal(
        [nameof(StackConfig.Name)],
        ConfigType.Of(typeof(StackConfig)).Members.Where(member => member.IsRequired).Select(member => member.Property.Name));

    private static string Defaults(Type clr)
    {
        var type = ConfigType.Of(clr);
        var block = type.NewBlock();
        return string.Join("\n", type.Members.Select(member =>
            $"  {member.Name}: {(member.IsRequired ? "required" : JsonSerializer.Serialize(member.Get(block), member.Property.PropertyType, Json))}"));
    }
}
