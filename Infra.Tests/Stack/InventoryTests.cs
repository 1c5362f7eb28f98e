using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Every resource of a stack in one line: its identity, which must not change by accident.</summary>
public class InventoryTests
{
    [Theory]
    [EveryStack]
    public async Task Inventory_OfAStack_IsTheReviewedOne(string stack)
    {
        var lines = (await KnownStacks.Run(stack)).Resources
            .Select(resource => $"{resource.Type}  {resource.Name}  {resource.Parent ?? "-"}")
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.InRange(lines.Count, 1, 300);
        Snapshot.Match($"{stack}.inventory.txt", string.Join('\n', lines));
    }
}
