using Infra.Facts;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Savings;

/// <summary>Cheaper EC2 instances.</summary>
internal static class InstanceSavings
{
    private const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";

    public static IEnumerable<SavingCandidate> Arm(EditableStack stack)
    {
        foreach (var template in stack.All(LaunchTemplate))
        {
            if (template.Inputs.Text("instanceType") is { } type && Graviton.Equivalent(type) is { } arm && InstanceTypes.Find(arm) is not null)
            {
                yield return new SavingCandidate(
                    $"{stack.BlockOf(template)}.instanceType: {arm}",
                    "if the images of all its tasks are built for arm64; their architecture changes with it",
                    stack.With(template, EditableStack.Set(template.Inputs, "instanceType", arm)));
            }
        }
    }
}

/// <summary>The Graviton types that correspond to Intel and AMD ones.</summary>
internal static class Graviton
{
    private static readonly Dictionary<string, string> Families = new()
    {
        ["t3"] = "t4g",
        ["t3a"] = "t4g",
        ["m5"] = "m6g",
        ["m5a"] = "m6g",
        ["m6i"] = "m7g",
        ["m6a"] = "m7g",
        ["m7i"] = "m7g",
        ["c5"] = "c6g",
        ["c5a"] = "c6g",
        ["c6i"] = "c7g",
        ["c6a"] = "c7g",
        ["r5"] = "r6g",
        ["r6i"] = "r7g",
    };

    /// <summary>The type of the same size; null if there is none.</summary>
    /// <param name="type">An instance type, such as <c>t3.small</c> or <c>db.t3.small</c>.</param>
    public static string? Equivalent(string type) =>
        type.Split('.') is [.. var prefix, var family, var size] && Families.TryGetValue(family, out var graviton)
            ? string.Join('.', [.. prefix, graviton, size])
            : null;
}
