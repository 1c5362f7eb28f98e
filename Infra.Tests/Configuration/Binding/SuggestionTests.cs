using Infra.Configuration.Binding;

namespace Infra.Tests.Configuration.Binding;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("memory", "memoryMiB")]         // three of nine letters missing
    [InlineData("memoryMB", "memoryMiB")]
    [InlineData("MEMORYMIB", "memoryMiB")]      // other case
    [InlineData("memory_mi_b", "memoryMiB")]
    [InlineData("iamge", "image")]              // two letters swapped
    [InlineData("cpu", null)]                   // five of eight letters missing
    [InlineData("color", null)]
    [InlineData("", null)]
    public void Suggestion_IsTheNearestNameOrNull(string text, string? expected) =>
        Assert.Equal(expected, Suggestion.For(text, ["image", "cpuUnits", "memoryMiB", "containerPort"]));
}
