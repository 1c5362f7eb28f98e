using System.Text.RegularExpressions;
using Infra.Components;
using Infra.Planning;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>A further service must not be named as a part of the stack, of which the list must be whole.</summary>
public partial class ReservedNamesTests
{
    [Theory]
    [EveryStack]
    public async Task Part_OfAStack_IsReserved(string stack)
    {
        var name = KnownStacks.Config(stack).Name;
        var parts = (await KnownStacks.Run(stack)).Resources
            .Where(resource => (resource.Parent is null && resource.Resource is not Service) || resource.Parent == name)
            .Where(resource => resource.Name.StartsWith($"{name}-", StringComparison.Ordinal))
            .Select(resource => resource.Name[(name.Length + 1)..])
            .Where(part => ServiceKey().IsMatch(part))
            .Distinct()
            .ToList();

        ResourceAssert.Every(parts, part => Assert.True(ResourceNames.IsReserved(part), $"{part} is not reserved"));
    }

    // The port of a target group, say, can be no name of a service.
    [GeneratedRegex("^[a-z]")]
    private static partial Regex ServiceKey();
}
